/**
 * One sentence in, what knowledge finds in its words out: gazetteer matches and agent words by token.
 *
 * Matches that the tags contradict are dropped here ("will", "may", "us" as a pronoun). What the matches
 * mean together is left to name-runs.ts and find-mentions.ts.
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerCandidate, GazetteerMatch } from "../../knowledge/types.ts";
import type { Sentence, Token, Upos } from "../types.ts";

export interface SentenceView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Forms in lower case with straight apostrophes. */
  readonly words: readonly string[];
  /** The gazetteer match that covers the token. */
  readonly names: readonly (GazetteerMatch | undefined)[];
  /** The agent match that covers the token. */
  readonly agents: readonly (AgentMatch | undefined)[];
  /** True for names of days and months. */
  readonly calendar: readonly boolean[];
  /** Second matches of words that hold two ("US-Russia"). */
  readonly seconds: readonly GazetteerMatch[];
  /** False where the tree is missing. */
  readonly hasTree: boolean;
  /** Most words begin with a capital, as in a headline. */
  readonly titleCase: boolean;
}

const NAME_TAGS: ReadonlySet<Upos> = new Set(["PROPN", "NOUN", "ADJ", "X", "SYM"]);
const NOUN_TAGS: ReadonlySet<Upos> = new Set(["PROPN", "NOUN", "ADJ", "X", "NUM"]);
const CAPITAL = /^\p{Lu}/u;
/** Share of longer words with a capital from which a sentence counts as a headline. */
const TITLE_CASE_SHARE = 0.8;

/** True for a form that begins with a capital. */
export function isCapitalised(token: Token): boolean {
  const code = token.form.charCodeAt(0);
  return code < 128 ? code > 64 && code < 91 : CAPITAL.test(token.form);
}

/** The sentence with its matches. */
export function viewSentence(sentence: Sentence, gazetteer: Gazetteer, agents: Agents): SentenceView {
  const tokens = sentence.tokens;
  const forms = tokens.map((token) => token.form);
  const words = forms.map((form) => form.toLowerCase().replaceAll("’", "'"));
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.form.length < 4 || !/\p{L}/u.test(token.form)) continue;
    long++;
    if (isCapitalised(token)) capital++;
  }
  const titleCase = long >= 4 && capital / long >= TITLE_CASE_SHARE;
  const calendar = words.map(
    (word, at) => agents.uses(word, "calendar") && !isPersonHere(tokens, words, at, agents),
  );
  const seconds: GazetteerMatch[] = [];
  const names: (GazetteerMatch | undefined)[] = new Array(tokens.length);
  for (const match of gazetteer.match(joinApostrophes(tokens, forms))) {
    if (calendar[match.first] && match.last - match.first === 1) continue;
    const kept = keepCandidates(match, tokens, words, agents, titleCase);
    if (kept === null) continue;
    if (names[match.first] !== undefined) seconds.push(kept);
    for (let at = match.first; at < match.last; at++) names[at] ??= kept;
  }
  const found: (AgentMatch | undefined)[] = new Array(tokens.length);
  for (const match of agents.match(words)) {
    const tag = tokens[match.last - 1]!.upos;
    if (match.entry.kind !== "part" && !NOUN_TAGS.has(tag)) continue;
    for (let at = match.first; at < match.last; at++) found[at] = match;
  }
  const hasTree = tokens.length > 0 && tokens[0]!.head !== -2;
  return { sentence, tokens, words, names, agents: found, calendar, seconds, hasTree, titleCase };
}

/** The forms with a plural's apostrophe put back to its word ("Workers", "'": "Workers'", ""). */
function joinApostrophes(tokens: readonly Token[], forms: readonly string[]): readonly string[] {
  let joined: string[] | null = null;
  for (let at = 1; at < forms.length; at++) {
    if ((forms[at] !== "'" && forms[at] !== "’") || tokens[at]!.xpos !== "POS") continue;
    joined ??= [...forms];
    joined[at - 1] += "'";
    joined[at] = "";
  }
  return joined ?? forms;
}

/** "May" as a name: the subject of its clause, behind no preposition, number or comma. */
function isPersonHere(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  agents: Agents,
): boolean {
  const token = tokens[at]!;
  if (!isCapitalised(token)) return false;
  const before = words[at - 1];
  if (before !== undefined && agents.match([before])[0]?.entry.kind === "honorific") return true;
  const after = tokens[at + 1];
  if (after === undefined || after.upos === "NUM" || (before !== undefined && tokens[at - 1]!.upos === "ADP"))
    return false;
  return token.upos === "PROPN" && (token.deprel === "nsubj" || agents.uses(words[at + 1]!, "possessive"));
}

/** The match with the candidates that tags and neighbours allow; null when none is left. */
function keepCandidates(
  match: GazetteerMatch,
  tokens: readonly Token[],
  words: readonly string[],
  agents: Agents,
  titleCase: boolean,
): GazetteerMatch | null {
  const { first, last } = match;
  const token = tokens[first]!;
  // "US $50 million": money, no state.
  if (tokens[last]?.upos === "SYM") return null;
  if (last - first === 1 && !NAME_TAGS.has(token.upos)) {
    const proper = isCapitalised(token) && !titleCase && first > 0 && token.upos !== "PRON";
    const uncertain = match.candidates.some((candidate) => candidate.uncertain);
    if (agents.pronoun(words[first]!) !== null)
      return isModifierHere(tokens, words, first, agents) ? match : null;
    const names = match.candidates.filter((candidate) => !candidate.uncertain && candidate.use !== "surname");
    if (proper && !uncertain) return match;
    // A name of a state or body is one even where the tagger takes the first word of the sentence for a verb.
    return names.length > 0 && isCapitalised(token) && !titleCase ? { ...match, candidates: names } : null;
  }
  const isPlain = last - first === 1 && token.form === words[first] && token.upos === "NOUN";
  if (isPlain && match.candidates.every((candidate) => candidate.use === "abbreviation")) return null;
  if (!match.candidates.some((candidate) => candidate.uncertain)) return match;
  const sure = (candidate: GazetteerCandidate) => {
    if (!candidate.uncertain) return true;
    if (agents.pronoun(words[first]!) !== null) return isModifierHere(tokens, words, first, agents);
    return token.upos === "PROPN" && isCapitalised(token) && (!titleCase || candidate.use !== "surname");
  };
  const candidates = match.candidates.filter(sure);
  return candidates.length === 0 ? null : { first, last, candidates };
}

/** "us" in "755 us diplomats": a noun follows, and no verb or preposition governs it. */
function isModifierHere(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  agents: Agents,
): boolean {
  if (agents.pronoun(words[at]!) === null) return false;
  const next = tokens[at + 1];
  if (next === undefined || (next.upos !== "NOUN" && next.upos !== "PROPN" && next.upos !== "ADJ"))
    return false;
  if (next.xpos === "JJR") return false;
  const token = tokens[at]!;
  if (/^(?:NUM|DET|ADJ)$/.test(tokens[at - 1]?.upos ?? "")) return true;
  if (token.upos === "PRON" && token.head >= 0 && token.head < at) return false;
  const before = tokens[at - 1];
  if (before === undefined) return true;
  return before.upos !== "VERB" && !(before.upos === "ADP" && token.upos === "PRON" && token.head !== at + 1);
}
