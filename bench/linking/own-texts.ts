/** The reports of examples/ in, bodies as sentences out: the only text that the generators of this bench copy from. */
import { readdirSync, readFileSync } from "node:fs";
import { ROOT } from "../../scripts/checks/finding.ts";
import { splitSentences } from "../../src/linking/text/split-sentences.ts";

/** Sentences of one text, by paragraph. */
export interface OwnText {
  readonly name: string;
  readonly paragraphs: readonly (readonly string[])[];
}

const LEAST_WORDS = 8;

/** Bodies of the plain examples and of those in the archive dump. */
export function ownTexts(): OwnText[] {
  const folder = `${ROOT}/examples`;
  const texts: OwnText[] = [];
  for (const file of readdirSync(folder).sort()) {
    const raw = readFileSync(`${folder}/${file}`, "utf8");
    if (file.endsWith(".txt")) texts.push(toText(file, raw));
    if (!file.endsWith(".jsonl")) continue;
    for (const line of raw.trim().split("\n")) {
      const { id, text } = JSON.parse(line) as { id: string; text?: string };
      if (text !== undefined) texts.push(toText(id, text));
    }
  }
  return texts.filter(({ paragraphs }) => paragraphs.flat().length >= 4);
}

function toText(name: string, raw: string): OwnText {
  const paragraphs = raw.split(/\n\s*\n/).map((paragraph) => {
    const flat = paragraph.replace(/\s+/g, " ").trim();
    return splitSentences(flat).map(({ start, end }) => flat.slice(start, end));
  });
  return {
    name,
    paragraphs: paragraphs
      .map((sentences) => sentences.filter((sentence) => sentence.split(" ").length >= LEAST_WORDS))
      .filter((sentences) => sentences.length > 0),
  };
}
