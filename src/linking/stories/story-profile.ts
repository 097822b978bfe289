/**
 * A worded report in, its profile out: the telling words of title and text
 * with weights (TF-IDF, Spärck Jones 1972), of length one. How common a word is
 * comes from knowledge and from the record's own counts together, so that the
 * words of the day ("vaccine" in 2021) lose weight as reports come in.
 */
import { dayNumber } from "../../base/day.ts";
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import type { WordedReport } from "../text/read-report.ts";
import type { KnownWord } from "../text/read-words.ts";
import type { StoryProfile, WordCounts } from "../types.ts";

export interface ProfileSettings {
  /** What a word of the title counts for, and one among the first `leadWords` of the text. */
  readonly titleFactor: number;
  readonly leadFactor: number;
  /** What a name counts for beside other words: who and where tell two happenings of one kind apart. */
  readonly nameFactor: number;
  readonly leadWords: number;
  /** Words of the text that are read at all. */
  readonly textWords: number;
  /** Reports that the background table of knowledge stands for. */
  readonly backgroundReports: number;
  /** Rareness below which a word tells nothing. */
  readonly leastRareness: number;
  /** Words of a profile, and how many of them are keys. */
  readonly profileWords: number;
  readonly keyWords: number;
}

/** Counts that know nothing: the background alone decides. */
export const NO_COUNTS: WordCounts = { reports: 0, of: () => 0 };

/** The profile of a report, heaviest words first; the first `keyWords` of them are its story keys. */
export function storyProfile(
  worded: WordedReport,
  counts: WordCounts,
  settings: ProfileSettings,
): StoryProfile {
  const { report, title, words } = worded;
  const tallies = new Map<number, { count: number; rareness: number }>();
  const add = (word: KnownWord, factor: number) => {
    const tally = tallies.get(word.stemHash);
    if (tally !== undefined) tally.count += factor;
    else tallies.set(word.stemHash, { count: factor, rareness: rareness(word, counts, settings) });
  };
  for (const word of title.known) add(word, settings.titleFactor);
  const read = Math.min(words.length, settings.textWords);
  for (let at = 0; at < read; at++) add(words.known[at]!, at < settings.leadWords ? settings.leadFactor : 1);
  const names = nameHashes(worded);
  const terms = [...tallies]
    .filter(([, tally]) => tally.rareness >= settings.leastRareness)
    .map(([hash, { count, rareness }]) => ({
      hash,
      weight: Math.log1p(count) * rareness * (names.has(hash) ? settings.nameFactor : 1),
    }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, settings.profileWords);
  const length = Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    reportId: report.id,
    day: report.date === null ? null : dayNumber(report.date),
    terms: {
      hashes: Uint32Array.from(terms, ({ hash }) => hash),
      weights: Float32Array.from(terms, ({ weight }) => Math.round((weight / length) * 1e4) / 1e4),
    },
  };
}

/** Words of the text that begin with a capital at least every second time, sentences' first words aside. */
function nameHashes({ words, sentences }: WordedReport): ReadonlySet<number> {
  const capitals = Uint8Array.from(words.capitals);
  for (const { first } of sentences) capitals[first] = 0;
  const balance = new Map<number, number>();
  for (const [at, { stemHash, number }] of words.known.entries()) {
    const step = capitals[at] === 1 && !number ? 1 : -1;
    balance.set(stemHash, (balance.get(stemHash) ?? 0) + step);
  }
  const names = new Set<number>();
  for (const [hash, sum] of balance) if (sum >= 0) names.add(hash);
  return names;
}

function rareness(word: KnownWord, counts: WordCounts, settings: ProfileSettings): number {
  const background = Math.exp(-word.weight) * settings.backgroundReports;
  return Math.log(
    (settings.backgroundReports + counts.reports + 1) / (background + counts.of(word.stemHash) + 0.5),
  );
}

/** Hashes of the words of a report that the record counts: each once. */
export function countedWords({ title, words }: WordedReport): number[] {
  const hashes = new Set<number>();
  for (const { known } of [title, words]) for (const word of known) hashes.add(word.stemHash);
  return [...hashes];
}

/** Settings of this file out of those of knowledge/models/linking/settings.json. */
export function profileSettings(knowledge: LinkingKnowledge): ProfileSettings {
  return knowledge.settings.stories as unknown as ProfileSettings;
}
