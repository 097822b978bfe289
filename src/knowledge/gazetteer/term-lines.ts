/**
 * Where in terms.tsv the lines of a person, and those of an office of a body,
 * start. Only whole numbers are kept beside the text: objects for all persons
 * and offices would take ten megabytes.
 */
import { FNV_START, fnvOn } from "../../base/fnv.ts";
import { bytesOf } from "./byte-text.ts";
import { slotOf, slotsFor } from "./slots.ts";

export class TermLines {
  readonly #text: string;
  readonly #persons: LineChains;
  readonly #offices: LineChains;

  /** @param text terms.tsv, as bytes (byte-text.ts) */
  constructor(text: string) {
    const starts: number[] = [];
    for (let start = text.indexOf("\n") + 1; start < text.length; start = text.indexOf("\n", start) + 1)
      starts.push(start);
    this.#text = text;
    this.#persons = new LineChains(starts.length);
    this.#offices = new LineChains(starts.length);
    // From the last to the first, so that what is put before others keeps the order of the lines.
    for (const start of starts.toReversed()) {
      const person = text.indexOf("\t", start);
      const office = text.indexOf("\t", text.indexOf("\t", person + 1) + 1);
      this.#persons.putFirst(fnvOn(FNV_START, text, start, person), start);
      this.#offices.putFirst(fnvOn(FNV_START, text, person + 1, office), start);
    }
  }

  /** Starts of the lines of the person, in their order. */
  of(person: string): number[] {
    const text = this.#text;
    const id = bytesOf(person);
    const ahead = `${id}\t`;
    return this.#persons.at(fnvOn(FNV_START, id)).filter((start) => text.startsWith(ahead, start));
  }

  /** Starts of the lines of the office, in their order.
   * @param key body and office, parted by a tab */
  ofOffice(key: string): number[] {
    const text = this.#text;
    const office = bytesOf(key);
    const ahead = `\t${office}\t`;
    return this.#offices
      .at(fnvOn(FNV_START, office))
      .filter((start) => text.startsWith(ahead, text.indexOf("\t", start)));
  }
}

/** Lines whose keys have hashes that share a slot, one chained to the next. */
class LineChains {
  /** Number of the first line in each slot, from 1. */
  readonly #firsts: Int32Array;
  readonly #starts: Int32Array;
  readonly #nexts: Int32Array;
  #size = 0;

  constructor(lines: number) {
    this.#firsts = slotsFor(lines);
    this.#starts = new Int32Array(lines + 1);
    this.#nexts = new Int32Array(lines + 1);
  }

  putFirst(hash: number, start: number): void {
    const slot = slotOf(hash, this.#firsts);
    const line = ++this.#size;
    this.#starts[line] = start;
    this.#nexts[line] = this.#firsts[slot] as number;
    this.#firsts[slot] = line;
  }

  /** Starts of the lines in the slot of this hash. */
  at(hash: number): number[] {
    const starts: number[] = [];
    for (let line = this.#firsts[slotOf(hash, this.#firsts)] as number; line !== 0; ) {
      starts.push(this.#starts[line] as number);
      line = this.#nexts[line] as number;
    }
    return starts;
  }
}
