/**
 * A decision in, the statement out: kind, pieces, speaker, circumstances, stance.
 */
import type { Day, Span } from "../../base/types.ts";
import type { Token } from "../../language/types.ts";
import type { SectionKind } from "../../reading/types.ts";
import type { Statement, StatementParty } from "../types.ts";
import { aboutOf } from "./about-of.ts";
import { circumstancesOf } from "./circumstances.ts";
import { clauseCore } from "./clause-core.ts";
import { kindOf } from "./kind-of.ts";
import { type Quotation, quotationsIn } from "./marks.ts";
import type { Orphan } from "./orphans.ts";
import type { StatementInput } from "./read-statements.ts";
import { isOutlet, resolveEach, resolveParty } from "./resolve-party.ts";
import { isBroken, speakerWords } from "./speaker-words.ts";
import { stanceOf } from "./stance-of.ts";
import type { StatementCues } from "./statement-cues.ts";
import type { Decision, SpeechSentence, SpeechText } from "./types.ts";

/** How sure a quotation is that no cue brings in. */
const ORPHAN_SURE = 0.5;

/** The statement that was decided. @param level 1 for what stands inside another's words */
export function assemble(
  decision: Decision,
  speech: SpeechText,
  input: StatementInput,
  cues: StatementCues,
  level: 0 | 1 = 0,
): Statement {
  const { text, actors } = input;
  const sentence = speech.sentences[decision.sentence]!;
  const token = sentence.tree.tokens[decision.token]!;
  const words = speakerWords(sentence, decision.token, decision.content, isBroken(decision.way), cues);
  const party = words === null ? null : resolveParty(text, decision.sentence, words.standsFor, words, actors);
  const speakers =
    party === null
      ? []
      : resolveEach(text, decision.sentence, words!.standsFor, sentence.tree, party, actors);
  const quoted = quotationsIn(speech.quotations, decision.content);
  const section = sectionAt(input, token.start);
  const parts = isBroken(decision.way)
    ? partsAround(decision.content, quoted, sentence, decision.token)
    : [decision.content];
  const where = circumstancesOf(text, sentence, decision.token, parts, actors, input.times ?? [], cues);
  const outlet = words !== null && isOutlet(decision.sentence, words.standsFor, actors) ? party : null;
  return {
    ...bodyOf(speech, decision.content, quoted, section),
    parts,
    speaker: party,
    speakers,
    cue: { start: token.start, end: token.end, text: text.slice(token.start, token.end) },
    addressee: where.addressee,
    place: where.place,
    outlet: outlet ?? creditAround(decision, speech, input, cues),
    date: where.day ?? dayAt(input, token.start),
    stance: stanceOf(text, sentence, decision.token, decision.content, cues),
    about: aboutOf(text, decision.content, input.discourse, actors),
    level,
    sentence: decision.sentence,
    section,
    rule: `quotes/${decision.way}`,
    confidence: decision.confidence,
  };
}

/** The statement of a quotation without a cue. @param last the statement whose speaker goes on; null for nobody */
export function assembleOrphan(
  orphan: Orphan,
  last: Statement | null,
  speech: SpeechText,
  input: StatementInput,
): Statement {
  const { start, end } = orphan.quotation;
  const content = { start, end };
  const section = sectionAt(input, start);
  return {
    ...bodyOf(speech, content, quotationsIn(speech.quotations, content), section),
    parts: [content],
    speaker: last?.speaker ?? null,
    speakers: last?.speakers ?? [],
    cue: null,
    addressee: last?.addressee ?? null,
    place: last?.place ?? null,
    outlet: last?.outlet ?? null,
    date: last?.date ?? dayAt(input, start),
    stance: null,
    about: aboutOf(input.text, content, input.discourse, input.actors),
    level: 0,
    sentence: orphan.sentence,
    section,
    rule: "quotes/orphan",
    confidence: ORPHAN_SURE,
  };
}

function bodyOf(
  { text, doubled }: SpeechText,
  { start, end }: Span,
  quoted: readonly Quotation[],
  section: SectionKind,
): Pick<Statement, "kind" | "content" | "quoted"> {
  return {
    kind: kindOf({ start, end }, quoted, section, doubled),
    content: { start, end, text: text.slice(start, end) },
    quoted: quoted.map((one) => ({ start: one.start, end: one.end })),
  };
}

/** The pieces before and after the cue: up to the quotations nearest to it or, without them, to its own words. */
function partsAround(
  content: Span,
  quoted: readonly Span[],
  sentence: SpeechSentence,
  cue: number,
): readonly Span[] {
  const { tokens } = sentence.tree;
  const { first, last } = clauseCore(sentence, cue);
  const words = (token: Token) => token.upos !== "PUNCT" || sentence.quotation[token.index]! >= 0;
  const end =
    quoted.findLast((span) => span.end <= tokens[cue]!.start)?.end ??
    tokens.slice(0, first).findLast(words)?.end;
  const start =
    quoted.find((span) => span.start >= tokens[cue]!.end)?.start ?? tokens.slice(last + 1).find(words)?.start;
  if (end === undefined || start === undefined || end <= content.start || start >= content.end)
    return [content];
  return [
    { start: content.start, end },
    { start, end: content.end },
  ];
}

/** The outlet whose report of the whole sentence was set aside for the speaker inside it. */
function creditAround(
  decision: Decision,
  speech: SpeechText,
  { text, actors }: StatementInput,
  cues: StatementCues,
): StatementParty | null {
  if (actors === null) return null;
  const sentence = speech.sentences[decision.sentence]!;
  const { tree } = sentence;
  for (const token of tree.tokens) {
    if (token.index === decision.token || sentence.quotation[token.index]! >= 0) continue;
    const credits = cues.credits.has(tree.lower[token.index]!);
    if (!credits && token.upos !== "VERB") continue;
    const words = speakerWords(sentence, token.index, decision.content, false, cues);
    if (
      words !== null &&
      words.start >= decision.content.end &&
      isOutlet(decision.sentence, words.head, actors)
    )
      return resolveParty(text, decision.sentence, words.head, words, actors);
  }
  return null;
}

function dayAt(input: StatementInput, offset: number): Day | null {
  const dateline = input.datelines?.find(
    ({ day, scope }) => day !== null && scope.start <= offset && offset < scope.end,
  );
  return dateline?.day ?? input.day;
}

function sectionAt({ sections }: StatementInput, offset: number): SectionKind {
  return sections.find((section) => section.start <= offset && offset < section.end)?.kind ?? "body";
}
