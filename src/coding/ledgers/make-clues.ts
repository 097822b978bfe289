/**
 * A matched rule in, the clues that it gives out: parties, what it is about, day,
 * place, figures, conditions. One clue for each day that is told ("extended on
 * Monday and on Thursday") and for each other party of a plural ("agreements with
 * A and B").
 */

import type { Span } from "../../base/types.ts";
import type { SectionKind } from "../../reading/types.ts";
import { childWith } from "../tree/tree.ts";
import type { ClueDay, LedgerClue, LedgerStep, TimeExpression } from "../types.ts";
import { accusers } from "./accused-parties.ts";
import { hostsBeside, isApart } from "./agreement-parties.ts";
import { figuresIn } from "./clue-figures.ts";
import { partiesOf } from "./clue-parties.ts";
import { aboutOf, SETTLEMENT } from "./clue-words.ts";
import { agreedBy, ceremonyOf, membersOf, mirrored, resolutionBeside } from "./clues-beside.ts";
import { beginOf, daysOf, timeUnder } from "./days-of.ts";
import { entriesAt } from "./entries-at.ts";
import { factOver } from "./fact-over.ts";
import { herePlace, isElsewhere, withoutPlace } from "./made-where.ts";
import type { LedgerMatch } from "./match-frame.ts";
import {
  heldUnder,
  isAboutMeeting,
  isLong,
  isNoTopic,
  isNoVisit,
  isOfAgreement,
  isOfFuture,
  isOfReturn,
  isOnlyNamed,
  isOwnPeople,
  isPlanned,
  isProvision,
  isTerm,
  isTimetabled,
  isWanted,
} from "./no-step.ts";
import { isNotice } from "./notices.ts";
import type { Parties } from "./parties.ts";
import { NOBODY } from "./parties.ts";
import { placeOf } from "./place-of.ts";
import { answerOf, causeOf, clauseEnd, conditionsOf, stretchesOf } from "./read-fields.ts";
import { partiesUnder } from "./read-parties.ts";
import { stateOf } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { isGuestThere, isMeeting } from "./who-met.ts";
import { countriesOf, phraseText, wholeText } from "./words-of.ts";

