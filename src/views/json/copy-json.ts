/** The form of a copy as every `--json` and the filter `link` print it, in snake_case. */
import type { Copy, ReportSpan } from "../../linking/types.ts";

/** A copy as JSON Lines hold it. */
export type CopyJson = ReturnType<typeof copyJson>;

/** The copy as an object ready for JSON.
 * @param textOf the words of a passage */
export function copyJson(copy: Copy, textOf: (span: ReportSpan) => string) {
  const side = (span: ReportSpan) => ({
    report_id: span.reportId,
    start: span.start,
    end: span.end,
    text: textOf(span),
  });
  return {
    id: copy.id,
    kind: copy.kind,
    share: Math.round(copy.share * 10_000) / 10_000,
    quotation: copy.quotation,
    earlier: side(copy.earlier),
    later: side(copy.later),
  };
}
