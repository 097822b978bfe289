/**
 * Text in, words with keys out: lower case, without accents and possessive
 * endings, figures without separators, and names that mean the same ("Russian
 * Federation", "Russia") under one key. Tables come from the knowledge room;
 * sentences are sentences.ts's business. What a form reads as is kept, so that
 * a report costs a look-up a word.
 */
import { Recent } from "../../base/recent.ts";
import type { LinkingKnowledge, NameForm } from "../../knowledge/linking.ts";
import { hashText } from "./hash.ts";
import { createFormScanner } from "./scan-forms.ts";

export interface Word {
  readonly key: string;
  readonly hash: number;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  readonly number: boolean;
  /** Rareness in news: logarithm of the inverse share of reports that hold it. */
  readonly weight: number;
  /** Key without endings, for comparison across reports. */
  readonly stem: string;
  readonly stemHash: number;
}

/** What a word shares with all words of its key. */
export type KnownWord = Pick<Word, "key" | "hash" | "stem" | "stemHash" | "number" | "weight">;

/** The words of a text in order, a column for each of their sides: a report has hundreds, and many reports are at hand. */
export interface WordList {
  readonly length: number;
  readonly known: readonly KnownWord[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 where the word begins with a capital letter. */
  readonly capitals: Uint8Array;
}

/** Reads the words of a text. */
export type ReadWords = (text: string) => WordList;

/** The words from `first` up to, not including, `last`. */
export function wordsBetween(list: WordList, first: number, last: number): Word[] {
  const words: Word[] = [];
  for (let at = first; at < last; at++) {
    const [start, end] = [list.starts[at]!, list.ends[at]!];
    words.push({ ...list.known[at]!, start, end, capital: list.capitals[at] === 1 });
  }
  return words;
}

/** All words of the list. */
export const wordsOf = (list: WordList): Word[] => wordsBetween(list, 0, list.length);

const MARKS = /\p{M}+/gu;
const ASCII = /^[\x00-\x7f]*$/;
/** Keys that are kept: those of some thousand reports. */
const MOST_KEPT = 80_000;
/** Longest key that is kept, in UTF-16 code units. */
const LONGEST_KEPT = 40;

/** A form as it stands in texts. */
interface Form extends NameForm {
  readonly capital: boolean;
  /** A name that has other forms may begin with it. */
  readonly opensName: boolean;
  readonly known: KnownWord;
}

/** A reader over these tables; what it keeps of single words depends on nothing else. */
export function createWordReader(knowledge: LinkingKnowledge): ReadWords {
  const keys = new Recent<string, KnownWord>(MOST_KEPT);
  const about = (key: string): KnownWord => {
    const found = keys.get(key);
    if (found !== undefined) return found;
    const stem = knowledge.stem(key);
    const fresh = {
      key,
      hash: hashText(key),
      stem,
      stemHash: hashText(stem),
      number: /^\d/.test(key),
      // as a record keeps it, so that what is read again is the same
      weight: Math.fround(knowledge.rareness(stem)),
    };
    if (key.length <= LONGEST_KEPT) keys.set(key, fresh);
    return fresh;
  };
  const scan = createFormScanner((form): Form => {
    const bare = bareForm(form);
    const lower = bare.toLowerCase();
    const known = about(numeralKey(lower, knowledge));
    return { bare, lower, capital: isCapital(bare), opensName: knowledge.opensName(lower), known };
  });
  return (text) => {
    // words have marks between them; the stops of an abbreviation stand for those
    const starts = new Uint32Array((text.length >> 1) + 1);
    const ends = new Uint32Array(starts.length);
    const forms: Form[] = [];
    scan(text, (form, start, end) => {
      starts[forms.length] = start;
      ends[forms.length] = end;
      forms.push(form);
    });
    const capitals = new Uint8Array(forms.length);
    const known: KnownWord[] = [];
    for (let i = 0; i < forms.length; ) {
      const form = forms[i]!;
      const variant = form.opensName ? knowledge.variant(forms, i) : null;
      const at = known.push(variant === null ? form.known : about(variant.name)) - 1;
      if (form.capital) capitals[at] = 1;
      starts[at] = starts[i]!;
      i += variant?.length ?? 1;
      ends[at] = ends[i - 1]!;
    }
    const { length } = known;
    return {
      length,
      known,
      starts: starts.slice(0, length),
      ends: ends.slice(0, length),
      capitals: capitals.slice(0, length),
    };
  };
}

/** "U.S." as US, "1,200" as 1200, "Putin's" as Putin, without accents. */
function bareForm(form: string): string {
  let bare = ASCII.test(form) ? form : form.normalize("NFD").replace(MARKS, "");
  if (/^\d/.test(bare)) return bare.replace(/,(?=\d{3})/g, "");
  if (bare.includes(".")) bare = bare.replace(/[.\s]/g, "");
  const mark = bare.search(/['’]/);
  return mark > 1 && bare.length - mark === 2 ? bare.slice(0, mark) : bare;
}

function numeralKey(key: string, knowledge: LinkingKnowledge): string {
  const value = knowledge.numeral(key);
  return value === null || value < 2 ? key : String(value);
}

function isCapital(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}
