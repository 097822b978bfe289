/**
 * The command `link` given texts and bare spans, as a stranger would use it, on
 * the gold sets of event coreference: what is lost where sentences and words are
 * found by the program and not taken from the gold. Run with
 * `node bench/linking/spans-alone.ts ecbplus-dev gvc-dev`; prints CoNLL F1 for
 * sentences on lines of their own, in paragraphs of their own, and in one line.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type GoldDocument, goldDocuments } from "./gold-events.ts";
import { conll } from "./score-clusters.ts";

const COMMAND = fileURLToPath(new URL("../../bin/chancery.js", import.meta.url));
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
/** What stands between two sentences. */
const BETWEEN = { lines: "\n", paragraphs: "\n\n", "one line": " " } as const;

/** The document as a line of input, its mentions as spans of its text. */
function lineOf({ report, sentences, mentions }: GoldDocument, between: string): string {
  const spanOf = (start: number, end: number, sentence: number) => {
    const moved = sentence * (between.length - 1);
    return { start: start + moved, end: end + moved };
  };
  const given = mentions.map(({ id, sentence, tokens }) => {
    const words = tokens.map((token) => sentences[sentence]!.tokens[token]!);
    return { id, ...spanOf(words[0]!.start, words.at(-1)!.end, sentence) };
  });
  const text = sentences.map(({ start, end }) => report.text.slice(start, end)).join(between);
  return JSON.stringify({ id: report.id, date: report.date, text, mentions: given });
}

async function link(lines: readonly string[]): Promise<{ events: readonly { mentions: string[] }[] }> {
  const child = spawn(process.execPath, [COMMAND, "link", "--workers", "1"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(`${lines.join("\n")}\n`);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  await new Promise((resolve) => child.on("close", resolve));
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

for (const file of process.argv.slice(2)) {
  const documents = goldDocuments(DATA, file);
  const gold = new Map(documents.flatMap(({ mentions }) => mentions.map(({ id, chain }) => [id, chain])));
  for (const [name, between] of Object.entries(BETWEEN)) {
    const { events } = await link(documents.map((document) => lineOf(document, between)));
    const found = new Map(events.flatMap(({ mentions }, at) => mentions.map((id) => [id, String(at)])));
    const lost = [...gold.keys()].filter((id) => !found.has(id));
    for (const id of lost) found.set(id, id);
    console.log(`${file}\t${name}\t${(100 * conll(gold, found)).toFixed(1)} CoNLL\t${lost.length} lost`);
  }
}
