/**
 * Verbs that the parser joins to a word of another clause, put right for ledgers.
 *
 * In: a parsed sentence. Out: the same, but "banned imports that had grown and froze
 * the accounts" has both verbs side by side, in "agreed to close the border, stop
 * trade and freeze accounts" all three hang together, and a name that opens the
 * sentence is no auxiliary. Only relations and the parser's tags decide, no words.
 */
import type { Sentence, Token } from "../../language/types.ts";
import { mendToken } from "../tree/mend-token.ts";

/** The sentence with such verbs where they belong; the same one where there is nothing to mend.
 * @param isName true where the token at the head of the sentence is a name
 * @param describing participles that only describe a noun */
export function rejoinVerbs(
  sentence: Sentence,
  isName: () => boolean,
  describing: ReadonlySet<string>,
): Sentence {
  let now = openedByName(sentence.tokens, isName);
  now = withDescribed(withNounsBefore(now), describing);
  now = withVerbs(now);
  for (let at = 0; at < now.length; at++) now = trailing(timeBefore(rejoined(now, at), at), at);
  return now === sentence.tokens ? sentence : { ...sentence, tokens: now };
}

/** "Beijing suspended imports": a name that the tagger takes for an auxiliary. */
function openedByName(tokens: readonly Token[], isName: () => boolean): readonly Token[] {
  const [first, second] = tokens;
  if (first?.deprel === "root") return openedByRoot(tokens, isName);
  if (first?.xpos === "RB" && first.deprel === "advmod") return openedByAdverb(tokens, isName);
  const isTaken = first?.xpos === "VBG" && first.deprel.startsWith("aux") && second?.xpos === "VBN";
  if (!isTaken || first.head !== 1 || !isName()) return tokens;
  const named = mendToken(tokens, 0, { upos: "PROPN", xpos: "NNP", deprel: "nsubj" });
  return mendToken(named, 1, { xpos: "VBD" });
}

/** "Brazil on Monday postponed by two weeks the tariffs": a name that the parser takes for the root, with a participle for its verb. */
function openedByRoot(tokens: readonly Token[], isName: () => boolean): readonly Token[] {
  const [name] = tokens;
  const verb = tokens.find(({ head, deprel, xpos }) => head === 0 && deprel === "acl" && xpos === "VBN");
  const hasFinite = tokens.some(({ xpos, head }) => (xpos === PAST || xpos === PRESENT) && head === 0);
  if (name?.upos !== "PROPN" || verb === undefined || hasFinite) return tokens;
  const isOther = ({ head, deprel, index }: Token) =>
    head === verb.index &&
    deprel.startsWith("obl") &&
    !tokens.some((one) => one.head === index && one.deprel === "case");
  // What no preposition opens is the object.
  const object = tokens.find(
    (one) => one.head === verb.index && (one.deprel === "obj" || (isOther(one) && one.upos === "NOUN")),
  );
  if (object === undefined || !isName()) return tokens;
  let now = mendToken(tokens, 0, { head: verb.index, deprel: "nsubj" });
  for (const one of tokens)
    if (one.head === 0 && one.index > verb.index) now = mendToken(now, one.index, { head: verb.index });
  now = mendToken(now, verb.index, { head: -1, deprel: "root", xpos: PAST });
  return mendToken(now, object.index, { deprel: "obj" });
}

/** "United Nations appeal judges upheld the verdict": a noun before a noun that the parser takes for the verb. */
function withNounsBefore(tokens: readonly Token[]): readonly Token[] {
  const taken = tokens.find(({ deprel, xpos }) => deprel === "root" && xpos === "VBP");
  if (taken === undefined) return tokens;
  const [before, noun, verb] = [tokens[taken.index - 1], tokens[taken.index + 1], tokens[taken.index + 2]];
  const isSubjectBefore = before?.deprel === "nsubj" && before.head === taken.index && before.upos !== "PRON";
  const isNoun = noun?.xpos === "NNS" && noun.head === taken.index && noun.deprel === "obj";
  const isVerb = verb?.xpos === PAST && verb.head === taken.index;
  if (!isSubjectBefore || !isNoun || !isVerb) return tokens;
  let now = tokens;
  for (const one of tokens)
    if (one.head === taken.index) now = mendToken(now, one.index, { head: verb.index });
  now = mendToken(now, verb.index, { head: -1, deprel: "root" });
  now = mendToken(now, noun.index, { head: verb.index, deprel: "nsubj" });
  now = mendToken(now, before.index, { head: noun.index, deprel: "compound" });
  return mendToken(now, taken.index, { head: noun.index, deprel: "compound", upos: "NOUN", xpos: "NN" });
}

/** "Bahrain expelled the envoy": a name that the tagger takes for an adverb, where nobody else does it. */
function openedByAdverb(tokens: readonly Token[], isName: () => boolean): readonly Token[] {
  const verb = tokens[tokens[0]!.head];
  const isOpen =
    verb?.xpos === PAST && !tokens.some((one) => one.head === verb.index && isSubject(one.deprel));
  return isOpen && isName() ? mendToken(tokens, 0, { upos: "PROPN", xpos: "NNP", deprel: "nsubj" }) : tokens;
}

