/**
 * Entries of a ledger for a terminal: a line each in a list (first day, kind,
 * parties, latest step, id; under it what it is about), and one as a short
 * history whose every line names its source.
 */
import type { EntryParty, LedgerEntry, LifeStep } from "../../../linking/types.ts";
import type { ClueLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { markLine } from "./marked.ts";
import { columnsOf, counted, cut, fit, printable } from "./printable.ts";

const DAY_COLUMNS = 10;
const ID_COLUMNS = 10;

type Screen = Pick<Terminal, "paint" | "width">;

/** The lines of one entry in a list. */
export function entryText(entry: LedgerEntry, { paint, width }: Screen): string {
  const step = entry.life.at(-1)?.step ?? "";
  const id = entry.id.slice(0, ID_COLUMNS);
  const head = `${entry.kind ?? entry.ledger}: ${sidesOf(entry)}`;
  const room = Math.max(12, width - DAY_COLUMNS - ID_COLUMNS - columnsOf(step) - 6);
  const day = paint.dim(fit(dayText(entry.date, null), DAY_COLUMNS));
  const first = `${day}  ${paint.bold(fit(printable(head), room))} ${step}  ${paint.dim(id)}`;
  const about = aboutText(entry);
  const second =
    about === "" ? "" : `${" ".repeat(DAY_COLUMNS + 2)}${cut(printable(about), width - DAY_COLUMNS - 2)}\n`;
  return `${first}\n${second}`;
}

/** The entry as a short history. */
export function entryHistory(entry: LedgerEntry, clues: readonly ClueLine[], screen: Screen): string {
  const { paint } = screen;
  const byId = new Map(clues.map((clue) => [clue.id, clue]));
  const sources = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const out: string[] = [
    `${paint.bold(printable(`${entry.kind ?? entry.ledger}: ${sidesOf(entry)}`))}  ${paint.dim(entry.id)}`,
    `${counted(entry.reports.length, "report")}, ${counted(entry.lines, "line")} of reporting`,
  ];
  const field = (name: string, value: string, ids: readonly string[]) => {
    if (value === "") return;
    out.push(`  ${fit(name, 12)} ${printable(value)}  ${paint.dim(citedAs(sources(ids)))}`);
  };
  for (const { value, clues: ids } of entry.parties) field(value.role, partyText(value), ids);
  const about = entry.about[0];
  if (about !== undefined) field("about", about.value, about.clues);
  if (entry.instrument !== null) field("instrument", entry.instrument.value, entry.instrument.clues);
  if (entry.place !== null) field("place", entry.place.value, entry.place.clues);
  for (const { value, clues: ids } of entry.figures) field("figure", `${value.value} ${value.unit}`, ids);
  for (const { value, clues: ids } of entry.conditions) field("condition", value, ids);
  for (const { to, basis, clues: ids } of entry.inAnswerTo) field("answers", `${to} (${basis})`, ids);
  for (const { to, basis, clues: ids } of entry.answeredBy) field("answered by", `${to} (${basis})`, ids);
  out.push("");
  for (const step of entry.life) out.push(...stepText(step, sources(step.clues), screen));
  for (const { field: name, values } of entry.disagreements) {
    out.push(`${paint.bold("Reports differ")} on ${name}:`);
    for (const { value, clues: ids } of values)
      out.push(`  ${printable(value)}  ${paint.dim(citedAs(sources(ids)))}`);
  }
  return `${out.join("\n")}\n`;
}

function stepText(step: LifeStep, sources: readonly ClueLine[], { paint, width }: Screen): string[] {
  const who = [
    step.by.length === 0 ? "" : ` by ${step.by.join(", ")}`,
    step.allegedBy.length === 0 ? "" : `, as ${step.allegedBy.join(", ")} says`,
    step.forDate === null ? "" : ` for ${step.forDate}`,
  ].join("");
  const basis = step.basis === null || step.basis === "stated" ? "" : paint.dim(` (day ${step.basis})`);
  const first = `${fit(dayText(step.date, step.endDate), DAY_COLUMNS)}  ${paint.bold(step.step)}${printable(who)}${basis}`;
  return [first, ...sources.map((source) => sentenceText(source, { paint, width }))];
}

function sentenceText({ text, clue, citation, reportId }: ClueLine, { paint, width }: Screen): string {
  const { start } = clue.sentenceSpan;
  const mark = {
    start: Math.max(0, clue.trigger.start - start),
    end: Math.min(text.length, clue.trigger.end - start),
    paint: (words: string) => (paint.isColorSupported ? paint.underline(words) : `[${words}]`),
  };
  const source = printable(
    `${citation.outlet ?? reportId}${citation.date === null ? "" : `, ${citation.date}`}`,
  );
  const margin = " ".repeat(DAY_COLUMNS + 2);
  return `${margin}${markLine(text, mark, width - DAY_COLUMNS - 2)}\n${margin}${paint.dim(`${source}, ${reportId}`)}`;
}

function citedAs(clues: readonly ClueLine[]): string {
  const names = [...new Set(clues.map(({ citation, reportId }) => citation.outlet ?? reportId))];
  return names.length === 0 ? "" : printable(names.slice(0, 3).join("; "));
}

function sidesOf(entry: LedgerEntry): string {
  const of = (...roles: readonly EntryParty["role"][]) =>
    entry.parties
      .filter(({ value }) => roles.includes(value.role))
      .map(({ value }) => shortParty(value))
      .join(", ");
  if (entry.ledger === "measure") return `${of("by") || "?"} → ${of("on") || "?"}`;
  if (entry.ledger === "inquiry")
    return `${of("by") || "?"} into ${of("on") || entry.about[0]?.value || "?"}`;
  return of("party");
}

function shortParty({ code, name, id }: EntryParty): string {
  return id?.startsWith("person/") === true || code === null || code.length > 3 || code === "IGO"
    ? (name ?? code ?? "?")
    : code;
}

function partyText({ code, name, office }: EntryParty): string {
  return [code ?? "", name ?? "", office === null ? "" : `(${office})`]
    .filter((part) => part !== "")
    .join(" ");
}

function aboutText({ about, instrument }: LedgerEntry): string {
  return [instrument?.value ?? "", about[0]?.value ?? ""].filter((part) => part !== "").join(": ");
}

/** The day, or the stretch where the words name one; "no day" where none is known. */
function dayText(date: string | null, endDate: string | null): string {
  if (date === null) return "no day";
  if (endDate === null || endDate === date) return date;
  if (date.endsWith("-01-01") && endDate === `${date.slice(0, 4)}-12-31`) return date.slice(0, 4);
  return date.slice(0, 7) === endDate.slice(0, 7) && date.endsWith("-01") ? date.slice(0, 7) : `${date}…`;
}
