/** Clues of one entry in, the steps of its life in order of time out, with what reports disagree on. */
import type { ClueDay, LedgerStep } from "../../coding/types.ts";
import { partyKey } from "./strands.ts";
import type { LedgerDisagreement, LifeStep, PlacedClue } from "./types.ts";

/** Steps that can be taken more than once. */
const AGAIN: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "extended",
  "tightened",
  "eased",
  "breached",
  "verdict",
  "warrant",
  "charge",
  "hearing",
  "opened",
  "arrest",
  "postponed",
  "passed",
  "ratified",
  "suspended",
  "resumed",
]);
/** Steps of which several chambers of one party take a part, the last of them the whole. */
const BY_CHAMBERS: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["ratified"]);
/** Days within which the chambers of one party vote. */
const CHAMBER_DAYS = 7;
/** Steps that count from the day on which they were first told. */
const FIRST_COUNTS: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["planned", "announced", "proposed"]);
/** Steps that a party takes for itself: told with who takes them. */
const ALONE: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "suspended",
  "resumed",
  "rejoined",
  "ratified",
  "withdrawal announced",
  "withdrawal notified",
  "withdrawn from",
]);

interface Told {
  readonly day: ClueDay | null;
  readonly placed: PlacedClue;
}

/** The life and the days that reports disagree on. */
export function lifeOf(clues: readonly PlacedClue[]): {
  readonly life: readonly LifeStep[];
  readonly disagreements: readonly LedgerDisagreement[];
} {
  const byStep = new Map<string, Told[]>();
  for (const placed of clues) {
    const { step, by, day } = placed.clue;
    if (step === null) continue;
    const who = ALONE.has(step) ? by.map(partyKey).sort().join("+") : "";
    const key = `${step} ${who}`;
    byStep.set(key, [...(byStep.get(key) ?? []), { day, placed }]);
  }
  const life: LifeStep[] = [];
  const disagreements: LedgerDisagreement[] = [];
  for (const [key, told] of withoutNameless(byStep)) {
    const step = told[0]!.placed.clue.step!;
    const groups = groupDays(told, step);
    // "in response to the expulsion": of what was announced, not known to have come about.
    const isUndated = step === ADOPTED && told.every(({ day }) => day === null);
    if (isUndated && byStep.get(`${ANNOUNCED} `)?.some(({ day }) => day !== null) === true) continue;
    if (AGAIN.has(step)) {
      const isParty = BY_CHAMBERS.has(step) && !key.endsWith(" ");
      const whole = isParty ? withoutChambers(groups) : groups;
      life.push(...whole.map((group) => stepOf(step, group)));
      continue;
    }
    const again =
      step === PLANNED
        ? plannedAgain(groups, byStep)
        : step === ADOPTED
          ? adoptedAgain(groups, byStep)
          : step === IN_FORCE
            ? inPhases(groups)
            : null;
    if (again !== null) {
      life.push(...again.map((group) => stepOf(step, group)));
      continue;
    }
    const best = groups.toSorted(FIRST_COUNTS.has(step) ? byFirst : bySurety)[0]!;
    const rest = groups.filter((group) => group !== best && isStated(group) && isStated(best));
    life.push(
      stepOf(
        step,
        [...best, ...groups.filter((group) => group !== best && !rest.includes(group)).flat()],
        best,
      ),
    );
    if (rest.length > 0) disagreements.push(disagreement(`life/${key.trim()}`, [best, ...rest]));
  }
  const lived = withoutForestalled(withoutBrokered(life, clues), clues);
  return { life: withFounded(lived, clues).toSorted(byDay), disagreements };
}

const PLANNED: LedgerStep = "planned";
const ADOPTED: LedgerStep = "adopted";
const ANNOUNCED: LedgerStep = "announced";
const IN_FORCE: LedgerStep = "in force";
/** Days between two days on which a measure begins to hold, by the words of two reports, for one part of it and another. */
const PHASE_DAYS = 30;

/** What took effect for some first and for others later; null where it has one day. */
function inPhases(groups: readonly Told[][]): Told[][] | null {
  const stated = groups
    .filter((group) => isStated(group) && group[0]!.placed.clue.ledger === "measure")
    .toSorted(byFirst);
  const days = stated.map(([first]) => first!.day!);
  const areApart = days.every(
    ({ date, endDate }, at) =>
      date === endDate && (at === 0 || daysBetween(days[at - 1]!.date, date) > PHASE_DAYS),
  );
  return stated.length > 1 && areApart ? stated : null;
}

/** Steps after which a measure may be adopted anew. */
const ENDED = ["suspended", "lifted", "expired"] as const;

