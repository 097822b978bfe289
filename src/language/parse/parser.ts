/**
 * Tagged words in, tree out: looks up the words, runs the network, takes the
 * best tree and names its arcs.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";
import { ParserNetwork } from "./network.ts";
import { settlePunctuation } from "./settle-punctuation.ts";
import { spanningTree } from "./spanning-tree.ts";
import { type TaggedWord, WordInputs } from "./word-inputs.ts";
import { ROOT_KEY, UNKNOWN_WORD, wordKeys } from "./word-keys.ts";

export interface Tree {
  /** Head of each word, -1 for the root. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

export interface Parser {
  parse(words: readonly TaggedWord[]): Tree;
}

/** Rows of the table for the root and each word, as training wants them. */
export function rowIds(
  vocabulary: ReadonlyMap<string, number>,
  forms: readonly string[],
  tags: readonly string[],
): Int32Array[] {
  const unknown = vocabulary.get(UNKNOWN_WORD) as number;
  const ids = [Int32Array.of(vocabulary.get(ROOT_KEY) as number)];
  for (const keys of wordKeys(forms, tags)) {
    const rows: number[] = [];
    keys.forEach((key, k) => {
      const id = vocabulary.get(key);
      if (id !== undefined) rows.push(id);
      else if (k === 0) rows.push(unknown);
    });
    ids.push(Int32Array.from(rows));
  }
  return ids;
}

/** The parser with these weights. */
export function createParser(model: ModelFile): Parser {
  const network = new ParserNetwork(model);
  const inputs = new WordInputs(model);
  const labels = model.meta.labelNames as readonly string[];
  const root = labels.indexOf("root");
  const parse = (words: readonly TaggedWord[]): Tree => {
    if (words.length === 0) return { heads: [], deprels: [] };
    const run = network.run(words.length + 1, (x) => inputs.write(words, x));
    const tree = spanningTree(run.arcs, words.length + 1);
    const scores = run.labels(tree);
    const heads: number[] = [];
    const deprels: string[] = [];
    for (let i = 1; i <= words.length; i++) {
      const head = tree[i] as number;
      const from = i * network.labelColumns;
      let best = root;
      if (head > 0) {
        best = root === 0 ? 1 : 0;
        for (let c = 0; c < labels.length; c++) {
          if (c !== root && (scores[from + c] as number) > (scores[from + best] as number)) best = c;
        }
      }
      heads.push(head - 1);
      deprels.push(labels[best] as string);
    }
    const xpos = words.map((word) => word.xpos);
    return { heads: settlePunctuation(heads, deprels, xpos), deprels };
  };
  return { parse };
}
