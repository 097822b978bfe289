/**
 * A statement in, keys out by which statements of the same words find each
 * other: of a few runs of its words (the smallest by their hash, so that a part
 * has them too: Broder 1997), of its speaker, days and a few long words, by
 * which two translations meet, and of all that tells it apart.
 */
import { dayNumber } from "../../base/day.ts";
import type { StatementJoinSettings } from "../../knowledge/statement-knowledge.ts";
import { hashPair, hashText } from "../text/hash.ts";
import type { StatementFacts, Wording } from "../types.ts";
import { runsOf, saidWords, stemsOf } from "./said-words.ts";

/** The keys, each once. */
export function statementKeys(statement: StatementFacts, settings: StatementJoinSettings): readonly number[] {
  const words = saidWords(statement.content);
  if (words.length < settings.fewestWords) return [];
  const keys = new Set<number>();
  const wording = wordingOf(statement, settings);
  if (wording !== null) keys.add(wording.key);
  for (const run of smallest(runsOf(words, settings.runWords), settings.runKeys)) keys.add(run | 0);
  if (statement.day !== null) {
    const bucket = Math.floor(dayNumber(statement.day) / (settings.rewordedDays + 1));
    const stems = smallest(stemsOf(words, settings.longWord, settings.stemLength), settings.stemKeys);
    for (const speaker of statement.speakers)
      for (const near of [bucket, bucket + 1])
        for (const stem of stems) keys.add(hashPair(hashPair(hashText(speaker), near), stem) | 0);
  }
  return [...keys];
}

/** What tells the statement apart: its words, speakers and day; null where one like it would not be joined with it. */
export function wordingOf(
  { content, speakers, day }: StatementFacts,
  settings: StatementJoinSettings,
): Wording | null {
  const words = saidWords(content);
  if (words.length < (speakers.length > 0 ? settings.fewestWords : settings.fewestWordsOpen)) return null;
  const text = JSON.stringify([day, speakers.toSorted(), words.join(" ")]);
  return { key: hashText(text) | 0, text };
}

/** The smallest hashes of the texts. */
function smallest(texts: ReadonlySet<string>, count: number): readonly number[] {
  return [...texts]
    .map(hashText)
    .sort((one, two) => one - two)
    .slice(0, count);
}
