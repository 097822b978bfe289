/**
 * Sentences of one report with its discourse, actors and times in, clues of
 * ledgers out: what each sentence says of a measure, agreement, contact or
 * inquiry. Which clues belong together is left to linking.
 */
import type { Day } from "../../base/types.ts";
import type { LedgerKnowledge } from "../../knowledge/ledgers.ts";
import type { Sentence } from "../../language/types.ts";
import type { Dateline, Section, SectionKind } from "../../reading/types.ts";
import type { ReportTools } from "../code-report.ts";
import { type OpenedActors, partyReader } from "../parties/party-reader.ts";
import { treeOf } from "../tree/tree.ts";
import type { ClueDay, LedgerClue, TimeExpression } from "../types.ts";
import { compileLedgers } from "./compile-rules.ts";
import { completed, followOns } from "./complete-clues.ts";
import { entriesAt } from "./entries-at.ts";
import { cluesOf } from "./make-clues.ts";
import { type LedgerMatch, matchLedgerFrame } from "./match-frame.ts";
import { listsOf } from "./named-lists.ts";
import { answerOf } from "./read-fields.ts";
import { thingAt } from "./read-things.ts";
import { rejoinVerbs } from "./rejoin-verbs.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";

/** What one report gives to be read. */
export interface LedgerInput {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly datelines: readonly Dateline[];
  readonly sentences: readonly Sentence[];
  readonly opened: OpenedActors | null;
  readonly day: Day | null;
  readonly times: readonly TimeExpression[];
}

export interface LedgerReader {
  /** True where one of the words (lower case) may carry a clue, so that the sentence is worth parsing. */
  canHoldClue(words: readonly string[]): boolean;
  /** The clues of a report, in order of the text. */
  read(input: LedgerInput): readonly LedgerClue[];
}

/** Sentences back to which descriptions reach. */
const RECENT = 3;

/** Sections whose sentences tell nothing, or of another happening. */
const SILENT: ReadonlySet<SectionKind> = new Set<SectionKind>([
  "boilerplate",
  "related",
  "headline",
  "caption",
]);

/** A reader of clues. @param officeOf title of a person's office on a day
 * @throws Fault `coding/bad-pattern`, `coding/no-cue` */
export function createLedgerReader(
  knowledge: LedgerKnowledge,
  coding: Pick<ReportTools, "index" | "cues" | "quantityTools">,
  officeOf: LedgerTools["officeOf"],
): LedgerReader {
  const tables = compileLedgers(knowledge, coding.index.irregular);
  const { index, cues, quantityTools } = coding;
  const tools: LedgerTools = { tables, index, cues, quantityTools, officeOf };
  const pronouns = new Set(
    ["pronouns", "measure-anaphors", "pair-words"].flatMap((list) => [...tables.list(list)]),
  );
  const agendas = tables.list("agenda-nouns");
  return {
    canHoldClue: (words) =>
      words.some(
        (word, at) => tables.nouns.has(word) || tables.before.get(word)?.has(words[at - 1] ?? "") === true,
      ) ||
      words.some((word) => opens(tables, word, words) || agendas.has(word)) ||
      (words.some((word) => pronouns.has(word)) && words.some((word) => tables.frames.has(word))),
    read: (input) => read(input, tools),
  };
}

/** True where the verb may tell of a ledger with the other words of the sentence. */
function opens({ gates }: LedgerTools["tables"], verb: string, words: readonly string[]): boolean {
  const needs = gates.get(verb);
  return needs?.some((sets) => sets.every((set) => words.some((word) => set.has(word)))) === true;
}

