/**
 * States and capitals of knowledge/gazetteer, as far as the pages need them
 * while they are built: code and name of each state, coordinates of its capital.
 */
import { readFileSync } from "node:fs";

export interface State {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

export interface Capital {
  readonly code: string;
  readonly lat: number;
  readonly lon: number;
}

/** States and territories that have a code of their own, states first. */
export function readStates(): State[] {
  const seen = new Set<string>();
  return rows("states.tsv")
    .filter((row) => row.code !== "" && row.code !== undefined)
    .sort((a, b) => Number(b.kind === "state") - Number(a.kind === "state"))
    .filter((row) => !seen.has(row.code!) && seen.add(row.code!))
    .map((row) => ({
      code: row.code!,
      // An equals sign says that the name stands for itself alone.
      name: row.name!.replace(/^=/, ""),
      otherNames: (row.names ?? "").split("|").filter((name) => name !== ""),
    }));
}

/** Places with coordinates, capitals first. */
export function readCapitals(): Capital[] {
  return rows("places.tsv")
    .filter((row) => row.lat !== "")
    .sort((a, b) => Number(b.type === "capital") - Number(a.type === "capital"))
    .map((row) => ({ code: row.state!, lat: Number(row.lat), lon: Number(row.lon) }));
}

function rows(file: string): Record<string, string>[] {
  const path = new URL(`../../knowledge/gazetteer/${file}`, import.meta.url);
  const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}
