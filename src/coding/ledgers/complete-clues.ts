/**
 * What clues lack and their neighbours tell: on whom, where, conditions and money
 * of the sentence behind. The clues of one sentence and those before in, the same
 * clues fuller out.
 */

import { FINITE } from "../tree/tags.ts";
import type { LedgerClue, LedgerParty, LedgerStep } from "../types.ts";
import { entriesAt } from "./entries-at.ts";
import { isKnown } from "./parties.ts";
import { clauseEnd, conditionsOf, figuresOf, moneyOf } from "./read-fields.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** Sentences back to which "the sanctions" may be those on a party named there. */
const REACH = 2;

/** The clues of one sentence, with what the others tell. */
export function completed(own: readonly LedgerClue[], before: readonly LedgerClue[]): LedgerClue[] {
  const made = own.filter(
    ({ ledger, step, others }) => ledger === "agreement" && step !== null && others.length === 0,
  );
  const first = made[0];
  const isOne = first !== undefined && made.every(({ thing }) => thing?.start === first.thing?.start);
  return sameLaw(own)
    .map((clue) => ofInstrument(clue, before))
    .map((clue) => ofTreaty(clue, before))
    .filter((clue) => !isOnlySigned(clue, own))
    .map((clue) => {
      const day = agreedWhen(clue, own);
      return {
        ...clue,
        instrument: clue.instrument ?? signedBefore(clue, own)?.instrument ?? null,
        // "The memorandum was signed …, with A acting as guarantor of the truce": of the memorandum.
        ...(isOne && clue.others.length > 0 && first.thing !== null
          ? { thing: first.thing, kind: first.kind, about: null, instrument: null, known: first.known }
          : {}),
        day,
        place: clue.place ?? metAt({ ...clue, day }, own, before),
        on:
          clue.ledger === "measure" && clue.step !== null && !clue.on.some(isKnown)
            ? lentParties(clue, own, before)
            : clue.on,
      };
    })
    .map((clue) => byAnswered(clue, own))
    .map((clue) => aboutMeasure(clue, before))
    .map((clue, _, all) => aboutThem(clue, [...before, ...all]));
}

/** "imposed sanctions on A in response to the expulsion of its envoy": who expelled him is A. */
function byAnswered(clue: LedgerClue, own: readonly LedgerClue[]): LedgerClue {
  if (clue.ledger !== "measure" || clue.step === null || clue.by.some(isKnown)) return clue;
  const answer = own.find(
    ({ ledger, step, answers, on }) =>
      ledger === "measure" &&
      step !== null &&
      on.some(isKnown) &&
      clue.kind !== null &&
      answers?.to.includes(clue.kind) === true &&
      answers.end <= clue.trigger.start,
  );
  if (answer === undefined) return clue;
  const codes = new Set(answer.on.flatMap(({ code }) => code ?? []));
  const struck = clue.on.filter(({ code }) => code === null || !codes.has(code));
  return { ...clue, by: answer.on, on: struck.length > 0 ? struck : answer.by };
}

/** "voted to lift the ban. Resolution 1506 was backed by all": what the instrument named behind a measure does, and when. */
function ofInstrument(clue: LedgerClue, before: readonly LedgerClue[]): LedgerClue {
  if (clue.ledger !== "measure" || clue.kind !== null || clue.instrument === null || clue.step === null)
    return clue;
  const told = before.findLast(({ ledger, step }) => ledger === "measure" && step !== null);
  const isNext = told !== undefined && clue.sentence - told.sentence === 1 && told.instrument === null;
  if (!isNext || !INSTRUMENTAL.has(clue.step) || !isSameDay(clue, told)) return clue;
  const dates = clue.day?.basis === "stated" && told.day?.basis !== "stated";
  return {
    ...clue,
    kind: told.kind,
    about: null,
    by: [],
    on: told.on,
    thing: told.thing ?? told.trigger,
    step: dates ? told.step : null,
    day: dates ? clue.day : null,
    known: true,
    another: false,
  };
}

