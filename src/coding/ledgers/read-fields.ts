/**
 * What stands beside a step: figures, conditions, and the words that say that it
 * answers something.
 */
import type { Span } from "../../base/types.ts";
import { numberOf, quantityAt } from "../mentions/quantities.ts";
import { nextNoun } from "../tree/prepositions.ts";
import { childWith, phraseOf, type Tree } from "../tree/tree.ts";
import type { Quantity } from "../types.ts";
import { entriesAt } from "./entries-at.ts";
import { partiesUnder } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { isTime } from "./words-of.ts";

/** The figures in the phrases of these heads, each with the unit that it counts. */
export function figuresOf(
  heads: readonly number[],
  trigger: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Quantity[] {
  const { tree } = sentence;
  const found: Quantity[] = [];
  const visit = (head: number, depth: number) => {
    const figure = figureAt(head, trigger, sentence, tools);
    if (
      figure !== null &&
      !found.some(({ start, value }) => start === figure.start || value === figure.value)
    )
      found.push(...rangeBefore(head, figure, sentence, tools), figure);
    if (depth >= 4) return;
    for (const child of tree.children[head]!) {
      const mark = childWith(tree, child, "case");
      const measured = mark >= 0 && tools.cues.agent.has(tree.lower[mark]!);
      // "duties totalling 80 percent"
      const measures = tools.tables.list("measuring-verbs").has(tree.tokens[child]!.lemma.toLowerCase());
      if ((!isClause(tree, child) || measures) && !measured) visit(child, depth + 1);
    }
  };
  for (const head of heads) if (head >= 0) visit(head, 0);
  return found;
}

/** "from 10 to 25 percent", "between 43 and 105 percent": the other end of the range before the unit. */
function rangeBefore(
  head: number,
  figure: Quantity,
  { tree, text }: LedgerSentence,
  tools: LedgerTools,
): Quantity[] {
  const [opener, low, joint, high] = [-4, -3, -2, -1].map((back) => tree.tokens[head + back]);
  if (opener?.upos !== "ADP" || low?.upos !== "NUM" || high?.upos !== "NUM" || joint === undefined) return [];
  const isHundredths =
    PERCENT.has(tree.lower[head]!) || tools.tables.list("percent-words").has(tree.lower[head]!);
  if (!JOINTS.has(joint.upos) || !isHundredths) return [];
  const ends = [low, high].map(({ index }) => ({
    index,
    value: numberOf(tree, index, tools.quantityTools) ?? Number(tree.lower[index]!),
  }));
  return ends
    .filter(({ value }) => Number.isFinite(value) && value !== figure.value)
    .map(({ index, value }) => {
      const [start, end] = [tree.tokens[index]!.start, tree.tokens[head]!.end];
      return { ...figure, value, start, end, text: text.slice(start, end) };
    });
}

const JOINTS: ReadonlySet<string> = new Set(["CCONJ", "ADP", "PART"]);

function isClause(tree: Tree, child: number): boolean {
  return tree.tokens[child]!.upos === "VERB" && tree.relation[child] !== "amod";
}

function figureAt(
  head: number,
  trigger: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Quantity | null {
  const { tree, text } = sentence;
  const { upos, lemma } = tree.tokens[head]!;
  // "resolution 2371" counts nothing.
  if (
    entriesAt(tree, head, tools.tables).some(({ instrument, named }) => instrument === true || named === true)
  )
    return null;
  if (isTime(head, sentence)) return null;
  const word = lemma.toLowerCase();
  if (tools.tables.list("uncounted").has(word) || tools.tables.list("side-nouns").has(word)) return null;
  if (upos === "NUM") {
    // "755 of its 1,200 staff": both count the same.
    const isPart = tools.tables.list("owner").has(tree.lower[head + 1] ?? "");
    const noun = isPart ? tree.tokens[head + 1]!.head : -1;
    const counted =
      numberOf(tree, head, tools.quantityTools) ?? Number(tree.lower[head]!.replaceAll(",", ""));
    const countOf = (what: number): Quantity => {
      const [start, end] = [tree.tokens[head]!.start, tree.tokens[what]!.end];
      return { value: counted, unit: unitOf(tree, what, tools), text: text.slice(start, end), start, end };
    };
    if (noun > head && tree.tokens[noun]!.upos === "NOUN" && Number.isFinite(counted)) return countOf(noun);
    // "1,550 | deployed strategic warheads": the number that the parser parted from what it counts.
    const apart = tree.tokens.slice(head + 1, head + 5).find(({ upos: word }) => !DESCRIBING.has(word));
    if (apart?.upos === "NOUN" && apart.xpos.endsWith("S") && tree.tokens[head + 1]?.upos === "VERB")
      return countOf(apart.index);
  }
  if (upos !== "NOUN" && upos !== "PROPN" && upos !== "SYM" && upos !== "NUM") return null;
  if (tools.cues.timeNouns.has(lemma.toLowerCase()) || tools.cues.timeNouns.has(tree.lower[head]!))
    return null;
  const known =
    perCent(head, sentence, tools) ?? quantityAt(tree, head, [trigger], tools.quantityTools, text);
  if (known !== null) return known;
  const percent = tree.children[head]!.find(
    (child) =>
      child < head &&
      tree.relation[child] === "compound" &&
      tree.children[child]!.some((one) => tree.relation[one] === "nummod"),
  );
  // "a 10 percent levy"
  const share =
    percent === undefined ? null : quantityAt(tree, percent, [trigger], tools.quantityTools, text);
  if (share !== null) return share;
  const value =
    upos === "NOUN"
      ? (numberOf(tree, head, tools.quantityTools) ?? beforeAdjective(tree, head, tools))
      : null;
  if (value === null) return null;
  // "a 27 percent levy", "a 380-kilometre frontier": counted in what stands between.
  const between = measureBefore(tree, head, tools);
  if (between >= 0)
    return tree.tokens[between - 1]!.form === "-"
      ? null
      : quantityAt(tree, between, [trigger], tools.quantityTools, text);
  // "the two armies": those that were told of, counted by the way.
  const number = tree.children[head]!.find((child) => tree.relation[child] === "nummod");
  if (
    number !== undefined &&
    tools.tables.list("pair-words").has(tree.lower[number]!) &&
    isDefinite(tree, head, tools)
  )
    return null;
  const unit = unitOf(tree, head, tools);
  if (isYearOfName(tree, head, value, tools)) return null;
  // "a 1944 treaty" counts nothing, nor does "48 work at the embassy".
  if (tree.tokens[head]!.xpos === "NN" && Number.isInteger(value) && isBareCount(tree, head, value))
    return null;
  const { first, last } = phraseOf(tree, head);
  const [start, end] = [tree.tokens[first]!.start, tree.tokens[last - 1]!.end];
  return { value, unit, text: text.slice(start, end), start, end };
}

/** Hundredths in two words ("35 per cent"). */
function perCent(head: number, { tree, text }: LedgerSentence, tools: LedgerTools): Quantity | null {
  const words = tools.tables.list("percent-words");
  const joined = `${tree.lower[head - 1] ?? ""}_${tree.lower[head]!}`;
  const value = words.has(joined) ? Number(tree.lower[head - 2] ?? "") : Number.NaN;
  if (!Number.isFinite(value)) return null;
  const [start, end] = [tree.tokens[head - 2]!.start, tree.tokens[head]!.end];
  return { value, unit: [...words][0]!, text: text.slice(start, end), start, end };
}

/** "a 1975 fisheries accord": the year of what the noun stands before. */
function isYearOfName(tree: Tree, head: number, value: number, { tables }: LedgerTools): boolean {
  const over = tree.tokens[head]!.head;
  const isBefore = tree.relation[head] === "compound" && over > head;
  return isBefore && value > 1800 && value < 2100 && entriesAt(tree, over, tables).length > 0;
}

/** What may stand between a number and what it counts. */
const DESCRIBING: ReadonlySet<string> = new Set(["VERB", "ADJ"]);

function isDefinite(tree: Tree, head: number, tools: LedgerTools): boolean {
  return tree.children[head]!.some(
    (child) =>
      tree.relation[child] === "det" && tools.tables.list("known-determiners").has(tree.lower[child]!),
  );
}

/** True for a year before a noun, and for a number before a singular noun without an article, which is a verb or another's
 * name. */
function isBareCount(tree: Tree, head: number, value: number): boolean {
  if (value > 1800 && value < 2100) return true;
  const isOpened = tree.children[head]!.some((child) => OPENERS.has(tree.relation[child]!));
  return value > 1 && !isOpened && tree.relation[head] === "appos";
}

const OPENERS: ReadonlySet<string> = new Set(["det", "amod", "compound"]);

/** The unit that stands between a number and the noun that it measures; -1 for none. */
function measureBefore(tree: Tree, head: number, tools: LedgerTools): number {
  const number = tree.children[head]!.find((child) => child < head && tree.tokens[child]!.upos === "NUM");
  const inner =
    number ??
    tree.tokens.findLast(({ index, upos }) => index < head && index >= head - 3 && upos === "NUM")?.index;
  if (inner === undefined) return -1;
  const at = tree.tokens[inner + 1]?.form === "-" ? inner + 2 : inner + 1;
  const isJoined = at === inner + 2 || tree.tokens[at]?.upos === "NOUN" || tree.tokens[at]?.upos === "SYM";
  const isUnit =
    at < head && isJoined && tree.tokens[at]?.upos !== "ADJ" && tree.tokens[at]?.upos !== "PROPN";
  return isUnit && (at === inner + 2 || isPercent(tree, at, tools)) ? at : -1;
}

const PERCENT: ReadonlySet<string> = new Set(["%"]);

/** A word for hundredths, by its form: the one unit that stands before what it measures without a hyphen. */
function isPercent(tree: Tree, at: number, { tables }: LedgerTools): boolean {
  const isWord = () => tables.list("percent-words").has(tree.lower[at]!);
  return PERCENT.has(tree.tokens[at]!.form) || (tree.relation[at] === "compound" && isWord());
}

function unitOf(tree: Tree, noun: number, tools: LedgerTools): string {
  const word = tree.tokens[noun]!.lemma.toLowerCase();
  return tools.quantityTools.units.find(({ words }) => words.includes(word))?.unit ?? word;
}

/** The number of "21 Russian and Ukrainian officials", which parsers hang on the adjective. */
function beforeAdjective(tree: Tree, head: number, tools: LedgerTools): number | null {
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    if ((relation !== "amod" && relation !== "compound") || child > head) continue;
    // "a one-year embargo" counts years.
    if (tools.cues.timeNouns.has(tree.lower[child]!)) continue;
    const value = numberOf(tree, child, tools.quantityTools);
    if (value !== null) return value;
  }
  return null;
}

/** Figures of money anywhere in the sentence. */
export function moneyOf(trigger: number, sentence: LedgerSentence, tools: LedgerTools): Quantity[] {
  const heads = sentence.tree.tokens.map(({ index }) => index);
  return heads.flatMap((head) => {
    const figure = quantityAt(sentence.tree, head, [trigger], tools.quantityTools, sentence.text);
    return figure?.unit.startsWith("money:") === true ? [figure] : [];
  });
}

/** Conditions: from the word that opens one to the end of its clause. */
export function conditionsOf(
  sentence: LedgerSentence,
  tools: LedgerTools,
): (Span & { readonly text: string })[] {
  const { tree, text } = sentence;
  const cues = tools.tables.list("condition-cues");
  const found: (Span & { readonly text: string })[] = [];
  for (const { index } of tree.tokens) {
    const word = tree.lower[index]!;
    const joined = `${word}_${tree.lower[index + 1] ?? ""}`;
    const whole = `${joined}_${tree.lower[index + 2] ?? ""}`;
    if (!cues.has(word) && !cues.has(joined) && !cues.has(whole)) continue;
    if (found.some(({ end }) => end > tree.tokens[index]!.start)) continue;
    const last = clauseEnd(tree, index);
    if (last <= index + 1) continue;
    // "without approval" is a condition, "without a vote against" none.
    const isBare = tools.tables.list("consent-cues").has(word);
    const consent = tools.tables.list("consent-nouns");
    if (isBare && !tree.tokens.slice(index, last).some(({ lemma }) => consent.has(lemma.toLowerCase())))
      continue;
    const [start, end] = [tree.tokens[index]!.start, tree.tokens[last - 1]!.end];
    found.push({ start, end, text: text.slice(start, end) });
  }
  return found;
}

/** For how long: "for 90 days". */
export function stretchesOf(
  { tree, times, text }: LedgerSentence,
  tools: LedgerTools,
): (Span & { readonly text: string })[] {
  const list = tools.tables.list("for-prepositions");
  return times.flatMap((time) => {
    const first = tree.tokens.findIndex(({ start }) => start >= time.start);
    const at = tree.tokens[first - 1]?.upos === "DET" ? first - 2 : first - 1;
    if (time.type !== "DURATION" || at < 0 || !list.has(tree.lower[at]!)) return [];
    const { start } = tree.tokens[at]!;
    return [{ start, end: time.end, text: text.slice(start, time.end) }];
  });
}

const LONGEST = 24;

/** The token behind the clause that begins there: at a comma, a stop, or a long way on. */
export function clauseEnd(tree: Tree, from: number): number {
  let at = from + 1;
  while (at < tree.tokens.length && at - from < LONGEST) {
    const { upos, form } = tree.tokens[at]!;
    if (upos === "PUNCT" && form !== "-" && form !== "'" && form !== "’") break;
    at++;
  }
  return at;
}

/** What is answered is no measure: a launch, a speech. */
const OTHER = "other";

/** The last token of so many words from there; what hyphens join is one. */
function wordsEnd(tree: Tree, from: number, words: number): number {
  let at = from - 1;
  for (let left = words; left > 0 && at + 1 < tree.tokens.length; left--) {
    at++;
    while (tree.tokens[at + 1]?.form === "-" && at + 2 < tree.tokens.length) at += 2;
  }
  return at;
}

const joinedWords = (tree: Tree, from: number, end: number) =>
  tree.lower
    .slice(from, end + 1)
    .join("_")
    .replaceAll("_-_", "-");

/** True where the words of answering say to what: by their own last word or one before the noun. */
function pointsBack(last: number, noun: number, tree: Tree, { tables }: LedgerTools): boolean {
  const list = tables.list("answered-prepositions");
  const mark = tree.tokens.slice(last, noun).findLast(({ upos }) => upos === "ADP" || upos === "PART");
  return mark !== undefined && list.has(tree.lower[mark.index]!);
}

/** The words by which the step answers something, with the kinds and parties that they name. */
export function answerOf(
  sentence: LedgerSentence,
  tools: LedgerTools,
): (Span & { readonly text: string; readonly to: readonly string[] }) | null {
  const { tree, text } = sentence;
  const cues = tools.tables.list("answer-cues");
  for (let index = 0; index < tree.tokens.length; index++) {
    const last = [3, 2, 1]
      .map((words) => wordsEnd(tree, index, words))
      .find((end) => cues.has(joinedWords(tree, index, end)));
    if (last === undefined) continue;
    const named = tree.tokens.slice(last + 1, clauseEnd(tree, last)).map(({ index: at }) => at);
    const kinds = named.flatMap((at) =>
      entriesAt(tree, at, tools.tables).flatMap(({ kind, ledger }) =>
        ledger === "measure" ? [kind ?? "law"] : [],
      ),
    );
    const acts = named
      .filter((at) => tools.tables.list("anaphors").has(tree.tokens[at]!.lemma))
      .map(() => "measure");
    const codes = named.flatMap((at) =>
      partiesUnder(at, new Set(), sentence, tools).flatMap(({ code }) => code ?? []),
    );
    const [start, end] = [tree.tokens[index]!.start, tree.tokens[last]!.end];
    const first = nextNoun(tree, last);
    const isAct =
      first >= 0 &&
      (entriesAt(tree, first, tools.tables).length > 0 ||
        tools.tables.list("anaphors").has(tree.tokens[first]!.lemma));
    const isParty = first >= 0 && tree.tokens[first]!.upos === "PROPN";
    // "retaliated a day later by closing it", "hit back with duties": what is answered is not told.
    const isOpen = first < 0 || !pointsBack(last, first, tree, tools);
    // "hit back with duties on goods of A": what it answers is told before.
    const isBefore = isOpen && first >= 0;
    const to = isBefore
      ? [...new Set(kinds)]
      : isOpen || isAct || isParty
        ? [...new Set([...kinds, ...acts, ...codes])]
        : [OTHER];
    return { start, end, text: text.slice(start, end), to };
  }
  return null;
}

/** The words by which a measure is said to have another cause than a measure ("over its law", "after police had raided it"). */
export function causeOf(
  trigger: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): (Span & { readonly text: string; readonly to: readonly string[] }) | null {
  const { tree, text } = sentence;
  const { list, frames } = tools.tables;
  const isAct = (at: number) =>
    entriesAt(tree, at, tools.tables).some(({ ledger }) => ledger === "measure") ||
    (frames.get(tree.lower[at]!) ?? []).some(
      ({ rule }) => rule.ledger === "measure" && rule.kind !== undefined,
    ) ||
    list("anaphors").has(tree.tokens[at]!.lemma);
  for (const { index, start } of tree.tokens.slice(trigger + 1)) {
    const isCause = list("cause-cues").has(tree.lower[index]!);
    if (!isCause) continue;
    const end = clauseEnd(tree, index);
    const words = tree.tokens.slice(index + 1, end);
    if (words.length === 0 || words.some((one) => isAct(one.index))) return null;
    const last = words.at(-1)!.end;
    return { start, end: last, text: text.slice(start, last), to: [OTHER] };
  }
  return null;
}