/** The clues of the match. @param near day that the sentence before states @param earlier clues of the report so far */
export function cluesOf(
  match: LedgerMatch,
  sentence: LedgerSentence,
  section: SectionKind,
  near: ClueDay | null,
  earlier: readonly LedgerClue[],
  tools: LedgerTools,
): readonly LedgerClue[] {
  const { rule } = match.frame;
  const { tree } = sentence;
  const isContactNoun = rule.ledger === "contact" && match.frame.noun;
  const held = isContactNoun ? heldUnder(match, sentence, tools) : -1;
  const clause = held >= 0 ? held : match.clause;
  const state = stateOf(
    tree,
    held >= 0 ? held : match.trigger,
    clause,
    tools,
    rule.step !== undefined &&
      rule.ledger !== "contact" &&
      (rule.ahead === undefined || rule.ledger === "measure")
      ? tools.tables.list("deciding-verbs")
      : undefined,
  );
  const alleged = rule.alleged === true;
  const over =
    rule.nominal === undefined
      ? match.clause
      : factOver(match.trigger, rule.nominal === "subject", sentence, tools);
  if (over === null) return [];
  if (isContactNoun && [isWanted, isOnlyNamed, isLong].some((is) => is(match.trigger, sentence, tools)))
    return [];
  if (rule.ledger === "measure" && rule.step !== undefined && isOfAgreement(match, sentence, tools))
    return [];
  if (rule.ledger === "agreement" && rule.step !== undefined && isProvision(match, sentence)) return [];
  const claimed = state.accusing >= 0 && rule.ledger === "measure" && rule.kind !== undefined;
  // "met to discuss trade": wanted, and what it was about all the same.
  const isTopic = rule.ledger === "contact" && rule.step === undefined && !state.denied;
  if (
    isTopic &&
    match.aim >= 0 &&
    match.on < 0 &&
    entriesAt(tree, match.aim, tools.tables).some(({ ledger }) => ledger === "measure")
  )
    return [];
  if (isAboutMeeting(match, sentence, tools)) return [];
  if (isTopic && isNoTopic(match, sentence, tools)) return [];
  if (rule.step === IN_FORCE && isOfReturn(match, sentence)) return [];
  if (rule.kind === SETTLEMENT && isTerm(match, sentence, earlier)) return [];
  if (rule.kind === VISIT && isNoVisit(match, sentence, tools)) return [];
  if (rule.kind === EXPULSION && isOwnPeople(match, sentence)) return [];
  if (rule.conditioned === true && conditionsOf(sentence, tools).length === 0) return [];
  if (
    (rule.negated === true ? !state.denied : state.told === "not" && rule.conditioned !== true && !isTopic) ||
    (state.accusing >= 0 && !alleged && !claimed)
  )
    return [];
  // "said it was expelling them": told as begun, by who announces it.
  const announced =
    state.ongoing && state.saying >= 0 && state.told === "done" && ANNOUNCING.has(rule.ahead ?? "");
  // "will be extended, the ministers agreed": decided, and so done.
  const isDecided = state.deciding >= 0 && (rule.ahead === undefined || rule.ledger === "measure");
  const isSet =
    rule.ledger === "contact" &&
    (rule.step === PLANNED ||
      isTimetabled(match, sentence) ||
      (match.frame.noun && isPlanned(match.trigger, sentence, tools)) ||
      (match.frame.noun && match.thing?.known === true && isOfFuture(match.trigger, sentence, tools)));
  const planned = (state.told === "ahead" && !isDecided) || announced || isSet;
  if (planned && rule.step !== undefined && rule.ahead === undefined) return [];
  if (planned && rule.ahead === rule.step && state.pastPlan) return [];
  const brokered = rule.role !== undefined && !match.frame.noun && !planned && match.thing !== null;
  const step = claimed
    ? IN_FORCE
    : (stepOf(planned, isNotice(match.clause, state, sentence, tools), match) as LedgerStep | null);
  const parties = partiesOf(match, state, sentence, earlier, tools);
  const count = distinct([...parties.by, ...parties.on]);
  const court =
    rule.ledger === "inquiry" && match.frame.slots.some(({ role, words }) => role === "BY" && words !== null);
  const free =
    rule.ledger === "inquiry"
      ? court || match.thing?.earlier === true
      : rule.ledger !== "contact" && isNamed(match);
  // "Trade was also discussed": by those who met.
  const isUntold = isTopic && match.view.passive && match.by < 0;
  // "EU leaders held a summit": an organisation of states meets by itself.
  const isOwnSummit =
    rule.ledger === "contact" &&
    tools.tables.list("own-summits").has(match.thing?.kind ?? "") &&
    parties.by.some(({ id, code }) => id?.startsWith("org/") === true && code === "IGO");
  const least = isUntold ? 0 : isOwnSummit ? 1 : (rule.least ?? (free ? 0 : 1));
  if (
    (count < least && !isJoinedTo(match, sentence, earlier)) ||
    (match.by >= 0 && parties.by.length === 0 && tree.tokens[match.by]!.xpos === "PRP")
  )
    return [];
  // Arrests of nobody in particular are no inquiry.
  const isNamedOne = ({ id, name }: Parties[number]) => name !== null && id?.startsWith("state/") !== true;
  if (rule.step === ARREST && !parties.on.some(isNamedOne)) return [];
  // "A and B each signed it with C": C stands between them.
  const isEach =
    rule.ledger === "agreement" &&
    rule.step === SIGNED &&
    parties.by.length > 1 &&
    isApart(match, sentence, tools);
  const helpers = isEach ? parties.on : [];
  const delayed = planned && rule.ahead === rule.step && rule.step !== AGREED && rule.step !== PLANNED;
  const question = {
    clause,
    // "said on Friday after he had received A": who meets is told of it the same day.
    state: rule.ledger === "contact" ? { ...state, after: false, background: false } : state,
    planned: planned && !delayed,
    again: rule.again === true,
    alleged,
    near: parties.lent?.day ?? near,
    lasting: rule.step === IN_FORCE || rule.ledger === "inquiry",
    met: rule.ledger === "contact",
  };
  const inner = daysOf(question, sentence, tools);
  const isOuter = over !== match.clause && inner.days[0]?.basis !== "stated";
  const { days: told, forDay } = isOuter ? daysOf({ ...question, clause: over }, sentence, tools) : inner;
  // "It bans flights": on the day on which it was signed.
  const lentDay = tree.tokens[match.trigger]!.xpos === "VBZ" ? (parties.lent?.day ?? null) : null;
  const days = lentDay !== null && told[0]?.basis !== "stated" ? [lentDay] : told;
  // "will lift the ban": no step before a day is set for it.
  if (
    delayed &&
    (days[0]?.basis !== "stated" || (sentence.anchor !== null && days[0].date < sentence.anchor))
  )
    return [];
  // "which expires in 2026": told as done, but still to come.
  const isComing = days[0] !== undefined && sentence.anchor !== null && days[0].date > sentence.anchor;
  if (isComing && !planned && rule.step !== undefined && rule.ahead !== rule.step) return [];
  // "after ties were severed": who did it to whom is not told, nor when.
  const isPassing = (state.after || state.background) && days.length === 0;
  if (rule.ledger === "measure" && step !== null && count === 0 && isPassing) return [];
  const place = isElsewhere(rule)
    ? null
    : (placeOf(match, sentence, tools) ??
      herePlace(
        match,
        over === match.clause ? state : stateOf(tree, over, over, tools),
        days[0] ?? null,
        sentence,
        tools,
      ));
  const answer =
    rule.ledger === "measure"
      ? (answerOf(sentence, tools) ?? (step === null ? null : causeOf(match.trigger, sentence, tools)))
      : null;
  // "in response to the expulsion of two envoys": told before, and dated there.
  const isAnswered =
    answer !== null && match.frame.noun && answer.end <= tree.tokens[match.trigger]!.start && step !== null;
  // "the expulsion on Saturday of two envoys": the day of the noun itself.
  const nounDay = isAnswered ? dayOfTime(timeUnder(match.trigger, sentence)) : null;
  const hosts = step === SIGNED || step === INITIALLED ? hostsBeside(place, count, sentence, tools) : [];
  const base: Omit<LedgerClue, "day" | "on"> = {
    ledger: rule.ledger,
    step: parties.lent?.step ?? (brokered && rule.role === MEDIATOR ? AGREED : step),
    kind: kindOf(match) === MEETING && isGuestThere(match, sentence, tools) ? VISIT : kindOf(match),
    by: rule.role === undefined ? parties.by : [],
    others:
      rule.role !== undefined
        ? parties.by.map((party) => ({ role: rule.role!, party }))
        : [...helpers, ...hosts].map((party) => ({ role: MEDIATOR, party })),
    allegedBy: alleged || claimed ? accusers(state, sentence, tools) : [],
    about: withoutPlace(aboutOf(match, sentence, tools), place, match, tools),
    instrument:
      parties.lent?.instrument ??
      match.thing?.instrument ??
      resolutionBeside(match, sentence, tools) ??
      // "left the Union": its treaty is called after it.
      (match.org >= 0 && rule.kind === TREATY ? phraseText(match.org, sentence, tools) : null),
    place,
    countries: [
      ...(match.thing?.countries ?? []),
      ...(match.aim < 0 ? [] : countriesOf(match.aim, sentence)),
      ...(rule.ledger === "inquiry" && match.aim >= 0
        ? partiesUnder(match.aim, NOBODY, sentence, tools).flatMap(({ code }) => code ?? [])
        : []),
    ],
    figures:
      answer === null || isAnswered || answer.start <= tree.tokens[match.trigger]!.start
        ? figuresIn(match, sentence, tools)
        : figuresIn(match, sentence, tools).filter((figure) => !isAnswerOf(figure, answer, sentence)),
    conditions:
      rule.ledger === "measure"
        ? [...conditionsOf(sentence, tools), ...(TIMED.has(step ?? "") ? stretchesOf(sentence, tools) : [])]
        : [],
    answers: isAnswered ? null : answer,
    forDay,
    founded: dayOfTime(match.thing?.founded ?? null),
    known: match.thing?.known ?? false,
    another: match.thing?.another ?? false,
    thing: match.thing?.span ?? (rule.ledger === "measure" ? spanOf(sentence, match.trigger) : null),
    trigger: spanOf(sentence, match.trigger),
    sentence: tree.sentence.index,
    sentenceSpan: { start: tree.sentence.start, end: tree.sentence.end },
    section,
    rule: rule.id,
  };
  // "the deal struck in Paris": as told before, who knows when.
  const isBehind =
    match.thing !== null && match.thing.head >= 0 && childWith(tree, match.thing.head, "case") >= 0;
  const isBare =
    match.view.bareParticiple &&
    tree.relation[match.clause] === "acl" &&
    (match.thing?.known === true || (rule.ledger === "inquiry" && isBehind));
  // "said after talks that the two had agreed": said, whatever noun the parser hangs it on.
  const isSaid = childWith(tree, match.clause, "mark") >= 0 && state.perfect;
  const relative =
    (isBare || (tree.tokens[match.clause]!.deprel === "acl:relcl" && !isSaid)) && state.told === "done";
  // "signed the act, which imposes sanctions": the act does it by being signed.
  const isLent = parties.lent !== null && tree.tokens[match.clause]!.xpos !== "VBD";
  const isBackground = relative && step !== null && !isLent && !days.some(({ basis }) => basis === "stated");
  if (isBackground && !isBare) return [];
  const dated: readonly (ClueDay | null)[] =
    step === null || isBackground || claimed || rule.undated === true || days.length === 0 ? [null] : days;
  // "A and B discussed trade in Rabat on Friday": they met.
  const isJoint =
    rule.joint === true && state.told === "done" && isMeeting(days[0], parties.by, sentence, tools);
  if (isJoint) return [{ ...base, on: [], step: HELD, kind: place === null ? null : MEETING, day: days[0]! }];
  const several = rule.ledger === "agreement" && match.thing?.plural === true && parties.on.length > 1;
  const sides: readonly Parties[] =
    helpers.length > 0 ? [[]] : several ? parties.on.map((party) => [party]) : [parties.on];
  const clues = sides.flatMap((on) =>
    dated.map((day) => ({
      ...base,
      on,
      day: isAnswered ? nounDay : day,
      step: isBackground ? null : base.step,
    })),
  );
  const mutual = rule.ledger === "measure" ? mirrored(clues, sentence, tools) : [];
  if (mutual.length > 0) return mutual;
  const members = rule.ledger === "measure" ? membersOf(match, sentence, tools) : [];
  if (members.length > 0)
    return members.flatMap((member) =>
      clues.map((clue) => ({
        ...clue,
        kind: member.kind ?? clue.kind,
        about: wholeText(
          member.head,
          -1,
          sentence,
          members.map(({ head }) => head),
        ),
        on: member.against.length > 0 ? member.against : clue.on,
        thing: member.span,
        known: false,
      })),
    );
  if (rule.ledger === "agreement" && step === SIGNED && !planned)
    return [...clues, ...clues.slice(0, 1).flatMap((clue) => ceremonyOf(clue, parties, sentence))];
  if (rule.ledger === "agreement" && step === IN_FORCE && state.deciding >= 0)
    return [...clues, ...clues.slice(0, 1).map((clue) => agreedBy(clue, state, sentence, tools))];
  const isFounded =
    rule.ledger === "agreement"
      ? !planned && FOUNDED.has(step ?? "")
      : rule.ledger === "measure" && MADE.has(step ?? "");
  // "four days after A had backed the tariffs": what begins is told of another.
  const begins =
    isFounded && !state.after && !state.background ? beginOf(sentence, days[0] ?? null, tools) : null;
  if (begins === null) return clues;
  const whole = clues.map((clue) => ({ ...clue, thing: clue.thing ?? clue.trigger }));
  return [
    ...whole,
    ...whole.slice(0, 1).map((clue) => ({ ...clue, step: IN_FORCE, day: begins, forDay: null })),
  ];
}

