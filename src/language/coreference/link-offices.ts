/**
 * Descriptions by office into persons: the one whom the report named, or the holder of the day by the calendar of
 * offices ("the foreign minister", "Japan's foreign minister", "his Russian counterpart").
 */
import type { Day } from "../../base/types.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import type { Draft } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";
import { holdsOn, ownerCode } from "./choose-entry.ts";
import { before, DESCRIPTION_SENTENCES, SALIENCE, salience, winner } from "./focus.ts";

/** Points by which the best antecedent of a description must lead. */
export const MARGIN = 4;

/** Points that it must have. */
export const ENOUGH = 0;

/** Codes of the owners that are known; null where an owner is unknown. */
export function ownerCodes(draft: Draft, store: ChainStore): readonly string[] {
  return draft.owners.map((owner) => ownerCode(owner, store)).filter((code) => code !== null);
}

/** An earlier person who holds or held the office that the words name. */
export function byOffice(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): ChainDraft | null {
  if (draft.offices.length === 0 || draft.number === "plural") return null;
  const codes = ownerCodes(draft, store);
  if (codes.length > 1 || (codes.length === 0 && draft.owners.length > 0)) return null;
  const scores = new Map<number, number>();
  const known = new Map<number, number>();
  for (const candidate of before(draft, store, DESCRIPTION_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (scores.has(chain.id) || known.has(chain.id) || chain.type !== "person") continue;
    if (!holdsOffice(chain, draft, codes, store, gazetteer, day)) continue;
    (chain.entry === null ? scores : known).set(
      chain.id,
      salience(candidate, draft, chain, store) + DESCRIPTION_SENTENCES * -SALIENCE.perSentenceBack,
    );
  }
  const best = winner(known.size > 0 ? known : scores, ENOUGH, MARGIN);
  return best === null ? null : store.chains[best]!;
}

function holdsOffice(
  chain: ChainDraft,
  draft: Draft,
  codes: readonly string[],
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): boolean {
  if (draft.gender !== null && chain.gender !== null && draft.gender !== chain.gender) return false;
  if (chain.entry !== null) {
    return gazetteer
      .terms(chain.entry)
      .some(
        (term) =>
          draft.offices.includes(term.office) &&
          (codes.length === 0 || codes.includes(term.code)) &&
          (draft.former ? day !== null && term.end !== null && term.end < day : holdsOn(term, day)),
      );
  }
  if (!draft.offices.some((office) => chain.offices.has(office))) return false;
  return (
    codes.length === 0 ||
    chain.drafts.some((other) => ownerCodes(other, store).some((code) => codes.includes(code)))
  );
}

/** Gazetteer id of the holder on the day of the office that the words name with its owner. */
export function holderOf(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): string | null {
  const offices = officesOf(draft, store, gazetteer, day);
  if (offices.length === 0 || draft.number === "plural" || draft.former || day === null) return null;
  const fixed = draft.agents.at(-1)?.entry.code ?? null;
  if (fixed !== null && draft.owners.length === 0) return firstHolder(fixed, offices, gazetteer, day);
  const owners = draft.owners.filter((owner) => owner.type === "state" || owner.type === "organisation");
  if (owners.length !== 1) return null;
  const id = store.chainOf(owners[0]!)?.entry ?? owners[0]!.candidates[0]?.id ?? null;
  const entry = id === null ? null : store.entry(id);
  if (entry === null || entry.code === null) return null;
  const of = entry.kind === "organisation" ? entry.id : entry.code;
  return firstHolder(of, offices, gazetteer, day);
}

function firstHolder(of: string, offices: readonly string[], gazetteer: Gazetteer, day: Day): string | null {
  for (const office of offices) {
    const holder = gazetteer.holders(of, office, day)[0];
    if (holder !== undefined) return holder.personId;
  }
  return null;
}

/** The offices that the words name; for "his counterpart" those of whom it is said. */
function officesOf(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): readonly string[] {
  const agent = draft.agents.at(-1)?.entry;
  if (!agent?.mirrors) return draft.offices.length > 0 ? draft.offices : heldBy(draft);
  const owner = draft.owners.find((each) => each.type === "person");
  const chain = owner === undefined ? null : store.chainOf(owner);
  if (chain === null) return [];
  if (chain.offices.size > 0 || chain.entry === null) return [...chain.offices];
  return gazetteer
    .terms(chain.entry)
    .filter((term) => holdsOn(term, day))
    .map((term) => term.office);
}

/** Offices that a noun means without naming them; none behind "deputy". */
function heldBy(draft: Draft): readonly string[] {
  const agent = draft.agents.at(-1)!.entry;
  return agent.offices.length > 0 ? [] : agent.holds;
}
