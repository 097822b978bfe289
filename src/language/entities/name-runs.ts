/**
 * A sentence view in, the stretches of words that are names out.
 *
 * A name is a gazetteer match, or a run of proper nouns that titles, adjectives of states and other matches
 * bound ("Louay Hussein", "Nigerian | Union of Teachers"). Titles before it are left to find-mentions.ts.
 */
import type { AgentKind, AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerCandidate, GazetteerEntry } from "../../knowledge/types.ts";
import { isCapitalised, type SentenceView } from "./sentence-view.ts";

export interface NameRun {
  readonly first: number;
  readonly last: number;
  /** What the gazetteer offers for the whole run; empty when nothing. */
  readonly candidates: readonly GazetteerCandidate[];
  /** The word in it that says what kind of body it is ("Union"). */
  readonly body: AgentMatch | null;
}

const TITLE_KINDS: ReadonlySet<AgentKind> = new Set(["person", "honorific", "kin"]);
const BODY_KINDS: ReadonlySet<AgentKind> = new Set(["body", "group", "thing"]);

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
    at = run === null ? at + 1 : run.last;
  }
  return runs;
}

function entryAt(view: SentenceView, at: number, gazetteer: Gazetteer): GazetteerEntry | null {
  const candidate = view.names[at]?.candidates[0];
  return candidate === undefined ? null : gazetteer.entry(candidate.id);
}

/** A proper noun that is no day or month. */
function isNameWord(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined || !isCapitalised(token) || view.calendar[at]) return false;
  if (token.upos === "PROPN") return true;
  if (token.upos === "X" && token.deprel.startsWith("flat")) return true;
  return isFirstName(view, at);
}

/** A capitalised word that the tagger took for a noun, within a sentence and right before a proper noun. */
function isFirstName(view: SentenceView, at: number): boolean {
  const { upos } = view.tokens[at]!;
  const titled = view.agents[at - 1] !== undefined && TITLE_KINDS.has(view.agents[at - 1]!.entry.kind);
  if (at === 0 || view.titleCase || (upos !== "NOUN" && upos !== "X" && !titled)) return false;
  if (view.names[at] !== undefined || view.agents[at] !== undefined) return false;
  const next = view.tokens[at + 1];
  return next !== undefined && next.upos === "PROPN" && isCapitalised(next) && !view.calendar[at + 1];
}

/** A known surname or place that goes on into a longer unknown name ("Hussein Ali", "Washington Post"). */
function extendsRight(view: SentenceView, at: number, gazetteer: Gazetteer): boolean {
  const match = view.names[at]!;
  const next = match.last;
  if (isSurname(view, at) && (isSurname(view, next) || hyphenJoins(view, next))) return true;
  if (!isNameWord(view, next) || view.names[next] !== undefined || view.agents[next] !== undefined)
    return false;
  const use = match.candidates[0]!.use;
  if (use === "adjective" || use === "people") return false;
  const kind = entryAt(view, at, gazetteer)?.kind;
  if (kind === "organisation") return false;
  if (kind === "person" && use === "name" && next - match.first > 1) return false;
  if (!view.hasTree) return kind !== "state";
  const token = view.tokens[next - 1]!;
  const right = view.tokens[next]!;
  if (right.deprel === "flat" && right.head >= match.first && right.head < next) return true;
  return token.head >= next && (token.deprel === "compound" || token.deprel === "nmod");
}

/** "the Pope": a surname that is a title behind an article. */
function isTitleHere(view: SentenceView, at: number): boolean {
  if (!isSurname(view, at) || view.agents[at]?.entry.kind !== "person") return false;
  return view.tokens[at - 1]?.upos === "DET" && !isNameWord(view, at + 1);
}

function isSurname(view: SentenceView, at: number): boolean {
  const match = view.names[at];
  return (
    match !== undefined && isNameWord(view, at) && match.candidates.every((each) => each.use === "surname")
  );
}

/** A hyphen without spaces before a further name word ("Jean-Bertrand", cut in three). */
function hyphenJoins(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined || (token.form !== "-" && token.form !== "–") || at === 0) return false;
  return token.start === view.tokens[at - 1]!.end && isNameWord(view, at + 1);
}

function startsRun(view: SentenceView, at: number, agents: Agents): boolean {
  const agent = view.agents[at];
  if (agent !== undefined && isFounding(view, agent, agents)) return true;
  if (!isNameWord(view, at)) return false;
  if (agent === undefined) return true;
  return !TITLE_KINDS.has(agent.entry.kind) && isNameWord(view, agent.last) && !bodyIsNominal(view, agent);
}

/** "Front for Liberation": a capitalised body that goes on behind "for" or "of" in a sentence with small words. */
function isFounding(view: SentenceView, agent: AgentMatch, agents: Agents): boolean {
  if (view.titleCase || !BODY_KINDS.has(agent.entry.kind) || !isCapitalised(view.tokens[agent.first]!))
    return false;
  if (agent.last >= view.tokens.length) return false;
  const next = joinEnd(view, agent.first, agent.last, true, agents);
  return next !== agent.last && view.names[next] === undefined;
}

/** "Foreign Ministry", "Congress": the whole capitalised phrase is one agent word, no name. */
function bodyIsNominal(view: SentenceView, agent: AgentMatch): boolean {
  const next = view.agents[agent.last];
  return next !== undefined && next.entry.kind === "person";
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

/** End of the joining words at `at` where a name goes on behind them; `at` where it does not. */
function joinEnd(view: SentenceView, first: number, at: number, hasBody: boolean, agents: Agents): number {
  const word = view.words[at]!;
  const after = at + 1;
  if (word === "-" || word === "–") return hyphenJoins(view, at) ? after : at;
  if (agents.uses(word, "name-particle") && isNameWord(view, after)) return after;
  if (hasBody && agents.uses(word, "possessive") && isNameWord(view, after)) return after;
  if (agents.uses(word, "possessive") && at > first) {
    const agent = view.agents[after];
    const plural = !word.endsWith("s");
    if (
      plural &&
      agent !== undefined &&
      BODY_KINDS.has(agent.entry.kind) &&
      isCapitalised(view.tokens[after]!)
    )
      return after;
  }
  if (!hasBody || !agents.uses(word, "name-join")) return at;
  let next = after;
  while (next < view.tokens.length && agents.uses(view.words[next]!, "name-join")) next++;
  const token = view.tokens[next];
  if (token === undefined || !isCapitalised(token) || next - at > 2) return at;
  const agent = view.agents[next];
  if (agents.uses(word, "conjunction") && (view.names[next] !== undefined || agent !== undefined)) return at;
  return agent !== undefined && TITLE_KINDS.has(agent.entry.kind) && agent.number !== "plural" ? at : next;
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
