/**
 * One sentence in, drafts of its mentions out: names with their titles, nouns that stand for actors, pronouns.
 *
 * A title right before a name is one mention with it ("Russian Foreign Minister Sergey Lavrov"); one behind a
 * comma is a mention of its own, which coreference/ links. Who is meant is not decided here.
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerEntry } from "../../knowledge/types.ts";
import type { EntityType, Gender } from "../types.ts";
import { headOf, isPossessive, leftEdge } from "./base-phrase.ts";
import type { Draft } from "./draft.ts";
import { findNames, type NameRun } from "./name-runs.ts";
import { linkOwners } from "./owners.ts";
import type { SentenceView } from "./sentence-view.ts";

const TYPES: Readonly<Record<GazetteerEntry["kind"], EntityType>> = {
  state: "state",
  territory: "state",
  organisation: "organisation",
  person: "person",
  place: "place",
};

/** Drafts of the sentence, in order of first token, outer before inner.
 * @param position position of the sentence among those of the report */
export function findMentions(
  view: SentenceView,
  position: number,
  gazetteer: Gazetteer,
  agents: Agents,
): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<AgentMatch>();
  for (const run of findNames(view, gazetteer, agents)) {
    for (let at = run.first; at < run.last; at++) {
      const inside = view.agents[at];
      if (inside !== undefined && inside.first >= run.first && inside.last <= run.last) used.add(inside);
    }
    if (isBareFunction(view, run)) continue;
    drafts.push(draftName(view, run, used, gazetteer, agents));
  }
  for (const { first, last, candidates } of view.seconds)
    drafts.push(draftName(view, { first, last, candidates, body: null }, used, gazetteer, agents));
  for (let at = 0; at < view.tokens.length; at++) {
    const match = view.agents[at];
    if (match !== undefined && match.first === at && !used.has(match)) {
      const draft = draftNominal(view, match, agents);
      if (draft !== null) drafts.push(draft);
    }
    const pronoun = draftPronoun(view, at, agents);
    if (pronoun !== null) drafts.push(pronoun);
  }
  for (const draft of drafts) draft.sentence = position;
  drafts.sort((a, b) => a.first - b.first || b.last - a.last);
  linkOwners(view, drafts, agents);
  return drafts;
}

function draftName(
  view: SentenceView,
  run: NameRun,
  used: Set<AgentMatch>,
  gazetteer: Gazetteer,
  agents: Agents,
): Draft {
  const best = run.candidates[0];
  const entry = best === undefined ? null : gazetteer.entry(best.id);
  const titles = best?.use === "adjective" || run.body !== null ? [] : titlesBefore(view, run.first, used);
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
    candidates: run.candidates,
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
function isBareFunction(view: SentenceView, run: NameRun): boolean {
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

function officesOf(
  view: SentenceView,
  first: number,
  last: number,
  titles: readonly AgentMatch[],
  agents: Agents,
): { offices: readonly string[]; former: boolean } {
  let former = false;
  let deputy = false;
  for (let at = first; at < last; at++) {
    const gives = agents.modifier(view.words[at]!)?.gives;
    if (gives === "former") former = true;
    if (gives === "deputy" && view.agents[at] === undefined) deputy = true;
  }
  const offices = deputy ? [] : titles.flatMap((title) => title.entry.offices);
  return { offices, former };
}

function draftNominal(view: SentenceView, match: AgentMatch, agents: Agents): Draft | null {
  const { kind } = match.entry;
  if (kind === "honorific" || kind === "none") return null;
  const at = match.last - 1;
  const token = view.tokens[at]!;
  if (kind === "part") return draftPart(view, match, agents);
  if (isModifier(view, match)) return null;
  if (token.upos === "ADJ" && !isNominalAdjective(view, at)) return null;
  const first = leftEdge(view, match.first, match.last, agents);
  return {
    sentence: -1,
    first,
    last: match.last,
    head: headOf(view, first, match.last),
    form: "nominal",
    type: typeOfAgent(match),
    candidates: [],
    name: null,
    agents: [match],
    number: match.number ?? (token.xpos.endsWith("S") ? "plural" : "singular"),
    gender: kind === "person" || kind === "kin" ? match.entry.gender : "neuter",
    ...officesOf(view, first, match.first, [match], agents),
    owners: [],
    chain: -1,
  };
}

function typeOfAgent(match: AgentMatch): EntityType {
  switch (match.entry.kind) {
    case "person":
    case "kin":
      return "person";
    case "state":
    case "states":
      return "state";
    case "place":
      return "place";
    case "thing":
      return "other";
    default:
      return "organisation";
  }
}

/** True when the word only qualifies a noun behind it ("police station", "army chief"). */
function isModifier(view: SentenceView, match: AgentMatch): boolean {
  const at = match.last - 1;
  const token = view.tokens[at]!;
  const next = view.tokens[match.last];
  if (next === undefined) return false;
  if (view.hasTree) {
    const isLeft = token.head > at && token.head - at <= 6;
    return isLeft && /^(?:compound|amod|nmod:desc|nmod:unmarked|flat)$/.test(token.deprel);
  }
  return next.upos === "NOUN" && view.agents[match.last] === undefined;
}

/** "the wounded", "the faithful": an adjective that stands for people. */
function isNominalAdjective(view: SentenceView, at: number): boolean {
  const { deprel } = view.tokens[at]!;
  return view.hasTree && /^(?:nsubj|obj|iobj|obl|conj|nmod)/.test(deprel);
}

/** "the two", "both", "hundreds of protesters": kept where it is a noun of its own. */
function draftPart(view: SentenceView, match: AgentMatch, agents: Agents): Draft | null {
  const token = view.tokens[match.last - 1]!;
  if (!view.hasTree || !/^(?:nsubj|obj|iobj|obl|nmod|conj|root|appos)/.test(token.deprel)) return null;
  if (token.head >= match.last && /^(?:nmod|conj)/.test(token.deprel) === false && token.upos === "DET")
    return null;
  const first = leftEdge(view, match.first, match.last, agents);
  return {
    sentence: -1,
    first,
    last: match.last,
    head: match.last - 1,
    form: "nominal",
    type: "other",
    candidates: [],
    name: null,
    agents: [match],
    number: "plural",
    gender: null,
    offices: [],
    former: false,
    owners: [],
    chain: -1,
  };
}

function draftPronoun(view: SentenceView, at: number, agents: Agents): Draft | null {
  const token = view.tokens[at]!;
  if (token.upos !== "PRON" && token.xpos !== "PRP$") return null;
  const entry = agents.pronoun(view.words[at]!);
  if (entry === null || view.names[at] !== undefined || token.deprel === "expl") return null;
  if (entry.use === "possessive" && !isPossessive(token, view.words[at]!, agents)) return null;
  const neuter = entry.gender === "neuter";
  return {
    sentence: -1,
    first: at,
    last: at + 1,
    head: at,
    form: "pronoun",
    type: entry.gender === "male" || entry.gender === "female" ? "person" : neuter ? "organisation" : "other",
    candidates: [],
    name: null,
    agents: [],
    number: entry.number,
    gender: entry.gender,
    offices: [],
    former: false,
    owners: [],
    chain: -1,
  };
}
