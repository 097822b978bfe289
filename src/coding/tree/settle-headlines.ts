/**
 * The verb of a headline that the tagger took for a noun.
 *
 * In: tagged tokens without a tree, and which forms are verbs. Out: the same, but in
 * "Japan tests rockets off Chile" the testing is a verb of the present, and so is
 * the signing in "Oman, Peru sign pact". A headline has no stop; only one that has
 * no verb with a tense is looked at, before it is parsed. Only tags and order decide,
 * and the lists that are handed in.
 */

import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";
import { FINITE } from "./tags.ts";

/** What forms can be. */
export interface HeadlineWords {
  /** True for what triggers or governs as a verb. */
  isVerb(token: Token): boolean;
  /** True for a noun without an ending of many that takes a verb of many ("police"). */
  isPlural(token: Token): boolean;
  /** True for what names people as a noun. */
  isPeople(token: Token): boolean;
  /** True for what names arms as a noun. */
  isArms(token: Token): boolean;
  /** True for a verb and its particle ("calls off"). */
  isPhrase(verb: Token, particle: Token): boolean;
  /** True for what opens a clause of time or cause ("as army shells market"). */
  opensClause(token: Token): boolean;
  /** True for what triggers as a noun ("attacks"). */
  isEvent(token: Token): boolean;
  /** Forms of verbs that mostly tell, before a noun, what kind of thing it is ("arms", "trade"). */
  readonly modifiers: ReadonlySet<string>;
}

/** Penn Treebank tags. */
const SINGULAR: ReadonlySet<string> = new Set(["NNP", "NN"]);
const PLURAL: ReadonlySet<string> = new Set(["NNS", "NNPS"]);
const BARE: ReadonlySet<string> = new Set(["NN", "NNP", "JJ", "RB", "VB"]);
/** What may stand before the verb. */
const SUBJECT: ReadonlySet<string> = new Set([
  ...SINGULAR,
  ...PLURAL,
  "JJ",
  "CD",
  "DT",
  "POS",
  "CC",
  ",",
  "HYPH",
]);
/** What opens its object, and what opens a phrase behind it. */
const OBJECT: ReadonlySet<string> = new Set([
  ...SINGULAR,
  ...PLURAL,
  "JJ",
  "CD",
  "DT",
  "PRP",
  "PRP$",
  "$",
  "VBG",
  "VBN",
]);
const PHRASE: ReadonlySet<string> = new Set(["IN", "TO", "RB", "RP"]);
/** What a modifier tells the kind of. */
const COMMON: ReadonlySet<string> = new Set(["NN", "NNS", "JJ", "VBG", "VBP"]);
/** Words at most. */
const LONGEST = 24;
const [STOP, COMMA, AND, NAME, NOUN, BASE, PRESENT, PAST, DOING] = [
  ".",
  ",",
  "CC",
  "NNP",
  "NN",
  "VBP",
  "VBZ",
  "VBD",
  "VBG",
];
/** What can begin a clause of its own behind the verb. */
const CLAUSE: ReadonlySet<string> = new Set(["IN", "WDT", "WP", "WRB", COMMA, AND]);
/** What is no verb behind a subject. */
const OBJECT_ONLY: ReadonlySet<string> = new Set([
  "CD",
  "DT",
  "PRP",
  "PRP$",
  "$",
  "NNS",
  "NNPS",
  "VBN",
  "VBD",
]);
const DOERS = { upos: "NOUN", xpos: "NNS" } as const;
const THING = { upos: "NOUN", xpos: "NN" } as const;

/** The tokens with the headline's verb tagged as one; the same array where there is nothing to settle. */
export function settleHeadline(tokens: readonly Token[], words: HeadlineWords): readonly Token[] {
  if (tokens.length > LONGEST || tokens.length < 3 || tokens.some(({ xpos }) => xpos === STOP)) return tokens;
  const mended = tokens.map((token, at) => settleWord(tokens, at, words) ?? token);
  let now: readonly Token[] = mended;
  const verb = findVerb(mended, 0, words);
  if (verb >= 0 && !hasOtherVerb(mended, verb, words)) now = withVerbAt(mended, verb);
  for (let at = 1; at < tokens.length - 1; at++) {
    if (!words.opensClause(mended[at]!)) continue;
    const told = findVerb(mended, at + 1, words);
    if (told < 0 || mended.slice(at).some((one) => hasTense(one, words))) continue;
    now = withVerbAt(now, told);
    const mark = { ...now[at]!, upos: "SCONJ", xpos: "IN" } as const;
    now = now.map((token, i) => (i === at ? mark : token));
    break;
  }
  return now.every((token, at) => token.upos === tokens[at]!.upos && token.xpos === tokens[at]!.xpos)
    ? tokens
    : now;
}

/** The token as its neighbours want it, whatever the headline's verb is; null where it stays. */
function settleWord(tokens: readonly Token[], at: number, words: HeadlineWords): Token | null {
  const token = tokens[at]!;
  if (isWord(token)) return { ...token, ...THING };
  if (isHiddenDoer(tokens, at, words)) return { ...token, ...DOERS };
  if (at === 0) return null;
  const isBehindDoer = isHiddenDoer(tokens, at - 1, words);
  const isPlanned =
    token.xpos === BASE && isFull(token) && tokens[at - 1]!.xpos === PRESENT && isFull(tokens[at - 1]!);
  return isBehindDoer || isPlanned ? { ...token, ...THING } : null;
}

/** True for a verb that is no auxiliary. */
function isFull({ upos }: Token): boolean {
  return upos === "VERB";
}