/** "The truce ended on Friday. A had given notice of its withdrawal": from what the sentence before is about. */
function ofTreaty(clue: LedgerClue, before: readonly LedgerClue[]): LedgerClue {
  if (clue.ledger !== "agreement" || clue.step !== NOTIFIED || clue.thing !== null) return clue;
  const last = before.findLast(({ ledger, thing }) => ledger === "agreement" && thing !== null);
  return last === undefined || clue.sentence - last.sentence > 1
    ? clue
    : { ...clue, thing: last.thing, kind: last.kind, known: true };
}

const NOTIFIED: LedgerStep = "withdrawal notified";

/** Steps of an instrument by which it does what it is for. */
const INSTRUMENTAL: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "adopted",
  "passed",
  "signed",
  "proposed",
]);

/** One day, or days that no report states. */
function isSameDay({ day }: LedgerClue, { day: other }: LedgerClue): boolean {
  if (day === null || other === null || day.basis !== "stated" || other.basis !== "stated") return true;
  return day.date === other.date;
}

/** Steps taken where the parties meet. */
const MADE: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["signed", "agreed", "initialled", "held"]);

/** Where a contact or a signature of the same day told beside it was, where two of its parties took part. */
function metAt(
  clue: LedgerClue,
  own: readonly LedgerClue[],
  before: readonly LedgerClue[],
): LedgerClue["place"] {
  if (
    (clue.ledger !== "agreement" && clue.ledger !== "contact") ||
    clue.step === null ||
    !MADE.has(clue.step)
  )
    return null;
  if (clue.kind === CALL) return null;
  const near = [...own, ...before.filter(({ sentence }) => clue.sentence - sentence <= REACH).toReversed()];
  const codes = new Set([...clue.by, ...clue.on].flatMap(({ code }) => code ?? []));
  const met = near.find(
    (one) =>
      one !== clue &&
      one.place !== null &&
      one.step !== null &&
      MADE.has(one.step) &&
      one.day?.date === clue.day?.date &&
      new Set([...one.by, ...one.on].flatMap(({ code }) => (code !== null && codes.has(code) ? code : [])))
        .size > 1,
  );
  return met?.place ?? null;
}

/** "agreed to open the road as they met on Monday", "said after talks on Monday that the two had agreed": the day of the
 * contact of both in the same sentence, where the words give the agreement none. */
function agreedWhen(clue: LedgerClue, own: readonly LedgerClue[]): LedgerClue["day"] {
  const isOpen = clue.day === null || clue.day.basis === "published" || clue.day.basis === "dateline";
  if (clue.ledger !== "agreement" || clue.step !== AGREED || clue.known || !isOpen) return clue.day;
  const codes = new Set(clue.by.flatMap(({ code }) => code ?? []));
  const met = own.find(
    ({ ledger, step, day, by }) =>
      ledger === "contact" &&
      step === HELD &&
      day !== null &&
      (day.basis === "stated" || day.basis === "near") &&
      new Set(by.flatMap(({ code }) => (code !== null && codes.has(code) ? code : []))).size > 1,
  );
  return met?.day ?? clue.day;
}

const AGREED: LedgerStep = "agreed";
const HELD: LedgerStep = "held";
const CALL = "call";

/** Steps that an instrument is signed to take. */
const TAKEN: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "lifted",
  "eased",
  "suspended",
  "extended",
  "tightened",
]);

/** The signing of the instrument that takes the step ("signed an order lifting the ban"). */
function signedBefore(clue: LedgerClue, own: readonly LedgerClue[]): LedgerClue | undefined {
  if (clue.ledger !== "measure" || clue.step === null || !TAKEN.has(clue.step)) return undefined;
  return own.find(
    (one) =>
      one.step === SIGNED &&
      one.instrument !== null &&
      one.thing !== null &&
      one.thing.end <= clue.trigger.start,
  );
}

