/**
 * A run of name words in, the draft of its mention out: with the titles right before it, its type, gender and
 * offices. Who is meant is decided in coreference/.
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerEntry } from "../../knowledge/types.ts";
import type { EntityType, Gender } from "../types.ts";
import { headOf, leftEdge } from "./base-phrase.ts";
import type { Draft } from "./draft.ts";
import { officesOf } from "./draft-nominal.ts";
import type { NameRun } from "./name-runs.ts";
import { narrowCandidates } from "./narrow-candidates.ts";
import type { SentenceView } from "./sentence-view.ts";

const TYPES: Readonly<Record<GazetteerEntry["kind"], EntityType>> = {
  state: "state",
  territory: "state",
  organisation: "organisation",
  person: "person",
  place: "place",
};

/** The draft of the name with its titles, which are added to `used`. */
export function draftName(
  view: SentenceView,
  run: NameRun,
  used: Set<AgentMatch>,
  gazetteer: Gazetteer,
  agents: Agents,
): Draft {
  const isDemonym = run.candidates[0]?.use === "adjective";
  const titles = isDemonym || run.body !== null ? [] : titlesBefore(view, run.first, used);
  const candidates = narrowCandidates(view, run, titles, gazetteer, agents);
  const best = candidates[0];
  const entry = best === undefined ? null : gazetteer.entry(best.id);
  const start = titles[0]?.first ?? run.first;
  const isAdjective = best?.use === "adjective" || view.tokens[run.last - 1]!.upos === "ADJ";
  const type = typeOfName(view, run, entry, titles);
  const edge = isAdjective ? run.first : leftEdge(view, start, run.last, agents);
  const isBare = (type === "state" || type === "place") && best?.use !== "people";
  const first = isBare ? withArticle(view, edge, run.first, run.last) : edge;
  const head = headOf(view, first, run.last);
  const plural = best?.use === "people";
  return {
    sentence: -1,
    first,
    last: run.last,
    head,
    form: "name",
    type,
    candidates,
    name: { first: run.first, last: run.last },
    agents: run.body === null ? titles : [...titles, run.body],
    number: plural ? "plural" : "singular",
    gender: genderOf(type, entry, titles, best?.use === "surname"),
    ...officesOf(view, first, run.first, titles, agents),
    owners: [],
    chain: -1,
  };
}

/** A run without a letter. */
export function isBareFunction(view: SentenceView, run: NameRun): boolean {
  return (
    run.candidates.length === 0 && run.last - run.first === 1 && !/\p{L}{2}/u.test(view.words[run.first]!)
  );
}

function typeOfName(
  view: SentenceView,
  run: NameRun,
  entry: GazetteerEntry | null,
  titles: readonly AgentMatch[],
): EntityType {
  if (entry !== null) return TYPES[entry.kind];
  if (titles.length > 0) return "person";
  if (run.body !== null) return "organisation";
  const second = view.tokens[run.first + 1];
  return run.last - run.first > 1 && second?.deprel === "flat" ? "person" : "other";
}

/** A surname alone is many people's: its gender is known by its title only. */
function genderOf(
  type: EntityType,
  entry: GazetteerEntry | null,
  titles: readonly AgentMatch[],
  isSurname: boolean,
): Gender | null {
  if (type !== "person") return type === "other" ? null : "neuter";
  return (
    (isSurname ? null : entry?.gender) ??
    titles.find((title) => title.entry.gender !== null)?.entry.gender ??
    null
  );
}

/** A state's phrase is its name with its article: what stands before may belong to a noun behind it. */
function withArticle(view: SentenceView, edge: number, first: number, last: number): number {
  const { upos, head } = view.tokens[Math.max(0, first - 1)]!;
  const isOwn = !view.hasTree || (head >= first && head < last);
  return edge < first && upos === "DET" && isOwn ? first - 1 : first;
}

/** Titles and roles that end right before the name, in order: "Prime Minister", "opposition leader", "Mr". */
function titlesBefore(view: SentenceView, first: number, used: Set<AgentMatch>): AgentMatch[] {
  const titles: AgentMatch[] = [];
  let edge = first;
  while (edge > 0) {
    const match = view.agents[edge - 1];
    if (match === undefined || match.number === "plural" || used.has(match)) break;
    const { kind } = match.entry;
    if (kind !== "person" && kind !== "honorific" && kind !== "kin") break;
    const tag = view.tokens[match.last - 1]!.upos;
    if (tag === "ADJ") break;
    titles.unshift(match);
    edge = match.first;
  }
  for (const title of titles) used.add(title);
  return titles;
}
