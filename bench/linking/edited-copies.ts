/**
 * Own texts in, pairs of an earlier and a later report with known copied
 * passages out: eight kinds of edit at three strengths. What is copied stands
 * among sentences of a third report that has nothing to do with either.
 */
import type { Span } from "../../src/base/types.ts";
import type { OwnText } from "./own-texts.ts";
import { type Chance, chanceOf } from "./random.ts";
import { NAMES, WORDS } from "./synonyms.ts";

export const EDITS = [
  "verbatim",
  "cut",
  "reordered",
  "names",
  "quotes",
  "inserted",
  "words",
  "joined",
  "framed",
] as const;
export type Edit = (typeof EDITS)[number];

export interface TruePassage {
  readonly earlier: Span;
  readonly later: Span;
}

export interface CopyCase {
  readonly edit: Edit;
  readonly strength: number;
  readonly earlier: string;
  readonly later: string;
  readonly passages: readonly TruePassage[];
}

/** A sentence of the later report, with where it comes from. */
interface Piece {
  readonly text: string;
  /** First and last sentence of the earlier report; null for own text. */
  readonly from: readonly [number, number] | null;
  /** Share of the source's sentence that was kept, counted from its beginning. */
  readonly kept: number;
}

/** All cases: every text against its two successors as hosts. */
export function copyCases(texts: readonly OwnText[], seed = 7): CopyCase[] {
  const chance = chanceOf(seed);
  const cases: CopyCase[] = [];
  for (const edit of EDITS) {
    for (const strength of edit === "verbatim" ? [1] : [1, 2, 3]) {
      for (const [number, source] of texts.entries()) {
        const host = hostOf(texts, number, seed);
        cases.push(makeCase(edit, strength, source, host, chance));
      }
    }
  }
  return cases;
}

/** A text that shares no long run of words with the source. */
function hostOf(texts: readonly OwnText[], number: number, seed: number): OwnText {
  const runs = (text: OwnText) =>
    text.paragraphs.flat().flatMap((sentence) => {
      const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(" "));
    });
  const own = new Set(runs(texts[number]!));
  for (let step = 1 + (seed % texts.length); ; step++) {
    const host = texts[(number + step) % texts.length]!;
    if (host !== texts[number] && !runs(host).some((run) => own.has(run))) return host;
  }
}

function makeCase(edit: Edit, strength: number, source: OwnText, host: OwnText, chance: Chance): CopyCase {
  const sentences = source.paragraphs.flat();
  const earlier = joinSpans(sentences);
  const own = host.paragraphs.flat().map((text): Piece => ({ text, from: null, kept: 1 }));
  const first = chance.below(Math.max(1, sentences.length - 5));
  const copied = sentences
    .slice(first, first + 6)
    .map((text, at): Piece => ({ text, from: [first + at, first + at], kept: 1 }));
  const edited = EDITORS[edit](copied, strength, chance, own);
  const pieces = [...own.slice(0, 2), ...edited, ...own.slice(-2)];
  const later = joinSpans(pieces.map(({ text }) => text));
  return {
    edit,
    strength,
    earlier: earlier.text,
    later: later.text,
    passages: passagesOf(pieces, earlier.spans, later.spans),
  };
}

function joinSpans(sentences: readonly string[]): { text: string; spans: Span[] } {
  let text = "";
  const spans = sentences.map((sentence) => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += sentence;
    return { start, end: text.length };
  });
  return { text, spans };
}

/** Neighbours in both reports make one passage. */
function passagesOf(pieces: readonly Piece[], from: readonly Span[], to: readonly Span[]): TruePassage[] {
  const passages: { earlier: Span; later: Span }[] = [];
  let last: Piece | null = null;
  for (const [number, piece] of pieces.entries()) {
    if (piece.from !== null) {
      const source = { start: from[piece.from[0]]!.start, end: from[piece.from[1]]!.end };
      const earlier = { start: source.start, end: source.start + (source.end - source.start) * piece.kept };
      const later = to[number]!;
      const known = passages.at(-1);
      if (last?.from != null && known !== undefined && piece.from[0] === last.from[1] + 1) {
        known.earlier = { start: known.earlier.start, end: earlier.end };
        known.later = { start: known.later.start, end: later.end };
      } else if (
        last?.from != null &&
        known !== undefined &&
        piece.from[0] === last.from[1] &&
        piece.kept === 1
      ) {
        known.later = { start: known.later.start, end: later.end };
      } else passages.push({ earlier, later });
    }
    last = piece;
  }
  return passages;
}

type Editor = (pieces: Piece[], strength: number, chance: Chance, own: readonly Piece[]) => Piece[];

