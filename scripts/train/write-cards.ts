/** Writes the cards of the three models of the language room, with the scores that they have now. */
import { writeCard } from "./card.ts";
import { measureModels } from "./scores.ts";
import { FOLDS, GENERAL, GROUPS, SILVER, STUDENT, TAGGER, TEACHERS, VECTORS } from "./settings.ts";

const TAG_FEATURES = [
  "form as written and in lower case, digits as 0",
  "last one to four letters, first two and three",
  "shape, first place, headline case",
  "group of the word",
  "the same of two words before and after, alone and in pairs",
  "the two tags before, alone and with words, endings and groups",
] as const;
const TREE_FEATURES = [
  "form in lower case, digits as 0",
  "last two, three and four letters, first three",
  "shape, first place, headline case",
  "predicted joint tag",
] as const;
const LEMMA_FEATURES = ["form with tag", "longest known ending with tag and capital"] as const;

/** Writes the cards; the models must lie in knowledge/ already. */
export function writeCards(): void {
  writeCard("lemmatizer", ["words.tsv", "rules.tsv"], {
    features: LEMMA_FEATURES,
    settings: {},
    scores: measureModels(["lemmas"]),
  });
  writeCard("tagger", ["weights.bin"], {
    features: TAG_FEATURES,
    settings: { ...TAGGER, groups: GROUPS, vectors: VECTORS },
    scores: measureModels(["upos", "xpos"]),
  });
  writeCard("parser", ["weights.bin"], {
    features: TREE_FEATURES,
    settings: {
      student: STUDENT,
      teachers: TEACHERS,
      silver: SILVER,
      vectors: VECTORS,
      general: GENERAL,
      folds: FOLDS,
    },
    scores: measureModels(["uas", "las"]),
  });
}
