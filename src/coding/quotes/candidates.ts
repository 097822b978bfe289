/**
 * A sentence in, the words that may say something out, each with the stretches
 * that it may say: clauses and phrases under it, the words before or after it,
 * quotations beside it, the phrase that it describes.
 *
 * Which of them is said is left to the model (score-site.ts) and decide.ts.
 */
import type { Span } from "../../base/types.ts";
import { clauseCore } from "./clause-core.ts";
import { fitSpan } from "./fit-span.ts";
import { firstAfter } from "./marks.ts";
import { quotationsBeside } from "./quotations-beside.ts";
import type { Candidate, CueSite, SpeechSentence, SpeechText } from "./types.ts";

/** Words that can say something. */
export interface CueWords {
  /** Lemmas in lower case, with part of speech: "say VERB". */
  readonly lemmas: ReadonlySet<string>;
  /** Prepositions that credit ("according"). */
  readonly credits: ReadonlySet<string>;
  /** Marks that sign a quotation right behind it. */
  readonly signatures: ReadonlySet<string>;
}

const NO_CONTENT = new Set(["aux", "punct", "cc", "expl", "cop", "det", "case", "mark", "discourse"]);

/** The cue sites of a sentence, in order of the words. */
export function cueSites(speech: SpeechText, index: number, words: CueWords): readonly CueSite[] {
  const sentence = speech.sentences[index]!;
  const { tree } = sentence;
  if (tree.sentence.depth === "words") return [];
  const sites: CueSite[] = [];
  const touches = sentence.quotation.some((one) => one >= 0);
  for (const token of tree.tokens) {
    // The end of a compound ("so-called") says nothing.
    if (sentence.quotation[token.index]! >= 0 || speech.text[token.start - 1] === "-") continue;
    const credits = words.credits.has(tree.lower[token.index]!);
    const beside = token.upos === "VERB" && touches;
    const signs = words.signatures.has(token.form) && endsQuotation(speech, token.start);
    if (!credits && !signs && !beside && !words.lemmas.has(cueKey(token.lemma, token.upos))) continue;
    const candidates = candidatesOf(speech, index, token.index, credits);
    if (candidates.length > 0) sites.push({ sentence: index, token: token.index, candidates, signs });
  }
  return sites;
}

/** True where a quotation ends right before. */
function endsQuotation(speech: SpeechText, offset: number): boolean {
  const before = speech.quotations[firstAfter(speech.quotations, offset) - 1];
  return before !== undefined && before.end <= offset && speech.text.slice(before.end, offset).trim() === "";
}

/** How a word is found among the cue words. */
export function cueKey(lemma: string, upos: string): string {
  return `${lemma.toLowerCase()} ${upos}`;
}

function candidatesOf(
  speech: SpeechText,
  index: number,
  cue: number,
  credits: boolean,
): readonly Candidate[] {
  const sentence = speech.sentences[index]!;
  const found: Candidate[] = [];
  const cueSpan = sentence.tree.tokens[cue]!;
  const add = (way: string, first: number, last: number) => {
    if (first > last) return;
    const span = fitSpan(speech, sentence, first, last);
    if (span !== null) addSpan(way, span);
  };
  const addSpan = (way: string, span: Span) => {
    const broken = way === "whole" || way.endsWith("-around");
    if (!broken && span.start < cueSpan.end && cueSpan.start < span.end) return;
    if (span.end - span.start < 2) return;
    if (found.some((one) => one.start === span.start && one.end === span.end)) return;
    found.push({ way, start: span.start, end: span.end });
  };
  for (const { way, ...span } of quotationsBeside(speech, index, cue)) addSpan(way, span);
  if (sentence.tree.parsed) {
    if (credits) besideCredit(sentence, cue, add);
    else {
      below(sentence, cue, add);
      marked(sentence, cue, add);
      above(sentence, cue, add);
    }
  }
  if (!credits || !sentence.tree.parsed) beside(sentence, cue, add);
  return found;
}

