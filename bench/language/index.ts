/**
 * Measures the language room on the development treebanks, from raw text, and
 * its speed on one core beside wink-nlp in the same run. Runs on its own too:
 * `node bench/language/index.ts`.
 */
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { createLanguage } from "../../src/language/index.ts";
import type { Language, Sentence } from "../../src/language/types.ts";
import type { Figure } from "../types.ts";
import { score } from "./score.ts";
import { type GoldSentence, hasTreebanks, rawText, readTreebank } from "./treebank.ts";

/** Files that are read, below the development data. */
export const corpus: readonly string[] = ["en_pud-news-dev", "en_gum-news-dev", "en_ewt-dev"].map(
  (name) => `ud/${name}.conllu.gz`,
);

const SETS = ["en_pud-news-dev", "en_gum-news-dev", "en_ewt-dev"] as const;
const PERCENT = "% F1";
/** Share by which a speed may fall short where the machine does other work. */
const NOISE = 0.4;
/** Rounds of the speed measurement; the fastest counts, as the others were disturbed. */
const ROUNDS = 8;

/** Tokens per second of processor time, the time of the collector of garbage included. */
function tokensPerSecond(words: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    run();
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return Math.round((words / best) * 1000);
}

/** Measures wink-nlp's tagger; empty where the packages are not installed. */
function measureWink(gold: readonly GoldSentence[], text: string): Figure[] {
  const require = createRequire(import.meta.url);
  let nlp: ReturnType<typeof Object>;
  try {
    nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
  } catch {
    console.log("wink-nlp is not installed; its line is left out");
    return [];
  }
  const { its } = nlp as { its: Record<string, unknown> };
  const read = () => {
    const tokens = (nlp as { readDoc(text: string): { tokens(): { out(what: unknown): string[] } } })
      .readDoc(text)
      .tokens();
    return { forms: tokens.out(its.value), upos: tokens.out(its.pos) };
  };
  const { forms, upos } = read();
  let at = 0;
  const tokens = forms.map((form, index) => {
    const start = text.indexOf(form, at);
    at = start + form.length;
    const token = {
      start,
      end: at,
      index,
      form,
      lemma: form,
      upos: upos[index] as Sentence["tokens"][0]["upos"],
    };
    return { ...token, xpos: "", head: -2, deprel: "" };
  });
  const sentence: Sentence = { start: 0, end: text.length, index: 0, paragraph: 0, tokens, depth: "tagged" };
  const speed = tokensPerSecond(tokens.length, () => read());
  return [
    {
      name: "language/wink-nlp-pud-news-dev-upos",
      value: score(gold, text, [sentence]).upos,
      unit: PERCENT,
      higherIsBetter: true,
    },
    {
      name: "language/wink-nlp-tag-speed",
      value: speed,
      unit: "tokens/s",
      higherIsBetter: true,
      margin: NOISE,
    },
  ];
}

function measureQuality(language: Language): Figure[] {
  const known: Record<string, string> = {
    "ewt-dev-las": "83.6 (Stanza, raw text, EWT test, published)",
    "gum-news-dev-upos": "96.6 (perceptron, gold words)",
  };
  return SETS.flatMap((set) => {
    const gold = readTreebank(set);
    const text = rawText(gold);
    const result = score(gold, text, language.split(text).map(language.parse));
    const name = set.slice("en_".length);
    return (["sentences", "tokens", "upos", "lemmas", "uas", "las", "lasOfWords"] as const).map((what) => {
      const best = known[`${name}-${what}`];
      const line = {
        name: `language/${name}-${what === "lasOfWords" ? "las-of-words" : what}`,
        value: result[what],
        unit: PERCENT,
        higherIsBetter: true,
      };
      return best === undefined ? line : { ...line, best };
    });
  });
}

function folderBytes(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0);
}

/** Quality, speed, load time and size of the language room; empty where the treebanks are absent. */
export async function measure(): Promise<Figure[]> {
  if (!hasTreebanks()) {
    console.log("bench/language: ../shared/data/ud is absent; nothing measured");
    return [];
  }
  const start = performance.now();
  const language = createLanguage(loadLanguageModels());
  const loadMs = performance.now() - start;
  const lines = measureQuality(language);
  const gold = readTreebank("en_pud-news-dev");
  const text = rawText(gold);
  const words = gold.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const all = tokensPerSecond(words, () => language.split(text).map(language.parse));
  const tags = tokensPerSecond(words, () => language.split(text).map(language.tag));
  lines.push(
    { name: "language/speed-all-steps", value: all, unit: "tokens/s", higherIsBetter: true, margin: NOISE },
    {
      name: "language/speed-split-and-tag",
      value: tags,
      unit: "tokens/s",
      higherIsBetter: true,
      margin: NOISE,
      best: "465000 (wink-nlp, tags only; 380 to 465 thousand)",
    },
    {
      name: "language/load-of-models",
      value: Math.round(loadMs),
      unit: "ms",
      higherIsBetter: false,
      margin: 1,
    },
  );
  const sizes = ["tagger", "parser", "lemmatizer"].map((name) => folderBytes(knowledgePath("models", name)));
  const megabytes = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  lines.push({ name: "language/size-of-models", value: megabytes, unit: "MB", higherIsBetter: false });
  lines.push(...measureWink(gold, text));
  for (const line of lines) {
    const best = line.best === undefined ? "" : `   best known ${line.best}`;
    console.log(`${line.name.padEnd(40)} ${line.value.toFixed(2).padStart(12)} ${line.unit}${best}`);
  }
  return lines;
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) await measure();
