/** Reads the gzipped JSON Lines of ../shared/data/names; the facts there carry their licences in SOURCES.md. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const SHARED = new URL("../../../shared/data/", import.meta.url);

/** True where the shared data lies beside the checkout. */
export function hasShared(): boolean {
  return existsSync(fileURLToPath(new URL("names/", SHARED)));
}

/** Records of one file, such as `names/people.jsonl.gz`. */
export function readShared<T>(file: string): T[] {
  const bytes = readFileSync(fileURLToPath(new URL(file, SHARED)));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Lines of a text file, such as `ud/en_ewt-ud-train.conllu`. */
export function readSharedLines(file: string): string[] {
  const bytes = readFileSync(fileURLToPath(new URL(file, SHARED)));
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
}
