/**
 * Keys and reports in, an index that finds them again out: the LinkIndex that
 * the `link` filter, tests and benches use. It grows by `add`; the record
 * answers the same questions from its tables.
 */
import type { KeyHit, KeyKind, KeyQuery, LinkIndex, LinkReport, ReportKeys } from "./types.ts";

interface Posting {
  readonly reportId: string;
  readonly day: number | null;
}

export class MemoryIndex implements LinkIndex {
  readonly #reports = new Map<string, LinkReport>();
  readonly #postings: Record<KeyKind, Map<number, Posting[]>> = {
    copy: new Map(),
    story: new Map(),
    event: new Map(),
  };

  /** Keeps a report with its keys; a second time it changes nothing. */
  add(report: LinkReport, keys: ReportKeys): void {
    if (this.#reports.has(report.id)) return;
    this.#reports.set(report.id, report);
    const posting: Posting = { reportId: report.id, day: keys.day };
    for (const kind of ["copy", "story", "event"] as const) {
      for (const key of keys[kind]) {
        const list = this.#postings[kind].get(key);
        if (list === undefined) this.#postings[kind].set(key, [posting]);
        else list.push(posting);
      }
    }
  }

  find({ kind, keys, days, mostPerKey }: KeyQuery): KeyHit[] {
    const hits: KeyHit[] = [];
    for (const key of keys) {
      let found = 0;
      for (const { reportId, day } of this.#postings[kind].get(key) ?? []) {
        if (days !== null && day !== null && (day < days.from || day > days.to)) continue;
        if (found++ >= mostPerKey) break;
        hits.push({ key, reportId, day });
      }
    }
    return hits;
  }

  reports(ids: readonly string[]): LinkReport[] {
    return ids.flatMap((id) => this.#reports.get(id) ?? []);
  }
}
