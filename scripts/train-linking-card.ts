/** The files of knowledge/models/linking in, their card.json out: hashes, what they were made of, how. Run it last. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { dataPath } from "./train/raw-text.ts";

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const own = ["events.json", "reports-per-word.tsv", "settings.json"];
const data: readonly (readonly [file: string, use: string])[] = [
  [
    "coreference/ecbplus-train.jsonl.gz",
    "weights of pairs of mentions; reports per word; no sentence is kept",
  ],
  ["quotes/polnear-train.jsonl.gz", "reports per word; no sentence is kept"],
  ["raw/insight-crime.jsonl.gz", "reports per word; no sentence is kept"],
];
const card = {
  name: "linking",
  files: own.map((file) => ({ file, sha256: sha256(knowledgePath("models", "linking", file)) })),
  trainedOn: data.map(([file, use]) => ({ file, sha256: sha256(dataPath(file)), use })),
  licence: "CC BY 3.0 (ECB+); the other sets state no licence",
  measuredOn:
    "settings: the worse of stories/basil-dev and stories/allsides-dev, of coreference/ecbplus-dev and gvc-dev, and generated edits of own texts (bench/linking)",
  command:
    "node scripts/train-linking.ts && node scripts/train-linking-events.ts && node scripts/train-linking-card.ts",
};
writeFileSync(knowledgePath("models", "linking", "card.json"), `${JSON.stringify(card, null, 2)}\n`);
