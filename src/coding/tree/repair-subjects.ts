/**
 * Subjects that the parser tears apart, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but "During the talks, Kono
 * and Lavrov confirmed …" has the names behind the comma as subject, and in "the
 * minister, Taro Kono, and Mr Lavrov met" or "he and President Trump spoke" both are
 * the subject. Only relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";

/** The tokens with such subjects under their verb; the same array where there is nothing to mend. */
export function repairSubjects(tokens: readonly Token[]): readonly Token[] {
  let now: readonly Token[] = tokens;
  for (let at = 0; at < tokens.length; at++) {
    const striking = nounOfParticiple(now, now[at]!);
    if (striking !== null) {
      now = mendToken(now, striking.index, { head: now[at]!.head, deprel: "nsubj" });
      now = mendToken(now, at, { head: striking.index, deprel: "amod" });
    }
    const title = titleBehind(now, now[at]!);
    if (title !== null) {
      now = mendToken(now, title.index, { head: now[at]!.head, deprel: now[at]!.deprel });
      now = mendToken(now, at, { head: title.index, deprel: "compound" });
    }
    const token = now[at]!;
    const [head, deprel] = rightHead(now, token);
    if (head < 0) continue;
    now = mendToken(now, at, { head, deprel });
  }
  return now;
}

/** What stands behind a participle that opens the sentence and is the subject of the verb ("Striking miners returned"). */
function nounOfParticiple(tokens: readonly Token[], participle: Token): Token | null {
  if (participle.index > 0 || participle.xpos !== "VBG" || participle.deprel !== "advcl") return null;
  const verb = tokens[participle.head]!;
  const noun = tokens.find(({ head, deprel }) => head === 0 && deprel === "obj");
  if (noun === undefined || noun.index > verb.index || verb.upos !== "VERB" || noun.xpos !== "NNS")
    return null;
  if (tokens.slice(1, noun.index).some(({ upos }) => upos !== "NOUN" && upos !== "ADJ")) return null;
  if (tokens.some((one) => one.head === verb.index && one.deprel.startsWith("nsubj"))) return null;
  return standsBefore(tokens, lastUnder(tokens, noun.index, verb.index), verb.index) ? noun : null;
}

const RIGHT: readonly [number, string] = [-1, ""];

/** Head and relation that the token should have; -1 where it has them. */
function rightHead(tokens: readonly Token[], token: Token): readonly [number, string] {
  if (token.deprel === "appos") {
    const verb = verbWithoutSubject(tokens, token);
    return verb < 0 ? RIGHT : [verb, "nsubj"];
  }
  if (token.deprel === "conj") {
    const subject = subjectBefore(tokens, token);
    return subject < 0 ? RIGHT : [subject, "conj"];
  }
  if (isCalled(tokens, token)) return [token.head, "nsubj"];
  if (token.deprel !== "nsubj" || token.head < token.index) return RIGHT;
  const named = nameBehind(tokens, token);
  if (named >= 0) return [named, "compound"];
  const owned = nounBehind(tokens, token);
  if (owned >= 0) return [owned, "compound"];
  const first = tokens.find((one) => one.head === token.head && one.deprel.startsWith("nsubj"));
  if (first === undefined || first.index >= token.index) return RIGHT;
  const joint = tokens[lastUnder(tokens, first.index, token.index) + 1];
  const next = firstUnder(tokens, token.index);
  if (joint?.deprel === "cc" && next <= joint.index + 1) return [first.index, "conj"];
  return isListed(tokens, first, token, next) ? [first.index, "conj"] : RIGHT;
}

/** The name right behind a noun that is torn from it ("EU candidate Serbia"); -1 for none. */
function nameBehind(tokens: readonly Token[], noun: Token): number {
  if (noun.upos !== "NOUN" || tokens[noun.index + 1]?.upos === "PUNCT") return -1;
  const name = tokens.find(
    (one) =>
      one.index > noun.index && one.head === noun.head && one.deprel === "nsubj" && one.upos === "PROPN",
  );
  return name !== undefined && firstUnder(tokens, name.index) === noun.index + 1 ? name.index : -1;
}

/** True for what is no headline. */
function hasStop(tokens: readonly Token[]): boolean {
  return tokens.at(-1)!.upos === "PUNCT";
}

/** The noun of an office right behind the name of a state that the parser takes for part of the name ("Chad PM meets"). */
function titleBehind(tokens: readonly Token[], name: Token): Token | null {
  const title = tokens[name.index + 1];
  const fits =
    !hasStop(tokens) && name.upos === "PROPN" && name.deprel === "nsubj" && title?.head === name.index;
  const isLast = title?.index === name.head - 1;
  return fits && isLast && title.deprel === "flat" && title.upos === "NOUN" ? title : null;
}