/** What was adopted anew after it had been suspended or lifted; null where it was not. */
function adoptedAgain(groups: readonly Told[][], byStep: ReadonlyMap<string, Told[]>): Told[][] | null {
  const ends = [...byStep]
    .filter(([key]) => ENDED.some((step) => key.startsWith(`${step} `)))
    .flatMap(([, told]) => told.flatMap(({ day }) => day?.date ?? []));
  const stated = groups.filter(isStated).toSorted(byFirst);
  const [first] = stated;
  const later = stated.filter((group) =>
    ends.some((end) => first![0]!.day!.date < end && end < group[0]!.day!.date),
  );
  return later.length === 0 ? null : [first!, ...later];
}

/** What was planned anew after it had been called off: the first day before and the first day after that; null where it
 * was not. */
function plannedAgain(groups: readonly Told[][], byStep: ReadonlyMap<string, Told[]>): Told[][] | null {
  const off = [...(byStep.get("cancelled ") ?? []), ...(byStep.get("postponed ") ?? [])]
    .flatMap(({ day }) => day?.date ?? [])
    .sort()[0];
  if (off === undefined) return null;
  const dayOf = (group: readonly Told[]) => group[0]!.day?.date ?? off;
  const [before, after] = [
    groups.filter((group) => dayOf(group) < off),
    groups.filter((group) => dayOf(group) > off),
  ];
  if (before.length === 0 || after.length === 0) return null;
  return [before, after].map((side) => side.toSorted(byFirst).flat());
}

/** The votes of one party without those that the vote of another of its chambers follows soon. */
function withoutChambers(groups: readonly Told[][]): readonly Told[][] {
  const dayOf = (group: readonly Told[]) => group[0]!.day;
  return groups.filter((group) => {
    const day = dayOf(group);
    return !groups.some((other) => {
      const later = dayOf(other);
      return (
        day !== null &&
        later !== null &&
        later.date > day.date &&
        daysBetween(day.date, later.date) <= CHAMBER_DAYS
      );
    });
  });
}

/** That somebody brokered it tells that it was agreed, where nothing else tells of its making. */
function withoutBrokered(life: readonly LifeStep[], clues: readonly PlacedClue[]): readonly LifeStep[] {
  const brokered = new Set(
    clues.flatMap(({ id, clue }) => (clue.others.length > 0 && clue.by.length === 0 ? [id] : [])),
  );
  const rest = life.filter((step) => !step.clues.every((id) => brokered.has(id)));
  return rest.length > 0 ? rest : life;
}

/** "will raise tariffs from Wednesday", put off on Monday: what was to begin on a day did not, where nobody told of it since. */
function withoutForestalled(life: readonly LifeStep[], clues: readonly PlacedClue[]): readonly LifeStep[] {
  const reportDays = new Map(clues.map(({ id, reportDay }) => [id, reportDay]));
  const ends = life.filter(({ step, date }) => ENDED.some((end) => end === step) && date !== null);
  return life.filter(({ step, date, clues: ids }) => {
    if (step !== IN_FORCE || date === null) return true;
    return !ends.some(
      (end) => end.date! < date && ids.every((id) => (reportDays.get(id) ?? date) < end.date!),
    );
  });
}

/** Steps by which an entry is made. */
const MADE: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["signed", "agreed", "adopted", "passed"]);

/** Reports that name it by its day tell of its making too, and date it where no other does. */
function withFounded(life: readonly LifeStep[], clues: readonly PlacedClue[]): LifeStep[] {
  const naming = clues.filter(({ clue }) => clue.founded !== null);
  return life.map((step) => {
    if (!MADE.has(step.step) || step.date === null) return step;
    const fitting = naming.filter(
      ({ clue }) =>
        fits({ date: step.date!, endDate: step.endDate!, basis: step.basis! }, clue.founded) ||
        (step.basis !== "stated" && isJustBefore(clue.founded!, step.date!)),
    );
    if (fitting.length === 0) return step;
    const exact =
      step.basis === "stated"
        ? null
        : fitting.find(({ clue }) => clue.founded!.date === clue.founded!.endDate);
    return {
      ...step,
      ...(exact == null
        ? {}
        : { date: exact.clue.founded!.date, endDate: exact.clue.founded!.endDate, basis: "stated" as const }),
      clues: unique([...step.clues, ...fitting.map(({ id }) => id)]),
      reports: unique([
        ...step.reports,
        ...fitting
          .filter(({ clue }) => clue.founded!.date === clue.founded!.endDate)
          .map(({ reportId }) => reportId),
      ]),
    };
  });
}

function isJustBefore(founded: ClueDay, date: string): boolean {
  return founded.date <= date && daysBetween(founded.date, date) <= LENT_DAYS;
}

