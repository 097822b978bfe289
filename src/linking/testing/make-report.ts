/** Reports and mentions for tests, from their words alone. */
import type { Actor } from "../../coding/types.ts";
import type { LinkMention, LinkReport } from "../types.ts";

/** A report of these paragraphs. */
export function makeReport(id: string, text: string, more: Partial<LinkReport> = {}): LinkReport {
  return { id, givenId: null, text, title: null, date: null, outlet: null, url: null, mentions: [], ...more };
}

/** A state's government. */
export function state(code: string): Actor {
  return { code, sector: "GOV", name: code, id: `state/${code}`, entityText: code };
}

/** A mention of the report whose sentence holds `trigger`. */
export function makeMention(
  report: LinkReport,
  trigger: string,
  more: Partial<LinkMention> & Pick<LinkMention, "event">,
): LinkMention {
  const at = report.text.indexOf(trigger);
  const before = report.text.lastIndexOf("\n", at) + 1;
  const after = report.text.indexOf("\n", at);
  return {
    id: `${report.id}.${trigger}`,
    mode: [],
    context: [],
    cameo: null,
    actor: [],
    recipient: [],
    eventText: trigger,
    trigger: { start: at, end: at + trigger.length },
    content: null,
    date: null,
    endDate: null,
    dateText: null,
    dateBasis: null,
    factuality: "actual",
    attribution: [],
    quantity: [],
    place: null,
    section: "body",
    sentence: report.text.slice(0, before).split("\n\n").length - 1,
    sentenceSpan: { start: before, end: after < 0 ? report.text.length : after },
    rule: "test",
    confidence: 0.9,
    ...more,
  };
}
