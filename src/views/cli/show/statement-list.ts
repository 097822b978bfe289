/**
 * The list of statements for a terminal: a heading for each day; under it who
 * says it to whom, how the words are given, and the words, with what stands
 * between quotation marks in colour; last how many reports give them.
 */
import type { StatementParty } from "../../../coding/types.ts";
import type { StatementListLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { dayHeading } from "./mention-list.ts";
import { columnsOf, counted, cut, fit, printable, wrap } from "./printable.ts";

const ID_COLUMNS = 10;
const KIND_COLUMNS = 9;
const MARGIN = 4;
/** Lines of words that one statement takes in a list. */
const MOST_LINES = 2;
const OUTLETS_SHOWN = 4;

type Screen = Pick<Terminal, "paint" | "width">;

/** The text for one statement.
 * @param dayBefore day of the statement above; a new day gets a heading */
export function statementText(line: StatementListLine, dayBefore: string | null, screen: Screen): string {
  const { paint, width } = screen;
  const { statement } = line;
  const day = statementDay(line);
  const heading =
    day === dayBefore ? "" : `${dayBefore === null ? "" : "\n"}${paint.bold(dayHeading(day))}\n`;
  const who = `${speakersLine(line)}${
    statement.addressee === null ? "" : ` → ${statementParty(statement.addressee)}`
  }`;
  const room = width - 2 - KIND_COLUMNS - ID_COLUMNS - 2;
  const first = `  ${paint.bold(fit(who, Math.max(10, room)))} ${paint.dim(fit(statement.kind, KIND_COLUMNS))} ${paint.dim(line.id.slice(0, ID_COLUMNS))}`;
  const words = shownWords(statement.content.text, width - MARGIN).map(
    (part) => `${" ".repeat(MARGIN)}${statement.kind === "indirect" ? part : paint.cyan(part)}`,
  );
  const notes = notesOf(line);
  const last = notes === "" ? [] : [`${" ".repeat(MARGIN)}${paint.dim(cut(notes, width - MARGIN))}`];
  return `${heading}${[first, ...words, ...last].join("\n")}\n`;
}

/** The day that the statement is listed under. */
export function statementDay({ statement, citation }: StatementListLine): string {
  return statement.date ?? citation.date ?? "";
}

/** Who says it: each speaker, or that nobody is named. */
export function speakersLine({ statement }: Pick<StatementListLine, "statement">): string {
  if (statement.speaker === null) return "nobody named";
  return statement.speakers.map(statementParty).join(" and ");
}

/** Such as `RUS:GOV Sergey Lavrov`, or the words where nothing is known. */
export function statementParty({ code, sector, name, id, entityText }: StatementParty): string {
  const words = printable(name ?? entityText);
  if (code === null) return words;
  const role = `${code}${sector === null ? "" : `:${sector}`}`;
  return id?.startsWith("state/") ? role : `${role} ${words}`;
}

/** Stance, place, credit, and the reports where there are several. */
function notesOf({ statement, tellings }: StatementListLine): string {
  const { stance, place, outlet } = statement;
  const reports = new Set(tellings.map((one) => one.reportId)).size;
  const variants = new Set(tellings.map((one) => one.text)).size;
  const outlets = [...new Set(tellings.map((one) => one.citation.outlet).filter((one) => one !== null))];
  const more = outlets.length > OUTLETS_SHOWN ? ", …" : "";
  const named = outlets.length === 0 ? "" : `: ${outlets.slice(0, OUTLETS_SHOWN).join(", ")}${more}`;
  const notes = [
    stance === null ? "" : `${stance.side} ${printable(stance.target.text)}`,
    place === null ? "" : `in ${place.name}`,
    outlet === null ? "" : `credited to ${printable(outlet.name ?? outlet.entityText)}`,
    reports < 2 ? "" : `${counted(reports, "report")}${named}`,
    variants < 2 ? "" : counted(variants, "variant"),
  ];
  return notes.filter((note) => note !== "").join(" · ");
}

function shownWords(text: string, columns: number): readonly string[] {
  const lines = wrap(printable(text), Math.max(20, columns));
  if (lines.length <= MOST_LINES) return lines.map((line) => cut(line, columns));
  const last = `${lines[MOST_LINES - 1]} …`;
  return [...lines.slice(0, MOST_LINES - 1), columnsOf(last) <= columns ? last : cut(last, columns)];
}