/** "in response to the expulsion of three envoys": three are no figure of the answer. */
function isAnswerOf({ start }: Span, answer: Span, { tree }: LedgerSentence): boolean {
  const last = tree.tokens.findLast((one) => one.start < answer.end)!.index;
  const end = tree.tokens[clauseEnd(tree, last) - 1]!.end;
  return start >= answer.start && start < end;
}

/** "agreed to close the border with A and stop trade": on whom it falls is told of the verb that it is joined to. */
function isJoinedTo(
  { trigger, frame }: LedgerMatch,
  { tree }: LedgerSentence,
  earlier: readonly LedgerClue[],
): boolean {
  const { head } = tree.tokens[trigger]!;
  if (frame.rule.ledger !== "measure" || tree.relation[trigger] !== "conj" || head < 0) return false;
  const { start } = tree.tokens[head]!;
  return earlier.some((one) => one.ledger === "measure" && one.step !== null && one.trigger.start === start);
}

const EXPULSION = "expulsion";
const TREATY = "treaty";

/** The kind that the noun names, before that of the rule; where the noun fits any ("an agreement that ended the war") behind it. */
function kindOf({ frame, thing }: LedgerMatch): string | null {
  const isOpen = frame.rule.step === undefined || thing?.entry.generic === true;
  const [own, ruled] = [thing?.kind ?? null, frame.rule.kind ?? null];
  return isOpen ? (ruled ?? own) : (own ?? ruled);
}

