/** The form of an actor as the API gives it, in snake_case: its entry of the gazetteer, its names, and terms of office. */
import type { EntryName } from "../../knowledge/gazetteer/names-of.ts";
import type { GazetteerEntry, OfficeTerm } from "../../knowledge/types.ts";

/** An actor as JSON. */
export type ActorJson = ReturnType<typeof actorJson>;

/** A term of office with the name of who holds it. */
export interface NamedTerm {
  readonly term: OfficeTerm;
  readonly person: string | null;
  readonly body: string | null;
}

/** The actor as an object ready for JSON. */
export function actorJson(entry: GazetteerEntry, names: readonly EntryName[], terms: readonly NamedTerm[]) {
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    code: entry.code,
    sector: entry.sector,
    state: entry.state,
    outlet: entry.outlet ?? false,
    names: names.map(({ name, use }) => ({ name, use })),
    terms: terms.map(({ term, person, body }) => ({
      person_id: term.personId,
      person,
      office: term.office,
      title: term.title,
      code: term.code,
      body_id: term.body,
      body,
      sector: term.sector,
      start: term.start,
      end: term.end,
      seen: term.seen,
    })),
  };
}
