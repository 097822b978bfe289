/**
 * Actors of the user's own in, what the gazetteer's tables gain by them out: entries, names, rows of terms.
 *
 * An entry whose id the gazetteer has keeps what the file does not say; a state's code that a territory of the
 * gazetteer has names that territory. A code that nothing has gets a nameless entry, so that terms have a body.
 */
import type { OwnActors, OwnEntry, OwnTerm } from "../actors/types.ts";
import type { GazetteerEntry } from "../types.ts";
import { NON_STATE } from "./entries.ts";
import type { EntryStore } from "./entry-store.ts";
import type { NameIndex } from "./name-index.ts";
import type { OfficeTitles } from "./office-titles.ts";

const EMPTY = { code: null, sector: null, state: null, gender: null, lat: null, lon: null } as const;

/** Puts the entries and their names in; they come before those of the gazetteer. */
export function addEntries(actors: OwnActors, entries: EntryStore, names: NameIndex): void {
  for (const own of actors.entries) {
    const id = idIn(own.id, entries);
    const known = entries.entry(id);
    const isSame = id === own.id && own.entry.kind === (known?.kind ?? own.entry.kind);
    const given = isSame ? own.entry : {};
    entries.put({ ...EMPTY, name: "", kind: own.entry.kind, ...known, ...given, id }, own.oneHead);
    for (const code of codesOf(own)) bodyOf(code, entries);
  }
  // The last to be put in stands first.
  for (const own of actors.entries.toReversed())
    for (const { name, use } of own.names.toReversed()) names.addFirst(name, idIn(own.id, entries), use);
}

function codesOf({ entry, terms }: OwnEntry): string[] {
  return [entry.code ?? null, ...terms.map(({ of }) => of)].filter((code) => code !== null);
}

/** Lines in the form of terms.tsv for the terms of the entries. */
export function termLines(actors: OwnActors, entries: EntryStore, titles: OfficeTitles): string {
  return actors.entries
    .flatMap((own) => own.terms.map((term) => `${rowOf(own, term, entries, titles).join("\t")}\n`))
    .join("");
}

function rowOf(own: OwnEntry, term: OwnTerm, entries: EntryStore, titles: OfficeTitles): string[] {
  const { title, start, end } = term;
  const body = term.of === null ? "" : bodyOf(term.of, entries);
  const of = entries.entry(body);
  const named =
    title === ""
      ? null
      : titles.keyOf(title, of === null ? null : of.kind === "organisation" ? of.id : of.code);
  const office = term.office === "" ? (named?.office ?? "") : term.office;
  const sector = term.sector ?? named?.sector ?? (office === "" ? "" : GOVERNMENT);
  return [idIn(own.id, entries), body, office, title, sector, start, end, "", "own"];
}

/** Sector of an office of which no more is said. */
const GOVERNMENT = "GOV";

/** The id under which the gazetteer has the entry. */
function idIn(id: string, entries: EntryStore): string {
  const code = /^state\/(.+)$/.exec(id)?.[1];
  if (code === undefined || entries.entry(id) !== null) return id;
  return entries.entry(`territory/${code}`) === null ? id : `territory/${code}`;
}

/** The body that a code or an id names, made where there is none. */
function bodyOf(of: string, entries: EntryStore): string {
  if (of.includes("/")) return of;
  const isState = !NON_STATE.has(of);
  const id = isState ? idIn(`state/${of}`, entries) : `code/${of}`;
  if (entries.entry(id) === null) {
    const entry: GazetteerEntry = isState
      ? { ...EMPTY, id, kind: "state", name: of, code: of, state: of }
      : { ...EMPTY, id, kind: "organisation", name: of, code: of };
    entries.put(entry, false);
  }
  return id;
}
