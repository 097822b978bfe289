/**
 * Scores analysed sentences against gold ones in the manner of the CoNLL 2018
 * shared task: words are aligned by their characters (white space left out),
 * labels compared without subtypes, and every score is an F1 in percent.
 */
import type { Sentence } from "../../src/language/types.ts";
import type { GoldSentence } from "./treebank.ts";

export interface Scores {
  tokens: number;
  sentences: number;
  words: number;
  upos: number;
  xpos: number;
  lemmas: number;
  uas: number;
  las: number;
  /** LAS of the words that are no punctuation. */
  lasOfWords: number;
}

/** One word by its characters: offsets count characters that are no white space. */
interface Word {
  start: number;
  end: number;
  form: string;
  upos: string;
  xpos: string;
  lemma: string;
  /** The head word, null for the root. */
  head: Word | null;
  deprel: string;
}

interface Analysis {
  words: Word[];
  tokens: Set<string>;
  sentences: Set<string>;
}

const length = (text: string) => text.replace(/\s/g, "").length;
const key = (start: number, end: number) => `${start}-${end}`;

function ofGold(gold: readonly GoldSentence[]): Analysis {
  const analysis: Analysis = { words: [], tokens: new Set(), sentences: new Set() };
  let at = 0;
  for (const sentence of gold) {
    const from = at;
    const range = new Map(sentence.ranges.map((r) => [r.first, r]));
    const words: Word[] = [];
    for (let i = 0; i < sentence.words.length; ) {
      const multi = range.get(i);
      const last = multi?.last ?? i;
      const whole = length(multi?.form ?? sentence.words[i]!.form);
      analysis.tokens.add(key(at, at + whole));
      let inner = at;
      for (; i <= last; i++) {
        const word = sentence.words[i]!;
        const size = length(word.form);
        words.push({ ...word, start: inner, end: i === last ? at + whole : inner + size, head: null });
        inner += size;
      }
      at += whole;
    }
    words.forEach((word, i) => {
      const head = sentence.words[i]!.head;
      word.head = head < 0 ? null : words[head]!;
    });
    analysis.words.push(...words);
    analysis.sentences.add(key(from, at));
  }
  return analysis;
}

function ofSystem(text: string, sentences: readonly Sentence[]): Analysis {
  const analysis: Analysis = { words: [], tokens: new Set(), sentences: new Set() };
  const solid = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) solid[i + 1] = solid[i]! + (/\s/.test(text[i]!) ? 0 : 1);
  for (const sentence of sentences) {
    const words: Word[] = sentence.tokens.map((token) => ({
      ...token,
      start: solid[token.start]!,
      end: solid[token.end]!,
      head: null,
    }));
    sentence.tokens.forEach((token, i) => {
      words[i]!.head = token.head < 0 ? null : words[token.head]!;
    });
    for (let i = 0; i < words.length; i++) {
      const last = sentence.tokens[i]!.contractionEnd ?? i;
      analysis.tokens.add(key(words[i]!.start, words[last]!.end));
      i = last;
    }
    analysis.words.push(...words);
    analysis.sentences.add(key(words[0]!.start, words.at(-1)!.end));
  }
  return analysis;
}

function f1(correct: number, gold: number, system: number): number {
  return gold + system === 0 ? 0 : (200 * correct) / (gold + system);
}

const shared = (a: Set<string>, b: Set<string>) => [...a].filter((k) => b.has(k)).length;
const bare = (deprel: string) => deprel.split(":")[0];

/** F1 scores, in percent, of the sentences read from `text` against the gold ones. */
export function score(gold: readonly GoldSentence[], text: string, sentences: readonly Sentence[]): Scores {
  const a = ofGold(gold);
  const b = ofSystem(text, sentences);
  const bySpan = new Map(b.words.map((word) => [key(word.start, word.end), word]));
  const pairs = new Map<Word, Word>();
  for (const word of a.words) {
    const other = bySpan.get(key(word.start, word.end));
    if (other !== undefined) pairs.set(word, other);
  }
  const count = (test: (gold: Word, system: Word) => boolean) => {
    let correct = 0;
    for (const [g, s] of pairs) if (test(g, s)) correct++;
    return f1(correct, a.words.length, b.words.length);
  };
  const attached = (g: Word, s: Word) =>
    g.head === null ? s.head === null : s.head !== null && pairs.get(g.head) === s.head;
  const labelled = (g: Word, s: Word) => attached(g, s) && bare(g.deprel) === bare(s.deprel);
  const isWord = (word: Word) => word.upos !== "PUNCT";
  const wordPairs = [...pairs].filter(([g, s]) => isWord(g) && isWord(s) && labelled(g, s)).length;
  return {
    tokens: f1(shared(a.tokens, b.tokens), a.tokens.size, b.tokens.size),
    sentences: f1(shared(a.sentences, b.sentences), a.sentences.size, b.sentences.size),
    words: count(() => true),
    upos: count((g, s) => g.upos === s.upos),
    xpos: count((g, s) => g.xpos === s.xpos),
    lemmas: count((g, s) => g.lemma === s.lemma || g.lemma === "_"),
    uas: count(attached),
    las: count(labelled),
    lasOfWords: f1(wordPairs, a.words.filter(isWord).length, b.words.filter(isWord).length),
  };
}
