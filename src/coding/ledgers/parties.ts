/** What several parts ask of parties of ledgers. */
import type { LedgerParty } from "../types.ts";

export type Parties = readonly LedgerParty[];

/** No codes: nobody is left out. */
export const NOBODY: ReadonlySet<string> = new Set();

/** True where the gazetteer or a state stands behind the words. */
export function isKnown({ code, id }: LedgerParty): boolean {
  return code !== null || id !== null;
}

/** True for a person of the gazetteer. */
export function isPerson({ id }: Pick<LedgerParty, "id">): boolean {
  return id?.startsWith("person/") === true;
}