/** Steps told without who takes them join those that are told with one party only. */
function withoutNameless(byStep: ReadonlyMap<string, Told[]>): ReadonlyMap<string, Told[]> {
  const joined = new Map(byStep);
  for (const [key, told] of byStep) {
    if (!key.endsWith(" ")) continue;
    const others = [...byStep.keys()].filter((other) => other !== key && other.startsWith(key));
    if (others.length !== 1) continue;
    joined.set(others[0]!, [...joined.get(others[0]!)!, ...told]);
    joined.delete(key);
  }
  return joined;
}

/** Days that can be one: equal, one inside the other, or undated. */
function groupDays(told: readonly Told[], step: LedgerStep): Told[][] {
  const groups: Told[][] = [];
  const sorted = told.toSorted(
    (a, b) => width(a.day) - width(b.day) || compare(a.day?.date ?? "", b.day?.date ?? ""),
  );
  for (const one of sorted) {
    const group = groups.find(
      ([first]) => fits(first!.day, one.day) && !(step === BREACHED && isAnotherDay(first!.day, one.day)),
    );
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

function fits(exact: ClueDay | null, other: ClueDay | null): boolean {
  if (exact === null || other === null) return true;
  if (other.date <= exact.date && exact.endDate <= other.endDate) return true;
  // A report that states no day tells of a day before it appeared.
  const lent = (day: ClueDay) => day.basis === "published" || day.basis === "dateline";
  return lent(other) && daysBetween(exact.date, other.date) <= LENT_DAYS && exact.date <= other.date;
}

const BREACHED: LedgerStep = "breached";

/** Two reports that state no day, of different days: each alleges a breach of its own. */
function isAnotherDay(one: ClueDay | null, other: ClueDay | null): boolean {
  if (one === null || other === null) return false;
  const isLent = ({ basis }: ClueDay) => basis === "published" || basis === "dateline";
  return isLent(one) && isLent(other) && one.date !== other.date;
}

const LENT_DAYS = 3;

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** Days that a day can mean; undated widest, and a lent day after any stated one. */
function width(day: ClueDay | null): number {
  if (day === null) return Number.MAX_SAFE_INTEGER;
  const lent = day.basis === "stated" ? 0 : day.basis === "near" ? 1 : 4000;
  return daysBetween(day.date, day.endDate) + lent;
}

/** Dated, then the earliest. */
function byFirst(a: readonly Told[], b: readonly Told[]): number {
  return compare(a[0]!.day?.date ?? "9999", b[0]!.day?.date ?? "9999");
}

const isStated = (group: readonly Told[]) => group[0]!.day?.basis === "stated";

/** Stated first, then told by most lines, then the later one of a step that is done in parts. */
function bySurety(a: readonly Told[], b: readonly Told[]): number {
  const lines = (group: readonly Told[]) => new Set(group.map(({ placed }) => placed.line)).size;
  return (
    Number(isStated(b)) - Number(isStated(a)) ||
    lines(b) - lines(a) ||
    compare(b[0]!.day?.date ?? "", a[0]!.day?.date ?? "")
  );
}

function stepOf(step: LedgerStep, group: readonly Told[], exact: readonly Told[] = group): LifeStep {
  const day = exact[0]!.day;
  const clues = group.map(({ placed }) => placed);
  const alone = ALONE.has(step) || AGAIN.has(step);
  return {
    step,
    date: day?.date ?? null,
    endDate: day?.endDate ?? null,
    basis: day?.basis ?? null,
    forDate: clues.find(({ clue }) => clue.forDay !== null)?.clue.forDay?.date ?? null,
    by: alone ? unique(clues.flatMap(({ clue }) => clue.by.map(partyKey))) : [],
    allegedBy: unique(clues.flatMap(({ clue }) => clue.allegedBy.map(partyKey))),
    clues: unique(clues.map(({ id }) => id)),
    reports: unique(clues.map(({ reportId }) => reportId)),
    lines: new Set(clues.map(({ line }) => line)).size,
  };
}

function disagreement(field: string, groups: readonly (readonly Told[])[]): LedgerDisagreement {
  return {
    field,
    values: groups.map((group) => ({
      value: group[0]!.day?.date ?? "",
      clues: unique(group.map(({ placed }) => placed.id)),
      reports: unique(group.map(({ placed }) => placed.reportId)),
    })),
  };
}

/** Each value once, in order. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byDay(a: LifeStep, b: LifeStep): number {
  return (
    compare(a.date ?? "9999", b.date ?? "9999") ||
    compare(a.step, b.step) ||
    compare(a.by.join(), b.by.join())
  );
}
