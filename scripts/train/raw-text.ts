/**
 * The raw texts beside the checkout that training reads as statistics over
 * words (../shared/data: raw, quotes, coreference, plover); no label of theirs
 * is looked at, and no text of theirs is kept.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** Files read for raw text, relative to ../shared/data. */
export const RAW_FILES = [
  "raw/insight-crime.jsonl.gz",
  "quotes/polnear-train.jsonl.gz",
  "coreference/ecbplus-train.jsonl.gz",
  "plover/plv-train.jsonl",
  "plover/cameo-news.jsonl",
] as const;

/** Path of a file of the development data. */
export function dataPath(name: string): string {
  return fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
}

/** Undoes the treebank's quotation marks and spacing of tokenised text. */
function detokenise(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/``|''/g, '"')
    .replace(/ ([.,;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)/g, "$1")
    .replace(/([($[]) /g, "$1");
}

/** All texts of the raw files, in order. */
export function rawTexts(): string[] {
  const texts: string[] = [];
  for (const name of RAW_FILES) {
    const bytes = readFileSync(dataPath(name));
    const lines = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
    for (const line of lines) {
      if (line === "") continue;
      const record = JSON.parse(line) as { text?: string; sentences?: Record<string, string[]> };
      if (record.text !== undefined) texts.push(record.text);
      else
        texts.push(
          Object.values(record.sentences ?? {})
            .map(detokenise)
            .join("\n\n"),
        );
    }
  }
  return texts;
}
