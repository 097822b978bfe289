/** What the filter `link` prints: linked texts in, one object out, with stories, events, copies and contradictions. */
import type { LinkReport } from "../../linking/types.ts";
import type { LinkedTexts } from "../../pipeline/index.ts";
import { contradictionJson } from "./contradiction-json.ts";
import { copyJson } from "./copy-json.ts";
import { bareEventJson, eventJson, type FirstTold } from "./event-json.ts";
import type { Scores } from "./mention-json.ts";
import { storyJson } from "./story-json.ts";

/** The object ready for JSON. */
export function linkedJson({ reports, linked, bareEvents, bareMentions }: LinkedTexts, scores: Scores) {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const places = new Map(
    reports.flatMap((report) => report.mentions.map((mention) => [mention.id, { report, mention }] as const)),
  );
  const toldIn = (report: LinkReport, start: number, end: number, eventText: string): FirstTold => ({
    eventText,
    text: report.text.slice(start, end),
    citation: { url: report.url, title: report.title, outlet: report.outlet, date: report.date },
  });
  const coded = linked.events.map((event) => {
    const { report, mention } = places.get(event.mentions[0]!)!;
    const { start, end } = mention.sentenceSpan;
    return eventJson(event, toldIn(report, start, end, mention.eventText), scores);
  });
  const bare = bareEvents.map((event) => {
    const { reportId, trigger } = bareMentions.get(event.mentions[0]!)!;
    const report = byId.get(reportId)!;
    const words = report.text.slice(trigger.start, trigger.end);
    const sentence = report.sentences?.find(
      ({ start, end }) => start <= trigger.start && trigger.start < end,
    );
    const { start, end } = sentence ?? trigger;
    return bareEventJson(event, toldIn(report, start, end, words));
  });
  return {
    stories: linked.stories.map((story) =>
      storyJson(
        story,
        story.reports.map((id) => byId.get(id)!),
      ),
    ),
    events: [...coded, ...bare],
    copies: linked.copies.map((copy) =>
      copyJson(copy, ({ reportId, start, end }) => byId.get(reportId)!.text.slice(start, end)),
    ),
    contradictions: linked.contradictions.map(contradictionJson),
  };
}
