/**
 * What the gazetteer costs and covers: load in a fresh process, words matched
 * a second on plain articles, spans of PLV with a capital letter in which it
 * finds something, offices known on two days. `node bench/gazetteer/index.ts`
 * prints the figures.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { STATE_COLUMNS } from "../../src/knowledge/gazetteer/entries.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer/index.ts";
import { readTable } from "../../src/knowledge/gazetteer/table.ts";
import type { Gazetteer } from "../../src/knowledge/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";

const ARTICLES = "raw/insight-crime.jsonl.gz";
const SPANS = "plover/plv-train.jsonl";
export const corpus = [ARTICLES, SPANS];

const WORDS = /\p{L}\.(?:\p{L}\.)+|['’]s\b|[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*|\S/gu;
const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];
const DAYS = ["2017-08-10", "2024-06-30"];
const OFFICES = ["head-of-state", "head-of-government", "foreign-minister"];
const GONE = new Set(["SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Load, speed and coverage. */
export function measure({ data, short }: MeasureOptions): readonly Figure[] {
  const gazetteer = loadGazetteer();
  const figures: Figure[] = [
    { name: "gazetteer/load", value: loadTime(), unit: "ms", higherIsBetter: false, margin: 1 },
    ...coverage(gazetteer),
  ];
  if (!existsSync(join(data, ARTICLES))) return figures;
  return [...figures, found(gazetteer, join(data, SPANS)), speed(gazetteer, join(data, ARTICLES), short)];
}

/** Processor time of loading and first use in a fresh process, in ms; least of three. */
function loadTime(): number {
  const module = new URL("../../src/knowledge/gazetteer/index.ts", import.meta.url);
  const script = `const { loadGazetteer } = await import(${JSON.stringify(module.href)});
    const before = process.cpuUsage(); const gazetteer = loadGazetteer();
    gazetteer.match(["Japan"]); gazetteer.holders("JPN", "foreign-minister", "2017-08-10");
    const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const run = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" }));
  return Math.min(run(), run(), run());
}

function coverage(gazetteer: Gazetteer): Figure[] {
  const states = readTable("states.tsv", STATE_COLUMNS)
    .filter((row) => row[1] === "state" && !GONE.has(row[2]!))
    .map((row) => row[2]!);
  return OFFICES.flatMap((office) =>
    DAYS.map((day) => {
      const known = states.filter((state) => gazetteer.holders(state, office, day).length > 0).length;
      const name = `gazetteer/${office}-known-${day.slice(0, 4)}`;
      return { name, value: known / states.length, unit: "", higherIsBetter: true };
    }),
  );
}

function found(gazetteer: Gazetteer, path: string): Figure {
  let spans = 0;
  let hits = 0;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const row = JSON.parse(line) as { text: string; actor: Span | string; recipient: Span | string };
    for (const span of [row.actor, row.recipient]) {
      const text = typeof span === "string" ? span : row.text.slice(span.start, span.end);
      const words = wordsOf(text);
      if (!words.some((word) => /^\p{Lu}/u.test(word))) continue;
      spans++;
      if (gazetteer.match(words).length > 0) hits++;
    }
  }
  return { name: "gazetteer/plv-spans-found", value: hits / spans, unit: "", higherIsBetter: true };
}

function speed(gazetteer: Gazetteer, path: string, short: boolean): Figure {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
  const sentences: string[][] = [];
  for (const line of lines.slice(0, short ? 100 : 500)) {
    if (line === "") continue;
    const { text } = JSON.parse(line) as { text: string };
    sentences.push(...text.split(/(?<=[.!?])\s+/).map(wordsOf));
  }
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  let best = 0;
  for (let run = 0; run < 4; run++) {
    const before = process.cpuUsage();
    for (const sentence of sentences) gazetteer.match(sentence);
    best = Math.max(best, words / (process.cpuUsage(before).user / 1e6));
  }
  return { name: "gazetteer/match-speed", value: best, unit: "words/s", higherIsBetter: true, margin: 0.5 };
}

if (import.meta.main) {
  const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));
  for (const { name, value, unit } of measure({ data, short: false }))
    console.log(name, value < 1 ? value.toFixed(3) : Math.round(value).toLocaleString("en"), unit);
}
