/**
 * Mentions that are words alone (a span of text known to tell a happening) in,
 * events out: pairs within one story are scored by their facts, without what
 * coding knows, and grouped by average link. For the `link` filter, whose
 * mentions may come from elsewhere.
 */
import { dayNumber } from "../../base/day.ts";
import { contentId } from "../../base/ids.ts";
import { groupByAverage } from "../average-link.ts";
import { comesBefore } from "../copies/link-copies.ts";
import type { LinkTools } from "../link-report.ts";
import { compareProfiles, type StorySettings } from "../stories/compare-profiles.ts";
import type {
  BareEvent,
  BareMention,
  Edge,
  EventFacts,
  Linked,
  LinkReport,
  ReadForLinking,
} from "../types.ts";
import { createFactsScorer } from "./event-model.ts";
import { factsOfTree } from "./facts-of-tree.ts";

/** Days before the day of a report in which what it tells happened. */
const DAYS_BACK = 3;
const LEAST_EDGE = 0.02;
const LEAST_LINES = 2;

/** The events of the bare mentions of these reports. */
export function linkBareMentions(
  mentions: readonly BareMention[],
  reads: readonly ReadForLinking[],
  linked: Linked,
  { knowledge, readWords }: LinkTools,
): BareEvent[] {
  const byId = new Map(reads.map((read) => [read.report.id, read]));
  const storyOf = new Map(linked.stories.flatMap((story) => story.reports.map((id) => [id, story.id])));
  const facts = mentions.map((mention) =>
    factsOfTree({ ...mention, days: daysOf(byId.get(mention.reportId)!.report) }, readWords, knowledge),
  );
  const stories = knowledge.settings.stories as unknown as StorySettings;
  const alike = alikeness(byId, stories);
  const score = createFactsScorer(knowledge.eventWeights);
  const edges: Edge[] = [];
  for (const members of Map.groupBy(facts, ({ reportId }) => storyOf.get(reportId)!).values()) {
    for (const [at, a] of members.entries()) {
      for (const b of members.slice(0, at)) {
        const value = score(a, b, { reports: alike(a.reportId, b.reportId) });
        if (value >= LEAST_EDGE) edges.push({ a: a.id, b: b.id, score: value });
      }
    }
  }
  const threshold = knowledge.settings.events.goldThreshold!;
  const byMention = new Map(facts.map((each) => [each.id, each]));
  const lineOf = new Map(linked.lines.flatMap((line) => line.reports.map((id) => [id, line.origin])));
  return groupByAverage([...byMention.keys()], edges, { threshold, missing: 1 }).map((group) =>
    describe(
      group.map((id) => byMention.get(id)!),
      (id) => byId.get(id)!.report,
      storyOf,
      lineOf,
    ),
  );
}

function daysOf({ date }: LinkReport): readonly [number, number] | null {
  if (date === null) return null;
  const day = dayNumber(date);
  return [day - DAYS_BACK, day];
}

/** How alike two reports are in their words; 1 for one report. */
function alikeness(reads: ReadonlyMap<string, ReadForLinking>, settings: StorySettings) {
  const known = new Map<string, number>();
  return (a: string, b: string): number => {
    if (a === b) return 1;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { wording } = compareProfiles(reads.get(a)!.profile, reads.get(b)!.profile, settings);
    known.set(key, wording);
    return wording;
  };
}

function describe(
  facts: readonly EventFacts[],
  reportOf: (id: string) => LinkReport,
  storyOf: ReadonlyMap<string, string>,
  lineOf: ReadonlyMap<string, string>,
): BareEvent {
  const sorted = facts.toSorted((a, b) =>
    a.reportId === b.reportId
      ? a.sentence - b.sentence || (a.id < b.id ? -1 : 1)
      : comesBefore(reportOf(a.reportId), reportOf(b.reportId))
        ? -1
        : 1,
  );
  const reports = [...new Set(sorted.map(({ reportId }) => reportId))];
  const lines = new Set(reports.map((id) => lineOf.get(id) ?? id)).size;
  return {
    id: contentId("e", sorted[0]!.id),
    storyId: storyOf.get(reports[0]!) ?? null,
    mentions: sorted.map(({ id }) => id),
    reports: reports.length,
    outlets: new Set(reports.flatMap((id) => reportOf(id).outlet ?? [])).size,
    lines,
    firstReport: reports[0]!,
    lastReport: reports.at(-1)!,
    standing: lines >= LEAST_LINES ? "confirmed" : "reported",
  };
}
