/** The ledgers folder's entry: placed clues to entries. */
export { buildLedgers } from "./build-ledgers.ts";
export { clueKeys } from "./clue-keys.ts";
export { ledgerTools } from "./ledger-tools.ts";
export { type ClueSurroundings, placeClues } from "./place-clues.ts";
export type * from "./types.ts";
