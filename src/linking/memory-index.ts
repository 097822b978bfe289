/**
 * Keys and reports in, an index that finds them again out: the LinkIndex that
 * the `link` filter, tests and benches use. It grows by `add`; the record
 * answers the same questions from its tables.
 */
import type {
  DatedReport,
  FactMention,
  KeyHits,
  KeyKind,
  KeyQuery,
  LinkIndex,
  LinkReport,
  ReadForLinking,
  StoryProfile,
} from "./types.ts";

/** Postings that are passed over at most before the rest of a key counts as too old. */
const MOST_STEPS = 2000;

export class MemoryIndex implements LinkIndex {
  readonly #reads = new Map<string, ReadForLinking>();
  readonly #postings: Record<KeyKind, Map<number, DatedReport[]>> = {
    copy: new Map(),
    story: new Map(),
    event: new Map(),
  };

  /** Keeps a report as it was read; a second time it changes nothing. */
  add(read: ReadForLinking): void {
    const { report, keys } = read;
    if (this.#reads.has(report.id)) return;
    this.#reads.set(report.id, read);
    const posting: DatedReport = { reportId: report.id, day: keys.day };
    for (const kind of ["copy", "story", "event"] as const) {
      for (const key of keys[kind]) {
        const list = this.#postings[kind].get(key);
        if (list === undefined) this.#postings[kind].set(key, [posting]);
        else list.push(posting);
      }
    }
  }

  find({ kind, keys, days, mostPerKey }: KeyQuery): KeyHits[] {
    const hits: KeyHits[] = [];
    for (const key of keys) {
      const list = this.#postings[kind].get(key) ?? [];
      const reports: DatedReport[] = [];
      // copies go back to the earliest report; for the rest the latest arrivals are the nearest
      for (let step = 0; step < list.length && reports.length < mostPerKey; step++) {
        const report = list[kind === "copy" ? step : list.length - 1 - step]!;
        const { day } = report;
        if (days !== null && day !== null && (day < days.from || day > days.to)) {
          if (kind !== "copy" && step > MOST_STEPS) break;
          continue;
        }
        reports.push(report);
      }
      if (reports.length > 0) hits.push({ key, reports });
    }
    return hits;
  }

  profiles(ids: readonly string[]): StoryProfile[] {
    return ids.flatMap((id) => this.#reads.get(id)?.profile ?? []);
  }

  mentions(reportIds: readonly string[]): FactMention[] {
    return reportIds.flatMap((id) => this.#reads.get(id)?.mentions ?? []);
  }

  reports(ids: readonly string[]): LinkReport[] {
    return ids.flatMap((id) => this.#reads.get(id)?.report ?? []);
  }
}
