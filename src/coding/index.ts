/**
 * The coding room's one entry: a coder over the knowledge, for reports and for
 * given pairs of parties.
 */
import type { Span } from "../base/types.ts";
import type { CodingKnowledge } from "../knowledge/coding-knowledge.ts";
import type { LedgerKnowledge } from "../knowledge/ledgers.ts";
import type { Ontology } from "../knowledge/ontology-types.ts";
import type { StatementKnowledge } from "../knowledge/statement-knowledge.ts";
import type { Language } from "../language/types.ts";
import {
  type CodedText,
  codeReport,
  type OpenActors,
  type ReportInput,
  type ReportTools,
} from "./code-report.ts";
import type { JudgementModel } from "./judgement/judgement-model.ts";
import { type Vote, weighReport } from "./judgement/weigh-report.ts";
import { createLedgerReader, type officeTeller } from "./ledgers/index.ts";
import { compileModeCues } from "./mentions/mode-cues.ts";
import { createStatementReader } from "./quotes/index.ts";
import { codeRelation, type Relation } from "./relation/code-relation.ts";
import type { RelationModel } from "./relation/relation-model.ts";
import { type CodeText, checkRule } from "./rules/check-rule.ts";
import { cuesOf } from "./rules/cues.ts";
import { compilePrefilter } from "./rules/prefilter.ts";
import { buildRuleIndex } from "./rules/rule-index.ts";
import type { Calendar } from "./times/index.ts";

export {
  type CodedText,
  codeSentences,
  type OpenActors,
  type ReportInput,
  type ReportTools,
} from "./code-report.ts";
export { officeTeller, proveLedgerRule } from "./ledgers/index.ts";
export type { Relation, Vote };
export { type CodeText, checkRule };

/** What a coder is made of. */
export interface CoderKnowledge {
  readonly coding: CodingKnowledge;
  readonly ontology: Ontology;
  /** Null: no time expressions are read. */
  readonly calendar: Calendar | null;
  /** Gives the relation model when it is first needed; absent or null: relations by the vote of the rules alone. */
  readonly relation?: () => RelationModel | null;
  /** Null or absent: mentions by the vote of the rules alone. */
  readonly judgement?: JudgementModel | null;
  /** Null or absent: no clues of ledgers are read. */
  readonly ledgers?: {
    readonly knowledge: LedgerKnowledge;
    /** Title of the office that a person held on a day. */
    readonly officeOf: ReturnType<typeof officeTeller>;
  } | null;
  /** Null or absent: no statements are read. */
  readonly statements?: StatementKnowledge | null;
}

export interface Coder {
  readonly tools: ReportTools;
  /** True when one of the lower-case words can carry an event. */
  canHoldEvent(words: readonly string[]): boolean;
  /** The mentions and statements of a report, with its sentences, times and what was set aside. */
  codeReport(report: ReportInput, language: Language, openActors: OpenActors): CodedText;
  /** The one event between two spans of the report's text; always answered. */
  codeRelation(
    report: ReportInput,
    actor: Span,
    recipient: Span,
    language: Language,
    openActors: OpenActors,
  ): Relation;
  /** How rules and model voted on every draft of a report, kept or not. */
  weigh(report: ReportInput, language: Language, openActors: OpenActors): readonly Vote[];
}

/** A coder; building it compiles the rules once. @throws Fault `coding/bad-pattern`, `coding/no-cue` */
export function createCoder(knowledge: CoderKnowledge): Coder {
  const index = buildRuleIndex(knowledge.coding);
  const canHoldEvent = compilePrefilter(index);
  const numbers = new Map<string, number>();
  const currencies = new Map<string, string>();
  for (const entry of knowledge.coding.numbers) {
    if (entry.value !== undefined) numbers.set(entry.id, entry.value);
    if (entry.currency !== undefined) currencies.set(entry.id, entry.currency);
  }
  const cues = cuesOf(index);
  const quantityTools = { units: knowledge.coding.units, numbers, currencies };
  const { ledgers } = knowledge;
  const tools: ReportTools = {
    index,
    cues,
    ontology: knowledge.ontology,
    calendar: knowledge.calendar,
    quantityTools,
    modeCues: compileModeCues(knowledge.coding.modes),
    canHoldEvent,
    judgement: knowledge.judgement ?? null,
    statements: knowledge.statements ? createStatementReader(knowledge.statements) : null,
    ledgers: ledgers
      ? createLedgerReader(ledgers.knowledge, { index, cues, quantityTools }, ledgers.officeOf)
      : null,
  };
  let opened: RelationModel | null | undefined;
  const relationModel = () => {
    opened ??= knowledge.relation?.() ?? null;
    return opened;
  };
  return {
    tools,
    canHoldEvent,
    codeReport: (report, language, openActors) => codeReport(report, language, openActors, tools),
    codeRelation: (report, actor, recipient, language, openActors) =>
      codeRelation(report, actor, recipient, language, openActors, tools, relationModel()),
    weigh: (report, language, openActors) => weighReport(report, language, openActors, tools),
  };
}
