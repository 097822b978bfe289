/**
 * Sentences that say nothing, made of words as common as they are in news
 * (knowledge/models/linking/reports-per-word.tsv): what a generated report goes
 * on with where the share of words that reports have in common is to be that of
 * news. Each event has words of its own, which come back in all reports of it.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import type { Chance } from "./random.ts";

/** Makes sentences of one event. */
export type NewsSentences = (chance: Chance) => () => string;

const LEAST_WORDS = 16;
const MORE_WORDS = 10;
/** Words of an event, and how many of them a sentence has. */
const TOPIC_WORDS = 24;
const TOPIC_IN_SENTENCE = 2;
/** Words of a topic are none of those that many reports have. */
const MOST_REPORTS = 100;

/** A maker of sentences for each event. */
export function newsSentences(): NewsSentences {
  const rows = readFileSync(knowledgePath("models", "linking", "reports-per-word.tsv"), "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [word, count] = line.split("\t");
      return count === undefined ? [] : [{ word: word!, reports: Number(count) }];
    });
  const upTo = new Float64Array(rows.length);
  let sum = 0;
  for (const [at, { reports }] of rows.entries()) {
    sum += reports;
    upTo[at] = sum;
  }
  const anyWord = (chance: Chance): string => {
    const sought = chance.next() * sum;
    let low = 0;
    for (let high = rows.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! <= sought) low = middle + 1;
      else high = middle;
    }
    return rows[low]!.word;
  };
  const rare = rows.filter(({ reports }) => reports <= MOST_REPORTS);
  return (chance) => {
    const topic = Array.from({ length: TOPIC_WORDS }, () => chance.pick(rare).word);
    return () => {
      const words = Array.from({ length: LEAST_WORDS + chance.below(MORE_WORDS) }, () => anyWord(chance));
      for (let at = 0; at < TOPIC_IN_SENTENCE; at++) words[chance.below(words.length)] = chance.pick(topic);
      const text = words.join(" ");
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    };
  };
}
