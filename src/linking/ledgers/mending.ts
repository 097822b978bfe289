/** Relations that two sides restore: a step that ends what one of them broke and founds no measure of its own. */
import type { LedgerStep } from "../../coding/types.ts";

const RELATIONS = "relations";
const LIFTED: LedgerStep = "lifted";

/** True for such a step of such a kind. */
export function mends(kind: string | null, step: LedgerStep | null): boolean {
  return kind === RELATIONS && step === LIFTED;
}
