/** How well a contact fits another: by day, by place, by what was planned. */
import type { LedgerStep } from "../../coding/types.ts";
import { meet } from "./key-sets.ts";
import type { Strand } from "./strands.ts";
import type { LedgerLinkTools, LedgerSettings } from "./types.ts";

/** The score of what shuts two apart. */
export const NEVER = Number.NEGATIVE_INFINITY;
/** Contacts that are over. */
const OVER: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["held"]);

/** A contact is one day: what was held on another is another contact; plans and delays lead to the next. */
export function contactTime(
  strand: Strand,
  group: readonly Strand[],
  gap: number,
  settings: LedgerSettings,
): number {
  // What a report says was spoken of has no day of its own.
  const isTopic = strand.steps.length === 0 && !strand.stated;
  if (isTopic && group.some(({ clues }) => clues[0]!.reportId === strand.clues[0]!.reportId))
    return settings.near!;
  const held = group.filter(({ steps }) => steps.some((step) => OVER.has(step)));
  if (held.length > 0 && !strand.known) {
    const nearest = Math.min(...held.map(({ day }) => (day === null ? 999 : Math.abs(day - strand.day!))));
    if (nearest > settings.contactDays!) return NEVER;
  }
  // Spoken of in one report, it is rather of the contact that the report tells.
  if (gap <= settings.contactDays!) return isTopic ? 0 : settings.near!;
  // What was put off is made up for by the next plan of both for the same place, however late.
  const isPutOff = group.every(({ steps }) => steps.length > 0 && steps.every((step) => step === POSTPONED));
  const isMadeUp =
    isPutOff &&
    strand.steps.every((step) => step === PLANNED) &&
    group.some(({ places }) => meet(places, strand.places));
  return gap <= settings.yearDays! * (isMadeUp ? MADE_UP_YEARS : 1) ? 0 : NEVER;
}

const POSTPONED: LedgerStep = "postponed";
const PLANNED: LedgerStep = "planned";
/** Years within which what was put off is made up for. */
const MADE_UP_YEARS = 3;

/** A call is no meeting; another place told is another contact, the day that was planned the same. */
export function contactScore(strand: Strand, group: readonly Strand[], tools: LedgerLinkTools): number {
  const { settings, callKind } = tools;
  const kinds = new Set(group.flatMap(({ kind }) => kind ?? []));
  if (strand.kind !== null && kinds.size > 0 && (strand.kind === callKind) !== kinds.has(callKind))
    return NEVER;
  const places = new Set(group.flatMap((one) => [...one.places]));
  let score = 0;
  // What was put off may be held somewhere else.
  const isPutOff = group.every(({ steps }) => steps.every((step) => step === POSTPONED));
  if (strand.places.size > 0 && places.size > 0 && !isPutOff)
    score += meet(strand.places, places) ? settings.samePlace! : -settings.otherPlace!;
  const planned = (one: Strand) => (one.forDay === null ? [] : [one.forDay]);
  const held = (one: Strand) =>
    one.steps.some((step) => OVER.has(step)) && one.day !== null ? [one.day] : [];
  // What was held before the day for which the other was planned was another one.
  const isBefore = (one: Strand, other: Strand) =>
    planned(other).some((day) => held(one).some((past) => past < day - settings.planDays! / 2));
  if (group.some((one) => isBefore(one, strand) || isBefore(strand, one))) return NEVER;
  const own = [...planned(strand), ...held(strand)];
  const theirs = group.flatMap((one) => [...planned(one), ...held(one)]);
  if (own.length === 0 || theirs.length === 0) return score;
  const nearest = Math.min(...own.flatMap((one) => theirs.map((other) => Math.abs(one - other))));
  if (nearest <= settings.contactDays!) return score + settings.samePlace!;
  return nearest <= settings.planDays! ? score : score - settings.otherPlace!;
}
