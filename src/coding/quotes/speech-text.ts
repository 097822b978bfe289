/**
 * Parsed sentences in, what the reading of statements needs of them out: trees,
 * the stretch that each token heads, the quotation that it stands in.
 */
import type { Sentence } from "../../language/types.ts";
import { treeOf } from "../tree/tree.ts";
import { type CueWords, cueKey } from "./candidates.ts";
import { cutUnclosed } from "./cut-unclosed.ts";
import { hasDoublePair } from "./kind-of.ts";
import { findQuotations, type Quotation } from "./marks.ts";
import type { SpeechSentence, SpeechText } from "./types.ts";

/** The report made ready. @param words words that can say something */
export function speechTextOf(text: string, sentences: readonly Sentence[], words: CueWords): SpeechText {
  const says = (lemma: string, upos: string) => words.lemmas.has(cueKey(lemma, upos));
  const quotations = cutUnclosed(findQuotations(text, sentences), sentences, says);
  let from = 0;
  return {
    text,
    quotations,
    doubled: hasDoublePair(quotations),
    sentences: sentences.map((sentence, index) => {
      while (from < quotations.length && quotations[from]!.end <= sentence.start) from++;
      const startsParagraph = isBreak(text, sentences[index - 1], sentence);
      const endsParagraph = isBreak(text, sentence, sentences[index + 1]);
      return { ...view(sentence, quotations, from), startsParagraph, endsParagraph };
    }),
  };
}

/** The same report with other quotations, for what is quoted inside those of the first. */
export function withQuotations(speech: SpeechText, quotations: readonly Quotation[]): SpeechText {
  let from = 0;
  return {
    ...speech,
    quotations,
    // Single marks are the report's own there.
    doubled: false,
    sentences: speech.sentences.map((sentence) => {
      const { start } = sentence.tree.sentence;
      while (from < quotations.length && quotations[from]!.end <= start) from++;
      return { ...sentence, quotation: quotationOf(sentence.tree.tokens, quotations, from) };
    }),
  };
}

/** True where a paragraph or line ends between two sentences. */
function isBreak(text: string, one: Sentence | undefined, two: Sentence | undefined): boolean {
  if (one === undefined || two === undefined || one.paragraph !== two.paragraph) return true;
  return text.slice(one.end, two.start).includes("\n");
}

function view(
  sentence: Sentence,
  quotations: readonly Quotation[],
  from: number,
): Pick<SpeechSentence, "tree" | "low" | "high" | "quotation"> {
  const tree = treeOf(sentence);
  const { tokens } = sentence;
  const low = tokens.map((_, index) => index);
  const high = tokens.map((_, index) => index);
  if (tree.parsed) {
    for (const token of tokens) {
      let at = token.head;
      for (let steps = 0; at >= 0 && steps < tokens.length; steps++) {
        if (low[at]! <= token.index && high[at]! >= token.index) {
          at = tokens[at]!.head;
          continue;
        }
        if (token.index < low[at]!) low[at] = token.index;
        if (token.index > high[at]!) high[at] = token.index;
        at = tokens[at]!.head;
      }
    }
  }
  return { tree, low, high, quotation: quotationOf(tokens, quotations, from) };
}

/** The quotation that each token stands in, looked for from that at `from`; -1 outside. */
function quotationOf(
  tokens: readonly { readonly start: number; readonly end: number }[],
  quotations: readonly Quotation[],
  from: number,
): number[] {
  let next = from;
  return tokens.map(({ start, end }) => {
    while (next < quotations.length && quotations[next]!.end <= start) next++;
    const one = quotations[next];
    return one !== undefined && one.start <= start && end <= one.end ? next : -1;
  });
}
