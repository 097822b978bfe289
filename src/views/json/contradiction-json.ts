/** The form of a contradiction as every `--json` and the filter `link` print it, in snake_case. */
import type { Contradiction, Version } from "../../linking/types.ts";

/** A contradiction as JSON Lines hold it. */
export type ContradictionJson = ReturnType<typeof contradictionJson>;

/** The contradiction as an object ready for JSON; spans are those of the sentences in their reports' texts. */
export function contradictionJson({ id, eventId, kind, about, nature, a, b }: Contradiction) {
  return { id, event_id: eventId, kind, about, nature, a: versionJson(a), b: versionJson(b) };
}

function versionJson({ value, mentionId, reportId, sentence, text }: Version) {
  return {
    value,
    mention_id: mentionId,
    report_id: reportId,
    start: sentence.start,
    end: sentence.end,
    text,
  };
}