/** "imposed sweeping sanctions", "expelled A's acting envoy": a participle that only describes is no verb over the noun. */
function withDescribed(tokens: readonly Token[], describing: ReadonlySet<string>): readonly Token[] {
  let now = tokens;
  for (const { index, lower, head, xpos } of tokens.map((one) => ({
    ...one,
    lower: one.form.toLowerCase(),
  }))) {
    const isTaken = xpos === "VBG" && tokens[index]!.deprel === "xcomp" && describing.has(lower) && head >= 0;
    if (!isTaken || tokens.some((one) => one.head === head && one.deprel === "obj")) continue;
    const noun = tokens.slice(index + 1, index + 1 + NOUN_REACH).find(({ upos }) => upos === "NOUN");
    if (noun === undefined) continue;
    // The parser gives the object to the participle, or leaves the participle alone with the verb.
    if (noun.head === index && noun.deprel === "obj") now = mendToken(now, noun.index, { head });
    else continue;
    for (const one of tokens)
      if (one.head === index && one.index !== noun.index) now = mendToken(now, one.index, { head });
    now = mendToken(now, index, { upos: "ADJ", xpos: "JJ", deprel: "amod", head: noun.index });
  }
  return now;
}

const NOUN_REACH = 5;

/** "The tariffs apply to all goods": a bare noun by its tag that has a subject in the plural and says nothing of it. */
function withVerbs(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  for (const { index, xpos, deprel } of tokens) {
    if (xpos === "TO" && deprel === "case") now = asInfinitive(now, index);
    if (xpos === "NNS" && deprel === "compound") now = asListedVerb(now, index);
    if (xpos === "VBG" && deprel === "conj") now = asAttribute(now, index);
    if ((xpos !== "NN" && xpos !== "NNS") || deprel !== "root") continue;
    const children = tokens.filter(({ head }) => head === index);
    const subject = children.find((one) => one.deprel === "nsubj");
    const isBare = children.every((one) => !NOMINAL.has(one.deprel));
    if (subject === undefined || subject.index > index || !isBare) continue;
    // "The president arrives in A on Tuesday."
    if (xpos === "NNS" && (subject.xpos === "NNP" || subject.xpos === "NN"))
      now = mendToken(now, index, { upos: "VERB", xpos: PRESENT });
    else if (xpos === "NN" && subject.xpos === "NNS")
      now = mendToken(now, index, { upos: "VERB", xpos: "VBP" });
  }
  return now;
}

/** "Premier A and visiting President B discussed trade": a participle before a title, joined to a name, says which one. */
function asAttribute(tokens: readonly Token[], at: number): readonly Token[] {
  const { head } = tokens[at]!;
  const name = tokens.find((one) => one.head === at && one.deprel === "obj" && one.index > at);
  const isJoined = tokens[at - 1]?.upos === "CCONJ" && head >= 0 && head < at;
  const isTitled = name?.upos === "PROPN" && tokens[at + 1]?.upos !== "DET" && name.index > at + 1;
  if (!isJoined || !isTitled || !isNominal(tokens[head]!)) return tokens;
  const cc = tokens[at - 1]!;
  let now = mendToken(tokens, name.index, { head, deprel: "conj" });
  now = mendToken(now, at, { head: name.index, deprel: "amod", upos: "ADJ", xpos: "JJ" });
  return cc.head === at || cc.head === head ? mendToken(now, cc.index, { head: name.index }) : now;
}

const isNominal = ({ upos }: Token) => upos === "NOUN" || upos === "PROPN";

/** "voted to end sanctions": a verb behind its mark that the parser takes for the first half of the noun. */
function asInfinitive(tokens: readonly Token[], mark: number): readonly Token[] {
  const verb = tokens[mark + 1];
  const noun = tokens[verb?.head ?? -1];
  const isTaken = verb?.xpos === "NN" && verb.deprel === "compound" && noun !== undefined;
  if (!isTaken || tokens[mark]!.head !== noun.index || tokens[noun.head]?.upos !== "VERB") return tokens;
  let now = mendToken(tokens, mark, { upos: "PART", deprel: "mark", head: verb.index });
  now = mendToken(now, verb.index, { upos: "VERB", xpos: BARE, deprel: "xcomp", head: noun.head });
  return mendToken(now, noun.index, { deprel: "obj", head: verb.index });
}

/** "a day after Kenya closed it": the time before the conjunction is no subject of the clause. */
function timeBefore(tokens: readonly Token[], at: number): readonly Token[] {
  const { deprel, head, xpos } = tokens[at]!;
  if (deprel !== "advcl" || head < 0 || head > at) return tokens;
  const own = tokens.filter((one) => one.head === at);
  const mark = own.find((one) => one.deprel === "mark");
  const subjects = own.filter((one) => isSubject(one.deprel) && one.deprel !== "aux");
  const [first, second] = subjects;
  if (mark === undefined || first === undefined || second === undefined || xpos === "VBG") return tokens;
  if (first.index > mark.index || second.index < mark.index || first.index !== mark.index - 1) return tokens;
  return mendToken(tokens, first.index, { head, deprel: "obl:unmarked" });
}

