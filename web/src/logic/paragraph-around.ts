/** A sentence's mention and its report in, the paragraph in which it stands out, with the marks of the mention. */
import type { Mention, ReportDetail } from "../api/types.ts";
import type { MarkedSpan } from "./marked-segments.ts";
import { reportParagraphs } from "./report-paragraphs.ts";

export interface MarkedParagraph {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
}

/** The paragraph, letter for letter, with the sentence and what is marked in it.
 * @param marks in the sentence */
export function paragraphAround(
  { text, sections }: Pick<ReportDetail, "text" | "sections">,
  { text_info: sentence }: Pick<Mention, "text_info">,
  marks: readonly MarkedSpan[],
): MarkedParagraph {
  const around = reportParagraphs(text, sections, [], () => sentence).find(
    ({ start, end }) => start <= sentence.start && sentence.start < end,
  ) ?? { ...sentence, text: text.slice(sentence.start, sentence.end) };
  const shift = sentence.start - around.start;
  return {
    text: around.text,
    spans: [
      { start: shift, end: Math.min(around.text.length, sentence.end - around.start), kind: "sentence" },
      ...marks.map(({ start, end, ...mark }) => ({ ...mark, start: start + shift, end: end + shift })),
    ],
  };
}
