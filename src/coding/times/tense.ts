/**
 * The tense of the clause that a time expression belongs to: from the tree
 * where there is one, from the tags where there is none, from the lexicon's
 * tense words in plain text. Weekdays and bare months hang on it.
 */
import type { Token } from "../../language/types.ts";
import type { Calendar } from "./calendar.ts";
import type { Atom, Tense } from "./types.ts";

/** How far the search for a verb goes, in tokens. */
const REACH = 14;

/** Reads tenses of one sentence. */
export interface TenseReader {
  /** The tense around atoms `[from, to)`. */
  at(from: number, to: number): Tense;
}

/** A reader of tenses for the atoms of a sentence; `tokens` is empty for plain text. */
export function tenseReader(
  atoms: readonly Atom[],
  tokens: readonly Token[],
  calendar: Calendar,
): TenseReader {
  const is = (word: string | undefined, className: string) =>
    word !== undefined &&
    (calendar.words
      .get(word.toLowerCase())
      ?.some((entry) => entry.className === className && entry.atoms.length === 1) ??
      false);
  const tagged = tokens.length > 0 && tokens.some((token) => token.upos !== "X");
  const byIndex = new Map(tokens.map((token, position) => [token.index, position]));
  const parsed = tagged && tokens.some((token) => token.head === -1);
  const groups = new Map<number, Tense>();
  const auxiliaries = new Map<number, number>();
  for (const [position, token] of tokens.entries()) {
    if (token.deprel.startsWith("aux") || token.deprel === "cop") auxiliaries.set(token.head, position);
  }

  const group = (verb: number): Tense => {
    const known = groups.get(verb);
    if (known !== undefined) return known;
    const tense = verbGroup(tokens, verb, is);
    groups.set(verb, tense);
    return tense;
  };

  const byTree = (position: number): Tense => {
    let at = position;
    for (let step = 0; step < REACH; step++) {
      const token = tokens[at]!;
      if (step > 0 && token.xpos !== "VBD" && is(token.form, "TENSEPLANNED")) return "future";
      const auxiliary = auxiliaries.get(token.index);
      if (isVerb(token) || (step > 0 && auxiliary !== undefined)) {
        const tense = group(isVerb(token) ? at : auxiliary!);
        if (tense !== "unknown") return tense;
      }
      const up = byIndex.get(token.head);
      if (up === undefined) break;
      at = up;
    }
    return "unknown";
  };

  const byTags = (first: number, last: number): Tense => {
    const sign = (k: number) => tokens[k]!.upos === "PUNCT" && tokens[k]!.form !== ",";
    const leading = first < 3;
    const back = () => {
      for (let k = first - 1; k >= Math.max(0, first - REACH); k--) {
        if (sign(k)) return "unknown";
        if (tokens[k]!.xpos !== "VBD" && is(tokens[k]!.form, "TENSEPLANNED")) return "future";
        if (isVerb(tokens[k]!)) return group(k);
      }
      return "unknown";
    };
    const forth = () => {
      for (let k = last; k < Math.min(tokens.length, last + REACH); k++) {
        if (sign(k)) return "unknown";
        if (isVerb(tokens[k]!) && !tokens[k]!.xpos.startsWith("VBG")) return group(k);
      }
      return "unknown";
    };
    const one = leading ? forth() : back();
    return one === "unknown" ? (leading ? back() : forth()) : one;
  };

  const byWords = (from: number, to: number): Tense => {
    const look = (start: number, end: number, step: number): Tense => {
      for (let k = start; k !== end; k += step) {
        const word = atoms[k]?.lower;
        if (word === undefined || word === ";") break;
        // A capital inside the text makes it a name: "Theresa May".
        if (k > 0 && atoms[k]!.text !== word) continue;
        if (is(word, "TENSEFUTURE") || is(word, "TENSEPLANNED") || is(word, "TENSESCHEDULED"))
          return "future";
        if (is(word, "TENSEPAST")) return "past";
      }
      return "unknown";
    };
    const before = look(from - 1, Math.max(-1, from - 1 - REACH), -1);
    return before === "unknown" ? look(to, Math.min(atoms.length, to + REACH), 1) : before;
  };

  return {
    at(from, to) {
      if (!tagged) return byWords(from, to);
      const first = byIndex.get(atoms[from]!.token) ?? 0;
      const last = (byIndex.get(atoms[to - 1]!.token) ?? first) + 1;
      const tense = parsed ? byTree(headOf(tokens, first, last, byIndex)) : "unknown";
      return tense === "unknown" ? byTags(first, last) : tense;
    },
  };
}

const isVerb = (token: Token) => token.upos === "VERB" || token.upos === "AUX";

/** The token of `[first, last)` whose head lies outside. */
function headOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  byIndex: ReadonlyMap<number, number>,
): number {
  for (let k = first; k < last; k++) {
    const up = byIndex.get(tokens[k]!.head);
    if (up === undefined || up < first || up >= last) return k;
  }
  return first;
}

/** The tense of the verb at `verb` with the auxiliaries and the infinitive mark before it. */
function verbGroup(
  tokens: readonly Token[],
  verb: number,
  is: (word: string | undefined, className: string) => boolean,
): Tense {
  const token = tokens[verb]!;
  let infinitive = false;
  let governor = "";
  let perfect = token.xpos === "VBN" ? "passive" : "";
  for (let k = verb; k >= Math.max(0, verb - 6); k--) {
    const { xpos, upos, form } = tokens[k]!;
    if (xpos === "MD") return perfect === "have" ? "past" : is(form, "TENSEFUTURE") ? "future" : "present";
    if (is(form, "TENSEPERFECT") && k < verb)
      perfect = perfect === "passive" || token.xpos === "VBN" ? "have" : perfect;
    if (infinitive && (isVerb(tokens[k]!) || upos === "ADJ" || upos === "NOUN") && governor === "") {
      governor = is(form, "TENSEDONEINFINITIVE") ? "done" : "open";
      break;
    }
    if (xpos === "TO" && k < verb) infinitive = true;
    if (upos === "AUX" && xpos === "VBD" && !infinitive) return "past";
    if (k < verb && !infinitive && !["AUX", "ADV", "PART"].includes(upos)) break;
  }
  if (infinitive) return governor === "done" ? "past" : perfect === "have" ? "past" : "future";
  if (perfect === "have" || token.xpos === "VBD") return "past";
  if (is(token.form, "TENSEPLANNED")) return "future";
  if (token.xpos === "VBN") return "past";
  if (token.xpos === "VBZ" || token.xpos === "VBP")
    return is(token.form, "TENSESCHEDULED") ? "future" : "present";
  return "unknown";
}
