/**
 * Measures in, which answers which out: as reports say, else implied where a
 * party hits back within days.
 */
import { dayNumber } from "../../base/day.ts";
import type { LedgerEntry, LedgerSettings, LedgerTie, PlacedClue } from "./types.ts";

/** What an answer names when it answers no measure. */
const OTHER = "other";

/** What an answer names when it answers a law. */
const LAW = "law";

/** Kind under which an answer may name any other. */
const SANCTIONS = "sanctions";

type Bare = Omit<LedgerEntry, "inAnswerTo" | "answeredBy">;

/** The ties of each entry to those that it answers, by id. */
export function tiesOf(
  entries: readonly Bare[],
  clues: ReadonlyMap<string, PlacedClue>,
  settings: LedgerSettings,
): ReadonlyMap<string, readonly LedgerTie[]> {
  const measures = entries.filter(({ ledger }) => ledger === "measure");
  const ties = new Map<string, readonly LedgerTie[]>();
  for (const entry of measures) {
    const answers = entry.clues.flatMap((id) => {
      const clue = clues.get(id)!;
      return clue.clue.answers === null ? [] : [{ id, to: clue.clue.answers.to }];
    });
    if (answers.length > 0 && answers.every(({ to }) => to.includes(OTHER))) continue;
    const days = answers.length > 0 ? settings.answerDays! : settings.impliedDays!;
    const opposite = measures.filter(
      (other) =>
        other !== entry &&
        ((isBefore(other, entry, days) && isFirst(other, entry, clues)) ||
          isToldBefore(other, entry, clues)) &&
        (isOpposite(entry, other) || (answers.length > 0 && isNamedBy(entry, other, answers))),
    );
    const told = opposite.filter((other) => !isToldBehind(other, entry, clues));
    const first = told.length > 0 ? told : opposite;
    const named = first.filter((other) =>
      answers.some(
        ({ to }) =>
          (other.kind !== null && to.includes(other.kind)) ||
          // "retaliation for the act": whatever the act does.
          (other.instrument !== null && to.includes(LAW)),
      ),
    );
    const near = latest(named.length > 0 ? named : first);
    // "a tit-for-tat move": diplomats for diplomats, where both were sent away and something else was banned.
    const alike = near.filter(({ kind }) => kind === entry.kind);
    const found = named.length === 0 && alike.length > 0 ? alike : near;
    const basis = answers.length > 0 ? "stated" : "implied";
    if (found.length > 0)
      ties.set(
        entry.id,
        found.map(({ id }) => ({ to: id, basis, clues: answers.map((answer) => answer.id) })),
      );
  }
  return ties;
}

function isBefore(other: Bare, entry: Bare, most: number): boolean {
  if (other.date === null || entry.date === null) return false;
  const gap = dayNumber(entry.date) - dayNumber(other.date);
  return gap >= 0 && gap <= most && (gap > 0 || other.id !== entry.id);
}

/** Of two on one day the one answers that says so, else the one told later: never each the other. */
function isFirst(other: Bare, entry: Bare, clues: ReadonlyMap<string, PlacedClue>): boolean {
  if (other.date !== entry.date) return true;
  const answers = ({ clues: ids }: Bare) =>
    ids.some((id) => clues.get(id)!.clue.answers?.to.includes(OTHER) === false);
  if (answers(other) !== answers(entry)) return answers(entry);
  const told = ({ clues: ids }: Bare) => clues.get(ids[0]!)!;
  const [a, b] = [told(other), told(entry)];
  if (a.reportId !== b.reportId)
    return (
      (a.reportDay ?? "") < (b.reportDay ?? "") || (a.reportDay === b.reportDay && a.reportId < b.reportId)
    );
  return a.clue.trigger.start < b.clue.trigger.start;
}

/** Told behind it in the same report as of the same day: what came next rather than what it answers. */
function isToldBehind(other: Bare, entry: Bare, clues: ReadonlyMap<string, PlacedClue>): boolean {
  const [a, b] = [clues.get(other.clues[0]!)!, clues.get(entry.clues[0]!)!];
  return (
    other.date === entry.date && a.reportId === b.reportId && a.clue.trigger.start > b.clue.trigger.start
  );
}

/** "recalled its envoy after A had closed the embassy": undated, and told in one sentence with what came of it. */
function isToldBefore(other: Bare, entry: Bare, clues: ReadonlyMap<string, PlacedClue>): boolean {
  if (other.date !== null || entry.date === null) return false;
  const places = ({ clues: ids }: Bare) =>
    ids.map((id) => clues.get(id)!).map(({ reportId, clue }) => `${reportId} ${clue.sentence}`);
  const own = new Set(places(entry));
  return places(other).some((place) => own.has(place));
}

/** Each is imposed by one on whom the other falls. */
function isOpposite(entry: Bare, other: Bare): boolean {
  const [by, on] = [codes(entry, "by"), codes(entry, "on")];
  const hits = [...codes(other, "on")].some((code) => by.has(code));
  const struck = [...codes(other, "by")].some((code) => on.has(code));
  const same = [...codes(other, "by")].some((code) => by.has(code));
  return hits && struck && !same;
}

/** The answer names its kind and strikes who imposed it, whatever is known of whom that struck. */
function isNamedBy(
  entry: Bare,
  other: Bare,
  answers: readonly { readonly to: readonly string[] }[],
): boolean {
  const [by, on] = [codes(entry, "by"), codes(entry, "on")];
  const authors = [...codes(other, "by")].filter((code) => !by.has(code));
  const isNamed = answers.filter(({ to }) => other.kind !== null && to.includes(other.kind));
  // "recalled its envoy to Brussels in protest at the Union's sanctions": kind and author are named.
  const hits = [...codes(other, "on")].some((code) => by.has(code));
  if (hits) {
    const fitting = answers.filter(
      ({ to }) => to.includes(SANCTIONS) || isNamed.some((one) => one.to === to),
    );
    return fitting.some(({ to }) => authors.some((code) => to.includes(code)));
  }
  return authors.some((code) => on.has(code)) && codes(other, "on").size === 0 && isNamed.length > 0;
}

function codes({ parties }: Bare, role: "by" | "on"): Set<string> {
  return new Set(parties.flatMap(({ value }) => (value.role === role ? (value.code ?? []) : [])));
}

/** Those of the latest day. */
function latest(entries: readonly Bare[]): readonly Bare[] {
  const last = entries
    .map(({ date }) => date)
    .sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1))
    .at(-1);
  return entries.filter(({ date }) => date === last);
}
