/**
 * Reads the gold CoNLL-U files of ../shared/data/ud for training and measuring:
 * sentences with words, multiword ranges and the raw text that they came from
 * (paragraphs and documents parted by blank lines).
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

export interface GoldSentence {
  readonly id: string;
  readonly words: readonly GoldWord[];
  /** First and last word of each multiword token, with its form. */
  readonly ranges: readonly { first: number; last: number; form: string }[];
  readonly text: string;
  /** The sentence opens a paragraph or document. */
  readonly opens: boolean;
}

/** Path of a file of the treebanks that lie beside the checkout. */
export function treebankPath(name: string): string {
  return fileURLToPath(new URL(`../../../shared/data/ud/${name}.conllu.gz`, import.meta.url));
}

/** True when the development data lie beside the checkout. */
export function hasTreebanks(): boolean {
  return existsSync(treebankPath("en_ewt-dev"));
}

/** All sentences of the treebank with that name ("en_ewt-dev"). */
export function readTreebank(name: string): GoldSentence[] {
  const content = gunzipSync(readFileSync(treebankPath(name))).toString("utf8");
  const sentences: GoldSentence[] = [];
  for (const block of content.split("\n\n")) {
    const words: GoldWord[] = [];
    const ranges: { first: number; last: number; form: string }[] = [];
    let text = "";
    let id = "";
    let opens = false;
    for (const line of block.split("\n")) {
      if (line.startsWith("# text = ")) text = line.slice(9);
      else if (line.startsWith("# sent_id = ")) id = line.slice(12);
      else if (line.startsWith("# newpar") || line.startsWith("# newdoc")) opens = true;
      if (line === "" || line.startsWith("#")) continue;
      const [number = "", form = "", lemma = "", upos = "", xpos = "", , head = "", deprel = ""] =
        line.split("\t");
      if (number.includes(".")) continue;
      if (number.includes("-")) {
        const [first, last] = number.split("-").map(Number) as [number, number];
        ranges.push({ first: first - 1, last: last - 1, form });
      } else words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel });
    }
    if (words.length > 0) sentences.push({ id, words, ranges, text, opens });
  }
  return sentences;
}

/** The raw text of the sentences: a blank line where a paragraph opens, one space elsewhere. */
export function rawText(sentences: readonly GoldSentence[]): string {
  return sentences.map((s, i) => (i === 0 ? "" : s.opens ? "\n\n" : " ") + s.text).join("");
}
