/**
 * The timeline of mentions for a terminal: a heading for each day; under it
 * event, actor → recipient, and the sentence cut to the width with the trigger
 * marked. In a narrow terminal the event stands above the parties.
 */
import { addDays } from "../../../base/index.ts";
import type { Ontology } from "../../../knowledge/ontology-types.ts";
import type { MentionLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { markLine } from "./marked.ts";
import { columnsOf, cut, fit, printable } from "./printable.ts";
import { eventName, factualityWord, partiesLine, quadPaint } from "./quads.ts";

const EVENT_COLUMNS = 24;
const NARROW = 76;
const ID_COLUMNS = 10;

/** The text for one mention.
 * @param dayBefore day of the mention above; a new day gets a heading */
export function mentionText(
  line: MentionLine,
  dayBefore: string | null,
  terminal: Pick<Terminal, "paint" | "width">,
  ontology: Pick<Ontology, "quad">,
): string {
  const { paint, width } = terminal;
  const { mention } = line;
  const colour = quadPaint(paint, ontology.quad(mention.event));
  const day = dayOf(line);
  const heading =
    day === dayBefore ? "" : `${dayBefore === null ? "" : "\n"}${paint.bold(dayHeading(day))}\n`;
  const name = eventName(mention.event, mention.mode);
  const word = factualityWord(mention);
  const narrow = width < NARROW;
  const margin = narrow ? 4 : EVENT_COLUMNS + 2;
  const room = width - margin;
  const id = paint.dim(line.id.slice(0, ID_COLUMNS));
  const parties = `${printable(partiesLine(mention))}${contentWords(line)}`;
  const shown = narrow ? cut(parties, room) : fit(parties, Math.max(10, room - ID_COLUMNS - 1));
  const event = `${colour(name)}${word === "" ? "" : ` ${paint.dim(word)}`}`;
  const eventColumns = columnsOf(name) + (word === "" ? 0 : word.length + 1);
  const first = narrow
    ? `  ${event}${" ".repeat(Math.max(1, width - 2 - eventColumns - ID_COLUMNS))}${id}\n    ${paint.bold(shown)}`
    : `  ${event}${" ".repeat(Math.max(1, EVENT_COLUMNS - eventColumns))}${paint.bold(shown)} ${id}`;
  const { trigger, sentenceSpan } = mention;
  const mark = {
    start: trigger.start - sentenceSpan.start,
    end: trigger.end - sentenceSpan.start,
    paint: (words: string) => (paint.isColorSupported ? colour(paint.underline(words)) : `[${words}]`),
  };
  const sentence = markLine(line.text, mark, room);
  return `${heading}${first}\n${" ".repeat(margin)}${sentence}\n`;
}

/** The day that the mention is listed under; a year or a month where the words name a whole one. */
export function dayOf(line: MentionLine): string {
  return wholeStretch(line) ?? line.mention.date ?? line.citation.date ?? "";
}

function wholeStretch({ mention: { date, endDate } }: MentionLine): string | null {
  if (date === null || endDate === null || !date.endsWith("-01")) return null;
  const year = date.slice(0, 4);
  if (date === `${year}-01-01` && endDate === `${year}-12-31`) return year;
  const month = date.slice(0, 7);
  const isLast = endDate.startsWith(month) && addDays(endDate, 1).slice(0, 7) !== month;
  return isLast ? month : null;
}

const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

/** The day with its weekday. */
export function dayHeading(day: string): string {
  if (day.length < 10) return day === "" ? "no day" : day;
  return `${day} ${WEEKDAY.format(new Date(`${day}T00:00:00Z`))}`;
}

function contentWords(line: MentionLine): string {
  const { content, endDate, date } = line.mention;
  const isRange = endDate !== null && endDate !== date && wholeStretch(line) === null;
  const until = isRange ? ` (to ${endDate})` : "";
  if (content === null) return until;
  const day = content.date === null ? "" : ` ${content.date}`;
  return `${until}: ${eventName(content.event, content.mode)}${day}`;
}
