/** The form of how one input of a read ended, as `read --json` prints it and the API tells it. */
import type { InputEnd } from "../../pipeline/types.ts";

/** The end as an object ready for JSON. */
export function inputEndJson(end: InputEnd) {
  const { origin, outcome, reportId, mentions, code, message, advice } = end;
  const why = code === null ? {} : { error: { code, message, advice } };
  const warnings = end.warnings.map((warning) => warning.code);
  return { origin, outcome, report_id: reportId, mentions, warnings, ...why };
}