/** "allowed the firm to pump oil, easing sanctions": a participle behind a comma goes with the verb over the infinitive. */
function trailing(tokens: readonly Token[], at: number): readonly Token[] {
  const { xpos, deprel, head } = tokens[at]!;
  if (xpos !== "VBG" || deprel !== "advcl" || tokens[at - 1]?.form !== "," || head > at) return tokens;
  let over = tokens[head];
  for (let steps = 0; over !== undefined && steps < 3; steps++) {
    if (over.xpos === PAST || over.xpos === PRESENT) break;
    over = tokens[over.head];
  }
  const isInfinitive = tokens[head]?.xpos === BARE && over !== undefined && over.index !== head;
  return isInfinitive && (over!.xpos === PAST || over!.xpos === PRESENT)
    ? mendToken(tokens, at, { head: over!.index })
    : tokens;
}

/** "bans flights and tours and limits imports": a plural before a plural, behind a list that was closed. */
function asListedVerb(tokens: readonly Token[], at: number): readonly Token[] {
  const noun = tokens[tokens[at]!.head]!;
  const list = noun.deprel === "conj" ? tokens[noun.head] : undefined;
  const verb = list?.deprel === "obj" ? tokens[list.head] : undefined;
  const isClosed = tokens.some(
    ({ index, deprel, head, upos }) =>
      upos === "CCONJ" &&
      deprel === "cc" &&
      index < at - 1 &&
      head < at &&
      tokens[head]?.head === list?.index,
  );
  if (verb?.xpos !== PRESENT || !isClosed || tokens[at - 1]?.upos !== "CCONJ" || noun.index !== at + 1)
    return tokens;
  const now = mendToken(tokens, at, { upos: "VERB", xpos: PRESENT, head: verb.index, deprel: "conj" });
  return mendToken(now, noun.index, { head: at, deprel: "obj" });
}

const NOMINAL: ReadonlySet<string> = new Set([
  "det",
  "amod",
  "compound",
  "cop",
  "nmod:poss",
  "nummod",
  "aux",
]);

/** The tokens with the verb at `at` joined to the verb that it stands beside. */
function rejoined(tokens: readonly Token[], at: number): readonly Token[] {
  const verb = tokens[at]!;
  if (verb.deprel !== "conj" || verb.head < 0 || verb.head > at) return tokens;
  const joint = tokens[at - 1];
  const isJoined = joint?.upos === "CCONJ" || (joint?.form === "," && verb.xpos === BARE);
  if (!isJoined || tokens.some(({ head, deprel }) => head === at && isSubject(deprel))) return tokens;
  const tense = tenseOf(tokens, verb);
  const over = tokens[verb.head]!;
  if (tense === null || isOf(tokens, over, tense)) return tokens;
  const before = tokens.slice(0, tense === BARE ? at : verb.head + 1);
  const target = before.findLast((one) => isOf(tokens, one, tense));
  if (target === undefined) return tokens;
  const now = mendToken(tokens, at, { head: target.index, upos: "VERB", xpos: tense });
  return withObject(now, at, verb.head);
}

const BARE = "VB";
const PAST = "VBD";
const PRESENT = "VBZ";
const isSubject = (deprel: string) => deprel.startsWith("nsubj") || deprel === "aux";

/** The form of a verb that stands by itself; of a participle or a plural noun with an object, which the tagger mistook, too. */
function tenseOf(tokens: readonly Token[], { index, xpos, head }: Token): string | null {
  if (xpos === PAST || xpos === PRESENT || xpos === BARE) return xpos;
  const over = tokens[head]!;
  if (!tokens.some((one) => one.head === index && one.deprel === "obj" && one.index > index)) return null;
  if (xpos === "VBN" && over.upos !== "VERB" && over.upos !== "ADJ") return PAST;
  return xpos === "NNS" && over.upos === "VERB" ? PRESENT : null;
}

/** True for a verb of that form: finite, or an infinitive with its mark. */
function isOf(tokens: readonly Token[], { index, upos, xpos, deprel }: Token, tense: string): boolean {
  if (upos !== "VERB" && upos !== "AUX") return false;
  if (tense !== BARE) return xpos === tense && deprel !== "aux" && deprel !== "aux:pass";
  const isMarked = tokens.some(({ head, upos: own }) => head === index && own === "PART");
  return xpos === BARE && (isMarked || deprel === "conj");
}

/** The noun that the parser joined to the same word as the verb is the verb's object. */
function withObject(tokens: readonly Token[], at: number, other: number): readonly Token[] {
  if (tokens.some(({ head, deprel }) => head === at && deprel === "obj")) return tokens;
  const object = tokens.find(({ index, head, deprel }) => index > at && head === other && deprel === "conj");
  return object === undefined ? tokens : mendToken(tokens, object.index, { head: at, deprel: "obj" });
}
