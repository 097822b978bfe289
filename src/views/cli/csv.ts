/**
 * Mentions, statements and reports as comma-separated values: one line each, several
 * parties of one side parted by semicolons. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe. Source: RFC 4180,
 * owasp.org/www-community/attacks/CSV_Injection.
 */
import { stringify } from "csv-stringify/sync";
import type { Actor, StatementParty } from "../../coding/types.ts";
import type { MentionLine, ReportLine, StatementListLine } from "../../record/types.ts";
import type { Scores } from "../json/mention-json.ts";

type Cell = string | number | null;
export type Columns<Line> = readonly (readonly [string, (line: Line) => Cell])[];

const parties = (actors: readonly Actor[], pick: (actor: Actor) => string | null) =>
  actors.map((actor) => pick(actor) ?? "").join(";");

function side(name: "actor" | "recipient"): Columns<MentionLine> {
  const of = (pick: (actor: Actor) => string | null) => (line: MentionLine) =>
    parties(line.mention[name], pick);
  return [
    [`${name}_code`, of((actor) => actor.code)],
    [`${name}_sector`, of((actor) => actor.sector)],
    [`${name}_name`, of((actor) => actor.name)],
    [`${name}_text`, of((actor) => actor.entityText)],
  ];
}

/** Columns of mentions, in order. */
export function mentionColumns(scores: Scores): Columns<MentionLine> {
  return [
    ["id", (line) => line.id],
    ["report_id", (line) => line.reportId],
    ["date", ({ mention }) => mention.date],
    ["enddate", ({ mention }) => mention.endDate],
    ["date_basis", ({ mention }) => mention.dateBasis],
    ["event", ({ mention }) => mention.event],
    ["mode", ({ mention }) => mention.mode.join(";")],
    ["context", ({ mention }) => mention.context.join(";")],
    ["quad_code", ({ mention }) => scores.quad(mention.event)],
    ["event_scale", ({ mention }) => scores.score(mention.event, mention.mode)],
    ["cameo", ({ mention }) => mention.cameo],
    ...side("actor"),
    ...side("recipient"),
    ["event_text", ({ mention }) => mention.eventText],
    ["content_event", ({ mention }) => mention.content?.event ?? null],
    ["content_date", ({ mention }) => mention.content?.date ?? null],
    ["factuality", ({ mention }) => mention.factuality],
    ["attribution", ({ mention }) => mention.attribution.map((one) => one.text).join(";")],
    ["quantity", ({ mention }) => mention.quantity.map((one) => `${one.value} ${one.unit}`).join(";")],
    ["event_loc", ({ mention }) => mention.place?.name ?? null],
    ["event_loc_code", ({ mention }) => mention.place?.countryCode ?? null],
    ["section", ({ mention }) => mention.section],
    ["sentence", ({ mention }) => mention.sentence],
    ["text", (line) => line.text],
    ["url", ({ citation }) => citation.url],
    ["title", ({ citation }) => citation.title],
    ["publication", ({ citation }) => citation.outlet],
    ["publication_date", ({ citation }) => citation.date],
    ["rule", ({ mention }) => mention.rule],
    ["confidence", ({ mention }) => Math.round(mention.confidence * 10_000) / 10_000],
  ];
}

const names = (parties: readonly StatementParty[], pick: (party: StatementParty) => string | null) =>
  parties.map((party) => pick(party) ?? "").join(";");

/** Columns of statements, in order. */
export const STATEMENT_COLUMNS: Columns<StatementListLine> = [
  ["id", (line) => line.id],
  ["report_id", (line) => line.reportId],
  ["date", ({ statement }) => statement.date],
  ["kind", ({ statement }) => statement.kind],
  ["content", ({ statement }) => statement.content.text],
  ["speaker_code", ({ statement }) => names(statement.speakers, (one) => one.code)],
  ["speaker_sector", ({ statement }) => names(statement.speakers, (one) => one.sector)],
  ["speaker_name", ({ statement }) => names(statement.speakers, (one) => one.name)],
  ["speaker_office", ({ statement }) => names(statement.speakers, (one) => one.office)],
  ["speaker_text", ({ statement }) => statement.speaker?.entityText ?? null],
  ["cue", ({ statement }) => statement.cue?.text ?? null],
  ["addressee_code", ({ statement }) => statement.addressee?.code ?? null],
  ["addressee_text", ({ statement }) => statement.addressee?.entityText ?? null],
  ["place", ({ statement }) => statement.place?.name ?? null],
  ["outlet", ({ statement }) => statement.outlet?.name ?? statement.outlet?.entityText ?? null],
  ["about_code", ({ statement }) => names(statement.about, (one) => one.code)],
  ["about_name", ({ statement }) => names(statement.about, (one) => one.name)],
  ["stance", ({ statement }) => statement.stance?.side ?? null],
  ["stance_target", ({ statement }) => statement.stance?.target.text ?? null],
  ["mentions", (line) => line.mentions.join(";")],
  ["reports", ({ tellings }) => new Set(tellings.map((one) => one.reportId)).size],
  ["section", ({ statement }) => statement.section],
  ["url", ({ citation }) => citation.url],
  ["title", ({ citation }) => citation.title],
  ["publication", ({ citation }) => citation.outlet],
  ["publication_date", ({ citation }) => citation.date],
  ["rule", ({ statement }) => statement.rule],
  ["confidence", ({ statement }) => Math.round(statement.confidence * 10_000) / 10_000],
];

/** Columns of reports, in order. */
export const REPORT_COLUMNS: Columns<ReportLine> = [
  ["id", (line) => line.id],
  ["given_id", (line) => line.givenId],
  ["url", (line) => line.url],
  ["outlet", (line) => line.outlet],
  ["title", (line) => line.title],
  ["date", (line) => line.date],
  ["date_basis", (line) => line.dateBasis],
  ["language", (line) => line.language],
  ["version", (line) => line.version],
  ["current", (line) => (line.current ? 1 : 0)],
  ["mentions", (line) => line.mentions],
  ["origin", (line) => line.origin],
  ["read_at", (line) => line.readAt],
];

/** The line with the names of the columns. */
export function csvHeading<Line>(columns: Columns<Line>): string {
  return stringify([columns.map(([name]) => name)]);
}

/** The line of the values. */
export function csvLine<Line>(columns: Columns<Line>, line: Line): string {
  return stringify([columns.map(([, value]) => guarded(value(line)))]);
}

// Numbers are ours and never formulas; a minus before one stays. A cell that begins with the apostrophe and a sign
// already gets another, so that taking one away gives back what was there.
function guarded(cell: Cell): string | number {
  if (typeof cell !== "string") return cell ?? "";
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