const SIGNED: LedgerStep = "signed";

function isOnlySigned(clue: LedgerClue, own: readonly LedgerClue[]): boolean {
  return clue.ledger === "measure" && own.some((one) => signedBefore(one, own) === clue);
}

/** "signed a law that imposes sanctions": the law and the sanctions are one measure. */
function sameLaw(own: readonly LedgerClue[]): readonly LedgerClue[] {
  const law = own.find(
    ({ ledger, kind, instrument, thing }) =>
      ledger === "measure" && kind === null && instrument !== null && thing !== null,
  );
  const inside = own.find(
    (one) =>
      one !== law &&
      one.kind === SANCTIONS &&
      (one.instrument === law?.instrument || isOrdered(one, law)) &&
      one.trigger.start > (law?.thing?.end ?? 0),
  );
  if (law === undefined || inside === undefined) return own;
  return own.map((one) => {
    if (one === law) return { ...law, kind: SANCTIONS, on: law.on.length > 0 ? law.on : inside.on };
    return one === inside
      ? { ...inside, thing: law.thing, instrument: inside.instrument ?? law.instrument }
      : one;
  });
}

/** Characters between an order and what it orders ("an order to impose"). */
const NEXT_TO = 4;

/** "approved an order to impose sanctions" */
function isOrdered({ ledger, step, instrument, trigger }: LedgerClue, law: LedgerClue | undefined): boolean {
  const gap = trigger.start - (law?.thing?.end ?? 0);
  return ledger === "measure" && step !== null && instrument === null && gap > 0 && gap <= NEXT_TO;
}

const SANCTIONS = "sanctions";

/** "froze the accounts of 12 officials and barred them": what the pronoun says of a measure is what the one before fell on. */
function aboutThem(clue: LedgerClue, all: readonly LedgerClue[]): LedgerClue {
  const { ledger, kind, step, about, thing, trigger } = clue;
  const isBare = ledger === "measure" && kind !== null && step !== null && about === null;
  if (!isBare || thing?.start !== trigger.start) return clue;
  const last = all.findLast(
    (one) =>
      one.ledger === "measure" &&
      one.about !== null &&
      one.step === step &&
      one.trigger.start < trigger.start &&
      clue.sentence - one.sentence <= 1,
  );
  return last === undefined ? clue : { ...clue, about: last.about };
}

/** "scrapped its duties on A's barley. In return A dropped its complaint": the complaint was about the duties. */
function aboutMeasure(clue: LedgerClue, before: readonly LedgerClue[]): LedgerClue {
  if (clue.ledger !== "inquiry" || clue.step === null || clue.on.length > 0 || clue.about !== null)
    return clue;
  const measure = before.findLast(
    ({ ledger, step, sentence, answers }) =>
      ledger === "measure" && step !== null && answers === null && clue.sentence - sentence === 1,
  );
  const struck = measure?.by.filter(({ code }) => !clue.by.some((one) => one.code === code)) ?? [];
  return measure === undefined || !clue.known || struck.length === 0
    ? clue
    : { ...clue, on: struck, about: measure.about };
}

/** On whom it falls: as another measure of the same author in the sentence, or whom the sentence before is about. */
function lentParties(
  clue: LedgerClue,
  own: readonly LedgerClue[],
  before: readonly LedgerClue[],
): readonly LedgerParty[] {
  const by = new Set(clue.by.flatMap(({ code }) => code ?? []));
  const beside = own.find(
    (one) =>
      one !== clue &&
      one.ledger === "measure" &&
      one.on.length > 0 &&
      one.by.some(({ code }) => code !== null && by.has(code)),
  );
  if (beside !== undefined) return beside.on;
  // "imposed travel bans on 21 officials of A and B. The United States imposed sanctions on eleven officials."
  const alike = before.findLast(
    ({ ledger, kind, step, sentence }) =>
      ledger === "measure" && kind === clue.kind && step === clue.step && clue.sentence - sentence === 1,
  );
  if (alike?.on.some(isKnown)) {
    const struck = alike.on.filter(({ code }) => code === null || !by.has(code));
    if (struck.length > 0 && clue.on.length > 0) return struck;
  }
  if (clue.on.length > 0 && by.size > 0) return clue.on;
  const near = [...before.filter(({ sentence }) => clue.sentence - sentence <= REACH), ...own].toReversed();
  for (const one of near) {
    if (one === clue) continue;
    const others = (by.size === 0 ? one.on : [...one.on, ...one.by]).filter(
      ({ code }) => code !== null && !by.has(code),
    );
    if (others.length > 0 && one.ledger !== "contact") return others.slice(0, 1);
  }
  return [];
}

