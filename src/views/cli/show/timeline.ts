/**
 * Events in the order of their days in, the timeline for a terminal out: two
 * sparklines (cooperation above, conflict below) over the span of time, then
 * each day with its events, their scores as bars to the right or to the left.
 */
import { addDays } from "../../../base/index.ts";
import type { Ontology } from "../../../knowledge/ontology-types.ts";
import type { EventLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { eventDay, sidesOf } from "./event-list.ts";
import { dayHeading } from "./mention-list.ts";
import { counted, cut, fit, printable } from "./printable.ts";
import { eventName, partiesLine, quadPaint } from "./quads.ts";

type Screen = Pick<Terminal, "paint" | "width">;

const BARS = "▁▂▃▄▅▆▇█";
const LABEL_COLUMNS = 12;
/** PLOVER's scale runs from -10 to 10. */
const SCALE = 10;
const BAR_COLUMNS = 5;
const ID_COLUMNS = 10;
const NAME_COLUMNS = 24;

/** The timeline. */
export function timelineText(
  lines: readonly EventLine[],
  parties: readonly string[],
  screen: Screen,
  ontology: Pick<Ontology, "quad" | "score">,
): string {
  const { paint } = screen;
  const scored = lines.map((line) => ({
    line,
    day: eventDay(line),
    score: ontology.score(line.event.event.value, line.event.main.mode) ?? 0,
  }));
  const days = scored.map(({ day }) => day).filter((day) => day.length === 10);
  const span = days.length === 0 ? "no day" : `${days[0]} to ${days.at(-1)}`;
  const names = parties.join(" – ");
  const sum = (sign: number) =>
    scored.reduce((total, { score }) => total + Math.max(0, score * sign), 0).toFixed(1);
  return [
    `${paint.bold(names === "" ? "All parties" : printable(names))}  ${span}  ${counted(lines.length, "event")}\n\n`,
    ...sparklines(scored, screen),
    `${fit("", LABEL_COLUMNS)}cooperation ${sum(1)}, conflict ${sum(-1)}\n`,
    ...rows(scored, screen, ontology),
  ].join("");
}

interface Scored {
  readonly line: EventLine;
  readonly day: string;
  readonly score: number;
}

function sparklines(scored: readonly Scored[], { paint, width }: Screen): string[] {
  const dated = scored.filter(({ day }) => day.length === 10);
  const [first, last] = [dated[0]?.day, dated.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const room = width - LABEL_COLUMNS;
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const step = Math.max(1, Math.ceil(span / room));
  const count = Math.ceil(span / step);
  const plus = new Array<number>(count).fill(0);
  const minus = new Array<number>(count).fill(0);
  for (const { day, score } of dated) {
    const at = Math.floor((Date.parse(day) - Date.parse(first)) / 86_400_000 / step);
    if (score > 0) plus[at]! += score;
    else minus[at]! -= score;
  }
  const most = Math.max(...plus, ...minus, 1);
  const draw = (values: readonly number[]) =>
    values
      .map((value) => (value === 0 ? "·" : BARS[Math.min(7, Math.floor((value / most) * 7.999))]))
      .join("");
  const end = step * (count - 1);
  const each = step === 1 ? "each mark a day" : `each mark ${step} days`;
  return [
    `${fit("cooperation", LABEL_COLUMNS)}${paint.green(draw(plus))}\n`,
    `${fit("conflict", LABEL_COLUMNS)}${paint.red(draw(minus))}\n`,
    `${fit("", LABEL_COLUMNS)}${paint.dim(`${first} to ${addDays(first, end)}, ${each}`)}\n`,
  ];
}

function rows(
  scored: readonly Scored[],
  { paint, width }: Screen,
  ontology: Pick<Ontology, "quad">,
): string[] {
  let before = "";
  return scored.map(({ line, day, score }) => {
    const heading = day === before ? "" : `\n${paint.bold(dayHeading(day))}\n`;
    before = day;
    const colour = quadPaint(paint, ontology.quad(line.event.event.value));
    const size = Math.round((Math.abs(score) / SCALE) * BAR_COLUMNS);
    const bar =
      score < 0
        ? `${"■".repeat(size).padStart(BAR_COLUMNS)}│${" ".repeat(BAR_COLUMNS)}`
        : `${" ".repeat(BAR_COLUMNS)}│${"■".repeat(size).padEnd(BAR_COLUMNS)}`;
    const name = fit(eventName(line.event.event.value, line.event.main.mode), NAME_COLUMNS);
    const lead = 6 + 1 + 2 * BAR_COLUMNS + 1 + 1 + NAME_COLUMNS + 1;
    const told = `${line.event.lines}×`;
    const sides = fit(
      cut(printable(partiesLine(sidesOf(line))), Math.max(10, width - lead - ID_COLUMNS - 6)),
      Math.max(10, width - lead - ID_COLUMNS - 6),
    );
    const figure = score.toFixed(1).padStart(6);
    return `${heading}${figure} ${colour(bar)} ${colour(name)} ${sides} ${told.padStart(4)} ${paint.dim(line.event.id.slice(0, ID_COLUMNS))}\n`;
  });
}
