/**
 * CoNLL-U in, sentences with their words out: tokens and sentence ends are kept
 * as given, offsets count in the text that the words make. Tags and trees of
 * the input are left aside.
 */
import { type Outcome, ok, refuse } from "../../base/outcome.ts";
import { BAD_CONLLU } from "../faults.ts";
import { bareToken } from "../make-token.ts";
import type { Sentence, Token } from "../types.ts";

/** Sentences given as CoNLL-U and the text that their words make. */
export interface TokenizedText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

interface Builder {
  text: string;
  sentences: Sentence[];
  tokens: Token[];
  paragraph: number;
  /** Range in progress: last word number, offset of its form, form. */
  range: { last: number; start: number; form: string; at: number; first: number } | null;
  space: boolean;
}

function finish(builder: Builder): void {
  const { tokens } = builder;
  if (tokens.length === 0) return;
  builder.sentences.push({
    start: (tokens[0] as Token).start,
    end: (tokens.at(-1) as Token).end,
    index: builder.sentences.length,
    paragraph: Math.max(0, builder.paragraph),
    tokens,
    depth: "words",
  });
  builder.tokens = [];
  builder.range = null;
  builder.space = true;
}

function startOf(builder: Builder, form: string): number {
  if (builder.text !== "" && builder.space) builder.text += " ";
  const start = builder.text.length;
  builder.text += form;
  return start;
}

/** Offsets of a word inside the range: its own letters where they stand there, else the rest. */
function wordInRange(builder: Builder, form: string, number: number): { start: number; end: number } {
  const range = builder.range!;
  const limit = range.start + range.form.length;
  const fits = builder.text.startsWith(form, range.at);
  const end = number === range.last ? limit : fits ? Math.min(limit, range.at + form.length) : range.at;
  const span = { start: range.at, end };
  range.at = end;
  return span;
}

/** Sentences as the CoNLL-U gives them, with depth "words"; a refusal names the first line that cannot be read. */
export function readConllu(content: string): Outcome<TokenizedText> {
  const builder: Builder = { text: "", sentences: [], tokens: [], paragraph: -1, range: null, space: true };
  const lines = content.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const line = (lines[n] as string).replace(/\r$/, "");
    if (line.trim() === "") finish(builder);
    else if (line.startsWith("#")) {
      if (/^# new(par|doc)\b/.test(line)) builder.paragraph++;
    } else {
      const columns = line.split("\t");
      const number = columns[0] as string;
      const form = columns[1];
      if (form === undefined || form === "" || !/^\d+([-.]\d+)?$/.test(number)) {
        return refuse(
          BAD_CONLLU,
          `Line ${n + 1} is no line of CoNLL-U.`,
          "Give tab-separated columns: number, form.",
        );
      }
      if (number.includes(".")) continue;
      const glued = (columns[9] ?? "").includes("SpaceAfter=No");
      if (number.includes("-")) {
        const last = Number(number.split("-")[1]);
        const start = startOf(builder, form);
        builder.range = { last, start, form, at: start, first: builder.tokens.length };
        builder.space = !glued;
        continue;
      }
      const index = builder.tokens.length;
      const inRange = builder.range !== null && Number(number) <= builder.range.last;
      let span: { start: number; end: number };
      if (inRange) span = wordInRange(builder, form, Number(number));
      else {
        const start = startOf(builder, form);
        span = { start, end: start + form.length };
        builder.space = !glued;
      }
      const first = inRange && builder.range!.first === index;
      const size = first ? builder.range!.last - Number(number) : 0;
      builder.tokens.push(bareToken(span, index, form, size > 0 ? index + size : undefined));
    }
  }
  finish(builder);
  return ok({ text: builder.text, sentences: builder.sentences });
}
