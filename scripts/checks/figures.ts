/** bench/floors.json in, a Markdown table of the figures asked for out. */
import { existsSync, readFileSync } from "node:fs";

/** One measured figure with the floor that it may not fall below (or rise above). */
export interface Floor {
  readonly value: number;
  readonly unit: string;
  readonly higherIsBetter: boolean;
  /** Known best with its origin, such as `0.836 (RoBERTa-large NLI)`. */
  readonly best?: string;
  /** SHA-256 of the corpus, first 16 digits. */
  readonly corpus?: string;
  readonly date: string;
  readonly machine: string;
  /** Share of the value by which a run may fall short without a verdict (speed). */
  readonly margin?: number;
  /** Decision that allowed the floor to go down. */
  readonly decision?: string;
}

export type Floors = Readonly<Record<string, Floor>>;

/** The floors of the tree; none where there is no file. */
export function readFloors(root: string): Floors {
  const path = `${root}/bench/floors.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Floors) : {};
}

/** Words for people in place of a figure's name, where bench/labels.json has some. */
function readLabels(root: string): Readonly<Record<string, string>> {
  const path = `${root}/bench/labels.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
}

/** A table of the floors with these names; a name that ends in `*` stands for all that begin so. */
export function figuresTable(root: string, names: readonly string[]): string {
  const floors = readFloors(root);
  const labels = readLabels(root);
  const chosen = names.flatMap((name) =>
    Object.keys(floors).filter((key) =>
      name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : key === name,
    ),
  );
  const rows = chosen.map((key) => {
    const { value, unit, best, date } = floors[key]!;
    return `| ${labels[key] ?? key} | ${showFigure(value, unit)} | ${best ?? "–"} | ${date} |`;
  });
  return ["| figure | measured | known best | date |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** A value as people read it, with its unit. */
export function showFigure(value: number, unit: string): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  const least = Number.isInteger(value) ? 0 : digits;
  const shown = value.toLocaleString("en-US", {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  });
  return `${shown}${unit === "" ? "" : ` ${unit}`}`;
}
