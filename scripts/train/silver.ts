/**
 * Trees for raw sentences, made by the teachers; where there are several, only
 * sentences in whose heads all agree are kept. The student then learns from
 * more text, and nearer to news, than people have annotated.
 */
import type { ModelFile } from "../../src/knowledge/model-file.ts";
import { createParser } from "../../src/language/parse/parser.ts";
import type { Tagger } from "../../src/language/tag/tagger.ts";
import { Random } from "./random.ts";
import type { TreeExample } from "./train-parser.ts";

export interface SilverOptions {
  readonly minWords: number;
  readonly maxWords: number;
  readonly wordsPerEpoch: number;
  readonly weight: number;
}

/** Sentences of fitting length with predicted tags and trees, in a random order. */
export function silverTrees(
  raw: readonly (readonly string[])[],
  tagger: Tagger,
  teachers: readonly ModelFile[],
  options: SilverOptions,
  say = (_: string) => {},
): TreeExample[] {
  const parsers = teachers.map(createParser);
  const fitting = raw.filter((forms) => forms.length >= options.minWords && forms.length <= options.maxWords);
  new Random(17).shuffle(fitting);
  const examples: TreeExample[] = [];
  for (const forms of fitting) {
    const tags = Array.from(tagger.tag(forms), (c) => `${tagger.upos[c]} ${tagger.xpos[c]}`);
    const [first, ...others] = parsers.map((parser) => parser.parse(forms, tags));
    const agreed = others.every((tree) => tree.heads.every((head, i) => head === first!.heads[i]));
    if (!agreed && others.length > 0) continue;
    examples.push({ forms, tags, heads: first!.heads, deprels: first!.deprels, weight: options.weight });
  }
  say(`${examples.length} raw sentences with trees`);
  return examples;
}
