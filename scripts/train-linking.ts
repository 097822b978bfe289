/**
 * Makes knowledge/models/linking/reports-per-word.tsv anew: in how many reports of the raw
 * texts beside the checkout each word stem stands (../shared/data: raw, quotes,
 * coreference). Statistics over words only; no text is kept.
 * The weights of event links are train-linking-events.ts's business.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { loadLinkingKnowledge } from "../src/knowledge/linking.ts";
import { createWordReader } from "../src/linking/text/read-words.ts";
import { dataPath } from "./train/raw-text.ts";

const FILES = [
  "raw/insight-crime.jsonl.gz",
  "quotes/polnear-train.jsonl.gz",
  "coreference/ecbplus-train.jsonl.gz",
] as const;
/** Words of fewer reports count as unknown: they are names and misprints. */
const LEAST_REPORTS = 3;

const knowledge = loadLinkingKnowledge();
const readWords = createWordReader(knowledge);
const counts = new Map<string, number>();
let reports = 0;
for (const name of FILES) {
  for (const line of gunzipSync(readFileSync(dataPath(name)))
    .toString("utf8")
    .split("\n")) {
    if (line === "") continue;
    const record = JSON.parse(line) as { text?: string; sentences?: Record<string, string[]> };
    const text =
      record.text ??
      Object.values(record.sentences ?? {})
        .map((words) => words.join(" "))
        .join("\n");
    reports++;
    for (const stem of new Set(readWords(text).known.map((word) => word.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
}
const rows = [...counts]
  .filter(([, count]) => count >= LEAST_REPORTS)
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  .map(([stem, count]) => `${stem}\t${count}`);
writeFileSync(knowledgePath("models", "linking", "reports-per-word.tsv"), `${reports}\n${rows.join("\n")}\n`);
console.log(`${reports} reports, ${rows.length} words`);
