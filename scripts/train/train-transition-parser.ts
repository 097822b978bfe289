/**
 * Trains the transition parser with the dynamic oracle of arc-hybrid and
 * exploration (Goldberg and Nivre 2013), on sentences with predicted tags.
 */
import type { ModelFile } from "../../src/knowledge/model-file.ts";
import { LEFT, ParseState, RIGHT, SHIFT } from "../../src/language/parse/arc-hybrid.ts";
import {
  MAX_PARSE_FEATURES,
  type ParseInput,
  parseFeatures,
} from "../../src/language/parse/parse-features.ts";
import { labelKeys, parseInput } from "../../src/language/parse/transition-parser.ts";
import { Perceptron } from "./perceptron.ts";
import { Random } from "./random.ts";

export interface TreeExample {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

/** Gold arcs that action `action` makes impossible. */
function cost(state: ParseState, heads: Int32Array, action: number): number {
  const b0 = state.next;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  let lost = 0;
  if (action === SHIFT) {
    for (let i = 0; i < state.depth; i++) {
      const s = state.stack[i]!;
      if (heads[s] === b0) lost++;
      if (i < state.depth - 1 && heads[b0] === s) lost++;
    }
    return lost;
  }
  const head = heads[s0]!;
  if (action === LEFT ? head === s1 || head > b0 : head >= b0) lost++;
  for (let d = b0; d < state.size; d++) if (heads[d] === s0) lost++;
  return lost;
}

/** Weights of actions and of labels, trained on these trees. */
export function trainTransitionParser(
  examples: readonly TreeExample[],
  options: { seed: number; epochs: number; floor: number },
  say = (_: string) => {},
): { actions: ModelFile; labels: ModelFile } {
  const random = new Random(options.seed);
  const names = [...new Set(examples.flatMap((e) => e.deprels))].sort();
  const actions = new Perceptron(3);
  const labels = new Perceptron(names.length);
  const keys = new Uint32Array(MAX_PARSE_FEATURES);
  const scores = new Float64Array(3);
  const labelScores = new Float64Array(names.length);
  const order = examples.map((e) => ({
    input: parseInput(e.forms, e.upos, e.xpos) as ParseInput,
    heads: Int32Array.from(e.heads, (h) => (h < 0 ? e.forms.length : h)),
    labels: e.deprels.map((d) => names.indexOf(d)),
  }));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    random.shuffle(order);
    let wrong = 0;
    let words = 0;
    for (const { input, heads, labels: gold } of order) {
      const state = new ParseState(gold.length);
      words += gold.length;
      while (!state.done()) {
        const count = parseFeatures(state, input, keys);
        scores.fill(0);
        actions.score(keys, count, scores);
        let best = -1;
        let right = -1;
        let least = Number.POSITIVE_INFINITY;
        for (let a = SHIFT; a <= RIGHT; a++)
          if (state.allowed(a)) least = Math.min(least, cost(state, heads, a));
        for (let a = SHIFT; a <= RIGHT; a++) {
          if (!state.allowed(a)) continue;
          if (best < 0 || scores[a]! > scores[best]!) best = a;
          if (cost(state, heads, a) === least && (right < 0 || scores[a]! > scores[right]!)) right = a;
        }
        actions.step++;
        if (best !== right) actions.update(keys, count, right, best);
        const taken = best !== right && (epoch === 0 || random.next() < 0.1) ? right : best;
        let label = -1;
        if (taken !== SHIFT) {
          const child = state.stackAt(0);
          const head = taken === LEFT ? state.next : state.stackAt(1);
          labelKeys(keys, count, taken);
          labelScores.fill(0);
          labels.score(keys, count + 1, labelScores);
          label = 0;
          for (let c = 1; c < names.length; c++) if (labelScores[c]! > labelScores[label]!) label = c;
          labels.step++;
          if (heads[child] === head && gold[child] !== label) {
            labels.update(keys, count + 1, gold[child]!, label);
            if (head !== state.size) label = gold[child]!;
          }
          if (heads[child] !== head) wrong++;
        }
        state.apply(taken, label);
      }
    }
    say(`parser epoch ${epoch + 1}: ${((100 * wrong) / words).toFixed(2)} % of ${words} heads wrong`);
  }
  return {
    actions: {
      meta: { kind: "actions", classes: ["shift", "left", "right"] },
      arrays: actions.pack(options.floor),
    },
    labels: { meta: { kind: "labels", classes: names }, arrays: labels.pack(options.floor) },
  };
}
