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

/** Who acts before whom it strikes. */
const ROLES: readonly EntryParty["role"][] = ["by", "on", "party", "mediator", "guarantor"];
const DAY_COLUMNS = 10;
const ID_COLUMNS = 10;

type Screen = Pick<Terminal, "paint" | "width">;

/** The lines of one entry in a list. */
export function entryText(entry: LedgerEntry, { paint, width }: Screen): string {
  const last = entry.life.at(-1);
  const planned = last?.forDate == null ? "" : ` for ${last.forDate}`;
  const step = `${last?.step ?? ""}${planned}`;
  const id = entry.id.slice(0, ID_COLUMNS);
  const head = headOf(entry);
  const room = Math.max(12, width - DAY_COLUMNS - ID_COLUMNS - columnsOf(step) - 6);
  const day = paint.dim(fit(dayText(entry.date, null), DAY_COLUMNS));
  const first = `${day}  ${paint.bold(fit(printable(head), room))} ${step}  ${paint.dim(id)}`;
  const about = aboutText(entry);
  const second =
    about === "" ? "" : `${" ".repeat(DAY_COLUMNS + 2)}${cut(printable(about), width - DAY_COLUMNS - 2)}\n`;
  return `${first}\n${second}`;
}

/** The entry as a short history. @param tied measures that it answers or that answer it, by id */
export function entryHistory(
  entry: LedgerEntry,
  clues: readonly ClueLine[],
  tied: ReadonlyMap<string, LedgerEntry>,
  screen: Screen,
): string {
  const { paint } = screen;
  const byId = new Map(clues.map((clue) => [clue.id, clue]));
  const sources = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const out: string[] = [
    `${paint.bold(printable(headOf(entry)))}  ${paint.dim(entry.id)}`,
    `${counted(entry.reports.length, "report")}, ${counted(entry.lines, "line")} of reporting`,
  ];
  const field = (name: string, value: string, ids: readonly string[]) => {
    if (value === "") return;
    out.push(`  ${fit(name, 12)} ${printable(value)}  ${paint.dim(citedAs(sources(ids)))}`);
  };
  const byRole = entry.parties.toSorted((a, b) => ROLES.indexOf(a.value.role) - ROLES.indexOf(b.value.role));
  for (const { value, clues: ids } of byRole) field(value.role, partyText(value), ids);
  const about = entry.about[0];
  if (about !== undefined) field("about", about.value, about.clues);
  if (entry.instrument !== null) field("instrument", entry.instrument.value, entry.instrument.clues);
  if (entry.place !== null) field("place", entry.place.value, entry.place.clues);
  for (const { value, clues: ids } of entry.figures) field("figure", `${value.value} ${value.unit}`, ids);
  for (const { value, clues: ids } of entry.conditions) field("condition", value, ids);
  for (const { to, basis, clues: ids } of entry.inAnswerTo) field("answers", tieText(to, basis, tied), ids);
  for (const { to, basis, clues: ids } of entry.answeredBy)
    field("answered by", tieText(to, basis, tied), ids);
  out.push("");
  for (const step of entry.life) out.push(...stepText(step, sources(step.clues), screen));
  for (const { field: name, values } of entry.disagreements) {
    out.push(`${paint.bold("Reports differ")} on ${name}:`);
    for (const { value, clues: ids } of values)
      out.push(`  ${printable(value)}  ${paint.dim(citedAs(sources(ids)))}`);
  }
  return `${out.join("\n")}\n`;
}

/** "expulsion: RUS → USA l_97051a22 (stated)". */
function tieText(id: string, basis: string, tied: ReadonlyMap<string, LedgerEntry>): string {
  const entry = tied.get(id);
  return `${entry === undefined ? "" : `${headOf(entry)} `}${id.slice(0, ID_COLUMNS)} (${basis})`;
}

function stepText(step: LifeStep, sources: readonly ClueLine[], { paint, width }: Screen): string[] {
  const who = [
    step.by.length === 0 ? "" : ` by ${step.by.join(", ")}`,
    step.allegedBy.length === 0 ? "" : `, as ${step.allegedBy.join(", ")} says`,
    step.forDate === null ? "" : ` for ${step.forDate}`,
  ].join("");
  const basis = step.basis === null || step.basis === "stated" ? "" : paint.dim(` (day ${step.basis})`);
  const day = dayText(step.date, step.endDate);
  const first = `${day.length > DAY_COLUMNS ? day : fit(day, DAY_COLUMNS)}  ${paint.bold(step.step)}${printable(who)}${basis}`;
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
    `${citation.outlet ?? citation.title ?? reportId}${citation.date === null ? "" : `, ${citation.date}`}`,
  );
  const margin = " ".repeat(DAY_COLUMNS + 2);
  return `${margin}${markLine(text, mark, width - DAY_COLUMNS - 2)}\n${margin}${paint.dim(`${source}, ${reportId}`)}`;
}

function citedAs(clues: readonly ClueLine[]): string {
  const names = [
    ...new Set(clues.map(({ citation, reportId }) => citation.outlet ?? citation.title ?? reportId)),
  ];
  return names.length === 0 ? "" : printable(names.slice(0, 3).join("; "));
}

/** Kind and sides; an entry without parties is told by who brokered it. */
function headOf(entry: LedgerEntry): string {
  const sides = sidesOf(entry);
  return `${entry.kind ?? entry.ledger}${sides === "" ? "" : `: ${sides}`}`;
}

function sidesOf(entry: LedgerEntry): string {
  const all = (...roles: readonly EntryParty["role"][]) =>
    entry.parties.filter(({ value }) => roles.includes(value.role)).map(({ value }) => value);
  const of = (...roles: readonly EntryParty["role"][]) =>
    [...new Set(all(...roles).map(shortParty))].join(", ");
  // A minister or a chamber acts for the state: each state once.
  const states = (role: EntryParty["role"]) =>
    [...new Set(all(role).map((party) => (isState(party) ? party.code : shortParty(party))))].join(", ");
  if (entry.ledger === "measure")
    return [states("by") || "?", states("on")].filter((side) => side !== "").join(" → ");
  if (entry.ledger === "inquiry")
    return `${states("by") || "?"} into ${of("on") || entry.about[0]?.value || "?"}`;
  const helpers = of("mediator", "guarantor");
  const sides = entry.ledger === "agreement" ? states("party") : of("party");
  return sides || (helpers === "" ? "" : `by way of ${helpers}`);
}

const isState = ({ code }: EntryParty) => code !== null && code.length === 3 && !NO_STATE.has(code);

/** Codes of what is no state. */
const NO_STATE: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG", "ISM", "MNC"]);

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
  const [name, words] = [instrument?.value ?? "", about[0]?.value ?? ""];
  return words.toLowerCase().includes(name.toLowerCase())
    ? words
    : `${name}${words === "" ? "" : `: ${words}`}`;
}

/** The day, or the stretch where the words name one; "no day" where none is known. */
function dayText(date: string | null, endDate: string | null): string {
  if (date === null) return "no day";
  if (endDate === null || endDate === date) return date;
  if (date.endsWith("-01-01") && endDate === `${date.slice(0, 4)}-12-31`) return date.slice(0, 4);
  return date.slice(0, 7) === endDate.slice(0, 7) && date.endsWith("-01")
    ? date.slice(0, 7)
    : `${date} to ${endDate}`;
}
