/** The form of a whole report: its line, its text, its parts and what was coded in it. Spans count in its text. */
import type { MentionLine, StoredReport } from "../../record/types.ts";
import { mentionJson, type Scores } from "./mention-json.ts";
import { reportJson } from "./report-json.ts";

/** The report as an object ready for JSON. */
export function reportDetailJson(stored: StoredReport, mentions: readonly MentionLine[], scores: Scores) {
  const { report } = stored;
  return {
    ...reportJson(stored.line),
    authors: report.authors,
    date_span: report.dateSpan,
    coder: stored.coder,
    text: report.text,
    sections: report.sections.map(({ kind, start, end }) => ({ kind, start, end })),
    datelines: report.datelines.map(({ place, agency, day, scope, start, end }) => ({
      place,
      agency,
      day,
      scope,
      start,
      end,
    })),
    sentences: stored.sentences.map(({ paragraph, start, end, cut }, index) => ({
      index,
      paragraph,
      start,
      end,
      cut,
    })),
    coded: mentions.map((line) => mentionJson(line, scores)),
  };
}
