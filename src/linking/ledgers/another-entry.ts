/** Whether a strand tells of another entry than a group: a second founding on another day, or one after the end. */
import { addDays, dayNumber } from "../../base/day.ts";
import type { ClueDay, LedgerStep } from "../../coding/types.ts";
import { overlap } from "./key-sets.ts";
import type { Strand } from "./strands.ts";
import type { LedgerSettings, PlacedClue } from "./types.ts";

/** Steps that found an entry: each can be taken once. */
export const FOUNDING: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "adopted",
  "announced",
  "signed",
  "agreed",
  "initialled",
  "passed",
  "proposed",
]);
/** True where the strand tells of the making of what it is about. */
export function founds({ steps }: Pick<Strand, "steps">): boolean {
  return steps.some((step) => FOUNDING.has(step));
}

/** Steps after which a founding is one of another entry. */
const CLOSING: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "in force",
  "rejected",
  "ended",
  "expired",
  "lifted",
  "withdrawn from",
]);

/** True where it is another. @param first strand with which the group began */
export function isAnother(
  strand: Strand,
  group: readonly Strand[],
  first: Strand,
  settings: LedgerSettings,
): boolean {
  if (strand.ledger === "inquiry" || strand.ledger === "contact") return false;
  const founded = group.filter(founds);
  const steps = strand.steps.filter((step) => FOUNDING.has(step));
  if (steps.length === 0) return strand.another && !first.another && founded.length > 0 && !strand.known;
  // "reinstated its ban": what was suspended or lifted in between is founded anew.
  const isAgain = strand.known && group.some((one) => isEndedBefore(one, strand));
  if (isAgain && founded.some((one) => (one.day ?? 0) < (strand.day ?? 0))) return false;
  const apartDays = (one: Strand) =>
    one.day !== null && strand.day !== null && Math.abs(one.day - strand.day) > settings.foundingDays!;
  const isSame = (one: Strand) => steps.some((step) => one.steps.includes(step));
  if (
    founded.some(
      (one) => isSame(one) && apartDays(one) && one.stated && strand.stated && !overlap(one, strand),
    )
  )
    return true;
  if (strand.another && !first.another && founded.some(apartDays)) return true;
  const closed = group.some(({ clues }) => clues.some((placed) => isClosed(placed, strand)));
  return (
    closed &&
    (founded.length === 0
      ? strand.stated
      : founded.some(apartDays) && !founded.some((one) => overlap(one, strand)))
  );
}

/** Steps after which what the words point back to may be founded anew. */
const ENDING: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["suspended", "lifted", "expired"]);

function isEndedBefore({ clues }: Strand, { day }: Strand): boolean {
  return clues.some(
    ({ clue }) =>
      clue.step !== null &&
      ENDING.has(clue.step) &&
      clue.day !== null &&
      day !== null &&
      dayNumber(clue.day.endDate) < day,
  );
}

const LENT_DAYS = 3;

/** The day by which it is named is one of those on which the entry was made. */
export function isFoundedThen(founded: ClueDay, group: readonly Strand[]): boolean {
  return group.some(({ clues }) =>
    clues.some(
      ({ clue: { step, day } }) =>
        step !== null &&
        FOUNDING.has(step) &&
        day !== null &&
        // A report that states no day tells of one before it appeared.
        addDays(day.date, day.basis === "stated" ? 0 : -LENT_DAYS) <= founded.endDate &&
        founded.date <= addDays(day.endDate, day.basis === "stated" ? 0 : LENT_DAYS),
    ),
  );
}

/** The entry was closed before what the strand founds; what a report says is still to come closes nothing. */
function isClosed({ clue: { step, day }, reportDay }: PlacedClue, strand: Strand): boolean {
  const isToCome = day !== null && reportDay !== null && day.date > reportDay;
  return (
    step !== null &&
    CLOSING.has(step) &&
    day !== null &&
    !isToCome &&
    strand.day !== null &&
    dayNumber(day.endDate) < strand.day
  );
}
