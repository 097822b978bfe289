/**
 * Quotations whose closing mark is missing in, the same out, ended before the
 * words that say who speaks ("“The law is void, the minister said").
 */
import type { Sentence } from "../../language/types.ts";
import type { Quotation } from "./marks.ts";

/** Words that may stand between the comma and the verb of saying, and behind it. */
const MOST_WORDS = 10;

/** The quotations, the unclosed ones cut. @param says true for a token that can say something */
export function cutUnclosed(
  quotations: readonly Quotation[],
  sentences: readonly Sentence[],
  says: (lemma: string, upos: string) => boolean,
): readonly Quotation[] {
  let at = 0;
  return quotations.map((one) => {
    if (one.closed) return one;
    while (at < sentences.length && sentences[at]!.end <= one.start) at++;
    for (let index = at; index < sentences.length && sentences[index]!.start < one.end; index++) {
      const end = endBeforeSaying(sentences[index]!, one, says);
      if (end > one.start) return { ...one, end };
    }
    return one;
  });
}

/** Offset behind the comma after which the sentence tells who speaks; -1 where it does not. */
function endBeforeSaying(
  { tokens }: Sentence,
  one: Quotation,
  says: (lemma: string, upos: string) => boolean,
): number {
  let comma = tokens.length - 1;
  while (comma >= 0 && tokens[comma]!.form !== ",") comma--;
  if (comma < 0 || tokens[comma]!.start <= one.start) return -1;
  const verb = tokens.find(
    ({ index, lemma, upos }) =>
      index > comma && index <= comma + MOST_WORDS && upos === "VERB" && says(lemma, upos),
  );
  if (verb === undefined) return -1;
  const subject = tokens.some(
    ({ head, deprel, index }) => head === verb.index && deprel === "nsubj" && index > comma,
  );
  return subject ? tokens[comma]!.end : -1;
}
