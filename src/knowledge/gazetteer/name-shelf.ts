/**
 * The sorted names (name-file.ts) as shelves, each opened when a word first asks for it.
 *
 * A shelf holds the names whose keys begin with the same two letters. Opening
 * is a search in the text and a walk over its lines, so that loading costs
 * nothing but reading the file.
 */
import type { GazetteerCandidate, NameUse } from "../types.ts";
import type { CaseRule } from "./name-rules.ts";
import { lineAt } from "./sorted-text.ts";

/** The candidates filed under one key, side by side with their rules. */
export interface Filed {
  readonly candidates: GazetteerCandidate[];
  readonly rules: CaseRule[];
  readonly anchors: number[];
  /** All rules are "any". */
  plain: boolean;
}

export interface Shelf {
  readonly filed: Map<string, Filed>;
  /** Longest name, in pieces, by first and second piece; "" for names of one. */
  readonly longest: Map<string, Map<string, number>>;
}

export class NameShelves {
  readonly #text: string;
  readonly #shelves = new Map<number, Shelf>();

  /** @param text names.tsv: a head, then lines sorted by key */
  constructor(text: string) {
    this.#text = text;
  }

  /** The shelf on which a key that begins with this piece stands. */
  shelf(piece: string): Shelf {
    const second = piece.length > 1 ? piece.charCodeAt(1) : 32;
    const number = piece.charCodeAt(0) * 65536 + second;
    let shelf = this.#shelves.get(number);
    if (shelf === undefined) {
      shelf = this.#open(piece[0]! + (piece.length > 1 ? piece[1]! : " "));
      if (piece.length === 1) this.#readLine(shelf, lineAt(this.#text, piece));
      this.#shelves.set(number, shelf);
    }
    return shelf;
  }

  #open(prefix: string): Shelf {
    const shelf: Shelf = { filed: new Map(), longest: new Map() };
    const text = this.#text;
    for (let start = lineAt(text, prefix); text.startsWith(prefix, start); ) {
      const end = text.indexOf("\n", start);
      this.#readLine(shelf, start);
      start = end + 1;
    }
    return shelf;
  }

  #readLine(shelf: Shelf, start: number): void {
    const tab = this.#text.indexOf("\t", start);
    if (tab < 0) return;
    const key = this.#text.slice(start, tab);
    const filed = this.#text.slice(tab + 1, this.#text.indexOf("\n", tab));
    for (const candidate of filed.split("|")) place(shelf, key, candidate);
  }

  /** Files one more candidate, before those that are there. */
  addFirst(key: string, candidate: string): void {
    const blank = key.indexOf(" ");
    const shelf = this.shelf(blank < 0 ? key : key.slice(0, blank));
    const id = candidate.slice(0, candidate.indexOf(","));
    if (shelf.filed.get(key)?.candidates.some((known) => known.id === id)) return;
    place(shelf, key, candidate, "first");
  }
}

function place(shelf: Shelf, key: string, candidate: string, where: "first" | "last" = "last"): void {
  const [id, use, rule, anchor] = candidate.split(",") as [string, NameUse, CaseRule, string];
  let filed = shelf.filed.get(key);
  if (filed === undefined) {
    filed = { candidates: [], rules: [], anchors: [], plain: true };
    shelf.filed.set(key, filed);
    const pieces = key.split(" ");
    raise(shelf.longest, pieces[0]!, pieces[1] ?? "", pieces.length);
  }
  const at = where === "first" ? 0 : filed.candidates.length;
  filed.candidates.splice(at, 0, { id, use });
  filed.rules.splice(at, 0, rule);
  filed.anchors.splice(at, 0, Number(anchor));
  if (rule !== "any") filed.plain = false;
}

function raise(longest: Shelf["longest"], first: string, second: string, length: number): void {
  let own = longest.get(first);
  if (own === undefined) {
    own = new Map();
    longest.set(first, own);
  }
  if (length > (own.get(second) ?? 0)) own.set(second, length);
}
