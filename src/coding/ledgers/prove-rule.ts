/**
 * Rules of ledgers in, what is wrong with their examples out: each example must
 * give a clue by its rule, no counter-example may.
 */
import type { LedgerRule } from "../../knowledge/ledgers.ts";
import type { LedgerClue } from "../types.ts";

/** A sentence for each example that fails. @param read the clues of a text */
export function proveLedgerRule(rule: LedgerRule, read: (text: string) => readonly LedgerClue[]): string[] {
  const byRule = (text: string) => read(text).some((clue) => clue.rule === rule.id);
  return [
    ...rule.examples.filter((each) => !byRule(each)).map((each) => `does not read "${each}"`),
    ...rule.counterExamples.filter(byRule).map((each) => `reads "${each}"`),
  ];
}
