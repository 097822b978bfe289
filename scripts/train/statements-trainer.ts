/**
 * Parsed reports and their gold in, weights for the choice of statements out:
 * which words can say something, and a log-linear model of what they say
 * (softmax over the stretches and "nothing", AdaGrad, seeded).
 */
import { type GoldReport, overlap } from "../../bench/statements/gold.ts";
import { type CueWords, cueKey, cueSites } from "../../src/coding/quotes/candidates.ts";
import { candidateFeatures, cueFeatures } from "../../src/coding/quotes/features.ts";
import { BUCKETS } from "../../src/coding/quotes/hash.ts";
import { speechTextOf } from "../../src/coding/quotes/speech-text.ts";
import type { Sentence, Token } from "../../src/language/types.ts";

export interface TrainingReport extends GoldReport {
  readonly sentences: readonly Sentence[];
}

export interface StatementSettings {
  /** A word must be a cue this often, and in this share of its uses. */
  readonly minCues: number;
  readonly minRate: number;
  /** Only words that are a cue in this share of their uses are looked at when the weights are used: the others cost time
   * and find as much that is wrong as right. */
  readonly keptRate: number;
  /** A feature must be seen this often. */
  readonly minCount: number;
  readonly epochs: number;
  /** The weights are the mean of those after this epoch and later. */
  readonly averageFrom: number;
  readonly rate: number;
  readonly decay: number;
  /** Stretches that overlap the gold less than this are not learnt from. */
  readonly enough: number;
  /** How much less than the best a stretch may overlap and still be right. */
  readonly slack: number;
  readonly seed: number;
}

/** The settings that the shipped weights are made with: best of those tried by cross-validation. */
export const STATEMENT_TRAINING: StatementSettings = {
  minCues: 2,
  minRate: 0.02,
  keptRate: 0.1,
  minCount: 2,
  epochs: 12,
  averageFrom: 4,
  rate: 0.05,
  decay: 1e-4,
  enough: 0.5,
  slack: 0.05,
  seed: 1,
};

interface Case {
  readonly cue: readonly number[];
  readonly candidates: readonly (readonly number[])[];
  /** Which candidates are right, by index; none for nothing. */
  readonly right: readonly boolean[];
}

/** The token that heads a cue among its own words, by sentence. */
export function cueHeads(report: TrainingReport): ReadonlyMap<Token, number> {
  const heads = new Map<Token, number>();
  for (const [index, { cue }] of report.statements.entries()) {
    if (cue.length === 0) continue;
    const start = Math.min(...cue.map((span) => span.start));
    const end = Math.max(...cue.map((span) => span.end));
    const sentence = report.sentences.find((one) => one.start <= start && start < one.end);
    const own =
      sentence?.tokens.filter(
        (one) =>
          one.start < end &&
          one.end > start &&
          cue.some((span) => one.start < span.end && one.end > span.start),
      ) ?? [];
    const words = own.some((one) => one.upos !== "PUNCT") ? own.filter((one) => one.upos !== "PUNCT") : own;
    const head = words.find((one) => !words.some((other) => other.index === one.head));
    for (const one of words) heads.set(one, one === head ? index : -1);
  }
  return heads;
}

/** Words that can say something, by how often they do. */
export function learnCueWords(
  reports: readonly TrainingReport[],
  settings: StatementSettings,
): ReadonlySet<string> {
  const all = new Map<string, number>();
  const cues = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const report of reports) {
    for (const [token, index] of cueHeads(report)) if (index >= 0) add(cues, cueKey(token.lemma, token.upos));
    for (const { tokens } of report.sentences)
      for (const { lemma, upos } of tokens) add(all, cueKey(lemma, upos));
  }
  const kept = new Set<string>();
  for (const [key, count] of cues)
    if (count >= settings.minCues && count / all.get(key)! >= settings.minRate) kept.add(key);
  return kept;
}

/** The weight of each bucket. */
export function trainStatements(
  reports: readonly TrainingReport[],
  words: CueWords,
  settings: StatementSettings,
): Float64Array {
  const counts = new Int32Array(BUCKETS);
  const intern = (features: readonly number[]) => {
    for (const id of features) counts[id]!++;
    return features;
  };
  const cases = reports.flatMap((report) => casesOf(report, words, settings, intern));
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-6);
  let state = settings.seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const sum = (features: readonly number[]) => {
    let total = 0;
    for (const id of features) total += weights[id]!;
    return total;
  };
  const move = (features: readonly number[], gradient: number) => {
    if (Math.abs(gradient) < 1e-4) return;
    for (const id of features) {
      if (counts[id]! < settings.minCount) continue;
      const slope = gradient + settings.decay * weights[id]!;
      squares[id]! += slope * slope;
      weights[id]! -= (settings.rate * slope) / Math.sqrt(squares[id]!);
    }
  };
  const total = new Float64Array(BUCKETS);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let at = cases.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [cases[at], cases[other]] = [cases[other]!, cases[at]!];
    }
    for (const { cue, candidates, right } of cases) {
      const none = sum(cue);
      const scores = candidates.map(sum);
      const top = Math.max(none, ...scores);
      const raised = scores.map((score) => Math.exp(score - top));
      const nothing = Math.exp(none - top);
      const all = raised.reduce((total, one) => total + one, nothing);
      const good = raised.reduce((total, one, index) => total + (right[index] === true ? one : 0), 0);
      move(cue, nothing / all - (right.length === 0 ? 1 : 0));
      for (const [index, features] of candidates.entries())
        move(features, raised[index]! / all - (right[index] === true ? raised[index]! / good : 0));
    }
    if (epoch >= settings.averageFrom) for (let id = 0; id < BUCKETS; id++) total[id]! += weights[id]!;
  }
  return total.map((sum) => sum / (settings.epochs - settings.averageFrom));
}

function casesOf(
  report: TrainingReport,
  words: CueWords,
  settings: StatementSettings,
  intern: (features: readonly number[]) => readonly number[],
): Case[] {
  const speech = speechTextOf(report.text, report.sentences, words);
  const heads = cueHeads(report);
  const cases: Case[] = [];
  for (const { index } of report.sentences) {
    for (const site of cueSites(speech, index, words)) {
      const gold = heads.get(report.sentences[index]!.tokens[site.token]!);
      if (gold === -1) continue;
      let right: readonly boolean[] = [];
      if (site.signs) continue;
      if (gold !== undefined) {
        const shares = site.candidates.map((one) => overlap(one, report.statements[gold]!.content));
        const best = Math.max(...shares);
        if (best < settings.enough) continue;
        right = shares.map((share) => share >= best - settings.slack);
      }
      cases.push({
        cue: intern(cueFeatures(speech, site)),
        candidates: site.candidates.map((one) => intern(candidateFeatures(speech, site, one))),
        right,
      });
    }
  }
  return cases;
}
