/** Names of the record's codes as readers know them: states, event types, modes, sectors, units. */
import knowledge from "virtual:knowledge";
import type { Party } from "../api/types.ts";

/** All event types with quad and gloss, from the friendliest quad to the hardest. */
export const EVENT_TYPES = knowledge.types;

const BY_TYPE = new Map(knowledge.types.map((each) => [each.type, each]));

/** "Russia" for RUS, "intergovernmental organisation" for IGO; the code itself where it has no name. */
export function codeName(code: string): string {
  return knowledge.states[code] ?? knowledge.codes[code] ?? code;
}

/** True where the code is that of a state. */
export function isState(code: string | null): boolean {
  return code !== null && knowledge.states[code] !== undefined;
}

/** All states, by name. */
export function states(): { readonly code: string; readonly name: string }[] {
  return Object.entries(knowledge.states)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Names of the states among the codes; of all of them where there is no state. */
export function codeNames(codes: readonly string[]): string[] {
  const own = codes.filter(isState);
  return (own.length > 0 ? own : codes).map(codeName);
}

/** What an entry of the ledger may be, and the steps that its life may have. */
export function ledgerWords(ledger: string): {
  readonly kinds: readonly string[];
  readonly steps: readonly string[];
} {
  return knowledge.ledgers[ledger] ?? { kinds: [], steps: [] };
}

/** "Sanction" for SANCTION. */
export function typeName(type: string): string {
  return type.charAt(0) + type.slice(1).toLowerCase();
}

/** One sentence on the event type. */
export function typeGloss(type: string): string {
  return BY_TYPE.get(type)?.gloss ?? "";
}

/** Quad (1 to 4) of the event type. */
export function typeQuad(type: string): number {
  return BY_TYPE.get(type)?.quad ?? 1;
}

/** "government" for GOV. */
export function sectorName(sector: string): string {
  return knowledge.sectors[sector] ?? sector;
}

/** Whom the reader sees: the name of the person or body, and the state that it belongs to. */
export function partyNames(party: Party): { readonly name: string; readonly state: string | null } {
  const state = isState(party.code) ? codeName(party.code!) : null;
  const own = party.name === state ? null : party.name;
  if (own !== null) return { name: own, state };
  if (state !== null) return { name: state, state: null };
  return {
    name: party.entity_text || (party.code === null ? "somebody" : codeName(party.code)),
    state: null,
  };
}

/** The words by which a filter finds the party again. */
export function partyKey(party: Party): string | null {
  return party.id ?? party.code;
}
