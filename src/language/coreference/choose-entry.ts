/**
 * A name with its gazetteer candidates in, the one that it means in this report out, or null.
 *
 * Titles, owners and the calendar of offices weigh; a surname alone needs somebody who holds or held an office
 * around the day. Places lose to governments except behind a word of place ("in Moscow").
 */
import { dayNumber } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import type { Gazetteer, GazetteerCandidate, GazetteerEntry, OfficeTerm } from "../../knowledge/types.ts";
import type { Draft } from "../entities/draft.ts";
import type { ChainStore } from "./chain-store.ts";

/** Weights found by reading the chains of news reports; scale: 6 is enough to believe. */
const WEIGHTS = {
  enough: 6,
  fullName: 8,
  thing: 10,
  placeOfNamed: 2,
  surname: 2,
  officeNow: 6,
  officeOnce: 3,
  otherOffice: -4,
  inOffice: 4,
  lately: 4,
  soon: 4,
  notYet: -6,
  ownerFits: 4,
  ownerDiffers: -6,
  stateUnnamed: -4,
} as const;
/** Days after an office within which its holder is still called by surname alone. */
const LATELY_DAYS = 3650;
/** Days before an office within which whoever gets it is in the news already. */
const SOON_DAYS = 1100;

/** True when the term covers the day; any term does where the day is unknown. */
export function holdsOn(term: OfficeTerm, day: Day | null): boolean {
  if (day === null) return true;
  return (term.start === null || term.start <= day) && (term.end === null || term.end >= day);
}

/** The candidate that the words mean, or null when none is sure enough. */
export function chooseEntry(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
  isLocative: boolean,
): GazetteerCandidate | null {
  let best: GazetteerCandidate | null = null;
  let bestScore: number = WEIGHTS.enough - 0.5;
  for (const [index, candidate] of draft.candidates.entries()) {
    const entry = store.entry(candidate.id);
    if (entry === null) continue;
    const score = weigh(draft, candidate, entry, store, gazetteer, day, isLocative) - index * 0.1;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function weigh(
  draft: Draft,
  candidate: GazetteerCandidate,
  entry: GazetteerEntry,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
  isLocative: boolean,
): number {
  const hasTitle = draft.agents.some(
    (match) => match.entry.kind === "person" || match.entry.kind === "honorific",
  );
  if (entry.kind !== "person") {
    const fits = hasTitle && draft.type === "person" && candidate.use !== "adjective" ? -8 : 0;
    const placeFirst =
      entry.kind === "place" && isLocative && !isLesser(candidate, entry, draft, store) ? 2 : 0;
    const seat = candidate.use === "seat" && isLocative ? -1 : 0;
    const ofNamed =
      entry.kind === "place" &&
      isLocative &&
      isShared(draft, entry, store) &&
      store.namesOutright(entry.state);
    return WEIGHTS.thing + fits + placeFirst + seat + (ofNamed ? WEIGHTS.placeOfNamed : 0);
  }
  const terms = gazetteer.terms(candidate.id);
  let score: number = candidate.use === "name" ? WEIGHTS.fullName : WEIGHTS.surname;
  score += weighTerms(draft, terms, day);
  // "Ortega" in a report that names no Nicaragua is somebody else.
  if (candidate.use === "surname" && !store.namesState(entry.state)) score += WEIGHTS.stateUnnamed;
  const owners = draft.owners.map((owner) => ownerCode(owner, store)).filter((code) => code !== null);
  if (owners.length > 0) {
    const fits = owners.some(
      (code) => code === entry.code || code === entry.state || terms.some((term) => term.code === code),
    );
    score += fits ? WEIGHTS.ownerFits : WEIGHTS.ownerDiffers;
  }
  return score;
}

/** True for the region that shares its name with a state, where the report does not name the region's own state:
 * "in Georgia" is in the Caucasus unless the report is about the United States. */
function isLesser(
  candidate: GazetteerCandidate,
  entry: GazetteerEntry,
  draft: Draft,
  store: ChainStore,
): boolean {
  if (!candidate.uncertain || store.namesOutright(entry.state)) return false;
  return draft.candidates.some(({ id, use }) => use === "name" && store.entry(id)?.kind === "state");
}

/** True where places of two states have the name: "Tripoli" in a report that names Lebanon is not Libya's. */
function isShared(draft: Draft, entry: GazetteerEntry, store: ChainStore): boolean {
  return draft.candidates.some(({ id }) => {
    const other = store.entry(id);
    return other?.kind === "place" && other.state !== entry.state;
  });
}

function weighTerms(draft: Draft, terms: readonly OfficeTerm[], day: Day | null): number {
  if (draft.offices.length > 0) {
    const held = terms.filter((term) => draft.offices.includes(term.office));
    if (held.length === 0) return WEIGHTS.otherOffice;
    return held.some((term) => holdsOn(term, day)) || draft.former ? WEIGHTS.officeNow : WEIGHTS.officeOnce;
  }
  if (terms.length === 0) return 0;
  if (terms.some((term) => holdsOn(term, day))) return WEIGHTS.inOffice;
  const today = dayNumber(day!);
  if (terms.some((term) => term.end !== null && term.end < day! && today - dayNumber(term.end) < LATELY_DAYS))
    return WEIGHTS.lately;
  const isSoon = (term: OfficeTerm) =>
    term.start !== null && term.start > day! && dayNumber(term.start) - today < SOON_DAYS;
  if (terms.some(isSoon)) return WEIGHTS.soon;
  return terms.every((term) => term.start !== null && term.start > day!) ? WEIGHTS.notYet : 0;
}

/** PLOVER code of what a mention belongs to, by its chain or its first candidate. */
export function ownerCode(owner: Draft, store: ChainStore): string | null {
  const id = store.chainOf(owner)?.entry ?? owner.candidates[0]?.id ?? null;
  return id === null ? null : (store.entry(id)?.code ?? null);
}
