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
import type { ReportStems } from "./report-stems.ts";

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
  stems: ReportStems,
  counts: WordCounts,
  settings: ProfileSettings,
): StoryProfile {
  const { report } = worded;
  const tallies = new Float64Array(stems.words.length);
  for (const stem of stems.title) tallies[stem]! += settings.titleFactor;
  const read = Math.min(stems.text.length, settings.textWords);
  for (let at = 0; at < read; at++)
    tallies[stems.text[at]!]! += at < settings.leadWords ? settings.leadFactor : 1;
  const balance = nameBalance(worded, stems);
  const terms: Term[] = [];
  for (const [stem, word] of stems.words.entries()) {
    const rare = tallies[stem] === 0 ? 0 : rareness(word, counts, settings);
    if (tallies[stem] === 0 || rare < settings.leastRareness) continue;
    const factor = balance[stem]! >= 0 ? settings.nameFactor : 1;
    terms.push({ hash: word.stemHash, weight: Math.log1p(tallies[stem]!) * rare * factor });
  }
  const kept = heaviest(terms, settings.profileWords);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    reportId: report.id,
    day: report.date === null ? null : dayNumber(report.date),
    terms: {
      hashes: Uint32Array.from(kept, ({ hash }) => hash),
      weights: Float32Array.from(kept, ({ weight }) => Math.round((weight / length) * 1e4) / 1e4),
    },
  };
}

interface Term {
  readonly hash: number;
  readonly weight: number;
}

/** The heaviest terms in order; of those that weigh the same the least hashes. */
function heaviest(terms: readonly Term[], most: number): Term[] {
  const weights = Float64Array.from(terms, ({ weight }) => weight).sort();
  const least = weights[Math.max(0, weights.length - most)] ?? 0;
  return terms
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most);
}

/** For each stem how much more often it begins with a capital in the text than not, sentences' first words aside:
 * names do at least every second time. */
function nameBalance({ words, sentences }: WordedReport, stems: ReportStems): Int32Array {
  const capitals = Uint8Array.from(words.capitals);
  for (const { first } of sentences) capitals[first] = 0;
  const balance = new Int32Array(stems.words.length);
  const inText = new Uint8Array(stems.words.length);
  for (const [at, stem] of stems.text.entries()) {
    balance[stem]! += capitals[at] === 1 && !words.known[at]!.number ? 1 : -1;
    inText[stem] = 1;
  }
  for (const [stem, seen] of inText.entries()) if (seen === 0) balance[stem] = -1;
  return balance;
}

function rareness(word: KnownWord, counts: WordCounts, settings: ProfileSettings): number {
  const background = Math.exp(-word.weight) * settings.backgroundReports;
  return Math.log(
    (settings.backgroundReports + counts.reports + 1) / (background + counts.of(word.stemHash) + 0.5),
  );
}

/** Settings of this file out of those of knowledge/models/linking/settings.json. */
export function profileSettings(knowledge: LinkingKnowledge): ProfileSettings {
  return knowledge.settings.stories as unknown as ProfileSettings;
}