/** The noun right behind a name that is torn from it in a headline ("Sri Lanka troops fire"); -1 for none. */
function nounBehind(tokens: readonly Token[], name: Token): number {
  if (name.upos !== "PROPN" || hasStop(tokens)) return -1;
  const noun = tokens[lastUnder(tokens, name.index, name.head) + 1];
  return noun?.head === name.head && noun.deprel === "nsubj" && noun.xpos === "NNS" ? noun.index : -1;
}

/** True for the first of two names in a headline that the parser takes for who is spoken to ("Peru, Chile sign pact"). */
function isCalled(tokens: readonly Token[], token: Token): boolean {
  if (token.deprel !== "vocative" || token.index > 0 || hasStop(tokens)) return false;
  const next = tokens[2];
  return next?.upos === "PROPN" && next.deprel === "nsubj" && next.head === token.head && next.head > 2;
}

/** "US, Philippines launch patrols", "Chad army, ECOWAS agree": two names, or a noun that a name opens and a name, at
 * the head of a headline with nothing but a comma between them. */
function isListed(tokens: readonly Token[], first: Token, second: Token, next: number): boolean {
  const comma = tokens[next - 1];
  const before = tokens.slice(first.index + 1, next - 1);
  const opening = firstUnder(tokens, first.index);
  return (
    comma?.form === "," &&
    (first.upos === "PROPN" || (!hasStop(tokens) && first.index === 1 && opensName(tokens[0]!))) &&
    (second.upos === "PROPN" ||
      (!hasStop(tokens) && second.index === next + 1 && opensName(tokens[next]!))) &&
    opening === 0 &&
    before.every((one) => one.upos === "PROPN")
  );
}

/** True for what can name whose the noun behind it is ("Chad army", "Thai army"). */
function opensName({ upos, form }: Token): boolean {
  return (upos === "PROPN" || upos === "ADJ") && form !== form.toLowerCase();
}

/** The verb behind the apposition that its phrase opens the clause of and that has no subject; -1 for none. */
function verbWithoutSubject(tokens: readonly Token[], appos: Token): number {
  const phrase = tokens[appos.head];
  if (phrase === undefined || phrase.index > appos.index || !phrase.deprel.startsWith("obl")) return -1;
  const verb = tokens[phrase.head];
  if (verb === undefined || verb.upos !== "VERB" || verb.index < appos.index || appos.upos === "NUM")
    return -1;
  if (tokens.some((one) => one.head === verb.index && one.deprel.startsWith("nsubj"))) return -1;
  return standsBefore(tokens, lastUnder(tokens, appos.index, verb.index), verb.index) ? verb.index : -1;
}

/** The subject that a name joined to its apposition ("the minister, Taro Kono, and Mr Lavrov") belongs to, or a titled
 * name joined to the state behind it ("the president of Chile and Mr Trump"); -1 for none. */
function subjectBefore(tokens: readonly Token[], joined: Token): number {
  const other = tokens[joined.head]!;
  const top = tokens[other.head];
  if (joined.upos !== "PROPN" || top === undefined || other.index > joined.index) return -1;
  if (other.deprel === "appos") {
    const joint = tokens.find((one) => one.head === joined.index && one.deprel === "cc");
    const comma = joint !== undefined && tokens[joint.index - 1]?.upos === "PUNCT";
    return comma && top.deprel.startsWith("nsubj") ? top.index : -1;
  }
  if (!isTitled(tokens, joined) || isTitled(tokens, other)) return -1;
  if (other.deprel === "nmod") {
    const verb = top.deprel === "nsubj" ? top.head : -1;
    return verb > joined.index && standsBefore(tokens, lastUnder(tokens, joined.index, verb), verb)
      ? top.index
      : -1;
  }
  if (other.deprel !== "obl" || top.upos !== "VERB" || top.index < joined.index) return -1;
  return (
    tokens.find((one) => one.head === top.index && one.deprel === "nsubj" && one.index < other.index)
      ?.index ?? -1
  );
}

/** True for a name of two words or with a title before it. */
function isTitled(tokens: readonly Token[], name: Token): boolean {
  return tokens.some(
    (one) => one.head === name.index && (one.deprel === "flat" || one.deprel === "nmod:desc"),
  );
}

/** True when only adverbs and auxiliaries stand between the two. */
function standsBefore(tokens: readonly Token[], last: number, verb: number): boolean {
  return tokens
    .slice(last + 1, verb)
    .every(({ upos }) => upos === "ADV" || upos === "AUX" || upos === "PART");
}

/** Last token below `ancestor` and before `end`. */
function lastUnder(tokens: readonly Token[], ancestor: number, end: number): number {
  return tokens.slice(0, end).findLastIndex((one) => isUnder(tokens, one, ancestor));
}

/** First token below `ancestor` or itself. */
function firstUnder(tokens: readonly Token[], ancestor: number): number {
  return tokens.findIndex((one) => isUnder(tokens, one, ancestor));
}

function isUnder(tokens: readonly Token[], token: Token, ancestor: number): boolean {
  let at = token.index;
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    if (at === ancestor) return true;
    at = tokens[at]!.head;
  }
  return false;
}
