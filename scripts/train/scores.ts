/** Scores of the models that lie in knowledge/, from raw text, for their cards. */
import { score } from "../../bench/language/score.ts";
import { rawText, readTreebank } from "../../bench/language/treebank.ts";
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { createLanguage } from "../../src/language/index.ts";

const SETS = ["en_pud-news-dev", "en_gum-news-dev", "en_ewt-dev"] as const;

/** F1 in percent by development set, of these measures only. */
export function measureModels(measures: readonly ("upos" | "xpos" | "lemmas" | "uas" | "las")[]) {
  const language = createLanguage(loadLanguageModels());
  return Object.fromEntries(
    SETS.map((set) => {
      const gold = readTreebank(set);
      const text = rawText(gold);
      const scores = score(gold, text, language.split(text).map(language.parse));
      return [set, Object.fromEntries(measures.map((name) => [name, Number(scores[name].toFixed(2))]))];
    }),
  );
}
