/**
 * Names in, matches over words out: the gazetteer's search.
 *
 * Names are filed under their pieces (pieces.ts); at each piece the longest
 * name that starts there wins. A mark before a name says how its case counts:
 * "=" never in lower case ("=Turkey"), "~" uncertain in other case ("~US"),
 * "?" always uncertain ("?North"); names of up to three capitals need them all.
 * Which candidate is meant is left to the caller.
 */
import type { GazetteerCandidate, GazetteerMatch, NameUse } from "../types.ts";
import { keyOf, type Piece, piecesOf } from "./pieces.ts";

type CaseRule = "any" | "cased" | "capitals" | "loose" | "doubtful";

interface Filed {
  readonly candidates: GazetteerCandidate[];
  readonly rules: CaseRule[];
}

/** What is known of a match's letters when its candidates are weighed. */
interface Look {
  readonly lower: boolean;
  readonly caps: boolean;
  readonly lastLower: boolean;
  readonly shouted: boolean;
  readonly glued: boolean;
}

const MARKS: Readonly<Record<string, CaseRule>> = { "=": "cased", "~": "loose", "?": "doubtful" };
const ACRONYM = /^\p{Lu}{2,3}$/u;
const CAPITALS = /^[\p{Lu}\d.&]+$/u;

function ruleOf(name: string): CaseRule {
  const marked = MARKS[name[0]!];
  if (marked === "cased" && CAPITALS.test(name.slice(1))) return "capitals";
  if (marked !== undefined) return marked;
  return ACRONYM.test(name) ? "capitals" : "any";
}

export class NameIndex {
  readonly #filed = new Map<string, Filed>();
  /** Longest name, in pieces, by first piece. */
  readonly #longest = new Map<string, number>();

  /** Files `name` (with its mark) for the entry; names filed first come first among candidates. */
  add(name: string, id: string, use: NameUse): void {
    const rule = ruleOf(name);
    const key = keyOf(name[0]! in MARKS ? name.slice(1) : name);
    if (key === "") return;
    const filed = this.#filed.get(key);
    if (filed !== undefined) {
      if (filed.candidates.some((known) => known.id === id)) return;
      filed.candidates.push({ id, use });
      filed.rules.push(rule);
      return;
    }
    this.#filed.set(key, { candidates: [{ id, use }], rules: [rule] });
    const blank = key.indexOf(" ");
    const first = blank < 0 ? key : key.slice(0, blank);
    let count = 1;
    for (let at = blank; at >= 0; at = key.indexOf(" ", at + 1)) count++;
    if (count > (this.#longest.get(first) ?? 0)) this.#longest.set(first, count);
  }

  /** Longest matches over the words, in order. */
  match(words: readonly string[]): GazetteerMatch[] {
    const pieces: Piece[] = [];
    const owners: number[] = [];
    for (let word = 0; word < words.length; word++)
      for (const piece of piecesOf(words[word]!)) {
        pieces.push(piece);
        owners.push(word);
      }
    const shouted = !pieces.some((piece) => piece.shape === "lower" && piece.key.length > 1);
    const matches: GazetteerMatch[] = [];
    for (let at = 0; at < pieces.length; ) {
      const longest = this.#longest.get(pieces[at]!.key);
      const length = longest === undefined ? 0 : this.#matchAt(pieces, owners, at, longest, shouted, matches);
      at += Math.max(1, length);
    }
    return matches;
  }

  /** Pieces that the longest match at `at` covers, 0 for none; the match is added to `matches`. */
  #matchAt(
    pieces: readonly Piece[],
    owners: readonly number[],
    at: number,
    longest: number,
    shouted: boolean,
    matches: GazetteerMatch[],
  ): number {
    const keys: string[] = [];
    let key = "";
    for (let next = at; next < pieces.length && next < at + longest; next++) {
      key = next === at ? pieces[next]!.key : `${key} ${pieces[next]!.key}`;
      keys.push(key);
    }
    for (let length = keys.length; length > 0; length--) {
      const filed = this.#filed.get(keys[length - 1]!);
      if (filed === undefined) continue;
      const candidates = weigh(filed, lookAt(pieces, owners, at, at + length, shouted));
      if (candidates.length === 0) continue;
      matches.push({ first: owners[at]!, last: owners[at + length - 1]! + 1, candidates });
      return length;
    }
    return 0;
  }
}

function lookAt(
  pieces: readonly Piece[],
  owners: readonly number[],
  first: number,
  end: number,
  shouted: boolean,
): Look {
  let lower = true;
  let caps = true;
  for (let at = first; at < end; at++) {
    const shape = pieces[at]!.shape;
    if (shape === "mixed" || shape === "caps") lower = false;
    if (shape === "lower" || (shape === "mixed" && pieces[at]!.key.length > 1)) caps = false;
  }
  const glued =
    (owners[first - 1] === owners[first] && pieces[first - 1]!.shape !== "lower") ||
    (owners[end] === owners[end - 1] && pieces[end]!.shape !== "lower");
  return { lower, caps, lastLower: pieces[end - 1]!.shape === "lower", shouted, glued };
}

/** The candidates that these letters allow, the doubtful ones flagged. */
function weigh(filed: Filed, look: Look): readonly GazetteerCandidate[] {
  const { candidates, rules } = filed;
  if (!look.glued && rules.every((rule) => rule === "any")) return candidates;
  const allowed: GazetteerCandidate[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const verdict = verdictOf(rules[at]!, look);
    if (verdict === "no") continue;
    const candidate = candidates[at]!;
    const doubtful = verdict === "doubt" || (look.glued && candidate.use === "surname");
    allowed.push(doubtful ? { ...candidate, uncertain: true } : candidate);
  }
  return allowed;
}

function verdictOf(rule: CaseRule, look: Look): "yes" | "doubt" | "no" {
  if (rule === "any") return "yes";
  if (rule === "loose") return look.caps && !look.shouted ? "yes" : "doubt";
  if (rule === "capitals") return look.caps ? "yes" : "no";
  if (look.lastLower) return "no";
  if (rule === "doubtful") return "doubt";
  return look.caps && look.shouted ? "doubt" : "yes";
}
