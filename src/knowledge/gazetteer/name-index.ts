/**
 * Words in, matches out: the gazetteer's search.
 *
 * At each piece (pieces.ts) the longest name that starts there and whose case
 * allows it (name-rules.ts) wins; matches do not overlap. Which candidate is
 * meant is left to the caller.
 */
import type { GazetteerCandidate, GazetteerMatch, NameUse } from "../types.ts";
import { fileName } from "./name-file.ts";
import { type Look, verdictOf } from "./name-rules.ts";
import { type Filed, NameTable } from "./name-table.ts";
import { type Pieces, piecesOf, type Shape } from "./pieces.ts";

export class NameIndex {
  readonly #text: string;
  #table: NameTable | null = null;

  /** @param text names.tsv, as bytes (byte-text.ts) */
  constructor(text: string) {
    this.#text = text;
  }

  /** The table, made when it is first needed. */
  get #names(): NameTable {
    this.#table ??= new NameTable(this.#text);
    return this.#table;
  }

  /** Files another name (with its mark) for the entry, before the entries that have the name already. */
  addFirst(name: string, id: string, use: NameUse): void {
    const { key, candidate } = fileName(name, id, use);
    if (key !== "") this.#names.addFirst(key, candidate);
  }

  /** Longest matches over the words, in order. */
  match(words: readonly string[]): GazetteerMatch[] {
    const pieces = piecesOf(words);
    const { keys } = pieces;
    const names = this.#names;
    const matches: GazetteerMatch[] = [];
    for (let at = 0; at < keys.length; ) {
      const longest = names.longest(keys[at]!, keys[at + 1]);
      const length = longest === 0 ? 0 : matchAt(names, pieces, at, longest, matches);
      at += length > 0 ? length : 1;
    }
    return matches;
  }
}

/** Pieces that the longest match at `at` covers, 0 for none; the match is added to `matches`. */
function matchAt(
  names: NameTable,
  pieces: Pieces,
  at: number,
  longest: number,
  matches: GazetteerMatch[],
): number {
  const { keys, owners } = pieces;
  const last = Math.min(keys.length, at + longest);
  for (let end = last; end > at; end--) {
    const known = names.filed(end === at + 1 ? keys[at]! : keys.slice(at, end).join(" "));
    if (known === undefined) continue;
    const candidates = weigh(known, pieces, at, end);
    if (candidates.length === 0) continue;
    matches.push({ first: owners[at]!, last: owners[end - 1]! + 1, candidates });
    return end - at;
  }
  return 0;
}

/** The candidates that these letters allow, the doubtful ones flagged. */
function weigh(filed: Filed, pieces: Pieces, first: number, end: number): readonly GazetteerCandidate[] {
  if (filed.plain) return filed.candidates;
  const look = lookAt(pieces, first, end);
  const glued = isGlued(pieces, first, end);
  const allowed: GazetteerCandidate[] = [];
  for (let at = 0; at < filed.candidates.length; at++) {
    const verdict = verdictOf(filed.rules[at]!, filed.anchors[at]!, look);
    if (verdict === "no") continue;
    const candidate = filed.candidates[at]!;
    const doubtful = verdict === "doubt" || (glued && candidate.use === "surname");
    allowed.push(doubtful ? { ...candidate, uncertain: true } : candidate);
  }
  return allowed;
}

function lookAt(pieces: Pieces, first: number, end: number): Look {
  const shapes: Shape[] = [];
  for (let at = first; at < end; at++) shapes.push(pieces.shape(at));
  const single = (at: number) => shapes[at] === "mixed" && pieces.texts[first + at]!.length === 1;
  return {
    shapes,
    caps: shapes.every((shape, at) => shape !== "lower" && (shape !== "mixed" || single(at))),
    dotted: shapes.includes("dotted"),
    lower: shapes.every((shape) => shape === "lower" || shape === "none"),
    shouted: () => pieces.shouted(),
  };
}

/** True when a hyphen ties the match to a capitalised piece of the same word ("Smith-Jones"). */
function isGlued(pieces: Pieces, first: number, end: number): boolean {
  const { owners } = pieces;
  return (
    (owners[first - 1] === owners[first] && pieces.shape(first - 1) !== "lower") ||
    (owners[end] === owners[end - 1] && pieces.shape(end) !== "lower")
  );
}
