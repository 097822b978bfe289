/**
 * The facts of two mentions and how near their reports are in, the features of
 * the pair out. Names and order are part of the model: knowledge that was
 * trained on other features is refused when it is loaded.
 */
import type { EventFacts } from "../types.ts";

export interface PairSurroundings {
  /** Cosine of the two reports' profiles, 0 to 1; 1 for one report. */
  readonly reports: number;
}

export const EVENT_FEATURES = [
  "same-head",
  "same-head-rare",
  "same-family",
  "families-shared",
  "word-shared",
  "other-head",
  "reporting",
  "reporting-same-subject",
  "subject",
  "subject-differs",
  "object",
  "object-differs",
  "other",
  "other-differs",
  "parties-crossed",
  "parties-any",
  "context",
  "names",
  "names-differ",
  "figures-same",
  "figures-differ",
  "days-same",
  "days-differ",
  "same-report",
  "same-sentence",
  "reports-alike",
  "reports-little-alike",
  "same-head-reports",
  "same-family-reports",
  "head-in-context",
  "same-head-context",
  "same-head-names",
  "same-head-parties",
  "same-head-differs",
  "same-family-context",
  "same-family-names",
  "same-family-parties",
] as const;

type Terms = ReadonlyMap<number, number>;

/** Values of EVENT_FEATURES, in their order, each from 0 to 1 (some from -1). */
export function eventFeatures(a: EventFacts, b: EventFacts, { reports }: PairSurroundings): number[] {
  const sameHead = a.head === b.head ? 1 : 0;
  const families = a.families.filter((family) => b.families.includes(family)).length;
  const sameFamily = sameHead === 0 && families > 0 ? 1 : 0;
  const wordShared = sameHead === 0 && sharesOne(a.words, b.words) ? 1 : 0;
  const bothReporting = a.reporting && b.reporting ? 1 : 0;
  const subject = overlap(a.subject, b.subject);
  const object = overlap(a.object, b.object);
  const other = overlap(a.other, b.other);
  const any = overlap(argumentsOf(a), argumentsOf(b));
  const crossed = Math.max(overlap(a.subject, b.object).value, overlap(a.object, b.subject).value);
  const context = cosine(a.context, b.context);
  const names = overlap(a.names, b.names);
  const figures = figuresOf(a.figures, b.figures);
  const days = daysOf(a.days, b.days);
  const sameReport = a.reportId === b.reportId ? 1 : 0;
  const sameSentence = sameReport === 1 && a.sentence === b.sentence ? 1 : 0;
  const differs = subject.differs + object.differs > 0 && subject.value + object.value === 0 ? 1 : 0;
  return [
    sameHead,
    sameHead * Math.min(1, a.rareness / 6),
    sameFamily,
    (1 - sameHead) * Math.min(1, families / 3),
    wordShared,
    sameHead + sameFamily + wordShared === 0 ? 1 : 0,
    bothReporting,
    bothReporting * subject.value,
    subject.value,
    subject.differs,
    object.value,
    object.differs,
    other.value,
    other.differs,
    crossed,
    any.value,
    context,
    names.value,
    names.differs,
    figures.same,
    figures.differ,
    days.same,
    days.differ,
    sameReport,
    sameSentence,
    sameReport === 1 ? 0 : reports,
    sameReport === 1 ? 0 : Math.max(0, 1 - reports / 0.2),
    sameReport === 1 ? 0 : sameHead * reports,
    sameReport === 1 ? 0 : sameFamily * reports,
    sameHead === 0 && (headIn(a, b) || headIn(b, a)) ? 1 : 0,
    sameHead * context,
    sameHead * names.value,
    sameHead * any.value,
    sameHead * differs,
    sameFamily * context,
    sameFamily * names.value,
    sameFamily * any.value,
  ];
}

/** Share of the lighter side that both have; `differs` where both say something and nothing is shared. */
function overlap(a: Terms, b: Terms): { value: number; differs: number } {
  if (a.size === 0 || b.size === 0) return { value: 0, differs: 0 };
  let shared = 0;
  for (const [hash, weight] of a) if (b.has(hash)) shared += weight;
  const least = Math.min(weightOf(a), weightOf(b));
  const value = least === 0 ? 0 : Math.min(1, shared / least);
  return { value, differs: value === 0 ? 1 : 0 };
}

const totals = new WeakMap<Terms, number>();

/** Sum of the weights; kept, for a mention meets many others. */
function weightOf(terms: Terms): number {
  const known = totals.get(terms);
  if (known !== undefined) return known;
  let sum = 0;
  for (const weight of terms.values()) sum += weight;
  totals.set(terms, sum);
  return sum;
}

const unions = new WeakMap<EventFacts, Terms>();

/** Words of all that goes with the head; kept, for a mention meets many others. */
function argumentsOf(facts: EventFacts): Terms {
  const known = unions.get(facts);
  if (known !== undefined) return known;
  const all = new Map([...facts.subject, ...facts.object, ...facts.other]);
  unions.set(facts, all);
  return all;
}

function cosine(a: Terms, b: Terms): number {
  let dot = 0;
  for (const [hash, weight] of a) if (b.has(hash)) dot += weight * weight;
  return dot === 0 ? 0 : dot / Math.sqrt(squaresOf(a) * squaresOf(b));
}

const squares = new WeakMap<Terms, number>();

/** Sum of the squared weights, kept as above. */
function squaresOf(terms: Terms): number {
  const known = squares.get(terms);
  if (known !== undefined) return known;
  let sum = 0;
  for (const weight of terms.values()) sum += weight * weight;
  squares.set(terms, sum);
  return sum;
}

function sharesOne<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

function figuresOf(a: ReadonlySet<number>, b: ReadonlySet<number>): { same: number; differ: number } {
  if (a.size === 0 || b.size === 0) return { same: 0, differ: 0 };
  const same = sharesOne(a, b) ? 1 : 0;
  return { same, differ: 1 - same };
}

function daysOf(a: EventFacts["days"], b: EventFacts["days"]): { same: number; differ: number } {
  if (a === null || b === null) return { same: 0, differ: 0 };
  const gap = Math.max(0, Math.max(a[0], b[0]) - Math.min(a[1], b[1]));
  return { same: gap === 0 ? 1 : 0, differ: Math.min(1, gap / 7) };
}

function headIn(a: EventFacts, b: EventFacts): boolean {
  return a.context.has(b.headHash);
}
