/** The list of reports for a terminal: day, outlet, title, mentions, id, in columns that fit the width. */
import { basename } from "node:path";
import type { ReportLine } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { counted, cut, fit, printable } from "./printable.ts";

const DAY_COLUMNS = 10;
const ID_COLUMNS = 10;
const NARROW = 76;

/** The heading over the columns. */
export function reportHeading({ paint, width }: Pick<Terminal, "paint" | "width">): string {
  if (width < NARROW) return "";
  const { outlet, title } = columns(width);
  return paint.dim(
    `${fit("day", DAY_COLUMNS)}  ${fit("outlet", outlet)}  ${fit("title", title)}  ${"mentions".padStart(8)}  id\n`,
  );
}

/** The text for one report. */
export function reportText(line: ReportLine, { paint, width }: Pick<Terminal, "paint" | "width">): string {
  const day = line.date ?? "no day";
  const id = paint.dim(line.id.slice(0, ID_COLUMNS));
  const name = printable(line.title ?? line.url ?? basename(line.origin));
  const version = `${line.version > 1 ? ` (version ${line.version})` : ""}${line.current ? "" : " (replaced)"}`;
  const from = printable(line.outlet ?? "");
  if (width < NARROW) {
    const facts = `${day}  ${counted(line.mentions, "mention")}  ${id}\n`;
    return `${paint.bold(cut(name + version, width))}\n  ${from === "" ? "" : `${cut(from, 20)}  `}${facts}`;
  }
  const { outlet, title } = columns(width);
  const count = String(line.mentions).padStart(8);
  return `${fit(day, DAY_COLUMNS)}  ${fit(from, outlet)}  ${paint.bold(fit(name + version, title))}  ${count}  ${id}\n`;
}

function columns(width: number): { outlet: number; title: number } {
  const rest = width - DAY_COLUMNS - ID_COLUMNS - 8 - 8;
  const outlet = Math.min(20, Math.floor(rest / 3));
  return { outlet, title: rest - outlet };
}
