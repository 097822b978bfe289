/** The ledgers folder's entry: a reader of clues. */
export { officeTeller } from "./office-of.ts";
export { proveLedgerRule } from "./prove-rule.ts";
export { createLedgerReader, type LedgerInput, type LedgerReader } from "./read-ledgers.ts";
