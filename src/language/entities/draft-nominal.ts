/** A noun for actors in, the draft of its mention out; null where it only qualifies another noun. */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { EntityType } from "../types.ts";
import { headOf, leftEdge } from "./base-phrase.ts";
import type { Draft } from "./draft.ts";
import type { SentenceView } from "./sentence-view.ts";

/** The offices that the titles name (none behind "deputy"), and whether the words before them end the office. */
export function officesOf(
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

/** The draft of the noun, or null where it is no head of a phrase. */
export function draftNominal(view: SentenceView, match: AgentMatch, agents: Agents): Draft | null {
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
