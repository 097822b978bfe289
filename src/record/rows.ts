/**
 * From values to rows: a coded report becomes the rows of its tables. No
 * database here; the way back is lines.ts.
 */
import type { Span } from "../base/types.ts";
import type { Actor, Mention } from "../coding/types.ts";
import type { Report } from "../reading/types.ts";
import { mentionIds } from "./ids.ts";
import { type StatementRows, statementRows } from "./statements/statement-rows.ts";
import { nameKey, storable } from "./storable.ts";
import type {
  DatelinesTable,
  MentionPartiesTable,
  MentionsTable,
  ReportsTable,
  SectionsTable,
  SentencesTable,
  TimesTable,
} from "./tables.ts";
import type { CodedEntry } from "./types.ts";

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
  readonly statements: StatementRows["statements"];
  readonly statement_parties: StatementRows["statement_parties"];
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
    warnings: json(report.warnings ?? []),
    charset: report.charset ?? null,
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

/** Tables that coding fills, parents before children: what `recode` replaces. */
export const CODED_TABLES = [
  "sentences",
  "times",
  "mentions",
  "mention_parties",
  "statements",
  "statement_parties",
] as const;

/** The rows that coding makes. */
export function codedRows(entry: CodedEntry): Omit<EntryRows, "sections" | "datelines"> {
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
    ...statementRows(entry),
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
    decided: null,
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
