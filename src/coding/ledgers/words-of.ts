/** Phrases of a sentence in, their words and the countries that they name out. */
import { childWith, phraseOf, type Tree } from "../tree/tree.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** The phrase without its preposition, article, times and closing marks, and without who stands behind "with".
 * @param without tokens whose phrases are left out (default: none) */
export function phraseText(
  told: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
  without: readonly number[] = [],
): string {
  const { tree, text } = sentence;
  const head = wholeNoun(told, sentence);
  let [first, last] = [head, head + 1];
  const visit = (node: number, depth: number) => {
    for (const child of tree.children[node]!) {
      if (without.includes(child) || (node === head && !isOwn(tree, child, head))) continue;
      if (child > head && (isTime(child, sentence) || standsWith(tree, child, tools))) continue;
      if (child > head && isAgent(child, sentence, tools)) continue;
      first = Math.min(first, child);
      last = Math.max(last, child + 1);
      if (depth < 12) visit(child, depth + 1);
    }
  };
  visit(head, 0);
  last = withComplements(head, last, sentence, tools);
  while (first < last - 1 && isOpening(tree, first)) first++;
  const closing = NOUNS.has(tree.tokens[head]!.upos) ? CLOSING : PUNCTUATION;
  while (last - 1 > head && closing.has(tree.tokens[last - 1]!.upos)) last--;
  return text.slice(tree.tokens[first]!.start, tree.tokens[last - 1]!.end);
}

/** "transit fees | late on Friday" */
const CLOSING: ReadonlySet<string> = new Set(["PUNCT", "ADV"]);
const PUNCTUATION: ReadonlySet<string> = new Set(["PUNCT"]);

/** The noun that the one before it belongs to, where the parser hung the preposition on the first ("of money laundering"). */
function wholeNoun(head: number, sentence: LedgerSentence): number {
  const { tree } = sentence;
  const over = tree.tokens[head]!.head;
  return tree.relation[head] === "compound" &&
    over === head + 1 &&
    tree.tokens[over]!.upos === "NOUN" &&
    !isTime(over, sentence)
    ? over
    : head;
}

/** The end of the phrase with what always belongs to the noun before it ("exports | of coal", "crimes | against humanity"),
 * wherever the tree hangs it. */
function withComplements(head: number, end: number, sentence: LedgerSentence, tools: LedgerTools): number {
  const { tree } = sentence;
  const { list } = tools.tables;
  let last = end;
  for (let steps = 0; steps < 2; steps++) {
    const joined = joinedBehind(head, last, sentence);
    if (joined > last) last = joined;
    if (!NOUNS.has(tree.tokens[last - 1]!.upos)) break;
    const mark = tree.lower[last] ?? "";
    const inner = tree.tokens[last]?.head ?? -1;
    if (inner <= last || inner - last > LONGEST || !NOUNS.has(tree.tokens[inner]!.upos)) break;
    if (!list("complement-prepositions").has(mark) && !isBeside(head, last, inner, sentence, tools)) break;
    if (isTime(inner, sentence) || hasVerb(tree, last, inner)) break;
    // "crimes | against President A": against whom, not what about.
    if (!list("owner").has(mark) && isSomebody(inner, sentence)) break;
    last = wholeNoun(inner, sentence) + 1;
  }
  return last;
}

function isSomebody(noun: number, { tree, parties }: LedgerSentence): boolean {
  return tree.tokens[noun]!.upos === "PROPN" && parties.isActor(noun);
}

/** True for a phrase right behind the noun that the tree hangs on its verb ("examined claims | about the raid"), where it
 * places nothing. */
function isBeside(
  head: number,
  mark: number,
  inner: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): boolean {
  const { tree } = sentence;
  const over = tree.tokens[head]!.head;
  if (tree.relation[inner] !== "obl" || tree.tokens[inner]!.head !== over || over > head) return false;
  if (!tools.tables.list("beside-prepositions").has(tree.lower[mark]!)) return false;
  if (isEmptyHead(inner, sentence, tools)) return false;
  return !sentence.parties.places().some(({ first, last }) => first <= inner && inner < last);
}

/** The end of a noun that is joined to what the phrase hangs on and that stands right behind the phrase ("talks on trade |
 * and visas"); the same end where there is none. */
