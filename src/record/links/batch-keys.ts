/**
 * Keys of the reports of one batch, which the tables do not hold yet: a report
 * finds those that come before it in its batch here, the others in the tables.
 */
import type { KeyKind, KeyQuery, ReportKeys } from "../../linking/types.ts";
import type { NumberedReport } from "./caches.ts";

type Holders = Map<number, NumberedReport[]>;

export class BatchKeys {
  readonly #holders: Readonly<Record<KeyKind, Holders>> = {
    copy: new Map(),
    story: new Map(),
    event: new Map(),
  };
  /** By the least run of each sentence. */
  readonly #old: Holders = new Map();

  add(report: NumberedReport, keys: ReportKeys): void {
    for (const kind of ["copy", "story", "event"] as const)
      for (const key of keys[kind]) hold(this.#holders[kind], key, report);
    for (const key of keys.oldCopy) hold(this.#old, key, report);
  }

  /** Reports that hold the key, of lower numbers than `num`, within the days or without one. */
  find(kind: KeyKind, key: number, num: number, days: KeyQuery["days"]): NumberedReport[] {
    const found = (this.#holders[kind].get(key) ?? []).filter(
      (report) => report.num < num && isWithin(report, days),
    );
    if (kind !== "copy") return found;
    for (const report of this.#old.get(key) ?? [])
      if (report.num < num && !isWithin(report, days)) found.push(report);
    return found;
  }
}

function hold(holders: Holders, key: number, report: NumberedReport): void {
  const list = holders.get(key);
  if (list === undefined) holders.set(key, [report]);
  else list.push(report);
}

function isWithin({ day }: NumberedReport, days: KeyQuery["days"]): boolean {
  return days === null || day === null || (day >= days.from && day <= days.to);
}

/** Both lists as the tables give them, at most so many: copies the earliest first, others the latest; without a day last. */
export function merged(
  kind: KeyKind,
  stored: readonly NumberedReport[],
  batch: readonly NumberedReport[],
  most: number,
): readonly NumberedReport[] {
  if (batch.length === 0) return stored;
  const sign = kind === "copy" ? 1 : -1;
  const dayOf = ({ day }: NumberedReport) => (day === null ? sign * Number.MAX_SAFE_INTEGER : day);
  return [...stored, ...batch].sort((a, b) => sign * (dayOf(a) - dayOf(b) || a.num - b.num)).slice(0, most);
}
