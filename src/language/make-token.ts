/**
 * The one place where words are made. All have the same fields in the same
 * order, those that stand for nothing too, so that whatever reads words meets
 * one kind of object and its compiled code stays good.
 */
import type { Span } from "../base/types.ts";
import type { Token } from "./types.ts";

/** A word without tags and tree.
 * @param contractionEnd index of the last word of the contraction that it begins */
export function bareToken({ start, end }: Span, index: number, form: string, contractionEnd?: number): Token {
  return makeToken(start, end, index, form, "", "X", "", -2, "", contractionEnd);
}

/** The word with these tags and this lemma. */
export function taggedToken(word: Token, lemma: string, upos: Token["upos"], xpos: string): Token {
  const { start, end, index, form, head, deprel, contractionEnd } = word;
  return makeToken(start, end, index, form, lemma, upos, xpos, head, deprel, contractionEnd);
}

/** The word with this place in the tree. */
export function attachedToken(word: Token, head: number, deprel: string): Token {
  const { start, end, index, form, lemma, upos, xpos, contractionEnd } = word;
  return makeToken(start, end, index, form, lemma, upos, xpos, head, deprel, contractionEnd);
}

function makeToken(
  start: number,
  end: number,
  index: number,
  form: string,
  lemma: string,
  upos: Token["upos"],
  xpos: string,
  head: number,
  deprel: string,
  contractionEnd: number | undefined,
): Token {
  return { start, end, index, form, lemma, upos, xpos, head, deprel, contractionEnd };
}