const EDITORS: Readonly<Record<Edit, Editor>> = {
  verbatim: (pieces) => pieces,
  cut: (pieces, strength, chance) =>
    pieces.flatMap((piece) => {
      if (chance.next() < 0.12 * strength) return [];
      const words = piece.text.split(" ");
      const kept = Math.max(7, Math.ceil(words.length * (1 - 0.13 * strength)));
      if (kept >= words.length) return [piece];
      const text = `${words
        .slice(0, kept)
        .join(" ")
        .replace(/[,;:]$/, "")}.`;
      return [{ ...piece, text, kept: Math.min(1, text.length / piece.text.length) }];
    }),
  reordered: (pieces, strength, chance) => {
    if (strength === 1) {
      const at = chance.below(Math.max(1, pieces.length - 1));
      return [...pieces.slice(0, at), ...pieces.slice(at, at + 2).reverse(), ...pieces.slice(at + 2)];
    }
    const shuffled = chance.shuffled(pieces);
    if (strength === 2) return shuffled;
    return shuffled.map((piece) => ({ ...piece, text: swapClauses(piece.text) }));
  },
  names: (pieces, strength, chance) =>
    pieces.map((piece) => ({ ...piece, text: swapNames(piece.text, strength / 3, chance) })),
  quotes: (pieces, strength, chance) =>
    pieces.map((piece) => ({ ...piece, text: rewordOutsideQuotes(piece.text, strength, chance) })),
  inserted: (pieces, strength, chance, own) =>
    pieces.flatMap((piece, at) =>
      at > 0 && at % (4 - strength) === 0
        ? [chance.pick(own.slice(2, -2).concat(own.slice(0, 1))), piece]
        : [piece],
    ),
  words: (pieces, strength, chance) =>
    pieces.map((piece) => ({ ...piece, text: swapWords(piece.text, 0.34 * strength, chance) })),
  joined: (pieces, strength, chance) => joinPieces(pieces, strength, chance),
  framed: (pieces, strength, chance) =>
    pieces.map((piece) => ({ ...piece, text: frame(piece.text, strength, chance) })),
};

function swapClauses(text: string): string {
  const comma = text.indexOf(", ");
  if (comma < 10 || comma > text.length - 12 || text.includes('"')) return text;
  const tail = text.slice(comma + 2).replace(/\.$/, "");
  return `${tail.charAt(0).toUpperCase()}${tail.slice(1)}, ${text.slice(0, comma)}.`;
}

function swapNames(text: string, share: number, chance: Chance): string {
  let result = text;
  for (const forms of NAMES) {
    const form = forms.find((each) => result.includes(each));
    if (form === undefined || chance.next() > share) continue;
    const other = chance.pick(
      forms.filter((each) => each !== form && !form.includes(each) && !each.includes(form)),
    );
    if (other !== undefined) result = result.replaceAll(form, other);
  }
  return result;
}

function swapWords(text: string, share: number, chance: Chance): string {
  return text.replace(/[a-z]+/g, (word) => {
    const others = WORDS[word];
    return others !== undefined && chance.next() < share ? chance.pick(others) : word;
  });
}

function rewordOutsideQuotes(text: string, strength: number, chance: Chance): string {
  return text
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') ? part : swapWords(part, 0.34 * strength, chance)))
    .join("");
}

function joinPieces(pieces: readonly Piece[], strength: number, chance: Chance): Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    if (next !== undefined && chance.next() < 0.3 * strength) {
      const link = chance.pick([", and ", ", while ", "; "]);
      const tail = /^[A-Z][a-z]+ [a-z]/.test(next.text) ? next.text : next.text;
      joined.push({
        text: `${piece.text.replace(/\.$/, "")}${link}${tail}`,
        from: [piece.from![0], next.from![1]],
        kept: 1,
      });
      at++;
    } else joined.push(piece);
  }
  return joined;
}

const OPENERS = ["On Monday, ", "Earlier, ", "Meanwhile, ", "According to reports, ", "In a further step, "];
const CLOSERS = [
  ", Reuters reported",
  ", according to officials",
  ", the agency said",
  ", it emerged this week",
];

function frame(text: string, strength: number, chance: Chance): string {
  let result = text;
  if (chance.next() < strength / 3) result = `${chance.pick(OPENERS)}${result}`;
  if (chance.next() < strength / 3) result = `${result.replace(/\.$/, "")}${chance.pick(CLOSERS)}.`;
  return strength === 3 ? result.replace(/\bsaid\b/, "says").replace(/\bwould\b/, "will") : result;
}
