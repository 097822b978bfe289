/**
 * Between values and rows, both ways: a coded report becomes the rows of its
 * tables, and rows become reports and mentions again. No database here.
 */
import type { Span } from "../base/types.ts";
import type { Actor, Mention } from "../coding/types.ts";
import type { Report } from "../reading/types.ts";
import { mentionIds } from "./ids.ts";
import { searchWords } from "./search-words.ts";
import type {
  DatelinesTable,
  MentionPartiesTable,
  MentionsTable,
  ReportsTable,
  SectionsTable,
  SentencesTable,
  TimesTable,
} from "./tables.ts";
import type { CodedEntry, MentionLine, ReportLine, SentenceLine } from "./types.ts";

/** The text as both databases can hold it: NUL and lone surrogates become U+FFFD, so that no offset moves. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}

function storableOrNull(text: string | null): string | null {
  return text === null ? null : storable(text);
}

export interface EntryRows {
  readonly sections: readonly SectionsTable[];
  readonly datelines: readonly DatelinesTable[];
  readonly sentences: readonly SentencesTable[];
  readonly times: readonly TimesTable[];
  readonly mentions: readonly MentionsTable[];
  readonly mention_parties: readonly MentionPartiesTable[];
}

/** The row of the report itself. */
export function reportRow(
  entry: CodedEntry,
  place: { series: string; version: number; runId: string | null; readAt: string },
): ReportsTable {
  const { report } = entry;
  return {
    id: report.id,
    series: place.series,
    version: place.version,
    current: 1,
    given_id: storableOrNull(report.givenId),
    url: storableOrNull(report.url),
    outlet: storableOrNull(report.outlet),
    title: storableOrNull(report.title),
    authors: JSON.stringify(report.authors.map(storable)),
    date: report.date,
    date_basis: report.dateBasis,
    date_start: report.dateSpan?.start ?? null,
    date_end: report.dateSpan?.end ?? null,
    language: report.language,
    text: storable(report.text),
    origin: storable(report.origin),
    bytes_hash: report.bytesHash,
    day: report.date ?? "",
    coder: entry.coder,
    skipped_sentences: entry.skippedSentences,
    run_id: place.runId,
    read_at: place.readAt,
  };
}

/** The rows of everything in the report. */
export function entryRows(entry: CodedEntry): EntryRows {
  const { report } = entry;
  const report_id = report.id;
  return {
    sections: report.sections.map((section, position) => ({
      report_id,
      position,
      kind: section.kind,
      ...span(section),
    })),
    datelines: report.datelines.map((line, position) => ({
      report_id,
      position,
      ...span(line),
      place: storableOrNull(line.place),
      agency: storableOrNull(line.agency),
      day: line.day,
      scope_start: line.scope.start,
      scope_end: line.scope.end,
    })),
    ...codedRows(entry),
  };
}

/** The rows that coding makes: what `recode` replaces. */
export function codedRows(
  entry: CodedEntry,
): Pick<EntryRows, "sentences" | "times" | "mentions" | "mention_parties"> {
  const { report, mentions } = entry;
  const report_id = report.id;
  const ids = mentionIds(report_id, mentions);
  return {
    sentences: entry.sentences.map((line, position) => ({
      report_id,
      position,
      paragraph: line.paragraph,
      ...span(line),
      text: storable(report.text.slice(line.start, line.end)),
      cut: line.cut,
    })),
    times: entry.times.map((time, position) => ({
      report_id,
      position,
      ...span(time),
      text: storable(time.text),
      type: time.type,
      value: time.value,
      day: time.day,
      end_day: time.endDay,
    })),
    mentions: mentions.map((mention, position) => mentionRow(report, mention, ids[position] ?? "", position)),
    mention_parties: mentions.flatMap((mention, position) => partyRows(report_id, mention, position)),
  };
}

function span({ start, end }: Span): { span_start: number; span_end: number } {
  return { span_start: start, span_end: end };
}

function mentionRow(report: Report, mention: Mention, id: string, position: number): MentionsTable {
  const day = mention.date ?? report.date ?? "";
  return {
    id,
    report_id: report.id,
    position,
    sentence: mention.sentence,
    sentence_start: mention.sentenceSpan.start,
    sentence_end: mention.sentenceSpan.end,
    section: mention.section,
    event: mention.event,
    mode: JSON.stringify(mention.mode),
    context: JSON.stringify(mention.context),
    cameo: mention.cameo,
    event_text: storable(mention.eventText),
    trigger_start: mention.trigger.start,
    trigger_end: mention.trigger.end,
    content: mention.content === null ? null : json(mention.content),
    date: mention.date,
    end_date: mention.endDate,
    date_text: storableOrNull(mention.dateText),
    date_basis: mention.dateBasis,
    factuality: mention.factuality,
    attribution: json(mention.attribution),
    quantity: json(mention.quantity),
    place: mention.place === null ? null : json(mention.place),
    rule: mention.rule,
    confidence: mention.confidence,
    day,
    last_day: mention.endDate ?? day,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "string" ? storable(part) : part));
}

function partyRows(report_id: string, mention: Mention, at: number): MentionPartiesTable[] {
  const rows = (role: "actor" | "recipient", actors: readonly Actor[]) =>
    actors.map((actor, position) => ({
      report_id,
      mention: at,
      role,
      position,
      code: actor.code,
      sector: actor.sector,
      name: storableOrNull(actor.name),
      name_key: nameKey(actor.name ?? actor.entityText),
      entity_id: actor.id,
      entity_text: storable(actor.entityText),
      span_start: actor.start ?? null,
      span_end: actor.end ?? null,
    }));
  return [...rows("actor", mention.actor), ...rows("recipient", mention.recipient)];
}

/** A name as it is looked up: its words in lower case, without accents. */
export function nameKey(name: string): string {
  return searchWords(storable(name)).join(" ");
}

/** The line of a list for a report's row. */
export function reportLine(row: Omit<ReportsTable, "text">, mentions: number): ReportLine {
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
};

/** The line of a list for a mention's row and those of its parties, in order. */
export function mentionLine(row: MentionListRow, parties: readonly MentionPartiesTable[]): MentionLine {
  const side = (role: string) => parties.filter((party) => party.role === role).map(actorOf);
  return {
    id: row.id,
    reportId: row.report_id,
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
    mention,
    text: storable(report.text.slice(mention.sentenceSpan.start, mention.sentenceSpan.end)),
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
