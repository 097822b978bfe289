/**
 * A stretch and the quotations in it in, its kind out: direct, mixed or indirect.
 *
 * Double marks make direct speech everywhere. Single marks do where they are the
 * report's own quotation marks: in a report without a pair of double ones, and in
 * headlines. Elsewhere they set off words, as doubled single marks do, and leave
 * the speech indirect (docs/decisions/0060).
 */
import type { Span } from "../../base/types.ts";
import type { SectionKind } from "../../reading/types.ts";
import type { Statement } from "../types.ts";
import type { Quotation } from "./marks.ts";

/** True where a pair of double marks stands among the quotations. */
export function hasDoublePair(quotations: readonly Quotation[]): boolean {
  return quotations.some(({ marks, closed }) => marks === "double" && closed);
}

/** The kind of what is said. @param quoted the quotations inside the content @param doubled as `hasDoublePair` says */
export function kindOf(
  content: Span,
  quoted: readonly Quotation[],
  section: SectionKind,
  doubled: boolean,
): Statement["kind"] {
  const singles = !doubled || section === "headline";
  const counted = quoted.filter(({ marks }) => marks === "double" || (marks === "single" && singles));
  if (counted.length === 0) return "indirect";
  return counted[0]!.start === content.start && counted.at(-1)!.end === content.end ? "direct" : "mixed";
}
