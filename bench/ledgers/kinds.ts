/**
 * Counts of misses by field and by step, which may be told of blind histories too:
 * what was missed how often and in which way, without words of reports or entries.
 */
import type { GoldStep } from "./gold.ts";

export type Kinds = Map<string, number>;

/** Adds one to the count of a kind of miss. */
export function count(kinds: Kinds, kind: string): void {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}

/** In which way a field is wrong. */
export function fieldKind(
  list: string,
  field: string,
  isFound: boolean,
  want: boolean,
  got: boolean,
): string {
  const way = !isFound ? "no entry" : want && got ? "other value" : want ? "missing" : "too much";
  return `${list} ${field}: ${way}`;
}

/** In which way a step of the gold is missed; `left` are ours without a partner. */
export function stepKind(list: string, step: GoldStep, isFound: boolean, left: readonly GoldStep[]): string {
  const sameWord = left.find((one) => one.step === step.step);
  const sameDay = left.find((one) => one.date === step.date);
  if (!isFound) return `${list} step ${step.step}: no entry`;
  if (sameWord !== undefined && sameWord.date !== step.date)
    return `${list} step ${step.step}: ${sameWord.date === null ? "no day" : "other day"}`;
  if (sameWord !== undefined) return `${list} step ${step.step}: by others`;
  if (sameDay !== undefined) return `${list} step ${step.step}: told as ${sameDay.step}`;
  return `${list} step ${step.step}: missing`;
}

/** The counts, most frequent first. */
export function showKinds(title: string, kinds: Kinds): string {
  const lines = [...kinds].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  return [title, ...lines.map(([kind, times]) => `${String(times).padStart(5)}  ${kind}`)].join("\n");
}
