/**
 * One report and an index of earlier ones in, what it adds out: its copies, its
 * edges to reports and the edges of its mentions. This is the step that a
 * record runs for each report as it arrives; its cost hangs on the index's
 * bounded answers alone. Grouping edges into stories and events comes after.
 */
import { dayNumber } from "../base/day.ts";
import type { LinkingKnowledge } from "../knowledge/linking.ts";
import { type CopyKeySettings, copyKeys } from "./copies/copy-keys.ts";
import type { FindCredits } from "./copies/find-credits.ts";
import { type CopySearch, linkCopies } from "./copies/link-copies.ts";
import type { MentionScorer } from "./events/event-model.ts";
import { factsOfMention } from "./events/facts-of-mention.ts";
import { type EventSettings, eventEdges, partyPairKeys } from "./events/link-events.ts";
import { compareProfiles, type StorySettings } from "./stories/compare-profiles.ts";
import { storyEdges } from "./stories/link-stories.ts";
import type { ReportStems } from "./stories/report-stems.ts";
import { profileSettings, storyProfile } from "./stories/story-profile.ts";
import { termTable } from "./stories/term-table.ts";
import type { WordedReport } from "./text/read-report.ts";
import type { ReadWords } from "./text/read-words.ts";
import type { LinkDelta, LinkIndex, LinkReport, ReadForLinking, WordCounts } from "./types.ts";

/** What the steps of linking share. */
export interface LinkTools {
  readonly knowledge: LinkingKnowledge;
  readonly readWords: ReadWords;
  /** The report with its words; the same object is read once. */
  readonly readWorded: (report: LinkReport) => WordedReport;
  /** Its stems, which a record counts; of the same object they are gathered once. */
  readonly stemsOf: (worded: WordedReport) => ReportStems;
  readonly findCredits: FindCredits;
  readonly scorer: MentionScorer;
}

/** A report with its keys, profile, facts and credits. */
export function readForLinking(report: LinkReport, counts: WordCounts, tools: LinkTools): ReadForLinking {
  const { knowledge, readWords } = tools;
  const worded = tools.readWorded(report);
  const stories = profileSettings(knowledge);
  const copy = copyKeys(worded, knowledge.settings.copies as unknown as CopyKeySettings);
  const stems = tools.stemsOf(worded);
  const profile = storyProfile(worded, stems, counts, stories);
  return {
    report,
    profile,
    keys: {
      reportId: report.id,
      day: report.date === null ? null : dayNumber(report.date),
      copy: copy.all,
      oldCopy: copy.old,
      story: [...profile.terms.hashes.subarray(0, stories.keyWords)],
      event: [...new Set(report.mentions.flatMap(partyPairKeys))],
    },
    mentions: report.mentions.map((mention) => ({
      mention,
      facts: factsOfMention(mention, worded, readWords, knowledge),
    })),
    credits: tools.findCredits(report),
    countedWords: stems.hashes,
    retracts: retracts(worded, tools),
  };
}

/** True where the title or the first sentence takes an earlier report back. */
function retracts({ title, words, sentences }: WordedReport, { knowledge }: LinkTools): boolean {
  const first = words.known.slice(0, sentences[0]?.last ?? 0);
  return [...title.known, ...first].some(({ stem }) => knowledge.retractions.has(stem));
}

/** What the report adds to those of the index; it need not stand in the index itself. */
export async function linkReport(
  read: ReadForLinking,
  index: LinkIndex,
  tools: LinkTools,
): Promise<LinkDelta> {
  const { knowledge, readWorded: worded } = tools;
  const search = knowledge.settings.copies as unknown as CopySearch;
  const copies = await linkCopies(worded(read.report), read.keys, index, worded, search);
  const stories = knowledge.settings.stories as unknown as StorySettings;
  const table = termTable(read.profile.terms);
  const { edges, wording } = await storyEdges(read.profile, read.keys, index, stories, table);
  if (read.mentions.length === 0) return { copies, storyEdges: edges, eventEdges: [] };
  const settings = knowledge.settings.events as unknown as EventSearch;
  const alike = new Map<string, number>();
  for (const { a, b, score } of edges) alike.set(a === read.report.id ? b : a, score);
  for (const { earlier, later } of copies) {
    const other = earlier.reportId === read.report.id ? later.reportId : earlier.reportId;
    if (!alike.has(other)) alike.set(other, 0);
  }
  const ranked = [...alike]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, settings.mostReports);
  const near = [...new Set([...ranked.map(([id]) => id), ...(await tellSameActs(read, index, settings))])];
  const others = await index.mentions(near);
  const words = new Map(wording);
  for (const profile of await index.profiles(near.filter((id) => !words.has(id))))
    words.set(profile.reportId, compareProfiles(read.profile, profile, stories, table).wording);
  const alikeOf = (a: string, b: string) => (a === b ? 1 : (words.get(a === read.report.id ? b : a) ?? 0));
  return {
    copies,
    storyEdges: edges,
    eventEdges: eventEdges(read.mentions, others, tools.scorer, alikeOf, settings),
  };
}

interface EventSearch extends EventSettings {
  /** Reports whose mentions are compared: those most alike, and those that tell an act of the same two parties. */
  readonly mostReports: number;
  readonly mostByKey: number;
}

/** Reports near in days that tell most acts of the same type and parties: round-ups are like no other report. */
async function tellSameActs(
  read: ReadForLinking,
  index: LinkIndex,
  settings: EventSearch,
): Promise<string[]> {
  const { day, event } = read.keys;
  if (day === null || event.length === 0) return [];
  const days = { from: day - settings.mostDaysApart, to: day + settings.mostDaysApart };
  const counts = new Map<string, number>();
  const hits = await index.find({ kind: "event", keys: event, days, mostPerKey: settings.mostByKey });
  for (const { reportId } of hits.flatMap(({ reports }) => reports))
    if (reportId !== read.report.id) counts.set(reportId, (counts.get(reportId) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, settings.mostByKey)
    .map(([id]) => id);
}
