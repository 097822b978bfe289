/**
 * Two statements in, how they are tied out: word for word, one a part of the
 * other, or told in other words by the same speaker within days. Statements of
 * different speakers are never tied.
 */
import { dayNumber } from "../../base/day.ts";
import type { StatementJoinSettings } from "../../knowledge/statement-knowledge.ts";
import type { StatementFacts, StatementTie } from "../types.ts";
import { runsOf, saidWords, stemsOf } from "./said-words.ts";
import { compareSpeakers } from "./speakers.ts";

/** Compares pairs by these settings. */
export function createStatementComparer(
  settings: StatementJoinSettings,
): (one: StatementFacts, two: StatementFacts) => StatementTie | null {
  return (one, two) => {
    const speakers = compareSpeakers(one.speakers, two.speakers);
    const days = daysBetween(one, two);
    if (speakers === "other" || (days !== null && days > settings.sameDays)) return null;
    const [a, b] = one.id < two.id ? [one.id, two.id] : [two.id, one.id];
    const tie = (kind: StatementTie["kind"], share: number): StatementTie => ({
      a,
      b,
      kind,
      share: Math.round(share * 1000) / 1000,
    });
    const [short, long] = [saidWords(one.content), saidWords(two.content)].sort(
      (first, second) => first.length - second.length,
    ) as [readonly string[], readonly string[]];
    const fewest = speakers === "same" ? settings.fewestWords : settings.fewestWordsOpen;
    if (short.length < fewest) return null;
    if (short.join(" ") === long.join(" ")) return tie("same", 1);
    const held = shareOf(runsOf(short, settings.heldRun), runsOf(long, settings.heldRun));
    const known = speakers === "same" ? settings.shortenedWords : settings.fewestWordsOpen;
    if (held >= settings.held && short.length >= known) return tie("shortened", held);
    if (speakers !== "same" || days === null || days > settings.rewordedDays) return null;
    const [first, second] = [short, long].map((words) =>
      stemsOf(words, settings.longWord, settings.stemLength),
    ) as [ReadonlySet<string>, ReadonlySet<string>];
    const both = common(first, second);
    const share = both / Math.max(1, first.size + second.size - both);
    return both >= settings.rewordedStems && share >= settings.reworded ? tie("reworded", share) : null;
  };
}

function daysBetween(one: StatementFacts, two: StatementFacts): number | null {
  if (one.day === null || two.day === null) return null;
  return Math.abs(dayNumber(one.day) - dayNumber(two.day));
}

/** Share of the runs of the shorter that the longer holds. */
function shareOf(short: ReadonlySet<string>, long: ReadonlySet<string>): number {
  return common(short, long) / Math.max(1, short.size);
}

function common(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (two.has(item)) count++;
  return count;
}
