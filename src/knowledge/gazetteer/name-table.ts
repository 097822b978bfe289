/**
 * The sorted names (name-file.ts) as a table: where in the text the line of a
 * key starts, and how long the names are that begin with two given pieces.
 *
 * The text itself is the table's memory; beside it stand only whole numbers, a
 * megabyte instead of the thirty that objects for all names would take. What a
 * line says is made out when its key is first found, and kept.
 */

import { FNV_START, fnvOn } from "../../base/fnv.ts";
import type { GazetteerCandidate, NameUse } from "../types.ts";
import { bytesOf, lettersOf } from "./byte-text.ts";
import type { CaseRule } from "./name-rules.ts";
import { slotOf, slotsFor } from "./slots.ts";

/** The candidates filed under one key, side by side with their rules. */
export interface Filed {
  readonly candidates: readonly GazetteerCandidate[];
  readonly rules: readonly CaseRule[];
  readonly anchors: readonly number[];
  /** All rules are "any". */
  readonly plain: boolean;
}

const BLANK = 32;
const TAB = 9;
const LINE_FEED = 10;
/** Bits of a slot that hold the start of a line; those above hold the pieces of the longest name. */
const START_BITS = 24;
const START_MASK = 2 ** START_BITS - 1;

export class NameTable {
  readonly #text: string;
  /** Start of the line of each key, by the key's hash; 0 (the head's line) where there is none. */
  readonly #keys: Int32Array;
  /** The same by the hash of the first piece, or of the first two: start of one line that begins so, and the most
   * pieces that such a name has. */
  readonly #beginnings: Int32Array;
  readonly #made = new Map<string, Filed>();
  /** What `addFirst` added. */
  readonly #ownLongest = new Map<string, number>();

  /** @param text names.tsv as bytes (byte-text.ts): a head, then a line for each key */
  constructor(text: string) {
    if (text.length > START_MASK) throw new RangeError("more names than places");
    let lines = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
    this.#text = text;
    this.#keys = slotsFor(lines);
    this.#beginnings = slotsFor(lines);
    for (let start = text.indexOf("\n") + 1; start < text.length; start = text.indexOf("\n", start) + 1)
      this.#enter(start);
  }

  /** Pieces of the longest name that begins with these two, or is the first of them alone; 0 where there is none. */
  longest(first: string, second: string | undefined): number {
    const one = bytesOf(first);
    const two = second === undefined ? "" : bytesOf(second);
    const hash = fnvOn(FNV_START, one);
    const pair = two === "" ? 0 : this.#longestOf(fnvOn(fnvOn(hash, " "), two), one, two);
    return pair || this.#longestOf(hash, one, "");
  }

  /** What is filed under a key. */
  filed(key: string): Filed | undefined {
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const bytes = bytesOf(key);
    const start = this.#lineOf(bytes);
    if (start === 0) return undefined;
    const text = this.#text;
    const line = text.slice(start + bytes.length + 1, text.indexOf("\n", start));
    const candidates = lettersOf(line).split("|");
    const filed = filedOf(candidates);
    this.#made.set(key, filed);
    return filed;
  }

  /** Files one more candidate, before those that are there. */
  addFirst(key: string, candidate: string): void {
    const known = this.filed(key);
    const added = filedOf([candidate]);
    if (known?.candidates.some(({ id }) => id === added.candidates[0]?.id)) return;
    this.#made.set(key, known === undefined ? added : joined(added, known));
    const pieces = key.split(" ");
    const [first = "", second] = pieces;
    if (pieces.length > this.longest(first, second))
      this.#ownLongest.set(bytesOf(second === undefined ? first : `${first} ${second}`), pieces.length);
  }

