/** What a matched rule is about. */

import { hasWord } from "../matching/terms.ts";
import { FINITE } from "../tree/tags.ts";
import { childWith, isNominal, phraseOf } from "../tree/tree.ts";
import { contentText, missedBehind, purposeBehind } from "./contact-words.ts";
import { entriesAt } from "./entries-at.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { clauseEnd } from "./read-fields.ts";
import { namedAt, partiesAt } from "./read-parties.ts";
import { thingAt } from "./read-things.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { aimedAt } from "./who-met.ts";
import { isEmptyHead, isTime, phraseText, wholeText } from "./words-of.ts";

export function aboutOf(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { tree } = sentence;
  const { ledger } = match.frame.rule;
  const { thing } = match;
  const own = thing !== null && tree.tokens[match.trigger]!.head === thing.head;
  const thingWords = own ? null : (thing?.about ?? null);
  if (
    thing !== null &&
    thing.head >= 0 &&
    !thing.earlier &&
    match.aim < 0 &&
    (ledger === "measure" || thing.entry.also !== undefined)
  ) {
    if (thing.entry.instrument === true && isOnlyCalled(thing.head, sentence)) return null;
    const until =
      match.on > thing.head &&
      (tree.tokens[match.on]!.upos === "NOUN" || partiesAt(match.on, false, sentence, tools).length === 0)
        ? match.on
        : nounBeside(thing.head, sentence, tools);
    const whole = wholeText(thing.head, until, sentence);
    // "a paper": what it is on stands elsewhere.
    if (ledger === "measure" || thing.kind === RELATIONS || whole.includes(" ")) return whole;
  }
  if (ledger === "agreement" && thing !== null && match.aim >= 0)
    return thingWords ?? phraseText(match.aim, sentence, tools);
  const looked = inquired(match, sentence);
  if (looked >= 0) return phraseText(looked, sentence, tools);
  const isReasonBehind =
    match.aim >= 0 &&
    ledger === "inquiry" &&
    // "referred Hungary to the court over its law"
    (isEmptyHead(match.aim, sentence, tools) || isParty(match.aim, sentence, tools));
  if (isReasonBehind) return reasonBehind(match, sentence, tools);
  // "initialled an agreement on ties": what they spoke of is what it is on.
  const inner =
    ledger === "contact" && match.aim >= 0 ? thingAt(match.aim, "agreement", null, sentence, tools) : null;
  if (inner !== null && inner.head === match.aim && inner.entry.generic === true)
    return inner.about ?? clauseBehind({ ...match, thing: inner }, sentence, tools);
  const heirs = match.frame.rule.kind === SETTLEMENT ? wordSlot(match, sentence) : -1;
  // "paid 5 million dollars to the families of those killed in the raid": for what, not how much.
  if (heirs >= 0) return phraseText(heirs, sentence, tools);
  if (match.aim >= 0 && (ledger !== "agreement" || match.thing === null))
    return tree.tokens[match.aim]!.upos === "PRON"
      ? null
      : `${phraseText(match.aim, sentence, tools, [match.trigger])}${barredFrom(match, sentence, tools)}`;
  if (match.org >= 0) return phraseText(match.org, sentence, tools);
  const content = match.frame.slots.some(({ role }) => role === "CLAUSE") ? match.view.content : -1;
  const wanted = ledger === "measure" && content >= 0 ? childWith(tree, content, "obj") : -1;
  if (wanted > content) return phraseText(wanted, sentence, tools);
  if (content >= 0 && match.thing === null) return contentText(content, sentence, tools);
  // "put four firms on its blacklist"
  if (ledger === "measure" && thing === null && match.on >= 0 && !match.frame.noun) {
    const isState = partiesAt(match.on, false, sentence, tools).some(({ id }) => id?.startsWith("state/"));
    return isState ? null : phraseText(match.on, sentence, tools);
  }
  // "a peace agreement to end the war in A": the clause says more than one word before the noun.
  const isBrief = ledger === "agreement" && thingWords !== null && !thingWords.includes(" ");
  const more = isBrief ? clauseBehind(match, sentence, tools) : null;
  if (more !== null) return `${thingWords}: ${more}`;
  if (thingWords !== null || ledger === "measure") return thingWords;
  const isSomebody = namedAt(match.on, sentence, tools).some(
    ({ name, id }) => name !== null && id?.startsWith("state/") !== true,
  );
  if (
    ledger === "inquiry" &&
    match.on >= 0 &&
    !isSomebody &&
    tree.tokens[match.on]!.upos === "NOUN" &&
    match.thing !== null
  )
    return phraseText(match.on, sentence, tools);
  if (ledger === "contact")
    return (
      aimedAt(match, sentence, tools)?.about ??
      aboutBehind(match, sentence, tools) ??
      purposeBehind(match, sentence, tools) ??
      missedBehind(match, sentence, tools)
    );
  if (ledger !== "agreement")
    return aboutBehind(match, sentence, tools) ?? reasonBehind(match, sentence, tools);
  return (
    subjectBeside(match, sentence, tools) ??
    clauseBehind(match, sentence, tools) ??
    endedBy(match, sentence, tools) ??
    truceArea(match, sentence, tools) ??
    thing?.instrument ??
    null
  );
}

