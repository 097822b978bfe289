/**
 * The days of a step: stated by the words, lent by the sentence before, or that
 * of the report; and the day for which something is planned.
 */
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import { timeAt } from "../mentions/time-of.ts";
import { childWith, stepsUp, type Tree } from "../tree/tree.ts";
import type { ClueDay, TimeExpression } from "../types.ts";
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

export interface StepDays {
  readonly days: readonly ClueDay[];
  readonly forDay: ClueDay | null;
}

/** What is asked of the days of a step. */
export interface DayQuestion {
  readonly clause: number;
  readonly state: StepState;
  /** The step only plans something. */
  readonly planned: boolean;
  /** Several days may be told in one clause. */
  readonly again: boolean;
  /** Only alleged: "for years" is no day. */
  readonly alleged: boolean;
  /** Day that the sentence before states; null for none. */
  readonly near: ClueDay | null;
  /** It lasts from a day on ("applies since Monday"). */
  readonly lasting: boolean;
  /** A contact that was held: "in eight years" is how long nobody had met. */
  readonly met: boolean;
}

/** The days of the step. */
export function daysOf(question: DayQuestion, sentence: LedgerSentence, tools: LedgerTools): StepDays {
  const { clause, state } = question;
  const { anchor, anchorKind, times } = sentence;
  const published: ClueDay | null =
    anchor === null ? null : { date: anchor, endDate: anchor, basis: anchorKind };
  const days = (list: readonly (ClueDay | null)[]) => list.flatMap((day) => day ?? []);
  const saying =
    state.saying >= 0
      ? state.saying
      : state.accusing >= 0
        ? state.accusing
        : state.deciding >= 0
          ? state.deciding
          : question.planned
            ? state.ordering
            : -1;
  const own = ownTime(question, saying, sentence, tools);
  const isPast = (time: TimeExpression) => anchor === null || time.day! <= anchor;
  // "will travel to A from June 12 to 14, both announced on Monday": not said on the day for which it is planned.
  const coming = own === null || !question.planned ? null : comingDay(own, state, anchor);
  const saidIn = coming === null ? sentence : { ...sentence, times: times.filter((time) => time !== own) };
  const said = saying < 0 ? null : timeOf(saying, clause, saidIn, tools);
  const saidDay = said !== null && (said !== own || question.planned) && isPast(said) ? dayOf(said) : null;
  if (question.planned) {
    const isAhead = own !== null && (!isPast(own) || own.endDay! > anchor!);
    const ahead = own === null ? null : isAhead ? dayOf(own) : coming;
    const past = own !== null && ahead === null && saying < 0 ? dayOf(own) : null;
    return { days: days([saidDay ?? past ?? published]), forDay: ahead };
  }
  if (own !== null)
    return {
      days: (question.again ? together(own, clause, sentence, tools) : [own]).map((time) =>
        isNext(time, state, sentence, tools) ? weekLater(dayOf(time)) : settled(time, state, anchor),
      ),
      forDay: null,
    };
  if (
    question.alleged &&
    times.some(
      (time) =>
        time.type === "DURATION" &&
        tools.tables.list("for-prepositions").has(wordBefore(sentence.tree, time)),
    )
  )
    return { days: [], forDay: null };
  // "accuses it of having broken the deal", "of not keeping to it": nobody says since when.
  if (question.alleged && (state.perfect || state.denied)) return { days: [], forDay: null };
  if (saidDay !== null && (state.perfect || state.progressive || question.alleged))
    return { days: [saidDay], forDay: null };
  const main =
    state.after && state.soon ? timeOf(sentence.tree.tokens[clause]!.head, clause, sentence, tools) : null;
  if (main !== null) return { days: [{ ...dayOf(main), basis: "near" }], forDay: null };
  if (state.background || state.after) return { days: [], forDay: null };
  if (state.simplePast && question.near !== null && isNear(question.near, anchor))
    return { days: [{ ...question.near, basis: "near" }], forDay: null };
  return { days: days([published]), forDay: null };
}

