/**
 * A sentence view in, the stretches of words that are names out.
 *
 * A name is a gazetteer match, or a run of proper nouns that titles, adjectives of states and other matches
 * bound ("Louay Hussein", "Nigerian | Union of Teachers"). Titles before it are left to find-mentions.ts.
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerCandidate } from "../../knowledge/types.ts";
import {
  BODY_KINDS,
  entryAt,
  extendsRight,
  isNameWord,
  isTitleHere,
  joinEnd,
  startsRun,
  TITLE_KINDS,
} from "./name-words.ts";
import { isCapitalised, type SentenceView } from "./sentence-view.ts";

export interface NameRun {
  readonly first: number;
  readonly last: number;
  /** What the gazetteer offers for the whole run; empty when nothing. */
  readonly candidates: readonly GazetteerCandidate[];
  /** The word in it that says what kind of body it is ("Union"). */
  readonly body: AgentMatch | null;
}

/** All names of the sentence, in order. */
export function findNames(view: SentenceView, gazetteer: Gazetteer, agents: Agents): NameRun[] {
  const runs: NameRun[] = [];
  const length = view.tokens.length;
  for (let at = 0; at < length; ) {
    const match = view.names[at];
    const group = view.agents[at];
    if (group?.entry.kind === "states" && group.first === at) {
      at = group.last;
      continue;
    }
    if (match !== undefined && isTitleHere(view, at)) {
      at = match.last;
      continue;
    }
    if (match !== undefined && match.first === at && !extendsRight(view, at, gazetteer)) {
      runs.push({
        first: at,
        last: match.last,
        candidates: match.candidates,
        body: bodyIn(view, at, match.last),
      });
      at = match.last;
      continue;
    }
    if (match === undefined && !startsRun(view, at, agents)) {
      at++;
      continue;
    }
    const run = readRun(view, at, gazetteer, agents);
    if (run !== null) runs.push(run);
    // "Israel Boycott Law" is no name of an actor, "Israel" in it is one.
    else if (match !== undefined && match.first === at)
      runs.push({ first: at, last: match.last, candidates: match.candidates, body: null });
    at = run?.last ?? match?.last ?? at + 1;
  }
  return runs;
}

function bodyIn(view: SentenceView, first: number, last: number): AgentMatch | null {
  for (let at = last - 1; at >= first; at--) {
    const agent = view.agents[at];
    if (agent !== undefined && BODY_KINDS.has(agent.entry.kind)) return agent;
  }
  return null;
}

function readRun(view: SentenceView, first: number, gazetteer: Gazetteer, agents: Agents): NameRun | null {
  let last = first;
  let body: AgentMatch | null = null;
  while (last < view.tokens.length) {
    const match = view.names[last];
    if (match !== undefined && last > first && !joins(view, last, gazetteer)) break;
    if (match !== undefined) {
      last = match.last;
      continue;
    }
    const agent = view.agents[last];
    if (agent !== undefined && TITLE_KINDS.has(agent.entry.kind)) {
      if (!isLastName(view, first, agent)) break;
      last = agent.last;
      continue;
    }
    if (agent !== undefined && BODY_KINDS.has(agent.entry.kind) && isCapitalised(view.tokens[last]!)) {
      body = agent;
      last = agent.last;
      continue;
    }
    if (isNameWord(view, last)) {
      last++;
      continue;
    }
    const joined = joinEnd(view, first, last, body !== null, agents);
    if (joined === last) break;
    // "University of Tehran", "Union of Teachers": what the joining word brings belongs to the body.
    last = view.names[joined]?.last ?? view.agents[joined]?.last ?? joined;
  }
  if (last === first) return null;
  if (isOrdinaryStart(view, first, last)) return null;
  // A run that is nothing but agent words is a nominal ("Parliament", "Supreme Court").
  if (body !== null && body.first === first && body.last === last) return null;
  return { first, last, candidates: candidatesOf(view, first, last, gazetteer), body };
}

/** One unknown word at the head of a headline or sentence, or one that names no actor ("Summit"). */
function isOrdinaryStart(view: SentenceView, first: number, last: number): boolean {
  const end = view.agents[last - 1];
  if (end !== undefined && end.last === last && end.entry.kind === "none") return true;
  if (last - first > 1 || view.names[first] !== undefined || view.hasTree === false) return false;
  const { deprel } = view.tokens[first]!;
  return /^(?:advmod|amod|det|case|mark|cc|advcl|nummod|punct|obl:unmarked)$/.test(deprel);
}

/** A known name that goes on a run: a person's surname after a first name. */
function joins(view: SentenceView, at: number, gazetteer: Gazetteer): boolean {
  const match = view.names[at]!;
  const previous = view.tokens[at - 1]!;
  if (previous.form === "-") return true;
  if (match.candidates.some((candidate) => candidate.use === "surname")) return true;
  const kind = entryAt(view, at, gazetteer)?.kind;
  const token = view.tokens[at]!;
  return kind !== "person" && token.deprel === "flat" && token.head < at;
}

/** "King" in "Martin Luther King": a capitalised single title that ends a run of bare name words. */
function isLastName(view: SentenceView, first: number, agent: AgentMatch): boolean {
  if (agent.first === first || agent.last - agent.first !== 1) return false;
  const token = view.tokens[agent.first]!;
  if (!isCapitalised(token)) return false;
  return view.hasTree ? token.deprel === "flat" && token.head < agent.first : false;
}

/** Candidates for the whole run: those of a match that covers it, or people whose name holds all its words. */
function candidatesOf(
  view: SentenceView,
  first: number,
  last: number,
  gazetteer: Gazetteer,
): readonly GazetteerCandidate[] {
  for (let at = first; at < last; at++) {
    const match = view.names[at];
    if (match === undefined) continue;
    if (match.first <= first && match.last >= last) return match.candidates;
    const words = view.words.slice(first, last);
    return match.candidates.filter((candidate) => {
      const entry = gazetteer.entry(candidate.id);
      if (entry === null || entry.kind !== "person") return false;
      const known = new Set(entry.name.toLowerCase().split(/[\s-]+/));
      return words.every((word) => word.length < 3 || known.has(word));
    });
  }
  return [];
}
