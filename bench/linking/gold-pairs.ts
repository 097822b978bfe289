/** Documents with gold mentions in; facts, stories and scored pairs out: shared by the bench and by training. */

import { dayNumber } from "../../src/base/index.ts";
import type { LinkingKnowledge } from "../../src/knowledge/linking.ts";
import { eventFeatures } from "../../src/linking/events/event-features.ts";
import { factsOfTree } from "../../src/linking/events/facts-of-tree.ts";
import type { Linking } from "../../src/linking/index.ts";
import { compareProfiles, type StorySettings } from "../../src/linking/stories/compare-profiles.ts";
import type { ReadWords } from "../../src/linking/text/read-words.ts";
import type { EventFacts, WordCounts } from "../../src/linking/types.ts";
import type { GoldDocument } from "./gold-events.ts";

export interface GoldFact {
  readonly facts: EventFacts;
  readonly chain: string;
  readonly goldStory: string;
  readonly story: string;
  readonly topic: string;
}

export interface GoldSet {
  readonly facts: readonly GoldFact[];
  /** Cosine of two reports' profiles; 1 for one report. */
  alike(a: string, b: string): number;
}

export interface GoldPair {
  readonly a: GoldFact;
  readonly b: GoldFact;
  readonly features: readonly number[];
  readonly one: boolean;
}

/** Days before the day of a report in which what it tells happened. */
const DAYS_BACK = 3;

/** Facts of all gold mentions, with the stories that linking finds. */
export async function goldSet(
  documents: readonly GoldDocument[],
  linking: Linking,
  readWords: ReadWords,
  knowledge: LinkingKnowledge,
): Promise<GoldSet> {
  const reports = documents.map(({ report }) => report);
  const stems = new Map<number, number>();
  const none: WordCounts = { reports: 0, of: () => 0 };
  for (const report of reports) {
    for (const hash of linking.read(report, none).countedWords) stems.set(hash, (stems.get(hash) ?? 0) + 1);
  }
  const counts: WordCounts = { reports: reports.length, of: (hash) => stems.get(hash) ?? 0 };
  const profiles = new Map(reports.map((report) => [report.id, linking.read(report, counts).profile]));
  const settings = knowledge.settings.stories as unknown as StorySettings;
  const stories = await linking.linkStories(reports);
  const storyOf = new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id])));
  const known = new Map<string, number>();
  const facts = documents.flatMap(({ report, sentences, mentions, gold, topic }) => {
    const day = report.date === null ? null : dayNumber(report.date);
    return mentions.map((mention) => ({
      facts: factsOfTree(
        {
          id: mention.id,
          reportId: report.id,
          sentence: sentences[mention.sentence]!,
          tokens: mention.tokens,
          days: day === null ? null : ([day - DAYS_BACK, day] as const),
        },
        readWords,
        knowledge,
      ),
      chain: mention.chain,
      goldStory: gold,
      story: storyOf.get(report.id)!,
      topic,
    }));
  });
  const alike = (a: string, b: string): number => {
    if (a === b) return 1;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let value = known.get(key);
    if (value === undefined) {
      value = compareProfiles(profiles.get(a)!, profiles.get(b)!, settings).wording;
      known.set(key, value);
    }
    return value;
  };
  return { facts, alike };
}

/** Pairs of mentions that `near` admits. */
export function goldPairs(set: GoldSet, near: (a: GoldFact, b: GoldFact) => boolean): GoldPair[] {
  const pairs: GoldPair[] = [];
  for (const [at, a] of set.facts.entries()) {
    for (const b of set.facts.slice(0, at)) {
      if (!near(a, b)) continue;
      const reports = set.alike(a.facts.reportId, b.facts.reportId);
      pairs.push({ a, b, features: eventFeatures(a.facts, b.facts, { reports }), one: a.chain === b.chain });
    }
  }
  return pairs;
}
