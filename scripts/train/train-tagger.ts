/**
 * Trains the tagger: averaged perceptron, seeded order, features that are seen
 * in fewer than two updates left out by the floor. Some sentences are also
 * shown in headline, upper and lower case.
 */
import type { GoldSentence } from "../../bench/language/treebank.ts";
import type { ModelFile } from "../../src/knowledge/model-file.ts";
import { MAX_TAG_FEATURES, tagFeatures } from "../../src/language/tag/tag-features.ts";
import { WordTable } from "../../src/language/tag/word-table.ts";
import { Perceptron } from "./perceptron.ts";
import { Random } from "./random.ts";

export interface TaggedWords {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

export interface TaggerOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Weights below this share of one update are left out. */
  readonly floor: number;
  /** Groups of words, by normal form. */
  readonly groups: ReadonlyMap<string, number>;
}

/** Forms and joint tags ("NOUN NN") of the sentences; words of unknown tag are left as they are. */
export function taggedWords(sentences: readonly GoldSentence[]): TaggedWords[] {
  return sentences.map((s) => ({
    forms: s.words.map((w) => w.form),
    tags: s.words.map((w) => `${w.upos} ${w.xpos}`),
  }));
}

const capital = (form: string) => form.charAt(0).toUpperCase() + form.slice(1);

/** Copies of some sentences in other cases: headline, all upper, all lower. */
export function recased(sentences: readonly TaggedWords[], random: Random): TaggedWords[] {
  const copies: TaggedWords[] = [];
  for (const sentence of sentences) {
    const draw = random.next();
    if (sentence.forms.length < 4 || draw > 0.16) continue;
    const change = (form: string) =>
      draw < 0.1
        ? form.length > 3
          ? capital(form)
          : form
        : draw < 0.13
          ? form.toUpperCase()
          : form.toLowerCase();
    copies.push({ forms: sentence.forms.map(change), tags: sentence.tags });
  }
  return copies;
}

/** Weights of a tagger trained on these sentences. */
export function trainTagger(
  gold: readonly TaggedWords[],
  options: TaggerOptions,
  say = (_: string) => {},
): ModelFile {
  const random = new Random(options.seed);
  const counts = new Map<string, number>();
  for (const s of gold) for (const tag of s.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const classes = [...counts].filter(([, n]) => n >= 3).map(([tag]) => tag);
  const classOf = new Map(classes.map((tag, i) => [tag, i]));
  const perceptron = new Perceptron(classes.length);
  const keys = new Uint32Array(MAX_TAG_FEATURES);
  const scores = new Float64Array(classes.length);
  const table = new WordTable(options.groups);
  const order = [...gold, ...recased(gold, random)].map((s) => ({
    words: table.sentence(s.forms),
    tags: s.tags.map((tag) => classOf.get(tag) ?? -1),
  }));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    random.shuffle(order);
    let wrong = 0;
    let total = 0;
    for (const { words, tags } of order) {
      let before1 = -1;
      let before2 = -1;
      for (let i = 0; i < tags.length; i++) {
        const count = tagFeatures(table, words, i, before1, before2, keys);
        scores.fill(0);
        perceptron.score(keys, count, scores);
        let best = 0;
        for (let c = 1; c < classes.length; c++) if (scores[c]! > scores[best]!) best = c;
        const right = tags[i]!;
        if (right >= 0 && right !== best) {
          perceptron.update(keys, count, right, best);
          wrong++;
        }
        perceptron.step++;
        total++;
        before2 = before1;
        before1 = best;
      }
    }
    say(`tagger epoch ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % of ${total} words wrong`);
  }
  const groups = Uint16Array.from(options.groups.values());
  const meta = { kind: "tagger", classes, grouped: [...options.groups.keys()] };
  return { meta, arrays: { ...perceptron.pack(options.floor), groups } };
}
