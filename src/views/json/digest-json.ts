/** The form of a sentence of a digest as every `--json` prints it, in snake_case. */
import type { DigestSentence } from "../../linking/types.ts";

/** The sentence as an object ready for JSON; its span is that in its report's text. */
export function digestJson({ text, reportId, start, end, date, outlet, url, eventId }: DigestSentence) {
  return { text, report_id: reportId, start, end, date, outlet, url, event_id: eventId };
}