/** The first verb that was taken for a noun behind nothing but words of a subject that begins at `from`; -1 for none. */
function findVerb(tokens: readonly Token[], from: number, words: HeadlineWords): number {
  return tokens.findIndex(
    (_, at) => at > from && isSubject(tokens.slice(from, at)) && isHiddenVerb(tokens, at, words),
  );
}

function withVerbAt(tokens: readonly Token[], verb: number): readonly Token[] {
  const xpos = PLURAL.has(tokens[verb]!.xpos) ? PRESENT : BASE;
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, upos: "VERB", xpos };
    if (at !== verb + 1) return token;
    if (isObjectOfVerb(tokens, at)) return { ...token, upos: "ADJ", xpos: "JJ" };
    return isNounBehind(tokens, at) ? { ...token, ...THING } : token;
  });
}

/** True for a word that the tagger took for a comma. */
function isWord({ upos, form }: Token): boolean {
  return upos === "PUNCT" && /\p{L}/u.test(form);
}

/** True for doers that the tagger took for a verb before the verb ("Gulf states vow revenge", "drones strike depot"). */
function isHiddenDoer(tokens: readonly Token[], at: number, words: HeadlineWords): boolean {
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  if (at === 0 || token.xpos !== PRESENT || next === undefined) return false;
  if (!words.isPeople(token) && !words.isArms(token)) return false;
  return isLower(next) && !OBJECT_ONLY.has(next.xpos) && words.isVerb(next);
}

/** True where another verb has a tense, but for one in a clause behind the first. */
function hasOtherVerb(tokens: readonly Token[], verb: number, words: HeadlineWords): boolean {
  const clause = tokens.findIndex(({ xpos }, at) => at > verb + 1 && CLAUSE.has(xpos));
  return tokens.some(
    (one, at) =>
      at !== verb &&
      hasTense(one, words) &&
      (clause < 0 || at < clause) &&
      !isLifted(tokens, at, verb, words),
  );
}

/** True for a past tense before a noun, where it tells of the noun ("free kidnapped soldiers"). */
function isObjectOfVerb(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.xpos === PAST && /^NNS?$/.test(tokens[at + 1]?.xpos ?? "");
}

/** True for the noun behind a verb in the singular that the tagger took for the verb of a plural ("lifts ban on"). */
function isLifted(tokens: readonly Token[], at: number, verb: number, words: HeadlineWords): boolean {
  if (at === verb + 1 && isObjectOfVerb(tokens, at)) return true;
  if (at !== verb + 1 || tokens[at]!.xpos !== BASE || words.isEvent(tokens[verb]!)) return false;
  const next = tokens[at + 1]?.xpos;
  return next === undefined || next === "IN" || next === "TO";
}

/** True for what the tagger took for a verb because it had taken the verb for a noun ("files complaint", "shuts crossing"). */
function isNounBehind(tokens: readonly Token[], at: number): boolean {
  const { xpos } = tokens[at]!;
  return xpos === BASE || (xpos === DOING && !OBJECT.has(tokens[at + 1]?.xpos ?? NOUN));
}

/** The parsed tokens with the noun before the settled verb as its subject, where the parser took it for part of a noun. */
export function withSubject(tokens: readonly Token[], verb: number): readonly Token[] {
  const below = tokens.filter((one) => one.head === verb && one.index < verb);
  if (below.some(({ deprel }) => deprel.startsWith("nsubj"))) return tokens;
  const subject = below.findLast(({ index, deprel }) => index === verb - 1 && deprel === "compound");
  return subject === undefined ? tokens : mendToken(tokens, subject.index, { deprel: "nsubj" });
}

/** True for words of a subject. */
function isSubject(tokens: readonly Token[]): boolean {
  return tokens.every(({ xpos }, at) => SUBJECT.has(xpos) || at === 0);
}

/** True for a verb with a tense that is one by its form too. */
function hasTense(token: Token, words: HeadlineWords): boolean {
  return FINITE.has(token.xpos) && (token.xpos !== BASE || words.isVerb(token));
}

function isHiddenVerb(tokens: readonly Token[], at: number, words: HeadlineWords): boolean {
  const { form, xpos } = tokens[at]!;
  const [before, next] = [tokens[at - 1]!, tokens[at + 1]];
  if (next === undefined || form !== form.toLowerCase() || !words.isVerb(tokens[at]!)) return false;
  const isModifier = words.modifiers.has(form) && COMMON.has(next.xpos) && isLower(next);
  if (PLURAL.has(xpos)) {
    if (words.isPeople(tokens[at]!)) return false;
    const hasObject =
      OBJECT.has(next.xpos) ||
      next.xpos === BASE ||
      isObjectOfVerb(tokens, at + 1) ||
      words.isPhrase(tokens[at]!, next) ||
      (PHRASE.has(next.xpos) && !words.isEvent(tokens[at]!));
    return hasObject && !isModifier && !PLURAL.has(before.xpos);
  }
  const hasMore = OBJECT.has(next.xpos) || PHRASE.has(next.xpos) || isObjectOfVerb(tokens, at + 1);
  if (!BARE.has(xpos) || !hasMore) return false;
  if (words.isPlural(before)) return !isModifier;
  if (PLURAL.has(before.xpos)) return isLower(before) || !isModifier;
  const joint = tokens[at - 2]?.xpos;
  return before.xpos === NAME && (joint === COMMA || joint === AND) && !isModifier;
}

function isLower({ form }: Token): boolean {
  return form === form.toLowerCase();
}
