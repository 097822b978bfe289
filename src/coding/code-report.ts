/**
 * A report's text to its mentions, statements, clues of ledgers and times.
 *
 * In: text, sections, datelines, day, the language and the tools. Out: the coded
 * report with its parsed sentences. Sentences without a word that can carry an
 * event or a statement are tagged, not parsed. Who an actor is:
 * src/coding/actors; when it was: src/coding/times; who said it: src/coding/quotes.
 */
import type { Day } from "../base/types.ts";
import type { Ontology } from "../knowledge/ontology-types.ts";
import type { Discourse, Language, Sentence } from "../language/types.ts";
import type { Dateline, Section, SectionKind } from "../reading/types.ts";
import type { LedgerReader } from "./ledgers/index.ts";
import { codeSentence } from "./mentions/code-sentence.ts";
import { completeMention } from "./mentions/complete.ts";
import type { Tools } from "./mentions/drafts.ts";
import type { CompiledCue } from "./mentions/mode-cues.ts";
import type { QuantityTools } from "./mentions/quantities.ts";
import { type OpenedActors, partyReader } from "./parties/party-reader.ts";
import type { StatementReader } from "./quotes/index.ts";
import { type Calendar, readAllTimes } from "./times/index.ts";
import { withoutDateline } from "./tree/dateline.ts";
import { parseSentence } from "./tree/parse-sentence.ts";
import { treeOf } from "./tree/tree.ts";
import type { CodedReport, Mention, SetAside, TimeExpression } from "./types.ts";

/** What a report must give to be coded. */
export interface ReportInput {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly datelines: readonly Dateline[];
  /** Publication day; null where none is known. */
  readonly day: Day | null;
}

export interface ReportTools extends Tools {
  readonly ontology: Ontology;
  readonly calendar: Calendar | null;
  readonly quantityTools: QuantityTools;
  readonly modeCues: readonly CompiledCue[];
  /** True when one of the words can carry an event. */
  canHoldEvent(words: readonly string[]): boolean;
  /** Null: no statements are read. */
  readonly statements: StatementReader | null;
  /** Null: no clues of ledgers are read. */
  readonly ledgers: LedgerReader | null;
}

/** Reads entities and actors of a report's sentences; null where the caller has no gazetteer. */
export type OpenActors = (sentences: readonly Sentence[], day: Day | null) => OpenedActors | null;

export interface CodedText extends CodedReport {
  /** All sentences, parsed where they can hold an event or a statement. */
  readonly sentences: readonly Sentence[];
  readonly discourse: Discourse | null;
}

/**
 * A text with so many pieces that end where no sentence ends is no prose (a
 * table, a list without stops): its cut pieces are tagged, not parsed.
 */
const MOST_CUT = 20;

/** The mentions, statements, times and sentences of a report. */
export function codeReport(
  report: ReportInput,
  language: Language,
  openActors: OpenActors,
  tools: ReportTools,
): CodedText {
  let skippedSentences = 0;
  const split = language.split(report.text);
  const isNoProse = split.filter(({ cut }) => cut !== undefined).length >= MOST_CUT;
  // All are tagged before any is parsed: the models of both do not fit in the processor's cache together.
  const tagged = split.map((whole) => language.tag(withoutDateline(whole)));
  const sentences = tagged.map((sentence) => {
    const isLookedAt = !isNoProse || sentence.cut === undefined;
    if (isLookedAt && isWorthParsing(sentence, tools)) return parseSentence(language, sentence, tools);
    skippedSentences++;
    return sentence;
  });
  return codeSentences(report, sentences, skippedSentences, openActors, tools);
}

/** True where the words can carry an event, a clue of a ledger or a statement. */
function isWorthParsing({ tokens }: Sentence, tools: ReportTools): boolean {
  const words = tokens.map((token) => token.form.toLowerCase());
  return (
    tools.canHoldEvent(words) ||
    tools.ledgers?.canHoldClue(words) === true ||
    tools.statements?.canHoldStatement(tokens) === true
  );
}

/** The same for sentences that are parsed already. */
export function codeSentences(
  report: ReportInput,
  sentences: readonly Sentence[],
  skippedSentences: number,
  openActors: OpenActors,
  tools: ReportTools,
): CodedText {
  const opened = openActors(sentences, report.day);
  const anchorOf = (sentence: Sentence) => {
    const dateline = report.datelines.find(
      (one) => one.day !== null && one.scope.start <= sentence.start && sentence.start < one.scope.end,
    );
    return dateline === undefined
      ? { day: report.day, kind: "published" as const }
      : { day: dateline.day, kind: "dateline" as const };
  };
  const times =
    tools.calendar === null ? sentences.map(() => []) : readAllTimes(sentences, anchorOf, tools.calendar);
  const mentions: Mention[] = [];
  const setAside: SetAside[] = [];
  for (const sentence of sentences) {
    if (sentence.depth !== "parsed") continue;
    const section = sectionAt(report.sections, sentence.start);
    if (section === "boilerplate") continue;
    const tree = treeOf(sentence);
    const parties = partyReader(tree, opened, report.text, tools.cues.timeNouns);
    const coded = codeSentence(tree, parties, tools);
    const anchor = anchorOf(sentence);
    const around = {
      text: report.text,
      section,
      anchor: anchor.day,
      anchorKind: anchor.kind,
      times: times[sentence.index] as readonly TimeExpression[],
      ontology: tools.ontology,
      quantityTools: tools.quantityTools,
      modeCues: tools.modeCues,
    };
    for (const chosen of coded.chosen) mentions.push(completeMention(tree, chosen, parties, tools, around));
    for (const { draft } of coded.chosen) {
      const { best, losers } = draft.reading;
      const { start, end } = sentence.tokens[best.trigger]!;
      const winner = best.indexed.compiled.rule.id;
      for (const { rule } of losers) {
        setAside.push({
          sentence: sentence.index,
          rule: rule.id,
          trigger: { start, end },
          reason: "coding/outscored",
          winner,
        });
      }
    }
    for (const aside of coded.setAside) {
      const token = sentence.tokens[aside.reading.best.trigger]!;
      setAside.push({
        sentence: sentence.index,
        rule: aside.reading.best.indexed.compiled.rule.id,
        trigger: { start: token.start, end: token.end },
        reason: aside.reason,
        winner: aside.winner?.best.indexed.compiled.rule.id ?? null,
      });
    }
  }
  const allTimes = times.flat();
  const { text, sections, datelines, day } = report;
  const { discourse = null, actors = null } = opened ?? {};
  const statements =
    tools.statements?.read({
      text,
      sections,
      sentences,
      discourse,
      actors,
      day,
      datelines,
      times: allTimes,
    }) ?? [];
  return {
    mentions,
    times: allTimes,
    setAside,
    statements,
    clues: tools.ledgers?.read({ text, sections, datelines, sentences, opened, day, times: allTimes }) ?? [],
    skippedSentences,
    sentences,
    discourse,
  };
}

function sectionAt(sections: readonly Section[], offset: number): SectionKind {
  return sections.find((section) => section.start <= offset && offset < section.end)?.kind ?? "body";
}