/** "flies to A on Saturday": the Saturday that comes; "will travel to A from June 12 to 14", told in April: of the same year.
 * Null where what is to come was told of on that day. */
function comingDay(time: TimeExpression, { told }: StepState, anchor: Day | null): ClueDay | null {
  const day = dayOf(time);
  if (anchor === null || day.date >= anchor) return null;
  if (told === "done" && isWeekday(time)) return weekLater(day);
  const isYearly = told === "ahead" && HAS_MONTH.test(time.text) && !HAS_YEAR.test(time.text);
  if (!isYearly || day.date > addDays(anchor, -LONG_PAST)) return null;
  return { ...day, date: yearAfter(day.date), endDate: yearAfter(day.endDate) };
}

/** A day of a month, whatever the language calls it. */
const HAS_MONTH = /^\p{L}+\.? \d{1,2}$|^\d{1,2} \p{L}+$/u;
/** Days after which a day of the year is rather the next one than the last. */
const LONG_PAST = 180;

/** A single word that names a day. */
export function isWeekday({ text, type }: TimeExpression): boolean {
  return type === "DATE" && /^\p{Lu}\p{L}+$/u.test(text);
}

const NEAR_DAYS = 7;

function isNear({ date, endDate }: ClueDay, anchor: Day | null): boolean {
  if (anchor === null || date !== endDate || date > anchor) return false;
  return (Date.parse(anchor) - Date.parse(date)) / 86_400_000 <= NEAR_DAYS;
}

function dayOf(time: TimeExpression): ClueDay {
  return { date: time.day!, endDate: time.endDay ?? time.day!, basis: "stated" };
}

/** "is scrapping the duties from Saturday": the Saturday that comes. */
function isNext(
  time: TimeExpression,
  { ongoing }: StepState,
  { tree, anchor }: LedgerSentence,
  tools: LedgerTools,
): boolean {
  if (!ongoing || anchor === null || time.text.includes(" ") || time.type !== "DATE") return false;
  const isFrom = tools.tables.list("from-prepositions").has(wordBefore(tree, time));
  return isFrom && time.day! < anchor && time.day! >= addDays(anchor, -7);
}

const weekLater = (day: ClueDay): ClueDay => ({
  ...day,
  date: addDays(day.date, 7),
  endDate: addDays(day.endDate, 7),
});

/** A weekday beside a verb in the past is the one before ("revoked the licence to drill on Tuesday"). */
function settled(
  time: TimeExpression,
  { told, simplePast, ordering }: StepState,
  anchor: Day | null,
): ClueDay {
  const day = dayOf(time);
  // "signed on 1 January", told in November: the one before.
  if (
    told === "done" &&
    simplePast &&
    anchor !== null &&
    day.date > addDays(anchor, 6) &&
    !HAS_YEAR.test(time.text)
  )
    return { ...day, date: yearBefore(day.date), endDate: yearBefore(day.endDate) };
  const isAhead = anchor !== null && day.date > anchor && day.date <= addDays(anchor, 6);
  // "agreed to extend the truce on Monday": decided, so that the day is past.
  const isPast = simplePast || ordering >= 0;
  if (told !== "done" || !isPast || !isAhead || time.text.includes(" ")) return day;
  return { ...day, date: addDays(day.date, -7), endDate: addDays(day.endDate, -7) };
}

const HAS_YEAR = /\d{4}/u;

const yearAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

const yearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

function timeOf(
  token: number,
  not: number,
  { tree, times }: LedgerSentence,
  tools: LedgerTools,
): TimeExpression | null {
  const prepositions = tools.index.cues.get("event-prepositions") ?? new Set<string>();
  return timeAt(tree, token, times, not, prepositions);
}

