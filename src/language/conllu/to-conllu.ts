/**
 * Sentences in, CoNLL-U out (universaldependencies.org/format): `# text`, a
 * range line for each contraction, SpaceAfter=No where no space follows.
 */
import type { Sentence, Token } from "../types.ts";

const NO_SPACE = "SpaceAfter=No";

function line(token: Token, misc: string): string {
  const root = token.head === -1;
  const head = token.head === -2 ? "_" : String(token.head + 1);
  const columns = [token.index + 1, token.form, token.lemma || "_", token.upos, token.xpos || "_", "_"];
  return [...columns, head, root ? "root" : token.deprel || "_", "_", misc].join("\t");
}

function sentenceLines(sentence: Sentence, text: string): string[] {
  const { tokens } = sentence;
  const lines: string[] = [`# sent_id = ${sentence.index + 1}`];
  const written = text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
  lines.push(`# text = ${written}`);
  if (sentence.cut !== undefined) lines.push(`# cut = ${sentence.cut}`);
  let rangeEnd = -1;
  for (const token of tokens) {
    const last = token.contractionEnd ?? token.index;
    const end = (tokens[last] as Token).end;
    const glued = last + 1 < tokens.length && (tokens[last + 1] as Token).start === end;
    if (last > token.index) {
      const form = text.slice(token.start, end);
      lines.push([`${token.index + 1}-${last + 1}`, form, ..."_______", glued ? NO_SPACE : "_"].join("\t"));
      rangeEnd = last;
    }
    const next = tokens[token.index + 1];
    const misc = token.index > rangeEnd && next !== undefined && next.start === token.end ? NO_SPACE : "_";
    lines.push(line(token, misc));
  }
  return lines;
}

/** CoNLL-U of the sentences, read from `text`; empty for no sentences.
 * @param text the text that the offsets of the sentences count in */
export function toConllu(sentences: readonly Sentence[], text: string): string {
  return sentences
    .map((sentence, i) => {
      const opens = i === 0 || sentences[i - 1]?.paragraph !== sentence.paragraph;
      return `${opens ? "# newpar\n" : ""}${sentenceLines(sentence, text).join("\n")}\n\n`;
    })
    .join("");
}
