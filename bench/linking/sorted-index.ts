/**
 * Reads of some reports in, an index over very many reports made of them out:
 * it answers as a record's indexed tables do (binary search over sorted keys),
 * and keeps 16 bytes a key. Report n is report n mod (number of reads), some
 * days later, with most of its runs of words and half of its telling words
 * changed, so that what is common stays common and what is rare stays rare.
 */
import { hashPair } from "../../src/linking/text/hash.ts";
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
} from "../../src/linking/types.ts";

/** Days by which one generation of reports follows the last. */
const DAYS_APART = 5;
/** Of ten runs of words one is a phrase that all use. */
const COMMON_RUNS = 10;
const IDS = 2 ** 20;

export class SortedIndex implements LinkIndex {
  readonly #reads: readonly ReadForLinking[];
  /** key * IDS + number of the report, sorted. */
  readonly #tables: Readonly<Record<KeyKind, Float64Array>>;

  constructor(reads: readonly ReadForLinking[], reports: number) {
    this.#reads = reads;
    const table = (keysOf: (number: number) => readonly number[]) => {
      let size = 0;
      for (let number = 0; number < reports; number++) size += keysOf(number % reads.length).length;
      const values = new Float64Array(size);
      let at = 0;
      for (let number = 0; number < reports; number++) {
        for (const key of keysOf(number)) values[at++] = key * IDS + number;
      }
      return values.sort();
    };
    this.#tables = {
      copy: table((number) => this.#copyKeys(number)),
      story: table((number) => this.#storyKeys(number)),
      event: table((number) => this.#read(number).keys.event),
    };
  }

  /** Day of the newest report: that of the last generation. */
  static lastDay(reads: readonly ReadForLinking[], reports: number): number {
    return reads[0]!.keys.day! + DAYS_APART * Math.floor((reports - 1) / reads.length);
  }

  #read(number: number): ReadForLinking {
    return this.#reads[number % this.#reads.length]!;
  }

  #generation(number: number): number {
    return Math.floor(number / this.#reads.length);
  }

  #day(number: number): number {
    return this.#read(number).keys.day! + DAYS_APART * this.#generation(number);
  }

  #copyKeys(number: number): number[] {
    const salt = this.#generation(number);
    return this.#read(number).keys.copy.map((key) => (key % COMMON_RUNS === 0 ? key : hashPair(key, salt)));
  }

  #storyKeys(number: number): number[] {
    return this.#read(number).keys.story.map((key) => this.#term(key, this.#generation(number)));
  }

  #term(hash: number, generation: number): number {
    return hash % 2 === 0 ? hash : hashPair(hash, generation);
  }

  find({ kind, keys, days, mostPerKey }: KeyQuery): KeyHits[] {
    const table = this.#tables[kind];
    const hits: KeyHits[] = [];
    for (const key of keys) {
      const first = lowerBound(table, key * IDS);
      const end = lowerBound(table, (key + 1) * IDS);
      const reports: DatedReport[] = [];
      for (let step = 0; step < end - first && reports.length < mostPerKey; step++) {
        const number = table[kind === "copy" ? first + step : end - 1 - step]! - key * IDS;
        const day = this.#day(number);
        if (days !== null && day < days.from - DAYS_APART) break;
        if (days !== null && (day < days.from || day > days.to)) continue;
        reports.push({ reportId: String(number), day });
      }
      if (reports.length > 0) hits.push({ key, reports });
    }
    return hits;
  }

  profiles(ids: readonly string[]): StoryProfile[] {
    return ids.map((reportId) => {
      const number = Number(reportId);
      const generation = this.#generation(number);
      const { terms } = this.#read(number).profile;
      return {
        reportId,
        day: this.#day(number),
        terms: { ...terms, hashes: terms.hashes.map((hash) => this.#term(hash, generation)) },
      };
    });
  }

  mentions(reportIds: readonly string[]): FactMention[] {
    return reportIds.flatMap((id) => this.#read(Number(id)).mentions);
  }

  reports(ids: readonly string[]): LinkReport[] {
    return ids.map((id) => ({ ...this.#read(Number(id)).report, id }));
  }
}

function lowerBound(table: Float64Array, value: number): number {
  let low = 0;
  for (let high = table.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (table[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
