/**
 * Gold entries and ours in, right and wrong fields and steps out.
 *
 * A field counts where the gold states it or we give it. Codes and ties are right
 * as equal sets; words where at least half of the gold's telling words are in
 * ours; a step where its word and its date are the same. What has no partner
 * counts wrong as a whole: on our side as entries too many.
 */
import type { FoundEntry, GoldEntry, GoldRecord, GoldStep, LedgerList } from "./gold.ts";
import { LEDGERS } from "./gold.ts";
import { count, fieldKind, type Kinds, stepKind } from "./kinds.ts";

export interface Tally {
  fieldsRight: number;
  fieldsAll: number;
  stepsRight: number;
  stepsGold: number;
  stepsFound: number;
  entriesGold: number;
  entriesFound: number;
  entriesPaired: number;
  reportsRight: number;
  readonly kinds: Kinds;
}

export interface Miss {
  readonly where: string;
  readonly what: string;
}

const FIELDS: Readonly<Record<LedgerList, readonly (keyof GoldEntry)[]>> = {
  measures: [
    "kind",
    "imposes",
    "on",
    "target",
    "instrument",
    "figures",
    "conditions",
    "in_answer_to",
    "answered_by",
  ],
  agreements: ["kind", "parties", "guarantors", "mediators", "subject", "place", "figures"],
  contacts: ["kind", "with", "place", "topics"],
  inquiries: ["by", "of", "of_name", "for"],
};
const WORDED: ReadonlySet<keyof GoldEntry> = new Set<keyof GoldEntry>([
  "target",
  "instrument",
  "subject",
  "for",
  "place",
  "of_name",
]);

export const emptyTally = (): Tally => ({
  fieldsRight: 0,
  fieldsAll: 0,
  stepsRight: 0,
  stepsGold: 0,
  stepsFound: 0,
  entriesGold: 0,
  entriesFound: 0,
  entriesPaired: 0,
  reportsRight: 0,
  kinds: new Map(),
});

/** Adds one history to the tally and gives what was missed. */
export function compareHistory(
  slug: string,
  gold: GoldRecord,
  found: readonly FoundEntry[],
  stemsOf: (words: string) => readonly string[],
  tally: Tally,
): Miss[] {
  const misses: Miss[] = [];
  for (const list of LEDGERS) {
    const ours = found.filter((one) => one.list === list).map(({ entry }) => entry);
    const pairs = pairUp(list, gold[list], ours, stemsOf);
    const idOf = new Map(pairs.flatMap(([one, two]) => (two === null ? [] : [[two.id, one.id]])));
    tally.entriesGold += gold[list].length;
    tally.entriesFound += ours.length;
    for (const [one, two] of pairs) {
      const where = `${slug} ${list} ${one.id}`;
      if (two === null) misses.push({ where, what: "not found" });
      else tally.entriesPaired++;
      compareFields(list, one, two, idOf, stemsOf, tally, (what) => misses.push({ where, what }));
      compareSteps(list, one, two, tally, (what) => misses.push({ where, what }));
    }
    for (const extra of ours.filter(({ id }) => !idOf.has(id))) {
      count(
        tally.kinds,
        `${list}: entry too many (${[...new Set(extra.life.map((one) => one.step))].sort().join(", ")})`,
      );
      misses.push({ where: `${slug} ${list}`, what: `too many: ${JSON.stringify(extra)}` });
    }
  }
  return misses;
}

function compareFields(
  list: LedgerList,
  gold: GoldEntry,
  ours: GoldEntry | null,
  idOf: ReadonlyMap<string, string>,
  stemsOf: (words: string) => readonly string[],
  tally: Tally,
  miss: (what: string) => void,
): void {
  for (const field of FIELDS[list]) {
    const [want, got] = [gold[field], translate(field, ours?.[field], idOf)];
    if (isEmpty(want) && isEmpty(got)) continue;
    tally.fieldsAll++;
    if (ours !== null && isRight(field, want, got, stemsOf)) tally.fieldsRight++;
    else {
      count(tally.kinds, fieldKind(list, field, ours !== null, !isEmpty(want), !isEmpty(got)));
      if (ours !== null) miss(`${field}: ${JSON.stringify(got)} for ${JSON.stringify(want)}`);
    }
  }
}