type Add = (way: string, first: number, last: number) => void;

/** Phrases and clauses that the cue heads, alone and up to its end. */
function below(sentence: SpeechSentence, cue: number, add: Add): void {
  const { tree, low, high } = sentence;
  for (const child of tree.children[cue]!) {
    const relation = tree.relation[child]!;
    if (NO_CONTENT.has(relation)) continue;
    if (relation === "conj") continue;
    const first = low[child]!;
    const inner = withoutPreposition(sentence, child);
    const from = relation === "ccomp" || relation === "xcomp" ? first : inner;
    const deep = tree.tokens[child]!.deprel === "nsubj" ? "subject" : relation;
    if (child < cue && relation === "ccomp") {
      add("fronted", first, high[child]!);
      continue;
    }
    add(deep, from, high[child]!);
    if (from !== first) add(`${deep}-whole`, first, high[child]!);
    if (child < cue || relation === "advmod" || relation === "nsubj") continue;
    for (const later of tree.children[cue]!)
      if (later > child && tree.relation[later] !== "punct" && high[later]! < high[cue]!)
        add(`${deep}-and-${tree.relation[later]}`, from, high[later]!);
    toQuotation(sentence, from, (last) => {
      if (!leavesClause(sentence, cue, last)) add(`${deep}-to-quote`, from, last);
    });
    add(`${deep}-on`, from, high[cue]!);
    add(`${deep}-to-end`, from, tree.tokens.length - 1);
    add(`${deep}-phrase`, from, shortEnd(sentence, child));
    const commas = commasBetween(sentence, child, tree.tokens.length - 1);
    if (commas.length > 0) add(`${deep}-to-comma`, from, commas[0]! - 1);
    if (commas.length > 1) add(`${deep}-to-last-comma`, from, commas.at(-1)! - 1);
  }
}

/** Commas and dashes outside quotations. */
function commasBetween(sentence: SpeechSentence, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from + 1; at < to; at++)
    if (sentence.tree.tokens[at]!.upos === "PUNCT" && sentence.quotation[at]! < 0) found.push(at);
  return found;
}

/** True where a token lies behind the clause of the cue, in the one that it depends on ("after he confirmed it, they
 * called it …"). */
function leavesClause(sentence: SpeechSentence, cue: number, last: number): boolean {
  const { tree, high } = sentence;
  const { head } = tree.tokens[cue]!;
  const depends = tree.relation[cue] === "advcl" || tree.relation[cue] === "acl";
  return depends && head > cue && last > high[cue]! && head <= last;
}

/** Ends of the first and the last quotation behind a token of the sentence. */
function toQuotation(sentence: SpeechSentence, from: number, add: (last: number) => void): void {
  const { quotation } = sentence;
  let first = -1;
  let last = -1;
  for (let at = from + 1; at < quotation.length; at++) {
    if (quotation[at]! < 0) continue;
    if (first < 0 && quotation[at + 1] !== quotation[at]) first = at;
    last = at;
  }
  if (first >= 0) add(first);
  if (last > first) add(last);
}

/** Clauses that a mark opens behind the cue, wherever the tree hangs them ("told them on Monday that …"). */
function marked(sentence: SpeechSentence, cue: number, add: Add): void {
  const { tree, high } = sentence;
  for (let at = cue + 2; at < tree.tokens.length && at < cue + 16; at++) {
    if (tree.relation[at] !== "mark" || sentence.quotation[at]! >= 0) continue;
    const head = tree.tokens[at]!.head;
    if (head < at || tree.tokens[head]!.head === cue) continue;
    add("marked", at, high[head]!);
    add("marked-to-end", at, tree.tokens.length - 1);
    return;
  }
}

