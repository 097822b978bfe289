/**
 * Words that are ordinary ones in running English, from the EWT treebank's words and tags.
 *
 * A surname or place that is one of them ("May", "Rice", "Law") is marked
 * uncertain. facts/ordinary.txt adds those that are always written with a capital.
 */
import { readWords } from "./facts.ts";
import { readSharedLines } from "./shared.ts";

const TAGS = new Set([
  "NOUN",
  "VERB",
  "ADJ",
  "ADV",
  "AUX",
  "ADP",
  "DET",
  "PRON",
  "SCONJ",
  "CCONJ",
  "NUM",
  "PART",
  "INTJ",
]);

/** Lower-case words seen in lower case at least once with a tag other than that of a name. */
export function ordinaryWords(): Set<string> {
  const words = new Set<string>();
  for (const file of ["ud/en_ewt-train.conllu.gz"])
    for (const line of readSharedLines(file)) {
      const [, form, , tag] = line.split("\t");
      if (tag !== undefined && TAGS.has(tag) && form === form!.toLowerCase() && form!.length > 1)
        words.add(form!);
    }
  for (const word of readWords("ordinary.txt")) words.add(word);
  return words;
}
