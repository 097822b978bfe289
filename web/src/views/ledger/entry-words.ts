/** Entries of the ledgers in a line of words, made of their fields alone. */
import type { LedgerEntry, LedgerParty } from "../../api/types.ts";
import { statesFirst } from "../../logic/states-first.ts";
import { partyNames } from "../../texts/knowledge.ts";

const ROLES = ["by", "on", "parties", "guarantors", "mediators"] as const;

function namesOf(parties: readonly LedgerParty[] = []): string {
  const names = parties.map((party) => {
    const { name, state } = partyNames(party);
    return state === null ? name : `${name} (${state})`;
  });
  return [...new Set(names)].join(", ");
}

/** "Travel ban: United States on Russia"; where nobody is known, what it is about: "Ceasefire: south-west". */
export function entryTitle(entry: LedgerEntry): string {
  const kind = (entry.kind ?? entry.ledger).replaceAll("-", " ");
  const subject = sidesOf(entry) || (entry.about[0]?.text ?? "");
  return [capital(kind), subject].filter((part) => part !== "").join(": ");
}

/** What it is about, as told; without what stands in its title. */
export function untitledAbout(entry: LedgerEntry): string[] {
  const about = entry.about.map(({ text }) => text);
  return sidesOf(entry) === "" ? about.slice(1) : about;
}

function sidesOf(entry: LedgerEntry): string {
  // Who meets whom is told of persons; a measure or an agreement is their state's, but a person may be struck.
  const ofStates = entry.ledger === "measure" || entry.ledger === "agreement";
  const whose = ofStates ? statesOf : namesOf;
  const struck = ofStates ? statesFirst(entry.on ?? [], partyNames) : entry.on;
  const [by, on] = [whose(entry.by), namesOf(struck)];
  return by !== "" && on !== "" ? `${by} on ${on}` : by || on || whose(entry.parties);
}

/** Each state once, whoever acted for it. */
function statesOf(parties: readonly LedgerParty[] = []): string {
  const names = parties.map((party) => {
    const { name, state } = partyNames(party);
    return state ?? name;
  });
  return [...new Set(names)].join(", ");
}

/** Roles with their parties, those that nobody has left out. */
export function otherRoles(entry: LedgerEntry): { readonly role: string; readonly names: string }[] {
  return ROLES.map((role) => ({ role, names: namesOf(entry[role]) })).filter(({ names }) => names !== "");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
