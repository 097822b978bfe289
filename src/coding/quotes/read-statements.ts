/**
 * Sentences of one report with its discourse and actors in, its statements out:
 * what is said by whom, to whom, where, on which day, by whose credit.
 *
 * Reads sentences of any depth; without a tree only quotations and the verbs
 * beside them count. The joining of the same words over reports is left to linking.
 */
import type { Day, Span } from "../../base/types.ts";
import type { StatementKnowledge } from "../../knowledge/statement-knowledge.ts";
import type { Discourse, Sentence, Token } from "../../language/types.ts";
import type { Dateline, Section } from "../../reading/types.ts";
import type { ActorReader } from "../actors/types.ts";
import type { Statement, TimeExpression } from "../types.ts";
import { assemble, assembleOrphan } from "./assemble.ts";
import { cueKey } from "./candidates.ts";
import { decide } from "./decide.ts";
import { innerStatements } from "./inner.ts";
import { findOrphans } from "./orphans.ts";
import { isOutlet } from "./resolve-party.ts";
import { isBroken, speakerWords } from "./speaker-words.ts";
import { speechTextOf } from "./speech-text.ts";
import { type StatementCues, statementCues } from "./statement-cues.ts";

/** What one report gives to be read. */
export interface StatementInput {
  readonly text: string;
  readonly sections: readonly Section[];
  /** All sentences of the text, in order; `index` is the position. */
  readonly sentences: readonly Sentence[];
  /** Null where no gazetteer is at hand: speakers are then words alone. */
  readonly discourse: Discourse | null;
  readonly actors: ActorReader | null;
  /** Day of publication; null where unknown. */
  readonly day: Day | null;
  readonly datelines?: readonly Dateline[];
  /** Time expressions of the report, by which a statement is dated. */
  readonly times?: readonly TimeExpression[];
}

export interface StatementReader {
  /** True where a tagged sentence has a word or mark that can bring in a statement, so that it is worth parsing. */
  canHoldStatement(tokens: readonly Token[]): boolean;
  /** The statements of a report, in order of the text. */
  read(input: StatementInput): readonly Statement[];
}

/** A reader of statements. @throws Fault `coding/no-cue` where a list is absent */
export function createStatementReader(knowledge: StatementKnowledge): StatementReader {
  const cues = statementCues(knowledge);
  const quoteMarks = /["“”„«»‘]|''|``/;
  const { credits, lemmas } = cues.words;
  return {
    canHoldStatement: (tokens) =>
      tokens.some(
        ({ form, lemma, upos }) =>
          lemmas.has(cueKey(lemma, upos)) || quoteMarks.test(form) || credits.has(form.toLowerCase()),
      ),
    read: (input) => read(input, cues),
  };
}

/** The statements of a report, in order of the text; for one report only. See `createStatementReader`. */
export function readStatements(input: StatementInput, knowledge: StatementKnowledge): readonly Statement[] {
  return createStatementReader(knowledge).read(input);
}

function read(input: StatementInput, cues: StatementCues): readonly Statement[] {
  const speech = speechTextOf(input.text, input.sentences, cues.words);
  const wordsOf = (sentence: number, token: number, content: Span, way: string) =>
    speakerWords(speech.sentences[sentence]!, token, content, isBroken(way), cues);
  const decided = decide(speech, cues.words, cues.weights, cues.settings, ({ sentence, token }, choice) => {
    const words = wordsOf(sentence, token, choice, choice.way);
    return words !== null && isOutlet(sentence, words.standsFor, input.actors);
  });
  const decisions = decided.filter(
    ({ content }) => sectionAt(input.sections, content.start) !== "boilerplate",
  );
  const statements = decisions.map((decision) => assemble(decision, speech, input, cues));
  const orphans = findOrphans(speech, decisions)
    .filter(({ quotation }) => sectionAt(input.sections, quotation.start) !== "boilerplate")
    .map((orphan) =>
      assembleOrphan(orphan, orphan.after < 0 ? null : statements[orphan.after]!, speech, input),
    );
  const outer = [...statements, ...orphans].sort(inOrder);
  return [...outer, ...innerStatements(speech, outer, input, cues)].sort(inOrder);
}

function inOrder(one: Statement, two: Statement): number {
  return one.content.start - two.content.start || one.level - two.level;
}

function sectionAt(sections: readonly Section[], offset: number): string {
  return sections.find((section) => section.start <= offset && offset < section.end)?.kind ?? "body";
}
