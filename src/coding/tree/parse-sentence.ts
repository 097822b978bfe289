/**
 * A sentence as the rules want it: parsed, with what the parser is known to get
 * wrong put right. In: a sentence without its dateline. Out: tokens with a tree.
 */
import type { Language, Sentence } from "../../language/types.ts";
import { repairClauses } from "./repair-clauses.ts";
import { repairCounts } from "./repair-counts.ts";
import { repairHeadlines } from "./repair-headlines.ts";
import { repairObjects } from "./repair-objects.ts";
import { repairSubjects } from "./repair-subjects.ts";
import { repairVerbs } from "./repair-verbs.ts";

/** The parsed sentence; the same for the same words wherever it is coded, judged or trained on. */
export function parseSentence(language: Language, sentence: Sentence): Sentence {
  const parsed = language.parse(sentence);
  return parsed.depth === "parsed" ? withRepairs(parsed) : parsed;
}

/** The sentence with its tree put right; the same sentence where there is nothing to mend. */
export function withRepairs(sentence: Sentence): Sentence {
  const nouns = repairObjects(repairHeadlines(repairCounts(sentence.tokens)));
  const tokens = repairClauses(repairSubjects(repairVerbs(nouns)));
  return tokens === sentence.tokens ? sentence : { ...sentence, tokens };
}
