/**
 * Everything that single reports added in, stories, lines, events and
 * contradictions out: grouping, counting and standing. It takes a part of the
 * record that hangs together (all reports tied by edges) or a whole batch; the
 * result is the same.
 */

import { findLines } from "./copies/find-lines.ts";
import { describeEvent, type PlacedMention } from "./events/describe-event.ts";
import { type ContradictionSettings, contradictionsOf } from "./events/find-contradictions.ts";
import { type EventSettings, groupEvents } from "./events/link-events.ts";
import type { LinkTools } from "./link-report.ts";
import type { StorySettings } from "./stories/compare-profiles.ts";
import { describeStory, groupStories } from "./stories/link-stories.ts";
import { readReport } from "./text/read-report.ts";
import type {
  Contradiction,
  Decision,
  LinkDelta,
  Linked,
  LinkedEvent,
  LinkReport,
  ReadForLinking,
} from "./types.ts";

/** Stories, events and all that goes with them. */
export function groupLinks(
  reads: readonly ReadForLinking[],
  deltas: readonly LinkDelta[],
  decisions: readonly Decision[],
  tools: LinkTools,
): Linked {
  const { settings } = tools.knowledge;
  const reports = reads.map(({ report }) => report);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const copies = deltas.flatMap((delta) => delta.copies);
  const credits = reads.flatMap((read) => read.credits);
  const groups = groupStories(
    reports.map(({ id }) => id),
    deltas.flatMap((delta) => delta.storyEdges),
    decisions,
    settings.stories as unknown as StorySettings,
  );
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group[0]!])));
  const lines = findLines(reports, copies, credits, (id) => groupOf.get(id)!, tools.knowledge);
  const profiles = new Map(reads.map(({ profile }) => [profile.reportId, profile]));
  const stories = groups.map((group) =>
    describeStory(
      group.map((id) => byId.get(id)!),
      profiles,
      lines.ofReport,
    ),
  );
  const storyOf = new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id])));
  const retracting = new Set(reports.filter((report) => retracts(report, tools)).map(({ id }) => id));
  const placed = new Map<string, PlacedMention>();
  for (const report of reports) {
    for (const mention of report.mentions) {
      const line = lines.ofSentence(report.id, mention.sentenceSpan);
      placed.set(mention.id, {
        mention,
        report,
        line,
        retracts: retracting.has(report.id) && negates(mention),
      });
    }
  }
  const events: LinkedEvent[] = [];
  const contradictions: Contradiction[] = [];
  const edges = deltas.flatMap((delta) => delta.eventEdges);
  for (const group of groupEvents(
    [...placed.keys()],
    edges,
    decisions,
    settings.events as unknown as EventSettings,
  )) {
    const members = group.map((id) => placed.get(id)!);
    const event = describeEvent(members, null);
    const story = storyOf.get(event.firstReport) ?? null;
    events.push({ ...event, storyId: story });
    const inOrder = event.mentions.map((id) => placed.get(id)!);
    const rules = settings.contradictions as unknown as ContradictionSettings;
    contradictions.push(...contradictionsOf(event.id, inOrder, rules));
  }
  return { stories, events, copies, contradictions, lines: lines.lines, credits };
}

const negates = ({ factuality }: LinkReport["mentions"][number]) => factuality === "negation";

/** True where the title or the first sentence takes an earlier report back. */
function retracts(report: LinkReport, { knowledge, readWords }: LinkTools): boolean {
  const { words, sentences } = readReport(report, readWords);
  const title = report.title === null ? [] : readWords(report.title);
  const first = words.slice(0, sentences[0]?.last ?? 0);
  return [...title, ...first].some(({ stem }) => knowledge.retractions.has(stem));
}
