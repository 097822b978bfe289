/**
 * From rows to values: what lists and whole reports are made of. No database
 * here; the way in is rows.ts.
 */
import type { Refusal } from "../base/types.ts";
import type { Actor, Mention } from "../coding/types.ts";
import type { Report } from "../reading/types.ts";
import { mentionIds, statementIds } from "./ids.ts";
import { storable } from "./storable.ts";
import type {
  DatelinesTable,
  MentionPartiesTable,
  MentionsTable,
  ReportsTable,
  SectionsTable,
  SentencesTable,
} from "./tables.ts";
import type { CodedEntry, MentionLine, ReportLine, SentenceLine, StatementLine } from "./types.ts";

/** The line of a list for a report's row. */
export function reportLine(
  row: Omit<ReportsTable, "text">,
  mentions: number,
  storyId: string | null,
): ReportLine {
  return {
    id: row.id,
    givenId: row.given_id,
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    date: row.date,
    dateBasis: row.date_basis as Report["dateBasis"],
    language: row.language,
    version: row.version,
    current: row.current === 1,
    origin: row.origin,
    readAt: row.read_at,
    mentions,
    storyId,
    warnings: (JSON.parse(row.warnings) as Refusal[]).map((warning) => warning.code),
    charset: row.charset,
  };
}

/** The report as reading gave it. */
export function reportOf(
  row: ReportsTable,
  sections: readonly SectionsTable[],
  datelines: readonly DatelinesTable[],
): Report {
  return {
    id: row.id,
    givenId: row.given_id,
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    authors: JSON.parse(row.authors),
    date: row.date,
    dateBasis: row.date_basis as Report["dateBasis"],
    dateSpan:
      row.date_start === null || row.date_end === null ? null : { start: row.date_start, end: row.date_end },
    language: row.language,
    text: row.text,
    sections: sections.map((part) => ({
      kind: part.kind as Report["sections"][number]["kind"],
      start: part.span_start,
      end: part.span_end,
    })),
    datelines: datelines.map((line) => ({
      start: line.span_start,
      end: line.span_end,
      place: line.place,
      agency: line.agency,
      day: line.day,
      scope: { start: line.scope_start, end: line.scope_end },
    })),
    origin: row.origin,
    bytesHash: row.bytes_hash,
    ...(row.charset === null ? {} : { charset: row.charset }),
    ...(row.warnings === "[]" ? {} : { warnings: JSON.parse(row.warnings) as Refusal[] }),
  };
}

/** The sentence as it was stored. */
export function sentenceLine(row: SentencesTable): SentenceLine {
  return { start: row.span_start, end: row.span_end, paragraph: row.paragraph, cut: row.cut };
}

export type MentionListRow = MentionsTable & {
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly event_id: string | null;
};

/** The line of a list for a mention's row and those of its parties, in order. */
export function mentionLine(row: MentionListRow, parties: readonly MentionPartiesTable[]): MentionLine {
  const side = (role: string) => parties.filter((party) => party.role === role).map(actorOf);
  return {
    id: row.id,
    reportId: row.report_id,
    eventId: row.event_id,
    text: row.text,
    citation: { url: row.url, title: row.title, outlet: row.outlet, date: row.published },
    mention: {
      event: row.event as Mention["event"],
      mode: JSON.parse(row.mode),
      context: JSON.parse(row.context),
      cameo: row.cameo,
      actor: side("actor"),
      recipient: side("recipient"),
      eventText: row.event_text,
      trigger: { start: row.trigger_start, end: row.trigger_end },
      content: row.content === null ? null : JSON.parse(row.content),
      date: row.date,
      endDate: row.end_date,
      dateText: row.date_text,
      dateBasis: row.date_basis as Mention["dateBasis"],
      factuality: row.factuality as Mention["factuality"],
      attribution: JSON.parse(row.attribution),
      quantity: JSON.parse(row.quantity),
      place: row.place === null ? null : JSON.parse(row.place),
      section: row.section as Mention["section"],
      sentence: row.sentence,
      sentenceSpan: { start: row.sentence_start, end: row.sentence_end },
      rule: row.rule,
      confidence: row.confidence,
    },
  };
}

/** The lines that the entry's mentions will be in the lists of the record. */
export function entryLines(entry: CodedEntry): MentionLine[] {
  const { report, mentions } = entry;
  const ids = mentionIds(report.id, mentions);
  const { url, title, outlet, date } = report;
  return mentions.map((mention, position) => ({
    id: ids[position] ?? "",
    reportId: report.id,
    eventId: null,
    mention,
    text: storable(report.text.slice(mention.sentenceSpan.start, mention.sentenceSpan.end)),
    citation: { url, title, outlet, date },
  }));
}

/** The lines that the entry's statements will be in the lists of the record. */
export function statementLines({ report, statements, mentions }: CodedEntry): StatementLine[] {
  const ids = statementIds(report.id, statements);
  const known = mentionIds(report.id, mentions);
  const { url, title, outlet, date } = report;
  return statements.map((statement, position) => ({
    id: ids[position] ?? "",
    reportId: report.id,
    statement,
    mentions: known.filter((_, at) => {
      const { start, end } = mentions[at]!.trigger;
      return start >= statement.content.start && end <= statement.content.end;
    }),
    citation: { url, title, outlet, date },
  }));
}

function actorOf(row: MentionPartiesTable): Actor {
  return {
    code: row.code,
    sector: row.sector as Actor["sector"],
    name: row.name,
    id: row.entity_id,
    entityText: row.entity_text,
    ...(row.span_start === null || row.span_end === null ? {} : { start: row.span_start, end: row.span_end }),
  };
}