/** A sentence without clues of its own behind one with: its conditions and its money belong to what was told. */
export function followOns(
  sentence: LedgerSentence,
  clues: readonly LedgerClue[],
  tools: LedgerTools,
): LedgerClue[] {
  const { index, start, end } = sentence.tree.sentence;
  const latest = clues.findLast(({ step }) => step !== null);
  // Of several steps in one sentence that by which it was made.
  const last =
    clues.findLast(
      ({ ledger, step, sentence: at }) =>
        at === latest?.sentence && ledger === latest.ledger && step !== null && MADE.has(step),
    ) ?? latest;
  if (last === undefined || index - last.sentence !== 1 || last.step === null) return [];
  const bare = {
    ...last,
    step: null,
    day: null,
    forDay: null,
    answers: null,
    figures: [],
    conditions: [],
    about: null,
    thing: last.thing ?? last.trigger,
    trigger: { start, end },
    sentence: index,
    sentenceSpan: { start, end },
  };
  if (last.ledger === "measure" && conditionsOf(sentence, tools).length > 0)
    return [{ ...bare, conditions: [{ start, end, text: sentence.text.slice(start, end) }] }];
  if (last.ledger !== "agreement") return [];
  const money = moneyOf(0, sentence, tools);
  if (!MADE.has(last.step) || !areTerms(sentence, tools))
    return money.length > 0 ? [{ ...bare, figures: money }] : [];
  const { tree } = sentence;
  const heads = tree.tokens.flatMap(({ index: at, upos }) => (upos === "NOUN" ? [at] : []));
  const counted = figuresOf(heads, 0, sentence, tools);
  const figures = [...counted, ...money.filter(({ value }) => !counted.some((one) => one.value === value))];
  // What an agreement is about that its own sentence does not say.
  const isTold = clues.some(({ thing, about }) => about !== null && thing?.start === bare.thing.start);
  const about = isTold || last.kind === TRUCE ? null : termsText(sentence);
  return figures.length > 0 || about !== null ? [{ ...bare, figures, about }] : [];
}

const TRUCE = "ceasefire";

/** "Troops are to leave", "Juba will pay", "Russia is sending": what was agreed, not what came of it. */
function areTerms({ tree }: LedgerSentence, tools: LedgerTools): boolean {
  const finite = tree.tokens.find(({ xpos }) => FINITE.has(xpos));
  if (finite === undefined) return false;
  const subject = tree.tokens.slice(0, finite.index);
  const isOwn = subject.some(({ index }) =>
    entriesAt(tree, index, tools.tables).some(({ ledger }) => ledger === "agreement"),
  );
  if (isOwn || subject.every(({ upos }) => upos !== "NOUN" && upos !== "PROPN")) return false;
  if (finite.xpos === "MD") return tools.tables.list("binding-modals").has(tree.lower[finite.index]!);
  const next = tree.tokens.slice(finite.index + 1).find(({ upos }) => upos !== "ADV");
  return finite.upos === "AUX" && (next?.upos === "PART" || next?.xpos === "VBG");
}

function termsText({ tree, text }: LedgerSentence): string {
  const end = clauseEnd(tree, 0);
  return text.slice(tree.tokens[0]!.start, tree.tokens[end - 1]!.end);
}
