/**
 * The place-and-agency line before a sentence ("KABUL (Pajhwok) --", "Lima, Aug 8 (Agency)"), cut off.
 *
 * In: a sentence of words. Out: the sentence from its first own word on. Such a
 * line is no part of the clause, and parsers take its place name for the subject.
 */
import type { Sentence } from "../../language/types.ts";

const LONGEST = 16;

/** The sentence without the dateline before it; the same sentence where there is none. */
export function withoutDateline(sentence: Sentence): Sentence {
  const end = datelineEnd(sentence);
  if (end === 0 || end + 3 > sentence.tokens.length) return sentence;
  const tokens = sentence.tokens.slice(end).map((token, index) => ({
    ...token,
    index,
    ...(token.contractionEnd === undefined ? {} : { contractionEnd: token.contractionEnd - end }),
  }));
  return { ...sentence, start: tokens[0]!.start, tokens };
}

/** Number of tokens that the dateline takes, its dash or colon included; 0 where there is none. */
function datelineEnd(sentence: Sentence): number {
  const { tokens } = sentence;
  let capitals = 0;
  let dated = false;
  for (let at = 0; at < Math.min(tokens.length, LONGEST); at++) {
    const { form } = tokens[at]!;
    if (isDash(form) && isGlued(sentence, at)) return 0;
    if (isDash(form)) return at > 0 && isCapital(tokens[at + 1]?.form) ? at + 1 : 0;
    if (form === ":" || form === "/") return capitals > 0 ? at + 1 : 0;
    if (form === ")" && tokens[0]!.form === "(") return isDash(tokens[at + 1]?.form ?? "") ? at + 2 : at + 1;
    const next = tokens[at + 1]?.form ?? "";
    if (form === ")" && dated && !isDash(next)) return isCapital(next) ? at + 1 : 0;
    if (form === "(") dated = tokens.slice(0, at).some((token) => /^[0-9]/.test(token.form));
    const upper = isCapital(form);
    if (upper && form.length > 1 && form === form.toUpperCase()) capitals++;
    if (!upper && !/^[0-9.,:()]+$/.test(form)) return 0;
  }
  return 0;
}

/** True for a hyphen inside a word ("Gaza-based"). */
function isGlued({ tokens }: Sentence, at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]!.start && tokens[at + 1]?.start === tokens[at]!.end;
}

function isCapital(form: string | undefined): boolean {
  const first = form?.charAt(0) ?? "";
  return first !== first.toLowerCase();
}

function isDash(form: string): boolean {
  return form === "--" || form === "-" || form === "–" || form === "—";
}
