/**
 * Files of knowledge/ as values: JSON, and JSON Lines with one entry a line.
 * What stands in them is checked by scripts/check-knowledge.ts, not here.
 */
import { readFileSync } from "node:fs";
import { Fault } from "../base/fault.ts";
import { knowledgePath } from "./dir.ts";
import { KNOWLEDGE_FAULTS } from "./faults.ts";

const ADVICE = "Install the package again, or restore knowledge/ from version control.";

/** The parsed JSON file at `parts` below knowledge/.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function readJson<T>(...parts: readonly string[]): T {
  return parseJson<T>(readText(parts), parts.join("/"));
}

/** The entries of the JSON Lines file at `parts` below knowledge/; blank lines are skipped.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` (names the line) */
export function readJsonLines<T>(...parts: readonly string[]): T[] {
  const entries: T[] = [];
  for (const [index, line] of readText(parts).split("\n").entries()) {
    if (line.trim() === "") continue;
    entries.push(parseJson<T>(line, `${parts.join("/")}:${index + 1}`));
  }
  return entries;
}

function readText(parts: readonly string[]): string {
  try {
    return readFileSync(knowledgePath(...parts), "utf8");
  } catch (cause) {
    throw new Fault(KNOWLEDGE_FAULTS.unreadable, `knowledge/${parts.join("/")} cannot be read.`, {
      advice: ADVICE,
      cause,
    });
  }
}

function parseJson<T>(text: string, where: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new Fault(KNOWLEDGE_FAULTS.malformed, `knowledge/${where} is not JSON.`, { advice: ADVICE, cause });
  }
}
