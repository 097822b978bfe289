/** Words of a sentence in, whether they begin, continue or join a name out: the parts of which name-runs.ts is made. */
import type { AgentKind, AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerEntry } from "../../knowledge/types.ts";
import { isCapitalised, type SentenceView } from "./sentence-view.ts";

/** Kinds of words that stand before a name and are no part of it. */
export const TITLE_KINDS: ReadonlySet<AgentKind> = new Set(["person", "honorific", "kin"]);

/** Kinds of words that say of a name what kind of body it is. */
export const BODY_KINDS: ReadonlySet<AgentKind> = new Set(["body", "group", "thing"]);

/** The entry of the first candidate at the token. */
export function entryAt(view: SentenceView, at: number, gazetteer: Gazetteer): GazetteerEntry | null {
  const candidate = view.names[at]?.candidates[0];
  return candidate === undefined ? null : gazetteer.entry(candidate.id);
}

/** A proper noun that is no day or month. */
export function isNameWord(view: SentenceView, at: number): boolean {
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
export function extendsRight(view: SentenceView, at: number, gazetteer: Gazetteer): boolean {
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
export function isTitleHere(view: SentenceView, at: number): boolean {
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

/** True for a word with which a name can begin. */
export function startsRun(view: SentenceView, at: number, agents: Agents): boolean {
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

/** End of the joining words at `at` where a name goes on behind them; `at` where it does not. */
export function joinEnd(
  view: SentenceView,
  first: number,
  at: number,
  hasBody: boolean,
  agents: Agents,
): number {
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
