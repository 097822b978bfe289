/** The form of the reason for a link as every `--json` prints it, in snake_case. */
import type { LinkExplanation } from "../../pipeline/index.ts";

/** The explanation as an object ready for JSON. */
export function linkReasonJson({ kind, a, b, reason, together }: LinkExplanation) {
  const { joined, score, threshold, features, weights } = reason;
  return { kind, a, b, joined, together, reason: reason.reason, score, threshold, features, weights };
}