/** Steps after which an agreement may begin on a day of its own ("agreed on a truce from noon on Saturday"). */
const FOUNDED: ReadonlySet<string> = new Set<LedgerStep>(["signed", "agreed"]);
/** Steps of a measure that may take effect on a day of their own ("will be banned from 1 May"). */
const MADE: ReadonlySet<string> = new Set<LedgerStep>(["adopted", "announced", "signed", "passed"]);
const IN_FORCE: LedgerStep = "in force";

/** The step; to whom a withdrawal is told makes it a notice. */
function stepOf(planned: boolean, notified: boolean, { frame }: LedgerMatch): string | null {
  const { rule } = frame;
  if (!planned && !(notified && rule.ahead === ANNOUNCED)) return rule.step ?? null;
  return notified && rule.ahead === ANNOUNCED ? NOTIFIED : (rule.ahead ?? null);
}

/** Steps by which a measure is made for a stretch of time. */
const TIMED: ReadonlySet<string> = new Set<LedgerStep>(["adopted", "in force", "signed", "announced"]);
const PLANNED: LedgerStep = "planned";
const INITIALLED: LedgerStep = "initialled";
const SIGNED: LedgerStep = "signed";
const HELD: LedgerStep = "held";
const MEETING = "meeting";
const VISIT = "visit";
const ARREST: LedgerStep = "arrest";
const MEDIATOR = "mediator" as const;
const AGREED: LedgerStep = "agreed";
const ANNOUNCED: LedgerStep = "withdrawal announced";
/** Steps that tell an act as announced. */
const ANNOUNCING: ReadonlySet<string> = new Set<LedgerStep>(["announced", ANNOUNCED]);
const NOTIFIED: LedgerStep = "withdrawal notified";

function dayOfTime(time: TimeExpression | null): ClueDay | null {
  return time?.day == null ? null : { date: time.day, endDate: time.endDay ?? time.day, basis: "stated" };
}

function spanOf({ tree }: LedgerSentence, token: number) {
  const { start, end } = tree.tokens[token]!;
  return { start, end };
}

/** True where a noun of the ledger says what is meant although no party is known. */
function isNamed({ thing, frame }: LedgerMatch): boolean {
  return (
    thing !== null && (thing.kind !== null || thing.instrument !== null) && frame.rule.role === undefined
  );
}

/** Parties of which more is known than that somebody is meant. */
function distinct(parties: Parties): number {
  return new Set(parties.flatMap(({ id, code, name }) => id ?? code ?? name ?? [])).size;
}
