/**
 * The entries of a JSON Lines file at any path, for loaders that can be given
 * another folder than knowledge/. Files below knowledge/ itself: read-file.ts.
 */
import { readFileSync } from "node:fs";
import { Fault } from "../base/fault.ts";

/** The entries of the file, one a line; blank lines are skipped.
 * @throws {@link Fault} `knowledge/bad-line` where a line is not JSON */
export function readLines<T>(path: string): T[] {
  const entries: T[] = [];
  for (const [index, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      entries.push(JSON.parse(line));
    } catch (cause) {
      throw new Fault("knowledge/bad-line", `${path} line ${index + 1} is not JSON.`, { cause });
    }
  }
  return entries;
}
