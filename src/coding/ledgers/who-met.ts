/**
 * Who took part in a contact that its own clause does not name: whom the talks
 * behind "for" were with, and those of the contact told before ("the two", "they").
 */

import { FINITE } from "../tree/tags.ts";
import { childWith, isNominal, phraseOf } from "../tree/tree.ts";
import type { ClueDay, LedgerClue, LedgerStep } from "../types.ts";
import { entriesAt } from "./entries-at.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { isOnlyNamed } from "./no-step.ts";
import type { Parties } from "./parties.ts";
import { isKnown, isPerson } from "./parties.ts";
import { subjectsBefore } from "./read-described.ts";
import { partiesAt, withOffice } from "./read-parties.ts";
import { thingAt } from "./read-things.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";

/** Sentences back to which "they" reach. */
const REACH = 3;

/** The contact for which somebody travels ("flew to Rabat for talks with A on B"); null for none. */
export function aimedAt(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Thing | null {
  if (match.frame.rule.ledger !== "contact" || match.place < 0) return null;
  const { tree } = sentence;
  for (const { index, xpos, upos } of tree.tokens.slice(match.trigger + 1)) {
    if (FINITE.has(xpos)) return null;
    if (upos !== "NOUN" || !entriesAt(tree, index, tools.tables).some(({ ledger }) => ledger === "contact"))
      continue;
    const mark = childWith(tree, index, "case");
    if (mark < 0 || !tools.tables.list("for-prepositions").has(tree.lower[mark]!)) continue;
    return thingAt(index, "contact", null, sentence, tools);
  }
  return null;
}

/** Those of the latest contact of the report, for "they", "the two", "the ministers"; empty where the words name somebody. */
export function thoseWhoMet(head: number, { tree, earlier }: LedgerSentence, tools: LedgerTools): Parties {
  if (head < 0) return [];
  const { upos, xpos, lemma } = tree.tokens[head]!;
  const { list } = tools.tables;
  const isPronoun = upos === "PRON" && list("plural-pronouns").has(tree.lower[head]!);
  const isPair = list("pair-words").has(tree.lower[head]!) || list("pair-nouns").has(lemma.toLowerCase());
  const isPlural =
    xpos === "NNS" &&
    isNominal(tree.tokens[head]!) &&
    (list("side-nouns").has(lemma) || list("ranks").has(lemma.toLowerCase()));
  if (!isPronoun && !isPair && !isPlural) return [];
  const last = earlier.findLast(
    ({ ledger, sentence, by }: LedgerClue) =>
      ledger === "contact" && by.length > 1 && tree.sentence.index - sentence <= REACH,
  );
  return last?.by ?? [];
}

/** "received B on Monday, the first visit by B in years": those of the contact that it stands beside; null for none. */
export function metBeside(
  { frame, trigger }: LedgerMatch,
  own: Parties,
  { tree, earlier }: LedgerSentence,
): Parties | null {
  if (!frame.noun || tree.relation[trigger] !== "appos" || new Set(own.map(({ code }) => code)).size > 1)
    return null;
  const beside = earlier.findLast(
    ({ ledger, sentence, by, step }) =>
      ledger === "contact" && sentence === tree.sentence.index && step !== null && by.length > 1,
  );
  const isTheirs = own.every(({ code }) => beside?.by.some((one) => one.code === code) === true);
  if (beside === undefined || !isTheirs) return null;
  // "will travel there on Monday, the first visit by A": still to come.
  return beside.step === PLANNED ? [] : beside.by;
}

const PLANNED: LedgerStep = "planned";

/** "The trip was put back": those of the latest contact of the report. */
export function ofToldContact({ kind }: Thing, { tree, earlier }: LedgerSentence): Parties {
  const last = earlier.findLast(
    ({ ledger, sentence, step }: LedgerClue) =>
      ledger === "contact" && step !== null && tree.sentence.index - sentence <= REACH,
  );
  const isSame = last !== undefined && (last.kind === kind || kind === MEETING || last.kind === MEETING);
  return isSame ? last.by : [];
}

const MEETING = "meeting";

/** "travelled to Asmara to meet A", "to see A": whom somebody goes to meet. */
export function metBelow(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  if (match.frame.rule.kind !== VISIT || match.frame.noun) return [];
  const { tree } = sentence;
  for (const { index, xpos, upos } of tree.tokens.slice(match.trigger + 1)) {
    if (FINITE.has(xpos)) return [];
    const isMeeting =
      upos === "VERB" &&
      tree.tokens[index - 1]?.upos === "PART" &&
      (tools.tables.list("seeing-verbs").has(tree.lower[index]!) ||
        (tools.tables.frames.get(tree.lower[index]!) ?? []).some(({ rule }) => rule.kind === MEETING));
    const object = isMeeting ? childWith(tree, index, "obj") : -1;
    if (object >= 0) return partiesAt(object, false, sentence, tools);
  }
  return [];
}

const VISIT = "visit";

/** "Accompanied by B, A laid a wreath": others' persons who were there, too. */
export function alongside(
  own: Parties,
  { frame }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  if (frame.rule.kind !== VISIT || frame.noun) return [];
  const { tree } = sentence;
  const codes = new Set(
    own.flatMap(({ id, code }) => (id?.startsWith("person/") === true ? (code ?? []) : [])),
  );
  return tree.tokens.flatMap(({ index, xpos, lemma }) => {
    if (xpos !== "VBN" || !tools.tables.list("beside-verbs").has(lemma.toLowerCase())) return [];
    return tree.children[index]!.filter((child) => {
      const { first } = phraseOf(tree, child);
      return first > index && tools.cues.agent.has(tree.lower[first]!);
    })
      .flatMap((child) => partiesAt(child, false, sentence, tools))
      .filter(({ id, code }) => id?.startsWith("person/") === true && !codes.has(code ?? ""));
  });
}

/** Whether two sides that do something together on a day have met for it: no contact is told in the sentence or before. */
export function isMeeting(
  day: ClueDay | undefined,
  by: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): boolean {
  const { tree, earlier } = sentence;
  // "on the sidelines of a summit" tells of another contact.
  const isOwn = (index: number) =>
    entriesAt(tree, index, tools.tables).some(({ ledger }) => ledger === "contact") &&
    !isOnlyNamed(index, sentence, tools);
  const persons = by.filter(
    ({ id, name }) => id?.startsWith("person/") === true || (id === null && name !== null),
  );
  return (
    day?.basis === "stated" &&
    new Set(persons.map(({ code }) => code)).size > 1 &&
    !earlier.some(({ ledger, step }) => ledger === "contact" && step !== null) &&
    !tree.tokens.some(({ index }) => isOwn(index))
  );
}

/** "talks with the visiting president, A": one of those who met is a guest of the other. */
export function isGuestThere(
  { frame }: LedgerMatch,
  { tree }: LedgerSentence,
  { tables }: LedgerTools,
): boolean {
  if (frame.rule.ledger !== "contact") return false;
  return tree.tokens.some(({ index, head }) => {
    if (!tables.list("guest-words").has(tree.lower[index]!) || head <= index) return false;
    const { upos, lemma } = tree.tokens[head]!;
    return upos === "PROPN" || tables.list("ranks").has(lemma.toLowerCase());
  });
}

/** Whom somebody met; of "European Union leaders" whose they are. Nobody meets himself. */
export function facedBy(
  head: number,
  subject: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const own = partiesAt(head, false, sentence, tools).filter(
    ({ id }) => id === null || !subject.some((one) => one.id === id),
  );
  if (own.some(isKnown) || head < 0) return own;
  const { list } = tools.tables;
  // "A arrived in Ankara. President B received him": the subject of the sentence before.
  if (list("person-pronouns").has(sentence.tree.lower[head]!))
    return subjectsBefore(sentence, tools)
      .filter(isPerson)
      .map((actor) => withOffice(actor, sentence, tools));
  const noun = sentence.tree.tokens[head]!.lemma.toLowerCase();
  return list("ranks").has(noun) || list("person-nouns").has(noun)
    ? partiesAt(head, true, sentence, tools)
    : own;
}