function isParty(head: number, sentence: LedgerSentence, tools: LedgerTools): boolean {
  const { upos } = sentence.tree.tokens[head]!;
  return upos === "PROPN" && partiesAt(head, false, sentence, tools).some(({ id }) => id !== null);
}

/** "resolution 1970, adopted on Monday": what it is called, not what it does. */
function isOnlyCalled(head: number, { tree }: LedgerSentence): boolean {
  return !tree.children[head]!.some((child) => {
    const { deprel, xpos, upos } = tree.tokens[child]!;
    if (deprel === "acl:relcl") return true;
    if (child > head && deprel === "acl") return xpos !== "VBN";
    return deprel === "nmod" || deprel === "appos" || deprel === "compound" ? upos !== "NUM" : false;
  });
}

/** "barred airlines | from its airspace": from what, behind what is banned. */
function barredFrom({ frame, view, aim }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string {
  if (frame.rule.kind !== BAN || frame.noun) return "";
  const { tree } = sentence;
  const verb = keptVerb(aim, sentence, tools);
  if (verb >= 0)
    return ` ${sentence.text.slice(tree.tokens[verb - 1]!.start, tree.tokens[phraseOf(tree, verb).last - 1]!.end)}`;
  const from = view.prepositions.find(
    ({ preposition, head, closeness }) =>
      closeness >= 1 &&
      head > aim &&
      tools.tables.list("expelling-prepositions").has(preposition) &&
      tree.tokens[head]!.upos === "NOUN" &&
      tree.tokens[head]!.head === view.trigger,
  );
  if (from === undefined || isTime(from.head, sentence)) return "";
  return ` ${from.preposition} ${phraseText(from.head, sentence, tools)}`;
}

/** The head behind a preposition that fills a slot of words; -1 for none. */
export function wordSlot({ frame, view }: LedgerMatch, { tree }: LedgerSentence): number {
  const slot = frame.slots.find(({ role, where }) => role === "WORD" && where === "oblique");
  const found = view.prepositions.find(
    ({ head, preposition }) =>
      slot?.prepositions.includes(preposition) === true && hasWord(tree, head, slot.words!),
  );
  return found?.head ?? -1;
}

export const SETTLEMENT = "settlement";

/** "barred firms from buying equipment of A": the verb of what they may no longer do; -1 for none. */
export function keptVerb(aim: number, { tree }: LedgerSentence, { tables }: LedgerTools): number {
  if (aim < 0) return -1;
  const from = tree.tokens.find(
    ({ index, form }) =>
      index > aim &&
      index - aim <= KEPT_REACH &&
      tables.list("keeping-marks").has(form) &&
      tree.tokens[index + 1]?.xpos === "VBG",
  );
  return from === undefined ? -1 : from.index + 1;
}

/** Words between whom a ban falls on and what he may no longer do. */
const KEPT_REACH = 6;

const BAN = "ban";
const RELATIONS = "relations";

/** What stands behind a preposition right behind the noun ("signed a pact on herders"), wherever the tree hangs it. */
function subjectBeside({ thing }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  if (thing === null || thing.head < 0) return null;
  const { tree } = sentence;
  if (!tools.tables.list("contact-abouts").has(tree.lower[thing.head + 1] ?? "")) return null;
  const noun = tree.tokens[thing.head + 1]!.head;
  if (noun <= thing.head + 1 || noun - thing.head > 6 || !isNominal(tree.tokens[noun]!)) return null;
  const isOther =
    isTime(noun, sentence) ||
    isEmptyHead(noun, sentence, tools) ||
    partiesAt(noun, false, sentence, tools).some(({ id }) => id !== null) ||
    tree.tokens[noun]!.upos === "NUM";
  return isOther ? null : phraseText(noun, sentence, tools);
}

/** The noun behind a preposition right behind the thing ("ban on the export of coal"), wherever the tree hangs it; -1 for none. */
function nounBeside(thing: number, sentence: LedgerSentence, tools: LedgerTools): number {
  const { tree } = sentence;
  if (!tools.tables.list("measure-abouts").has(tree.lower[thing + 1] ?? "")) return -1;
  const noun = tree.tokens[thing + 1]!.head;
  const isNoun = noun > thing + 1 && noun - thing <= 5 && tree.tokens[noun]!.upos === "NOUN";
  return isNoun && !isTime(noun, sentence) ? noun : -1;
}

/** What somebody is named to look into ("appointed A to investigate B"); -1 for nothing. */
export function inquired({ frame, view, aim }: LedgerMatch, { tree }: LedgerSentence): number {
  const isClause =
    frame.rule.ledger === "inquiry" && aim >= 0 && frame.slots.some(({ role }) => role === "CLAUSE");
  return isClause && view.content >= 0 ? childWith(tree, view.content, "obj") : -1;
}

/** The clause behind the noun that tells what was agreed ("to end the war", "under which …", "that limits …"),
 * wherever the tree hangs it. */
function clauseBehind({ thing }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { tree, text } = sentence;
  if (thing === null || thing.head < 0) return null;
  for (let at = thing.head + 1; at < tree.tokens.length; at++) {
    const { upos, xpos, form } = tree.tokens[at]!;
    if (FINITE.has(xpos) || form === ";" || form === ",") return null;
    const opens =
      xpos === "WDT" ||
      xpos === "WP" ||
      ((upos === "PART" || tree.tokens[at]!.deprel === "mark") && tree.tokens[at + 1]?.xpos === "VB") ||
      isEndTaken(at, sentence, tools) ||
      upos === "SCONJ";
    // "a treaty on Thursday fixing the border": the words between are a time.
    const isParticiple =
      xpos === "VBG" && tree.children[at]!.some((child) => tree.relation[child] === "obj" && child > at);
    if (isParticiple && at - thing.head <= 4 && !tellsStep(at, sentence, tools)) {
      const end = clauseEnd(tree, at);
      return text.slice(tree.tokens[at]!.start, tree.tokens[end - 1]!.end);
    }
    if (!opens || tools.tables.list("clause-openers").has(tree.lower[at]!) === false) continue;
    const end = clauseEnd(tree, at);
    const verb = isEndTaken(at, sentence, tools)
      ? tree.tokens[at + 1]
      : tree.tokens.slice(at + 1, end).find((one) => one.upos === "VERB");
    // "in which A agrees to": the agreement takes no step there.
    const isInside = tree.tokens[at - 1]!.upos === "ADP";
    if (verb === undefined || end - at < 3 || (!isInside && tellsStep(verb.index, sentence, tools)))
      return null;
    return text.slice(tree.tokens[at + 1]!.start, tree.tokens[end - 1]!.end);
  }
  return null;
}

/** "an agreement to end nearly four years of war": the verb that the tagger takes for a noun. */
function isEndTaken(at: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const next = tree.tokens[at + 1];
  return (
    next?.upos === "NOUN" &&
    tree.tokens[at]!.upos === "ADP" &&
    tools.tables.list("ending-verbs").has(tree.lower[at + 1]!) &&
    tree.children[at + 1]!.some((child) => child > at + 1 && tree.tokens[child]!.upos !== "ADP")
  );
}

/** What somebody is tried or looked into for, behind the first words that open a reason ("over", "on charges of", "accused
 * of"), wherever the tree hangs them. */
function reasonBehind(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { tree, text } = sentence;
  const cues = tools.tables.list("reason-cues");
  for (let at = match.trigger + 1; at < tree.tokens.length; at++) {
    if (FINITE.has(tree.tokens[at]!.xpos) || tree.tokens[at]!.form === ";") return null;
    const length = [4, 3, 2, 1].find((words) => cues.has(tree.lower.slice(at, at + words).join("_")));
    if (length === undefined) continue;
    const first = at + length;
    // "over accusations that his campaign was paid for": the whole clause.
    const isClause = tools.cues.contentMarks.has(tree.lower[first - 1]!) && length > 1;
    const end = isClause ? clauseEnd(tree, first) : reasonEnd(first, sentence);
    if (end <= first || (isTime(first, sentence) && !isClause) || tree.tokens[first]!.upos === "NUM")
      continue;
    const isSomebody = namedAt(tree.tokens[at]!.head, sentence, tools).length > 0;
    if (length === 1 && isSomebody) continue;
    return text.slice(tree.tokens[first]!.start, tree.tokens[end - 1]!.end);
  }
  return null;
}

/** The token behind the words of a reason: at a stop, a finite verb, or a time with its preposition. */
function reasonEnd(first: number, sentence: LedgerSentence): number {
  const { tree } = sentence;
  let end = clauseEnd(tree, first);
  const stop = tree.tokens
    .slice(first, end)
    .find(
      ({ index, xpos }) =>
        isTime(index, sentence) ||
        (index > first &&
          FINITE.has(xpos) &&
          isNominal(tree.tokens[index - 1]!) &&
          !isRelative(tree.tokens[index - 1]!.xpos)),
    );
  if (stop !== undefined) end = stop.index;
  while (end > first && (tree.tokens[end - 1]!.upos === "ADP" || tree.tokens[end - 1]!.upos === "DET")) end--;
  return end;
}

const isRelative = (xpos: string) => xpos === "WDT" || xpos === "WP";

/** "signed an accord in A, ending the war in B": what it puts an end to. */
function endedBy(
  { thing, trigger }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): string | null {
  const { tree } = sentence;
  if (thing === null || thing.head < 0) return null;
  for (const { index, xpos, form, lemma } of tree.tokens.slice(Math.max(trigger, thing.head) + 1)) {
    if (FINITE.has(xpos) || form === ";") return null;
    if (xpos !== "VBG" || tree.tokens[index - 1]!.form !== ",") continue;
    const object = childWith(tree, index, "obj");
    if (!tools.tables.list("ending-verbs").has(lemma.toLowerCase()) || object < 0) return null;
    return phraseText(object, sentence, tools);
  }
  return null;
}

/** Where a ceasefire holds, where the phrase hangs on the verb ("brokered a truce in the country's southwest"). */
function truceArea({ thing }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { tree } = sentence;
  if (thing === null || thing.kind !== TRUCE || tree.tokens[thing.head + 1]?.upos !== "ADP") return null;
  if (!tools.tables.list("at-prepositions").has(tree.lower[thing.head + 1]!)) return null;
  const head = tree.tokens[thing.head + 1]!.head;
  if (head <= thing.head || isTime(head, sentence) || isEmptyHead(head, sentence, tools)) return null;
  const isContact = entriesAt(tree, head, tools.tables).some((entry) => entry.ledger === "contact");
  return isContact ? null : phraseText(head, sentence, tools);
}

const TRUCE = "ceasefire";

/** "that had been extended on Monday": another step of its life, not what it is about. */
function tellsStep(verb: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const word = tree.lower[verb]!;
  const hasObject = tree.children[verb]!.some((child) => tree.relation[child] === "obj" && child > verb);
  // "that both signed in 2015": what was signed is the noun before.
  const isObject = tree.children[verb]!.some(
    (child) => tree.relation[child] === "obj" && child < verb && tree.tokens[child]!.xpos === "WDT",
  );
  const isPassive = tree.tokens[verb]!.xpos === "VBN" || isObject;
  return (
    !hasObject &&
    (tools.tables.frames.get(word) ?? []).some(
      ({ rule, slots }) =>
        rule.ledger === "agreement" &&
        (rule.step !== undefined || rule.role !== undefined) &&
        slots.some(
          ({ role, where }) => role === "THING" && (where === "subject" || (where === "object" && isPassive)),
        ),
    )
  );
}

const POSTPONED = "postponed";
const CANCELLED = "cancelled";

/** What an inquiry is for, behind a preposition near its verb. */
function aboutBehind(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { ledger, step } = match.frame.rule;
  const list = tools.tables.list(ledger === "contact" ? "contact-abouts" : "about");
  const isOff = ledger === "contact" && (step === POSTPONED || step === CANCELLED);
  for (const { preposition, head } of match.view.prepositions) {
    // "put off the visit over reports of spying": why, not what about.
    if (isOff && tools.tables.list("cause-prepositions").has(preposition)) continue;
    if (!list.has(preposition) || head < match.trigger || isTime(head, sentence)) continue;
    if (sentence.tree.tokens[head]!.upos === "NUM") continue;
    // "was arrested at his home"
    if (match.frame.rule.ledger === "inquiry" && tools.tables.list("spot-prepositions").has(preposition))
      continue;
    // "spoke about Taiwan": a state may be what they spoke of.
    const isTopic =
      match.frame.rule.ledger === "contact" && tools.tables.list("topic-prepositions").has(preposition);
    const isPlace = sentence.parties.places().some(({ first, last }) => first <= head && head < last);
    if (head === match.on || head === match.by) continue;
    if (!isTopic && (isPlace || partiesAt(head, false, sentence, tools).length > 0)) continue;
    if (entriesAt(sentence.tree, head, tools.tables).length > 0 || isEmptyHead(head, sentence, tools))
      continue;
    const words = phraseText(head, sentence, tools);
    if (!tools.tables.list("empty-abouts").has(words.toLowerCase())) return words;
  }
  return null;
}