/** The time of the clause: in the tree, else the nearest in the words with no other clause between. */
function ownTime(
  { clause, state, planned, lasting, met }: DayQuestion,
  not: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): TimeExpression | null {
  const { tree } = sentence;
  const until = tools.tables.list("until-prepositions");
  const relative = tree.tokens[clause]!.deprel === "acl:relcl";
  const isReduced = tree.tokens[clause]!.deprel === "acl" && tree.tokens[clause]!.xpos === "VBN";
  const usable = sentence.times.filter((time) => {
    const token = tokenOf(tree, time);
    if (time.day === null || token < 0 || isModifier(tree, token)) return false;
    // "the first leader to visit it in 12 years": how long nobody had.
    if ((state.first || met) && !planned && isStretchAhead(time, sentence)) return false;
    // "ended restrictions in place since 1992": since when it was, not when it ended.
    const isSince = tools.tables.list("after-marks").has(wordBefore(tree, time));
    if (isSince && !lasting && !state.perfect) return false;
    // "whom A had declared undesirable left on Tuesday": the day is not of the clause before the verb.
    const isOuter = (relative || state.after) && stepsUp(tree, token, clause, false) < 0;
    // "arrested on Monday on a warrant issued by A": the day is not that of the warrant.
    if (isReduced && token < clause && stepsUp(tree, token, clause, false) < 0) return false;
    if (isOuter && (state.after || hasFiniteBetween(tree, clause, token))) return false;
    return planned || !until.has(wordBefore(tree, time)) || isPartOfDay(time, sentence, tools);
  });
  const found = timeOf(clause, not, { ...sentence, times: usable }, tools);
  const near = usable.filter((time) => {
    const token = tokenOf(tree, time);
    const [low, high] = token < clause ? [token, clause] : [clause, token];
    return (
      high - low <= FARTHEST &&
      !hasFiniteBetween(tree, low, high) &&
      !tree.tokens.slice(low + 1, high).some((one) => one.form === ",")
    );
  });
  const isOwn = found !== null && !isInside(tree, tokenOf(tree, found), clause);
  // "passed it on Tuesday; A signed it on Thursday": the day behind another verb is that verb's.
  const isOthers =
    isOwn && near.length > 0 && !near.includes(found) && isBeyond(tree, clause, tokenOf(tree, found));
  // "on Thursday convicted the general of the killings in 1995": the day, not the year of what is told beside it.
  const exact =
    isOwn && isStretch(found) ? near.find((time) => time.type === "DATE" && !isStretch(time)) : null;
  if (exact !== null && exact !== undefined) return exact;
  if (isOwn && !isOthers) return found;
  if (near.length === 0 && !planned) return sharedTime(clause, usable, tree);
  const distance = (time: TimeExpression) => Math.abs(tokenOf(tree, time) - clause);
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** "recalled its envoy and closed the border on Monday": joined verbs share the one day that is told behind them. */
function sharedTime(clause: number, usable: readonly TimeExpression[], tree: Tree): TimeExpression | null {
  const joined = tree.children[clause]!.filter(
    (child) =>
      tree.relation[child] === "conj" &&
      tree.tokens[child]!.upos === "VERB" &&
      childWith(tree, child, "nsubj") < 0,
  );
  const own = usable.filter(
    (time) =>
      time.type === "DATE" && joined.some((verb) => stepsUp(tree, tokenOf(tree, time), verb, false) === 1),
  );
  return own.length === 1 && joined.length === 1 ? own[0]! : null;
}

/** Longer than a month. */
function isStretch({ day, endDay }: TimeExpression): boolean {
  return day !== null && endDay !== null && addDays(day, 31) < endDay;
}

/** "in 12 years": a day still to come that is counted from today. */
function isStretchAhead({ day, text }: TimeExpression, { anchor }: LedgerSentence): boolean {
  return anchor !== null && day! > anchor && !HAS_YEAR.test(text) && text.includes(" ");
}

/** Behind the clause, and another finite verb stands between. */
function isBeyond(tree: Tree, clause: number, token: number): boolean {
  return token > clause && hasFiniteBetween(tree, clause, token);
}

function hasFiniteBetween(tree: Tree, low: number, high: number): boolean {
  return tree.tokens.slice(low + 1, high).some(({ xpos }) => isFiniteVerb(xpos));
}

/** "a 1944 treaty": the day of the noun, not of the clause. */
function isModifier(tree: Tree, token: number): boolean {
  const { head } = tree.tokens[token]!;
  const relation = tree.relation[token];
  // "the Good Friday Agreement": a name.
  const isName = relation === "compound" && head > token && /^\p{Lu}/u.test(tree.tokens[head]!.form);
  if (isName && tree.tokens[head]!.xpos.startsWith("NN") && tree.tokens[token]!.upos === "PROPN") return true;
  const isBefore = relation === "compound" || relation === "nummod" || relation === "amod";
  return (
    isBefore && head > token && tree.tokens[head]!.xpos.startsWith("NN") && tree.tokens[token]!.upos === "NUM"
  );
}

const FARTHEST = 28;

function isFiniteVerb(xpos: string): boolean {
  return xpos === "VBD" || xpos === "VBZ" || xpos === "VBP" || xpos === "MD";
}

export function tokenOf(tree: Tree, time: TimeExpression): number {
  return tree.tokens.findLast((one) => one.start < time.end && one.end > time.start)?.index ?? -1;
}

/** The time that hangs on a noun. */
export function timeUnder(noun: number, { tree, times }: LedgerSentence): TimeExpression | null {
  const isUnder = (time: TimeExpression) =>
    tree.tokens.some(({ start, end, head }) => start < time.end && end > time.start && head === noun);
  return times.find(isUnder) ?? null;
}

/** The word before the time, an article left aside. */
export function wordBefore(tree: Tree, time: TimeExpression): string {
  const first = tree.tokens.findIndex((one) => one.start >= time.start);
  const at = tree.tokens[first - 1]?.upos === "DET" ? first - 2 : first - 1;
  return tree.lower[at] ?? "";
}

/** True where another clause beside or about lies between the time and the clause: the time is its own. */
function isInside(tree: Tree, token: number, clause: number): boolean {
  for (let at = token, steps = 0; at >= 0 && at !== clause && steps < 12; steps++) {
    const { upos, head } = tree.tokens[at]!;
    const relation = tree.relation[at];
    if (
      at !== token &&
      upos === "VERB" &&
      (relation === "advcl" || relation === "acl" || relation === "ccomp")
    )
      return true;
    at = head;
  }
  return false;
}

/** "in the first minutes of Friday": a part of that day. */
function isPartOfDay(time: TimeExpression, { tree }: LedgerSentence, { tables, cues }: LedgerTools): boolean {
  const first = tree.tokens.findIndex((one) => one.start >= time.start);
  const isOwned = tables.list("owner").has(tree.lower[first - 1] ?? "");
  return isOwned && cues.timeNouns.has(tree.tokens[first - 2]?.lemma.toLowerCase() ?? "");
}

/** The time and those that are joined to it ("on Monday by two days and on Thursday by one"). */
function together(
  first: TimeExpression,
  clause: number,
  { tree, times }: LedgerSentence,
  tools: LedgerTools,
): TimeExpression[] {
  const until = tools.tables.list("until-prepositions");
  const others = times.filter((time) => {
    if (time === first || time.day === null || time.type !== "DATE" || until.has(wordBefore(tree, time)))
      return false;
    const token = tokenOf(tree, time);
    return token >= 0 && stepsUp(tree, token, clause, false) >= 0;
  });
  return [first, ...others].sort((a, b) => a.start - b.start);
}

/** The day from which it holds ("agreed on a truce from noon on Saturday"); null where none is told. */
export function beginOf(sentence: LedgerSentence, step: ClueDay | null, tools: LedgerTools): ClueDay | null {
  const from = tools.tables.list("from-prepositions");
  const { tree, times } = sentence;
  for (const [index, time] of times.entries()) {
    if (!from.has(wordBefore(tree, time))) continue;
    const dated = time.type === "DATE" ? time : (times[index + 1] ?? time);
    if (dated.day === null) continue;
    // "agreed on Friday … from Sunday on": the Sunday behind it.
    const late = step !== null && dated.day < step.date && dated.day >= addDays(step.date, -6) ? 7 : 0;
    const [date, endDate] = [addDays(dated.day, late), addDays(dated.endDay ?? dated.day, late)];
    return { date, endDate, basis: "stated" };
  }
  return null;
}
