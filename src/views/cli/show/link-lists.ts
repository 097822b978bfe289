/** Stories, copies and contradictions as lines of a terminal. */
import type { ContradictionLine, CopyLine, NamedReport, StoryLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { counted, cut, printable } from "./printable.ts";

type Screen = Pick<Terminal, "paint" | "width">;

const ID_COLUMNS = 10;
/** So many columns hold days, numbers and id of a story in one line. */
const NARROW = 76;

function reportName({ date, outlet, title, url }: NamedReport): string {
  return [date, outlet, title ?? url].flatMap((part) => (part === null ? [] : printable(part))).join("  ");
}

/** Days, title and id; under them what it is made of and who takes part. */
export function storyText({ story, reports, events }: StoryLine, { paint, width }: Screen): string {
  const { date, endDate } = story;
  const days = date === null ? "no day" : endDate === date ? date : `${date} to ${endDate}`;
  const id = paint.dim(story.id.slice(0, ID_COLUMNS));
  const title = paint.bold(cut(printable(story.title ?? reports[0]?.url ?? ""), width - 2));
  const lines = story.lines === 1 ? "1 line" : `${story.lines} lines`;
  const numbers = `${lines}, ${counted(reports.length, "report")}, ${counted(events, "event")}`;
  const parties = story.parties.map(printable).join(", ");
  if (width < NARROW) return `${title}\n  ${days}  ${id}\n  ${cut(`${numbers}  ${parties}`, width - 2)}\n`;
  return `${title}\n  ${cut(`${days}  ${numbers}  ${parties}`, width - ID_COLUMNS - 4)}  ${id}\n`;
}

/** Kind, share and id; under them both reports with the words that both have. */
export function copyText({ copy, earlier, later }: CopyLine, { paint, width }: Screen): string {
  const id = paint.dim(copy.id.slice(0, ID_COLUMNS));
  const share = Math.round(copy.share * 100);
  const head = `${paint.bold(copy.kind)} ${share} %${copy.quotation ? ", a quotation" : ""}  ${id}`;
  const side = (word: string, { report, text }: CopyLine["earlier"]) =>
    `  ${word} ${cut(reportName(report), width - word.length - 3)}\n    ${cut(printable(text), width - 4)}\n`;
  return `${head}\n${side("earlier", earlier)}${side("later  ", later)}`;
}

/** What it is about and of which event; under it both sentences. */
export function contradictionText(
  { contradiction, a, b }: ContradictionLine,
  { paint, width }: Screen,
): string {
  const { kind, about, nature, eventId } = contradiction;
  const what = [kind, about, nature === "update" ? "(update)" : ""].filter((word) => word !== "").join(" ");
  const head = `${paint.bold(`${what}: ${contradiction.a.value} or ${contradiction.b.value}`)}  ${paint.dim(eventId.slice(0, ID_COLUMNS))}`;
  const side = (report: NamedReport, text: string) =>
    `  ${cut(reportName(report), width - 2)}\n    ${cut(printable(text), width - 4)}\n`;
  return `${head}\n${side(a, contradiction.a.text)}${side(b, contradiction.b.text)}`;
}
