/**
 * Text in, words with keys out: lower case, without accents and possessive
 * endings, figures without separators, and names that mean the same ("Russian
 * Federation", "Russia") under one key. Tables come from the knowledge room;
 * sentences are sentences.ts's business.
 */
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import { hashText } from "./hash.ts";

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

/** The words of a text in order. */
export type ReadWords = (text: string) => Word[];

const WORD = /\p{L}\.(?:\s?\p{Lu}\.)+|[\p{L}\p{N}]+(?:[.,]\p{N}+|['’]\p{L}+)*/gu;
const MARKS = /\p{M}+/gu;
const ASCII = /^[\x00-\x7f]*$/;
const MOST_KEPT = 200_000;

/** A reader over these tables; what it keeps of single words depends on nothing else. */
export function createWordReader(knowledge: LinkingKnowledge): ReadWords {
  const known = new Map<string, Pick<Word, "hash" | "stem" | "stemHash" | "number" | "weight">>();
  const about = (key: string) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const stem = knowledge.stem(key);
    const number = /^\d/.test(key);
    const fresh = {
      hash: hashText(key),
      stem,
      stemHash: hashText(stem),
      number,
      // as a record keeps it, so that what is read again is the same
      weight: Math.fround(knowledge.rareness(stem)),
    };
    if (known.size < MOST_KEPT) known.set(key, fresh);
    return fresh;
  };
  return (text) => {
    const matches = [...text.matchAll(WORD)];
    const forms = matches.map((match) => bareForm(match[0]));
    const keys = forms.map((form) => form.toLowerCase());
    const words: Word[] = [];
    for (let i = 0; i < matches.length; ) {
      const variant = knowledge.variant(forms, keys, i);
      const length = variant?.length ?? 1;
      const last = matches[i + length - 1]!;
      const key = variant?.name ?? numeralKey(keys[i]!, knowledge);
      words.push({
        key,
        start: matches[i]!.index,
        end: last.index + last[0].length,
        capital: isCapital(forms[i]!),
        ...about(key),
      });
      i += length;
    }
    return words;
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
