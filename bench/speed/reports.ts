/**
 * Reports of about 500 words for the bench of speed, made of the sentences of
 * examples/ in an order that a seed gives, so that no two are the same; or of
 * the development data where a path to it is given.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const WORDS = 500;
const SEED = 5;

/** So many reports of about 500 words.
 * @param examples folder of the examples */
export function syntheticReports(examples: string, count: number): string[] {
  const sentences = globSync("*.txt", { cwd: examples })
    .sort()
    .flatMap((file) => readFileSync(join(examples, file), "utf8").split(/(?<=[.!?]["”]?)\s+/))
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence.split(" ").length >= 6 && /[.!?]["”]?$/.test(sentence));
  if (sentences.length === 0) throw new Error(`no sentences in ${examples}`);
  const random = generator(SEED);
  return Array.from({ length: count }, (_, n) => {
    const kept: string[] = [];
    for (let words = 0; words < WORDS; ) {
      const sentence = sentences[Math.floor(random() * sentences.length)] as string;
      kept.push(sentence);
      words += sentence.split(" ").length;
    }
    return `Report ${n} of the round-up.\n\n${kept.join(" ")}`;
  });
}

/** Real reports, cut to about 500 words. */
export function realReports(path: string, count: number): string[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n").slice(0, count);
  return lines.map((line) =>
    (JSON.parse(line) as { text: string }).text.split(" ").slice(0, WORDS).join(" "),
  );
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
