/**
 * `node scripts/train-statements.ts`: makes knowledge/models/statements anew
 * from ../shared/data/quotes/polnear-train.jsonl.gz, seeded: the same data and
 * parser give the same weights. Prints F1 by 4-fold cross-validation first.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readGold } from "../bench/statements/gold.ts";
import { figuresOf, tallyContents } from "../bench/statements/score.ts";
import type { CueWords } from "../src/coding/quotes/candidates.ts";
import { decide } from "../src/coding/quotes/decide.ts";
import { kindOf } from "../src/coding/quotes/kind-of.ts";
import { quotationsIn } from "../src/coding/quotes/marks.ts";
import { speechTextOf } from "../src/coding/quotes/speech-text.ts";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { packModel } from "../src/knowledge/model-file.ts";
import { loadLanguageModels } from "../src/knowledge/models.ts";
import { readJson } from "../src/knowledge/read-file.ts";
import { loadStatementLists, type StatementSettings } from "../src/knowledge/statement-knowledge.ts";
import { createLanguage } from "../src/language/index.ts";
import {
  learnCueWords,
  STATEMENT_TRAINING,
  type TrainingReport,
  trainStatements,
} from "./train/statements-trainer.ts";

const DATA = knowledgePath("..", "..", "shared", "data");
const FILE = "quotes/polnear-train.jsonl.gz";
const FOLDS = 4;
/** Weights are kept as whole numbers of this size. */
const SCALE = 0.03;

if (!existsSync(`${DATA}/${FILE}`)) {
  console.error("train-statements: ../shared/data/quotes is not beside this checkout; nothing done.");
  process.exit(2);
}
const language = createLanguage(loadLanguageModels());
const reports: TrainingReport[] = readGold(DATA, "train").map((report) => ({
  ...report,
  sentences: language.split(report.text).map((sentence) => language.parse(sentence)),
}));
const scores = crossValidate();
console.log(scores);
const words = cueWords(reports);
const trained = trainStatements(reports, words, STATEMENT_TRAINING);
const weights = Int8Array.from(trained, (weight) =>
  Math.max(-127, Math.min(127, Math.round(weight / SCALE))),
);
const kept = learnCueWords(reports, { ...STATEMENT_TRAINING, minRate: STATEMENT_TRAINING.keptRate });
const bytes = packModel({ meta: { cueWords: [...kept].sort(), scale: SCALE }, arrays: { weights } });
mkdirSync(knowledgePath("models", "statements"), { recursive: true });
writeFileSync(knowledgePath("models", "statements", "weights.bin"), bytes);
const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
const card = {
  name: "statements",
  files: [
    { file: "weights.bin", sha256: sha256(bytes) },
    ...["settings.json", "joining.json"].map((file) => ({
      file,
      sha256: sha256(readFileSync(knowledgePath("models", "statements", file))),
    })),
  ],
  trainedOn: [
    {
      file: FILE,
      sha256: sha256(readFileSync(`${DATA}/${FILE}`)),
      use: "statistics over words, trees and quotation marks, hashed; no sentence is kept",
    },
  ],
  licence: "Apache-2.0 for the weights; the annotation states no licence",
  measuredOn: `${FILE} by ${FOLDS}-fold cross-validation, folds by report; quotes/polnear-dev by npm run bench`,
  scores,
  settings: STATEMENT_TRAINING,
  command: "node scripts/train-statements.ts",
};
writeFileSync(knowledgePath("models", "statements", "card.json"), `${JSON.stringify(card, null, 2)}\n`);

function cueWords(from: readonly TrainingReport[]): CueWords {
  const { lists } = loadStatementLists();
  return {
    lemmas: learnCueWords(from, STATEMENT_TRAINING),
    credits: new Set(lists.credits),
    signatures: new Set(lists.signatures),
  };
}

/** F1 of contents, learnt on the other folds. */
function crossValidate(): Readonly<Record<string, number>> {
  const settings = readJson<StatementSettings>("models", "statements", "settings.json");
  const judged = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = reports.filter((_, index) => index % FOLDS !== fold);
    const own = cueWords(others);
    const model = trainStatements(others, own, STATEMENT_TRAINING);
    const kept = {
      ...own,
      lemmas: learnCueWords(others, { ...STATEMENT_TRAINING, minRate: STATEMENT_TRAINING.keptRate }),
    };
    for (const report of reports.filter((_, index) => index % FOLDS === fold)) {
      const speech = speechTextOf(report.text, report.sentences, kept);
      const found = decide(speech, kept, model, settings).map(({ content }) => ({
        kind: kindOf(content, quotationsIn(speech.quotations, content), "body", speech.doubled),
        content,
      }));
      judged.push(tallyContents(report, found));
    }
  }
  return figuresOf(judged);
}
