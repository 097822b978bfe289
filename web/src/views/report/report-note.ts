/** What stands in the margin of a report: a mention or a statement, with the words in the text that it belongs to. */
import type { Mention, Span, Statement } from "../../api/types.ts";

export type ReportNote = Span &
  (
    | { readonly kind: "mention"; readonly mention: Mention }
    | { readonly kind: "statement"; readonly statement: Statement }
  );

/** The words of a mention in the report's text. */
export function triggerSpan({ text_info, trigger }: Mention): Span {
  return { start: text_info.start + (trigger.start ?? 0), end: text_info.start + (trigger.end ?? 1) };
}