  /** Enters the line that starts there. */
  #enter(start: number): void {
    const text = this.#text;
    let hash = FNV_START;
    let beginning = 0;
    let blanks = 0;
    let at = start;
    for (let letter = text.charCodeAt(at); letter !== TAB; letter = text.charCodeAt(++at)) {
      if (letter === LINE_FEED || at >= text.length) return;
      if (letter === BLANK && ++blanks === 2) beginning = hash;
      hash = fnvOn(hash, text, at, at + 1);
    }
    const keys = this.#keys;
    let slot = slotOf(hash, keys);
    while (keys[slot] !== 0) slot = (slot + 1) & (keys.length - 1);
    keys[slot] = start;
    this.#raise(start, blanks < 2 ? hash : beginning, blanks + 1);
  }

  /** Notes a name of so many pieces under its beginning. */
  #raise(start: number, hash: number, pieces: number): void {
    const table = this.#beginnings;
    const [first, second] = beginningAt(this.#text, start);
    let slot = slotOf(hash, table);
    for (let held = table[slot] as number; held !== 0; held = table[slot] as number) {
      if (beginsWith(this.#text, held & START_MASK, first, second)) break;
      slot = (slot + 1) & (table.length - 1);
    }
    const known = (table[slot] as number) >>> START_BITS;
    table[slot] = (Math.max(known, Math.min(pieces, 255)) << START_BITS) | start;
  }

  /** @param hash of the two pieces, or of the first where the second is "" */
  #longestOf(hash: number, first: string, second: string): number {
    if (this.#ownLongest.size > 0) {
      const own = this.#ownLongest.get(second === "" ? first : `${first} ${second}`);
      if (own !== undefined) return own;
    }
    const table = this.#beginnings;
    let slot = slotOf(hash, table);
    for (let held = table[slot] as number; held !== 0; held = table[slot] as number) {
      if (beginsWith(this.#text, held & START_MASK, first, second)) return held >>> START_BITS;
      slot = (slot + 1) & (table.length - 1);
    }
    return 0;
  }

  /** Start of the line of a key; 0 where there is none. */
  #lineOf(key: string): number {
    const keys = this.#keys;
    const text = this.#text;
    let slot = slotOf(fnvOn(FNV_START, key), keys);
    for (let start = keys[slot] as number; start !== 0; start = keys[slot] as number) {
      if (text.charCodeAt(start + key.length) === TAB && text.startsWith(key, start)) return start;
      slot = (slot + 1) & (keys.length - 1);
    }
    return 0;
  }
}

/** The first two pieces of the key whose line starts there; the second is "" where it has one alone. */
function beginningAt(text: string, start: number): [first: string, second: string] {
  const [first = "", second = ""] = text.slice(start, text.indexOf("\t", start)).split(" ", 2);
  return [first, second];
}

/** True where the key whose line starts there begins with these pieces, or is the first alone where the second is "". */
function beginsWith(text: string, start: number, first: string, second: string): boolean {
  if (!text.startsWith(first, start)) return false;
  const after = start + first.length;
  if (second === "") return text.charCodeAt(after) === TAB;
  if (text.charCodeAt(after) !== BLANK || !text.startsWith(second, after + 1)) return false;
  const next = text.charCodeAt(after + 1 + second.length);
  return next === TAB || next === BLANK;
}

/** @param candidates each "id,use,rule,anchor" */
function filedOf(candidates: readonly string[]): Filed {
  const cells = candidates.map((one) => one.split(",") as [string, NameUse, CaseRule, string]);
  const rules = cells.map(([, , rule]) => rule);
  return {
    candidates: cells.map(([id, use]) => ({ id, use })),
    rules,
    anchors: cells.map(([, , , anchor]) => Number(anchor)),
    plain: rules.every((rule) => rule === "any"),
  };
}

function joined(first: Filed, then: Filed): Filed {
  return {
    candidates: [...first.candidates, ...then.candidates],
    rules: [...first.rules, ...then.rules],
    anchors: [...first.anchors, ...then.anchors],
    plain: first.plain && then.plain,
  };
}
