/** Entries of the ledgers in a line of words, made of their fields alone. */
import type { LedgerEntry } from "../../api/types.ts";
import { codeName, partyNames } from "../../texts/knowledge.ts";

/** Names of the parties that have one of these roles. */
export function partiesOf(entry: LedgerEntry, ...roles: readonly string[]): string[] {
  return entry.parties
    .filter(({ value }) => roles.includes(value.role))
    .map(({ value }) => {
      const { name, state } = partyNames(value);
      return state === null ? name : `${name} (${state})`;
    });
}

/** "travel-ban: United States on Russia", "meeting of …". */
export function entryTitle(entry: LedgerEntry): string {
  const kind = (entry.kind ?? entry.ledger).replaceAll("-", " ");
  const by = partiesOf(entry, "by").join(", ");
  const on = partiesOf(entry, "on").join(", ");
  const parties = partiesOf(entry, "party").join(", ");
  const about = entry.about[0]?.value ?? "";
  const who = by !== "" && on !== "" ? `${by} on ${on}` : by || on || parties;
  return [capital(kind), who === "" ? about : who].filter((part) => part !== "").join(": ");
}

/** Roles with their parties beyond the two sides, such as guarantors. */
export function otherRoles(entry: LedgerEntry): { readonly role: string; readonly names: string }[] {
  const roles = [...new Set(entry.parties.map(({ value }) => value.role))];
  return roles.map((role) => ({ role, names: partiesOf(entry, role).join(", ") }));
}

/** Names of states by their codes. */
export function codeNames(codes: readonly string[]): string {
  return codes.map(codeName).join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