function joinedBehind(head: number, end: number, { tree }: LedgerSentence): number {
  const joint = tree.tokens[end];
  const over = tree.tokens[head]!.head;
  if (joint?.deprel !== "cc" || over < 0 || tree.relation[head] !== "nmod") return end;
  const { index, deprel, upos, head: noun } = tree.tokens[joint.head]!;
  const isBare = deprel === "conj" && noun === over && upos === "NOUN" && childWith(tree, index, "det") < 0;
  return isBare && index - end <= 3 ? phraseOf(tree, index).last : end;
}

const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);
const LONGEST = 6;

function hasVerb(tree: Tree, from: number, to: number): boolean {
  return tree.tokens.slice(from, to).some(({ upos, form }) => upos === "VERB" || form === ",");
}

/** The noun with all that stands around it, joined nouns and clauses behind it too. @param until token that belongs to it
 * although it hangs elsewhere; -1 for none @param without tokens whose phrases are left out (default: none) */
export function wholeText(
  head: number,
  until: number,
  sentence: LedgerSentence,
  without: readonly number[] = [],
): string {
  const { tree, text } = sentence;
  let [first, last] = [head, Math.max(head, until) + 1];
  const visit = (node: number, depth: number) => {
    for (const child of tree.children[node]!) {
      const { upos } = tree.tokens[child]!;
      if (
        isTime(child, sentence) ||
        without.includes(child) ||
        (node === head && (upos === "PUNCT" || tree.relation[child] === "parataxis"))
      )
        continue;
      if (node === head && tree.relation[child] === "case" && child < head) continue;
      first = Math.min(first, child);
      last = Math.max(last, child + 1);
      if (depth < 12) visit(child, depth + 1);
    }
  };
  visit(head, 0);
  if (until > head) visit(until, 1);
  while (first < head && isOpening(tree, first)) first++;
  while (
    last - 1 > head &&
    (tree.tokens[last - 1]!.upos === "PUNCT" || tree.tokens[last - 1]!.upos === "ADP")
  )
    last--;
  return text.slice(tree.tokens[first]!.start, tree.tokens[last - 1]!.end);
}

function standsWith(tree: Tree, child: number, tools: LedgerTools): boolean {
  if (tree.relation[child] !== "nmod" && tree.relation[child] !== "obl") return false;
  const mark = childWith(tree, child, "case");
  const word = mark < 0 ? "" : tree.lower[mark]!;
  return tools.tables.list("with").has(word) || tools.tables.list("between").has(word);
}

/** "herders | by A and B": who acts, not what about. */
function isAgent(child: number, { tree, parties }: LedgerSentence, tools: LedgerTools): boolean {
  if (tree.relation[child] !== "nmod" && tree.relation[child] !== "obl") return false;
  const mark = childWith(tree, child, "case");
  return mark >= 0 && tools.cues.agent.has(tree.lower[mark]!) && parties.isActor(child);
}

/** True where the token stands in a time expression. */
export function isTime(head: number, { tree, times }: LedgerSentence): boolean {
  const { start, end } = tree.tokens[head]!;
  return times.some((time) => time.start < end && time.end > start);
}

/** True for a noun that only leads on ("on the sidelines of", "in the presence of"). */
export function isEmptyHead(head: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  return tools.tables.list("empty-heads").has(tree.tokens[head]!.lemma.toLowerCase());
}

function isOwn(tree: Tree, child: number, head: number): boolean {
  const relation = tree.relation[child];
  if (relation === "case" || relation === "punct" || relation === "mark" || relation === "cc") return false;
  if (tree.tokens[child]!.upos === "PRON" && child < head && relation === "nsubj") return false;
  return relation !== "appos" && relation !== "parataxis" && tree.tokens[child]!.deprel !== "acl:relcl";
}

function isOpening(tree: Tree, at: number): boolean {
  const { upos } = tree.tokens[at]!;
  return (
    upos === "DET" ||
    upos === "ADP" ||
    upos === "PUNCT" ||
    upos === "PRON" ||
    upos === "SCONJ" ||
    upos === "CCONJ"
  );
}

/** Countries of the places that the phrase names. */
export function countriesOf(head: number, { tree, parties }: LedgerSentence): string[] {
  const { first, last } = phraseOf(tree, head);
  const inside = parties.places().filter((place) => place.first >= first && place.last <= last);
  return [...new Set(inside.flatMap(({ countryCode }) => countryCode ?? []))];
}
