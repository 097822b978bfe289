/**
 * Parsed sentences for tests, written on a line each: "form|UPOS|XPOS|head|relation|lemma" parted by blanks, a
 * "+" before what stands without a space, the lemma left out where it is the form in lower case.
 */
import type { Sentence, Token, Upos } from "../../types.ts";

export interface Fixture {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** The text and the sentences of these lines. */
export function parsed(...lines: readonly string[]): Fixture {
  let text = "";
  const sentences = lines.map((line, index): Sentence => {
    if (index > 0) text += " ";
    const start = text.length;
    const tokens = line.split(" ").map((word, at): Token => {
      const glued = word.startsWith("+") && word.length > 1;
      const [form, upos, xpos, head, deprel, lemma] = (glued ? word.slice(1) : word).split("|") as string[];
      if (!glued && at > 0) text += " ";
      const from = text.length;
      text += form!;
      return {
        start: from,
        end: text.length,
        index: at,
        form: form!,
        lemma: lemma ?? form!.toLowerCase(),
        upos: upos as Upos,
        xpos: xpos!,
        head: Number(head),
        deprel: deprel!,
      };
    });
    return { start, end: text.length, index, paragraph: 0, tokens, depth: "parsed" };
  });
  return { text, sentences };
}
