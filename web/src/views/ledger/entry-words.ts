/** Entries of the ledgers in a line of words, made of their fields alone. */
import type { LedgerEntry, LedgerParty } from "../../api/types.ts";
import { codeName, partyNames } from "../../texts/knowledge.ts";

const ROLES = ["by", "on", "parties", "guarantors", "mediators"] as const;

function namesOf(parties: readonly LedgerParty[] = []): string {
  const names = parties.map((party) => {
    const { name, state } = partyNames(party);
    return state === null ? name : `${name} (${state})`;
  });
  return [...new Set(names)].join(", ");
}

/** "travel-ban: United States on Russia", "meeting of …". */
export function entryTitle(entry: LedgerEntry): string {
  const kind = (entry.kind ?? entry.ledger).replaceAll("-", " ");
  const by = namesOf(entry.by);
  const on = namesOf(entry.on);
  const parties = namesOf(entry.parties);
  const about = entry.about[0]?.text ?? "";
  const who = by !== "" && on !== "" ? `${by} on ${on}` : by || on || parties;
  return [capital(kind), who === "" ? about : who].filter((part) => part !== "").join(": ");
}

/** Roles with their parties, those that nobody has left out. */
export function otherRoles(entry: LedgerEntry): { readonly role: string; readonly names: string }[] {
  return ROLES.map((role) => ({ role, names: namesOf(entry[role]) })).filter(({ names }) => names !== "");
}

/** Names of states by their codes. */
export function codeNames(codes: readonly string[]): string {
  return codes.map(codeName).join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
