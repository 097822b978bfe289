/**
 * A coded mention and its worded report in, its facts out: parties by id, code
 * and words, the head among the words of the trigger, figures, days, and the
 * words of the sentence.
 */
import { dayNumber } from "../../base/day.ts";
import type { Actor } from "../../coding/types.ts";
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import { hashText } from "../text/hash.ts";
import type { WordedReport } from "../text/read-report.ts";
import { type ReadWords, type Word, wordsBetween, wordsOf } from "../text/read-words.ts";
import type { EventFacts, LinkMention } from "../types.ts";

/** Rareness that a party known to the gazetteer stands for. */
const PARTY_WEIGHT = 6;

/** The facts of a mention of the worded report. */
export function factsOfMention(
  mention: LinkMention,
  worded: WordedReport,
  readWords: ReadWords,
  knowledge: LinkingKnowledge,
): EventFacts {
  const words = wordsIn(worded, mention.sentenceSpan.start, mention.sentenceSpan.end);
  const trigger = words.filter(
    ({ start, end }) => end > mention.trigger.start && start < mention.trigger.end,
  );
  const head = headOf(trigger, knowledge) ?? words[0] ?? null;
  const stem = head?.stem ?? mention.event;
  const families =
    trigger.length === 0 ? [] : [...new Set(trigger.flatMap((word) => knowledge.families(word.stem)))];
  const context = new Map<number, number>();
  const names = new Map<number, number>();
  for (const word of words) {
    if (trigger.includes(word)) continue;
    context.set(word.stemHash, word.weight);
    if (word.capital && word !== words[0]) names.set(word.stemHash, word.weight);
  }
  return {
    id: mention.id,
    reportId: worded.report.id,
    sentence: mention.sentence,
    head: stem,
    headHash: hashText(stem),
    families,
    words: new Set(trigger.map((word) => word.stem)),
    rareness: head?.weight ?? 0,
    reporting: false,
    subject: partyTerms(mention.actor, readWords),
    object: partyTerms(mention.recipient, readWords),
    other: mention.place === null ? new Map() : termsOf(wordsOf(readWords(mention.place.text))),
    context,
    names,
    figures: new Set(mention.quantity.map(({ value }) => hashText(String(value)))),
    days: daysOf(mention, worded),
  };
}

function wordsIn(worded: WordedReport, start: number, end: number): Word[] {
  const { words } = worded;
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (words.starts[middle]! < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < words.length && words.ends[last]! <= end) last++;
  return wordsBetween(words, low, last);
}

/** The word of the trigger that has a family, else the rarest. */
function headOf(trigger: readonly Word[], knowledge: LinkingKnowledge): Word | null {
  const rank = (word: Word) => (knowledge.families(word.stem).length > 0 ? 100 : 0) + word.weight;
  return trigger.reduce<Word | null>(
    (best, word) => (best === null || rank(word) > rank(best) ? word : best),
    null,
  );
}

function partyTerms(parties: readonly Actor[], readWords: ReadWords): Map<number, number> {
  const terms = new Map<number, number>();
  for (const { id, code, entityText } of parties) {
    if (id !== null) terms.set(hashText(`id ${id}`), PARTY_WEIGHT);
    if (code !== null) terms.set(hashText(`code ${code}`), PARTY_WEIGHT);
    if (id === null)
      for (const [hash, weight] of termsOf(wordsOf(readWords(entityText)))) terms.set(hash, weight);
  }
  return terms;
}

function termsOf(words: readonly Word[]): Map<number, number> {
  return new Map(words.map((word) => [word.stemHash, word.weight]));
}

/** Days that a mention can mean: as stated, else a few days back from the day of its report. */
function daysOf({ date, endDate, dateBasis }: LinkMention, worded: WordedReport): [number, number] | null {
  if (date !== null) {
    const first = dayNumber(date);
    const last = endDate === null ? first : dayNumber(endDate);
    return dateBasis === "stated" ? [first, last] : [first - DAYS_BACK, last];
  }
  if (worded.report.date === null) return null;
  const day = dayNumber(worded.report.date);
  return [day - DAYS_BACK, day];
}

/** A report without a stated day tells of the last days: three are common in news (PLOVER manual 2.0 allows seven). */
const DAYS_BACK = 3;
