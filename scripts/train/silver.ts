/**
 * Trees for raw sentences, made by the teachers together: the scores of all of
 * them are added up, and the best tree taken. The student then learns from more
 * text, and nearer to news, than people have annotated.
 */
import type { ModelFile } from "../../src/knowledge/model-file.ts";
import { ParserNetwork } from "../../src/language/parse/network.ts";
import { spanningTree } from "../../src/language/parse/spanning-tree.ts";
import { type TaggedWord, WordInputs } from "../../src/language/parse/word-inputs.ts";
import type { Tagger } from "../../src/language/tag/tagger.ts";
import { Random } from "./random.ts";
import type { TreeExample } from "./train-parser.ts";

export interface SilverOptions {
  readonly minWords: number;
  readonly maxWords: number;
  /** Words parsed in all. */
  readonly words: number;
  readonly wordsPerEpoch: number;
  readonly weight: number;
}

/** The tree on which the networks agree best. */
function jointTree(
  networks: readonly ParserNetwork[],
  inputs: readonly WordInputs[],
  names: readonly string[],
  words: readonly TaggedWord[],
): { heads: number[]; deprels: string[] } {
  const runs = networks.map((network, i) => network.run(words.length + 1, (x) => inputs[i]!.write(words, x)));
  const arcs = runs[0]!.arcs;
  for (const run of runs.slice(1)) for (let i = 0; i < arcs.length; i++) arcs[i]! += run.arcs[i]!;
  const tree = spanningTree(arcs, words.length + 1);
  const labels = runs.map((run) => run.labels(tree));
  const root = names.indexOf("root");
  const deprels = words.map((_, i) => {
    if (tree[i + 1] === 0) return "root";
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < names.length; c++) {
      let sum = 0;
      runs.forEach((_, r) => {
        sum += labels[r]![(i + 1) * networks[r]!.labelColumns + c]!;
      });
      if (c !== root && sum > most) [best, most] = [c, sum];
    }
    return names[best]!;
  });
  return { heads: Array.from(tree.subarray(1), (head) => head - 1), deprels };
}

/** Sentences of fitting length with predicted tags and trees, in a random order. */
export function silverTrees(
  raw: readonly (readonly string[])[],
  tagger: Tagger,
  teachers: readonly ModelFile[],
  options: SilverOptions,
  say = (_: string) => {},
): TreeExample[] {
  const networks = teachers.map((teacher) => new ParserNetwork(teacher));
  const inputs = teachers.map((teacher) => new WordInputs(teacher));
  const names = teachers[0]!.meta.labelNames as string[];
  const fitting = raw.filter((forms) => forms.length >= options.minWords && forms.length <= options.maxWords);
  new Random(17).shuffle(fitting);
  const examples: TreeExample[] = [];
  let count = 0;
  for (const forms of fitting) {
    if (count >= options.words) break;
    const words = Array.from(tagger.tag(forms), (c, i) => ({
      form: forms[i]!,
      upos: tagger.upos[c]!,
      xpos: tagger.xpos[c]!,
    }));
    const tags = words.map(({ upos, xpos }) => `${upos} ${xpos}`);
    const tree = jointTree(networks, inputs, names, words);
    examples.push({ forms, tags, ...tree, weight: options.weight });
    count += forms.length;
  }
  say(`${examples.length} raw sentences with trees, ${count} words`);
  return examples;
}
