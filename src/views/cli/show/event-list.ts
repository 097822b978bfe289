/**
 * The list of events for a terminal: a heading for each day; under it event,
 * parties and id, then how many lines of reporting, reports and outlets tell
 * it and how it stands, and the sentence that told it first.
 */
import type { Ontology } from "../../../knowledge/ontology-types.ts";
import type { EventLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { dayHeading } from "./mention-list.ts";
import { counted, cut, fit, printable } from "./printable.ts";
import { eventName, factualityWord, partiesLine, quadPaint } from "./quads.ts";

const EVENT_COLUMNS = 24;
const ID_COLUMNS = 10;
const NARROW = 76;

/** The day that the event is listed under. */
export function eventDay({ event, first }: EventLine): string {
  return event.date?.value.date ?? first.citation.date ?? "";
}

/** Such as `confirmed by 2 lines, 5 reports`. */
export function standingWords({ event }: EventLine): string {
  const by = event.lines === 1 ? "1 line" : `${event.lines} lines`;
  return `${event.standing}, ${by}, ${counted(event.reports, "report")}`;
}

/** The text for one event.
 * @param dayBefore day of the event above; a new day gets a heading */
export function eventText(
  line: EventLine,
  dayBefore: string | null,
  { paint, width }: Pick<Terminal, "paint" | "width">,
  ontology: Pick<Ontology, "quad">,
): string {
  const { event, first } = line;
  const day = eventDay(line);
  const heading =
    day === dayBefore ? "" : `${dayBefore === null ? "" : "\n"}${paint.bold(dayHeading(day))}\n`;
  const colour = quadPaint(paint, ontology.quad(event.event.value));
  const word = factualityWord({ factuality: event.factuality.value });
  const name = eventName(event.event.value, event.main.mode);
  const parties = printable(partiesLine(sidesOf(line)));
  const id = paint.dim(event.id.slice(0, ID_COLUMNS));
  const standing = paint.dim(standingWords(line));
  if (width < NARROW) {
    const head = `  ${colour(name)}${word === "" ? "" : ` ${paint.dim(word)}`}  ${id}\n`;
    return `${heading}${head}    ${paint.bold(cut(parties, width - 4))}\n    ${standing}\n`;
  }
  const shownName = `${fit(word === "" ? name : `${name} ${word}`, EVENT_COLUMNS - 1)} `;
  const room = width - EVENT_COLUMNS - 2;
  const head = `  ${colour(shownName)}${paint.bold(fit(parties, room - ID_COLUMNS - 1))} ${id}\n`;
  const margin = " ".repeat(EVENT_COLUMNS + 2);
  return `${heading}${head}${margin}${standing}\n${margin}${cut(printable(first.text), room)}\n`;
}

/** The main parties as a mention has them. */
export function sidesOf({ event }: EventLine): Parameters<typeof partiesLine>[0] {
  const side = (parties: EventLine["event"]["main"]["actor"]) =>
    parties.map((party) => ({ ...party, entityText: party.entityText ?? "" }));
  return { actor: side(event.main.actor), recipient: side(event.main.recipient) };
}