function read(input: LedgerInput, tools: LedgerTools): readonly LedgerClue[] {
  const clues: LedgerClue[] = [];
  const before: Thing[] = [];
  const recent: Pick<LedgerSentence, "tree" | "parties">[] = [];
  let near: { readonly day: ClueDay; readonly sentence: number } | null = null;
  for (const given of input.sentences) {
    if (given.depth !== "parsed" || SILENT.has(sectionAt(input.sections, given.start))) continue;
    const whole = rejoinVerbs(
      given,
      () => (input.opened?.actors.read(given.index, 0) ?? []).length > 0,
      tools.tables.list("describing-participles"),
    );
    const tree = treeOf(whole);
    const datelines = input.datelines.filter(
      ({ scope }) => scope.start <= whole.start && whole.start < scope.end,
    );
    const dateline = datelines.find(({ day }) => day !== null);
    const parties = partyReader(tree, input.opened, input.text, tools.cues.timeNouns);
    const sentence: LedgerSentence = {
      tree,
      parties,
      lists: listsOf(tree, parties),
      times: input.times.filter(({ start, end }) => start < whole.end && end > whole.start),
      text: input.text,
      anchor: dateline?.day ?? input.day,
      anchorKind: dateline === undefined ? "published" : "dateline",
      // "MOSCOW (Example Wire) -": a place without a day.
      dateline: dateline?.place ?? datelines[0]?.place ?? null,
      before: [...before],
      recent: [...recent],
      earlier: clues,
    };
    const section = sectionAt(input.sections, whole.start);
    const lent: ClueDay | null = near !== null && whole.index - near.sentence === 1 ? near.day : null;
    const first = clues.length;
    for (const match of bestMatches(sentence, tools)) {
      if (match.frame.rule.anaphor === true) {
        clues.push(...anaphors(match, sentence, clues, tools));
        continue;
      }
      for (const clue of cluesOf(match, sentence, section, lent, clues, tools)) {
        clues.push(clue);
        if (clue.day?.basis === "stated") near = { day: clue.day, sentence: whole.index };
      }
    }
    if (clues.length === first) clues.push(...followOns(sentence, clues, tools));
    clues.splice(first, clues.length, ...completed(clues.slice(first), clues.slice(0, first)));
    before.push(...thingsIn(sentence, tools));
    recent.push({ tree, parties });
    if (recent.length > RECENT) recent.shift();
  }
  return clues;
}

/** The measures of the latest sentence before that has any, told again as answers to what this one names. */
function anaphors(
  match: LedgerMatch,
  sentence: LedgerSentence,
  clues: readonly LedgerClue[],
  tools: LedgerTools,
): LedgerClue[] {
  const { index, start, end } = sentence.tree.sentence;
  const last = clues.findLast(
    ({ ledger, step, sentence: at }) => ledger === "measure" && step !== null && at < index,
  );
  const answers = answerOf(sentence, tools);
  if (last === undefined || index - last.sentence > 2 || answers === null) return [];
  return clues
    .filter(({ ledger, sentence: at, step }) => ledger === "measure" && at === last.sentence && step !== null)
    .map((clue) => ({
      ...clue,
      step: null,
      day: null,
      forDay: null,
      figures: [],
      conditions: [],
      answers,
      thing: clue.thing ?? clue.trigger,
      sentence: index,
      sentenceSpan: { start, end },
      rule: match.frame.rule.id,
    }));
}

/** The best match of each trigger; a noun that fills a verb's slot is not read again by itself. */
function bestMatches(sentence: LedgerSentence, tools: LedgerTools): readonly LedgerMatch[] {
  const { tree } = sentence;
  const found: LedgerMatch[] = [];
  const { frames } = tools.tables;
  for (const { index, lemma } of tree.tokens) {
    const own = frames.get(tree.lower[index]!) ?? frames.get(lemma.toLowerCase());
    if (own === undefined) continue;
    const best = new Map<string, LedgerMatch>();
    for (const frame of own) {
      const match = matchLedgerFrame(frame, index, sentence, tools);
      if (match === null) continue;
      const known = best.get(frame.rule.ledger);
      if (known === undefined || match.score > known.score) best.set(frame.rule.ledger, match);
    }
    // "ruled that the treaty was unlawful": told of the treaty alone.
    if (best.get("agreement")?.frame.slots.some(({ role }) => role === "CLAUSE") === true)
      best.delete("inquiry");
    found.push(...best.values());
  }
  const used = new Set(
    found.flatMap(({ frame, thing }) => (frame.noun || thing === null ? [] : [thing.head])),
  );
  // "ordered it to cut": the verb of the clause is not read again by itself.
  const below = new Set(
    found.flatMap(({ frame, view }) =>
      frame.slots.some(({ role, words }) => role === "CLAUSE" && words !== null)
        ? [`${frame.rule.ledger} ${view.content}`]
        : [],
    ),
  );
  return found.filter(
    ({ frame, trigger }) =>
      (!frame.noun || !used.has(trigger)) && !below.has(`${frame.rule.ledger} ${trigger}`),
  );
}

/** The things that the sentence names, for pronouns behind it. */
function thingsIn(sentence: LedgerSentence, tools: LedgerTools): readonly Thing[] {
  const { tree } = sentence;
  return tree.tokens.flatMap(({ index }) =>
    entriesAt(tree, index, tools.tables)
      .slice(0, 1)
      .flatMap(({ ledger }) => thingAt(index, ledger, null, sentence, tools) ?? []),
  );
}

function sectionAt(sections: readonly Section[], offset: number): SectionKind {
  return sections.find((section) => section.start <= offset && offset < section.end)?.kind ?? "body";
}