/** Ties in the ids of the gold. */
function translate(field: keyof GoldEntry, value: unknown, idOf: ReadonlyMap<string, string>): unknown {
  if (field !== "in_answer_to" && field !== "answered_by") return value;
  return (value as readonly string[] | undefined)?.map((id) => idOf.get(id) ?? id);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isRight(
  field: keyof GoldEntry,
  want: unknown,
  got: unknown,
  stemsOf: (words: string) => readonly string[],
): boolean {
  if (field === "with") return sameSet(want, got, (one) => `${one.code} ${bare(one.name ?? "")}`);
  if (field === "figures") return sameSet(want, got, (one) => `${one.value} ${one.unit}`);
  if (field === "conditions" || field === "topics")
    return wordsFit((want as string[]).join(" "), ((got ?? []) as string[]).join(" "), stemsOf);
  if (WORDED.has(field))
    return wordsFit((want as string | null) ?? "", (got as string | null) ?? "", stemsOf);
  if (Array.isArray(want)) return sameSet(want, got, String);
  return want === got;
}

/** A name without marks, hyphens and capitals: reports and gazetteer spell it each in its own way. */
function bare(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/-/gu, " ").toLowerCase();
}

// biome-ignore lint/suspicious/noExplicitAny: values of several fields
function sameSet(want: unknown, got: unknown, key: (one: any) => string): boolean {
  const of = (value: unknown) => [...new Set(((value ?? []) as unknown[]).map(key))].sort().join("|");
  return of(want) === of(got);
}

/** At least half of the gold's words are in ours. */
function wordsFit(want: string, got: string, stemsOf: (words: string) => readonly string[]): boolean {
  const [gold, ours] = [new Set(stemsOf(want)), new Set(stemsOf(got))];
  if (gold.size === 0) return want.toLowerCase() === got.toLowerCase();
  return [...gold].filter((stem) => ours.has(stem)).length * 2 >= gold.size;
}

function compareSteps(
  list: LedgerList,
  gold: GoldEntry,
  ours: GoldEntry | null,
  tally: Tally,
  miss: (what: string) => void,
): void {
  const left = [...(ours?.life ?? [])];
  tally.stepsGold += gold.life.length;
  tally.stepsFound += left.length;
  for (const step of gold.life) {
    const at = left.findIndex((one) => one.step === step.step && one.date === step.date && fitsBy(step, one));
    if (at < 0) {
      count(tally.kinds, stepKind(list, step, ours !== null, left));
      if (ours !== null)
        miss(
          `step ${step.step} ${step.date} among ${left.map((one) => `${one.step} ${one.date}`).join(", ")}`,
        );
      continue;
    }
    tally.stepsRight++;
    if ([...left[at]!.reports].sort().join() === [...step.reports].sort().join()) tally.reportsRight++;
    else miss(`reports of ${step.step}: ${left[at]!.reports} for ${step.reports}`);
    left.splice(at, 1);
  }
  for (const extra of left) count(tally.kinds, `${list} step ${extra.step}: too many`);
  for (const extra of left) miss(`step too many: ${extra.step} ${extra.date}`);
}

function fitsBy(gold: GoldStep, ours: GoldStep): boolean {
  return gold.by === undefined || (ours.by ?? []).some((code) => gold.by!.includes(code));
}

/** Gold entries with the entry of ours that fits best, each once. */
function pairUp(
  list: LedgerList,
  gold: readonly GoldEntry[],
  ours: readonly GoldEntry[],
  stemsOf: (words: string) => readonly string[],
): [GoldEntry, GoldEntry | null][] {
  const scored = gold.flatMap((one) =>
    ours.map((two) => {
      const fields = FIELDS[list].filter(
        (field) => !isEmpty(one[field]) && isRight(field, one[field], two[field], stemsOf),
      );
      const steps = one.life.filter((step) =>
        two.life.some((other) => other.step === step.step && other.date === step.date),
      );
      return { one, two, score: fields.length + 2 * steps.length };
    }),
  );
  const pairs = new Map<GoldEntry, GoldEntry>();
  for (const { one, two, score } of scored.toSorted((a, b) => b.score - a.score))
    if (score > 1 && !pairs.has(one) && ![...pairs.values()].includes(two)) pairs.set(one, two);
  return gold.map((one) => [one, pairs.get(one) ?? null]);
}
