/**
 * Everything that single reports added in, stories, lines, events and
 * contradictions out: grouping, counting and standing. A whole batch is grouped
 * here; a record calls the parts for what hangs together with a new report, and
 * the result is the same.
 */

import { findLines } from "./copies/find-lines.ts";
import { describeEvent } from "./events/describe-event.ts";
import { type ContradictionSettings, contradictionsOf } from "./events/find-contradictions.ts";
import { type EventSettings, groupEvents } from "./events/link-events.ts";
import type { LinkTools } from "./link-report.ts";
import type { StorySettings } from "./stories/compare-profiles.ts";
import { describeStory, groupStories, storyPart } from "./stories/link-stories.ts";
import type {
  Contradiction,
  Decision,
  LinkDelta,
  Linked,
  LinkedEvent,
  LinkMention,
  PlacedMention,
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
  const copies = deltas.flatMap((delta) => delta.copies);
  const credits = reads.flatMap((read) => read.credits);
  const groups = groupStories(
    reads.map(({ report }) => report.id),
    deltas.flatMap((delta) => delta.storyEdges),
    decisions,
    settings.stories as unknown as StorySettings,
  );
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group[0]!])));
  const reports = reads.map(({ report }) => ({ ...report, length: report.text.length }));
  const lines = findLines(reports, copies, credits, (id) => groupOf.get(id)!, tools.knowledge);
  const parts = new Map(reads.map((read) => [read.report.id, storyPart(read)]));
  const stories = groups.map((group) =>
    describeStory(
      group.map((id) => parts.get(id)!),
      lines.ofReport,
    ),
  );
  const storyOf = new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id])));
  const placed = new Map<string, PlacedMention>();
  for (const { report, retracts } of reads) {
    for (const mention of report.mentions) {
      const { start, end } = mention.sentenceSpan;
      placed.set(mention.id, {
        mention,
        report,
        text: report.text.slice(start, end),
        line: lines.ofSentence(report.id, mention.sentenceSpan),
        retracts: retracts && negates(mention),
      });
    }
  }
  const edges = deltas.flatMap((delta) => delta.eventEdges);
  const found = describeEvents(placed, edges, decisions, (id) => storyOf.get(id) ?? null, tools);
  return { stories, ...found, copies, lines: lines.lines, credits };
}

/** Mentions whose report takes another back deny what they tell. */
export const negates = ({ factuality }: Pick<LinkMention, "factuality">) => factuality === "negation";

/** The events of these mentions, with what they disagree about.
 * @param storyOf story of a report */
export function describeEvents(
  placed: ReadonlyMap<string, PlacedMention>,
  edges: LinkDelta["eventEdges"],
  decisions: readonly Decision[],
  storyOf: (reportId: string) => string | null,
  { knowledge: { settings } }: LinkTools,
): Pick<Linked, "events" | "contradictions"> {
  const events: LinkedEvent[] = [];
  const contradictions: Contradiction[] = [];
  const rules = settings.contradictions as unknown as ContradictionSettings;
  const ids = [...placed.keys()];
  for (const group of groupEvents(ids, edges, decisions, settings.events as unknown as EventSettings)) {
    const event = describeEvent(
      group.map((id) => placed.get(id)!),
      null,
    );
    events.push({ ...event, storyId: storyOf(event.firstReport) });
    const inOrder = event.mentions.map((id) => placed.get(id)!);
    contradictions.push(...contradictionsOf(event.id, inOrder, rules));
  }
  return { events, contradictions };
}