/** The end of a phrase without what hangs on it loosely: relative clauses, appositions, joined clauses. */
function shortEnd(sentence: SpeechSentence, head: number): number {
  const { tree, high, low } = sentence;
  let end = high[head]!;
  for (let at = tree.children[head]!.length - 1; at >= 0; at--) {
    const child = tree.children[head]![at]!;
    if (child < head) break;
    const relation = tree.relation[child]!;
    const loose =
      relation === "advcl" || relation === "parataxis" || relation === "appos" || relation === "conj";
    if (!loose && relation !== "punct" && tree.tokens[child]!.deprel !== "acl:relcl") break;
    if (loose || relation === "acl") end = Math.min(end, low[child]! - 1);
  }
  return end;
}

/** First token of a phrase behind its preposition or mark. */
function withoutPreposition(sentence: SpeechSentence, head: number): number {
  const { tree, low } = sentence;
  let first = low[head]!;
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    if (child > head || (relation !== "case" && relation !== "mark") || low[child]! > first) continue;
    first = sentence.high[child]! + 1;
  }
  return Math.min(first, head);
}

/** What the cue describes: "the law proposed by", "which he believes". */
function above(sentence: SpeechSentence, cue: number, add: Add): void {
  const { tree, low, high } = sentence;
  const { head, deprel } = tree.tokens[cue]!;
  if (head < 0) return;
  if (deprel.startsWith("acl") && head < cue) add("described", low[head]!, low[cue]! - 1);
  if (deprel.startsWith("amod") && head > cue) add("described", cue + 1, high[head]!);
  if (deprel === "parataxis" || deprel === "ccomp" || deprel === "advcl") {
    if (head < cue) add("head-before", low[head]!, low[cue]! - 1);
    else add("head-after", high[cue]! + 1, high[head]!);
  }
  if (deprel === "xcomp" || deprel === "conj") {
    const subject = tree.children[head]!.find((child) => tree.relation[child] === "nsubj");
    if (subject !== undefined) add("subject", low[subject]!, high[subject]!);
  }
}

/** The words before and after the cue with its subject, and both together around it. */
function beside(sentence: SpeechSentence, cue: number, add: Add): void {
  const { tree } = sentence;
  const last = tree.tokens.length - 1;
  const core = clauseCore(sentence, cue);
  const breakBefore = core.first > 0 && tree.tokens[core.first - 1]!.upos === "PUNCT";
  if (breakBefore) {
    add("before", 0, core.first - 1);
    let from = core.first - 2;
    while (from > 0 && tree.tokens[from]!.upos !== "PUNCT") from--;
    if (from > 0) add("clause-before", from + 1, core.first - 1);
  }
  if (core.last >= last) return;
  add("after", core.last + 1, last);
  let break_ = core.last + 1;
  while (break_ < last && tree.tokens[break_]!.upos !== "PUNCT") break_++;
  if (break_ < last) add("after-comma", break_ + 1, last);
  if (breakBefore && tree.tokens[core.last + 1]!.upos === "PUNCT") add("whole", 0, last);
}

/** The words before and after "according to …". */
function besideCredit(sentence: SpeechSentence, cue: number, add: Add): void {
  const { tree, low, high } = sentence;
  let top = cue;
  const { head, deprel } = tree.tokens[cue]!;
  if (head >= 0 && (deprel.startsWith("case") || deprel.startsWith("mark") || deprel.startsWith("fixed")))
    top = head;
  const first = Math.min(low[top]!, cue);
  const last = high[top]!;
  const end = tree.tokens.length - 1;
  add("credit-after", last + 1, end);
  let comma = cue + 1;
  while (comma < end && tree.lower[comma] !== ",") comma++;
  if (comma < end) add("credit-after-comma", comma + 1, end);
  add("credit-before", 0, first - 1);
  let from = first - 2;
  while (from > 0 && tree.tokens[from]!.upos !== "PUNCT") from--;
  if (from > 0) add("credit-clause", from + 1, first - 1);
  const above = tree.tokens[top]!.head;
  if (above >= 0) {
    if (above < first) add("credit-head", low[above]!, first - 1);
    else add("credit-head", last + 1, high[above]!);
  }
}
