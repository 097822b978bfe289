/**
 * Statements of a report in, those inside their words out: what a quotation quotes
 * by other marks, and a quotation in another's reported words ("A said that B had
 * called it “dead”"), each with its own speaker. "I" and "we" in a quotation are
 * who says it.
 */
import type { Span } from "../../base/types.ts";
import type { Statement, StatementParty } from "../types.ts";
import { assemble } from "./assemble.ts";
import { type Option, optionsIn } from "./decide.ts";
import { innerQuotations, type Quotation, quotationsIn } from "./marks.ts";
import type { StatementInput } from "./read-statements.ts";
import { withQuotations } from "./speech-text.ts";
import type { StatementCues } from "./statement-cues.ts";
import { Taken } from "./taken.ts";
import type { SpeechText } from "./types.ts";

/** Words beside a quotation inside another's words speak at these probabilities: the marks say that somebody does. */
const LOWER = { threshold: 0.3, quotedThreshold: 0.02 };

/** The statements inside the words of others. @param outer statements of the report, in order of the text */
export function innerStatements(
  speech: SpeechText,
  outer: readonly Statement[],
  input: StatementInput,
  cues: StatementCues,
): readonly Statement[] {
  const quoted = innerQuotations(speech.text, speech.quotations);
  const inner = quoted.length === 0 ? [] : read(withQuotations(speech, quoted), quoted, outer, input, cues);
  const told = read(
    speech,
    speech.quotations,
    outer.filter(({ kind }) => kind !== "direct"),
    input,
    cues,
  );
  const taken = new Taken();
  for (const { content } of inner) taken.add(content);
  return [...inner, ...told.filter(({ content }) => !taken.overlaps(content))];
}

/** For each quotation inside an outer statement the surest cue that stands there, too, and speaks for another. */
function read(
  speech: SpeechText,
  quotations: readonly Quotation[],
  outer: readonly Statement[],
  input: StatementInput,
  cues: StatementCues,
): Statement[] {
  const found: Statement[] = [];
  const taken = new Taken();
  for (const around of outer) {
    for (const quotation of quotationsIn(quotations, around.content)) {
      if (quotation.start === around.content.start && quotation.end === around.content.end) continue;
      const index = sentenceAt(speech, quotation.start);
      const options = optionsIn(speech, index, cues.words, cues.weights, { ...cues.settings, ...LOWER });
      const { tree } = speech.sentences[index]!;
      const best = options.find(
        ({ site, cue }) =>
          cues.innerVerbs.has(tree.tokens[site.token]!.lemma.toLowerCase()) &&
          isInside(around, cue) &&
          !contains(quotation, cue) &&
          !isCue(around, cue),
      );
      const choice = best?.choices.find((one) => contains(one, quotation) && contains(around.content, one));
      if (best === undefined || choice === undefined || taken.overlaps(choice)) continue;
      const statement = statementOf(best, choice, speech, around, input, cues);
      if (statement === null) continue;
      found.push(statement);
      taken.add(statement.content);
    }
  }
  return found;
}

function statementOf(
  { site, confidence }: Option,
  { start, end, way }: Span & { readonly way: string },
  speech: SpeechText,
  around: Statement,
  input: StatementInput,
  cues: StatementCues,
): Statement | null {
  const decision = { sentence: site.sentence, token: site.token, content: { start, end }, way, confidence };
  const own = assemble(decision, speech, input, cues, 1);
  const speaker = own.speaker;
  if (speaker === null) return null;
  const isSelf = cues.firstPersons.has(speaker.entityText.toLowerCase());
  // "I heard him say": who says it is not who hears it.
  if (isSelf && speech.sentences[site.sentence]!.tree.tokens[site.token]!.xpos === "VB") return null;
  if (isSelf)
    return around.speaker === null ? null : { ...own, speaker: around.speaker, speakers: around.speakers };
  return isSame(speaker, around.speaker) ? null : own;
}

/** The same person or office speaks on: no other's words. */
function isSame(one: StatementParty, two: StatementParty | null): boolean {
  if (two === null) return false;
  return one.id !== null ? one.id === two.id : one.entityText === two.entityText;
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
const isInside = ({ content }: Statement, cue: Span) => contains(content, cue);
const isCue = ({ cue }: Statement, other: Span) => cue !== null && cue.start === other.start;

function sentenceAt({ sentences }: SpeechText, offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.tree.sentence.start <= offset) low = middle;
    else high = middle;
  }
  return low;
}
