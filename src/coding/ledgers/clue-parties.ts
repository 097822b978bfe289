/**
 * Who takes a step and on whom or with whom, for a matched rule: what its slots
 * hold, what stands around the noun, and what prepositions near the verb lead to.
 */

import { grammaticalSubject } from "../tree/arguments.ts";
import { childWith, isNominal, type Tree, withConjuncts } from "../tree/tree.ts";
import type { LedgerClue, LedgerParty, LedgerStep } from "../types.ts";
import { accusedOf, accusedParties } from "./accused-parties.ts";
import { helpersOf, presiding } from "./agreement-parties.ts";
import { clauseOver, subjectOver } from "./clauses-over.ts";
import { reciprocal } from "./clues-beside.ts";
import { inquiryParties } from "./inquiry-parties.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { withNames } from "./names-of-met.ts";
import { isKnown, isPerson, NOBODY, type Parties } from "./parties.ts";
import { against, senderOf, servedBelow, servedByKept } from "./parties-behind.ts";
import { namedAt, partiesAt, partiesUnder, sameParty, stateParty, together } from "./read-parties.ts";
import { thingAt } from "./read-things.ts";
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { aimedAt, alongside, facedBy, metBelow, metBeside, ofToldContact, thoseWhoMet } from "./who-met.ts";
import { countriesOf } from "./words-of.ts";

export interface ClueParties {
  readonly by: Parties;
  readonly on: Parties;
  /** The clue about the instrument that does it ("the package closes the ports"). */
  readonly lent: LedgerClue | null;
}

/** Who takes the step and whom it falls on; a measure or a case against a firm falls on its state. */
export function partiesOf(
  match: LedgerMatch,
  state: StepState,
  sentence: LedgerSentence,
  earlier: readonly LedgerClue[],
  tools: LedgerTools,
): ClueParties {
  const found = foundParties(match, state, sentence, earlier, tools);
  const { ledger } = match.frame.rule;
  if (ledger !== "measure" && ledger !== "inquiry") return found;
  const atHome = (party: LedgerParty): LedgerParty => {
    const home = tools.tables.homes.get(party.id ?? "");
    return home === undefined ? party : { ...party, code: home };
  };
  return { ...found, on: found.on.map(atHome) };
}

function foundParties(
  match: LedgerMatch,
  state: StepState,
  sentence: LedgerSentence,
  earlier: readonly LedgerClue[],
  tools: LedgerTools,
): ClueParties {
  const { rule } = match.frame;
  const { thing } = match;
  const subject = subjectOf(match, state, sentence, tools);
  if (rule.ledger === "contact") {
    const host = hostOf(match, sentence);
    const outer = match.frame.noun && subject.length === 0 ? ownersSubject(match, sentence, tools) : [];
    const aimed = aimedAt(match, sentence, tools);
    const all = together(
      subject.length > 0 ? subject : thoseWhoMet(match.by, sentence, tools),
      outer,
      host,
      facedBy(match.on, subject, sentence, tools),
      metBelow(match, sentence, tools),
      aimed?.between,
      aimed?.with,
      thing?.between,
      thing?.with,
      thing?.owners,
    );
    const met = together(all, alongside(all, match, sentence, tools)).filter(
      (party) => isKnown(party) && !isFirm(party) && party.sector !== PRESS,
    );
    // A country that nobody known visits has met nobody.
    const isHostAlone = host.length > 0 && met.every((party) => host.includes(party));
    if (met.length === 0 && thing?.known === true)
      return { by: ofToldContact(thing, sentence), on: [], lent: null };
    const by = isHostAlone ? [] : (metBeside(match, met, sentence) ?? met);
    return { by: withNames(by, sentence), on: [], lent: null };
  }
  const named =
    rule.ledger === "inquiry"
      ? namedAt(match.on, sentence, tools)
      : partiesAt(match.on, true, sentence, tools);
  if (rule.ledger === "agreement") {
    const org = partiesAt(match.org, false, sentence, tools);
    const joined = match.frame.rule.kind === ACCESSION ? org : [];
    // "brokered by A with the help of B"
    const helped = match.frame.rule.role === undefined ? [] : helpersOf(match, sentence, tools);
    if (helped.length > 0) return { by: together(subject.filter(isKnown), helped), on: [], lent: null };
    const isNotice = match.frame.rule.step === NOTIFIED;
    const on = together(isNotice ? [] : named, joined, thing?.between, thing?.with, thing?.owners);
    const known = subject.filter(isKnown);
    const told = known.length === 0 && on.length === 0 ? presiding(match, sentence, tools) : known;
    // "the two agreed to": those who met.
    const by =
      told.length > 0 || match.frame.rule.step === undefined ? told : thoseWhoMet(match.by, sentence, tools);
    return {
      by,
      on: on.filter(
        (party) =>
          isKnown(party) &&
          !subject.some((one) => sameParty(one, party)) &&
          (joined.length > 0 || !org.includes(party)),
      ),
      lent: null,
    };
  }
  if (rule.ledger === "inquiry") {
    return { ...inquiryParties(match, subject, named, sentence, tools), lent: null };
  }
  // "A and B are expelling diplomats": each other's, of whom nothing else is told.
  const mutual =
    match.frame.rule.kind === EXPULSION &&
    subject.length > 1 &&
    !named.some(({ code }) => code !== null) &&
    reciprocal(sentence, tools) === null;
  if (mutual) return { by: [], on: [], lent: null };
  // "Moscow said it would": somebody, not the law.
  const law = lawBefore(match.by, sentence, tools);
  // "It bans flights", not "it banned flights": what a law does.
  const isLaw = law !== null && sentence.tree.tokens[match.trigger]!.xpos === "VBZ";
  const isActor =
    !isLaw && match.by >= 0 && sentence.tree.tokens[match.by]!.upos === "PRON" && subject.length > 0;
  const instrument = isActor ? null : (law ?? thingAt(match.by, "measure", null, sentence, tools));
  const lent =
    instrument?.instrument == null
      ? null
      : (earlier.findLast(
          (clue) => clue.ledger === "measure" && clue.instrument !== null && clue.by.length > 0,
        ) ?? null);
  // "approved sanctions on Friday, which ban": who approved them bans.
  const teller =
    lent !== null || instrument === null || subject.length > 0
      ? undefined
      : earlier.findLast(
          (clue) =>
            clue.ledger === "measure" && clue.thing?.start === instrument.span.start && clue.by.length > 0,
        );
  const sender =
    subject.length > 0 || match.aim < 0 || !match.view.passive ? [] : senderOf(match, sentence, tools);
  // "the expulsion of 60 Russians": whom it strikes, not whose it is.
  const struck = match.frame.noun && match.aim >= 0 ? partiesAt(match.aim, true, sentence, tools) : [];
  const owners = thing?.owners.filter((one) => !struck.some((other) => sameParty(one, other)));
  const told = lent?.by ?? teller?.by ?? together(subject, owners, sender);
  const by = told.some(isKnown) ? told.filter(isKnown) : told;
  const codes = new Set(by.flatMap(({ code }) => code ?? []));
  const own = (parties: Parties) =>
    parties.filter(
      ({ code, id }) =>
        code === null ||
        !codes.has(code) ||
        (id !== null && !isState(id) && !by.some((one) => one.id === id)),
    );
  let on: Parties = own(together(named, struck, thing?.against, thing?.between, thing?.with));
  if (on.length === 0 && match.aim >= 0) on = partiesUnder(match.aim, codes, sentence, tools);
  // "closed their borders with Mali": whose they are is not whom it strikes.
  if (!on.some(isKnown)) {
    const struckBehind = own(together(against(match, sentence, tools), servedBelow(match, sentence, tools)));
    if (on.length === 0 || struckBehind.some(isKnown)) on = struckBehind;
  }
  if (on.length === 0 && match.aim >= 0) on = own(countriesOf(match.aim, sentence).map(stateParty));
  if (on.length === 0 && (thing?.instrument ?? null) !== null)
    on = own(onOfOthers(thing!.head, sentence, tools));
  if (on.length === 0 && match.aim < 0 && (thing?.head ?? -1) >= 0)
    on = own(partiesUnder(thing!.head, codes, sentence, tools).filter(isKnown));
  if (on.length === 0 && match.aim < 0 && (thing?.head ?? -1) >= 0)
    on = own(countriesOf(thing!.head, sentence).map(stateParty));
  // "barred firms from buying equipment of A": whose it is.
  if (match.frame.rule.kind === BAN && match.aim >= 0 && !on.some(isKnown)) {
    const served = own(servedByKept(match.aim, sentence, tools));
    if (served.length > 0) on = served;
  }
  // "adopted them": the tariffs on vehicles made in A.
  if (on.length === 0 && match.aim < 0 && thing?.earlier === true) on = own(thing.countries.map(stateParty));
  return { by, on: on.length === 0 && lent !== null ? lent.on : on, lent };
}

/** "signed a decree on sanctions against A. It bans imports": the decree, whatever was named behind it. */
function lawBefore(head: number, { tree, before }: LedgerSentence, { tables }: LedgerTools) {
  if (head < 0 || !tables.list("singular-pronouns").has(tree.lower[head]!)) return null;
  const last = before.at(-1)?.sentence ?? -1;
  if (tree.sentence.index - last !== 1) return null;
  return before.findLast(({ entry, sentence }) => entry.instrument === true && sentence === last) ?? null;
}

const RATIFIED: LedgerStep = "ratified";
const NOTIFIED: LedgerStep = "withdrawal notified";
const EXPULSION = "expulsion";
const BAN = "ban";
const ACCESSION = "accession";

/** The state that is visited. */
function hostOf(match: LedgerMatch, sentence: LedgerSentence): Parties {
  if (match.place < 0) return [];
  const place = sentence.parties
    .places()
    .find(({ first, last }) => first <= match.place && match.place < last);
  return place?.countryCode == null ? [] : [stateParty(place.countryCode)];
}

/** Firms and clubs visit nobody in a ledger of states. */
const isFirm = ({ code, id }: LedgerParty) =>
  id?.startsWith("person/") !== true && (code === "MNC" || code === "NGO");
/** Who tells journalists something meets nobody. */
const PRESS = "JRN";
const isState = (id: string) => id.startsWith("state/") || id.startsWith("person/");

/** Who takes the step: subject, agent of a passive, or who orders it; those of joined heads that stand for nobody by
 * themselves ("the heads of its institutions") too. */
function subjectOf(
  match: LedgerMatch,
  state: StepState,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const { tree } = sentence;
  const contact = match.frame.rule.ledger === "contact";
  const absolute = match.frame.rule.role === undefined ? -1 : absoluteSubject(tree, match.trigger, tools);
  const accused = accusedOf(match, state, tree);
  if (accused >= 0) return accusedParties(accused, state.accusing, sentence, tools);
  const misjoined = match.frame.noun ? -1 : overInfinitive(tree, match.trigger);
  if (misjoined >= 0) {
    const outer = subjectOver(misjoined, tree, tools);
    if (outer !== null) return partiesAt(outer.head, !contact, sentence, tools);
  }
  const isBare = match.by < 0 && !match.frame.noun && !match.view.passive && match.view.subject < 0;
  const before = isBare ? nounBefore(tree, match.trigger) : -1;
  if (before >= 0) return partiesAt(before, !contact, sentence, tools);
  const own = partiesAt(absolute >= 0 ? absolute : match.by, !contact, sentence, tools);
  if (absolute >= 0 && own.length > 0) return own;
  // "The lower house had approved it": that of who took the step told before.
  if (isHouse(match, own, sentence, tools)) {
    const last = sentence.earlier.findLast(
      ({ ledger, step, sentence: at }) =>
        ledger === "agreement" && step === RATIFIED && sentence.tree.sentence.index - at === 1,
    );
    if (last !== undefined && last.by.length > 0) return last.by;
  }
  // "gave notice that they were leaving": those who gave it.
  const isPronoun = match.by >= 0 && own.length === 0 && tree.tokens[match.by]!.xpos === "PRP";
  if (isPronoun && !state.after && match.frame.rule.ledger === "agreement") {
    const outer = subjectOver(tree.tokens[match.clause]!.head, tree, tools);
    if (outer !== null && outer.head !== match.by) return partiesAt(outer.head, true, sentence, tools);
  }
  if (own.length > 0 && match.by >= 0) {
    const others = withConjuncts(tree, match.by).slice(1);
    if (contact)
      return together(
        own,
        others.flatMap((head) => partiesAt(head, false, sentence, tools)).filter(isPerson),
      );
    const joined = others
      .filter((head) => isTold(head, tree))
      .flatMap((head) => partiesUnder(head, NOBODY, sentence, tools));
    return together(
      own,
      joined.filter(({ code }) => !own.some((one) => one.code === code)),
    );
  }
  // "signed an order to impose": who signed the order.
  const isOrder = match.by >= 0 && state.ordering >= 0 && tree.tokens[match.by]!.head === state.ordering;
  if (match.by >= 0 && !(isOrder && match.by > state.ordering))
    return contact ? own : partiesUnder(match.by, NOBODY, sentence, tools);
  if (match.view.passive) {
    for (const { preposition, head } of match.view.prepositions) {
      const measured = tree.tokens.some(
        ({ index, upos }) => upos === "NUM" && index < head && head - index <= 3,
      );
      if (!tools.cues.agent.has(preposition) || measured) continue;
      const agent = partiesAt(head, true, sentence, tools);
      if (agent.length > 0) return agent;
    }
  }
  if (match.frame.noun && state.ordering < 0) {
    const over = clauseOver(tree, match.trigger);
    const outer = tree.tokens[match.trigger]!.head < 0 ? null : subjectOver(over, tree, tools);
    if (!contact || outer === null) return [];
    // "A warned B in a call on Tuesday": they were on the line.
    const objects = [childWith(tree, over, "obj"), childWith(tree, over, "iobj")];
    const beside = tree.children[over]!.filter((child) => {
      const mark = tree.relation[child] === "obl" ? childWith(tree, child, "case") : -1;
      return mark >= 0 && tools.tables.list("with").has(tree.lower[mark]!);
    });
    const joined = withConjuncts(tree, outer.head).slice(1);
    return together(
      partiesAt(outer.head, false, sentence, tools),
      [...joined, ...objects, ...beside]
        .flatMap((head) => partiesAt(head, false, sentence, tools))
        .filter(isPerson),
    );
  }
  const deciding = state.ordering >= 0 ? state.ordering : state.deciding;
  // "announced it after meeting in Seoul": who announced it met.
  if (deciding < 0 && contact && tree.relation[match.trigger] === "advcl") {
    const outer = subjectOver(tree.tokens[match.trigger]!.head, tree, tools);
    return outer === null ? [] : partiesAt(outer.head, false, sentence, tools);
  }
  if (deciding < 0) return [];
  const governor = grammaticalSubject(tree, deciding, tools.cues, 0);
  return governor === null ? [] : partiesAt(governor.head, true, sentence, tools);
}

/** A parliament of which the words do not say whose it is. */
function isHouse(match: LedgerMatch, own: Parties, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const { rule } = match.frame;
  return (
    match.by >= 0 &&
    rule.ledger === "agreement" &&
    rule.step === RATIFIED &&
    own.every(({ id, name }) => id === null && name === null) &&
    tools.tables.list("ratifiers").has(tree.tokens[match.by]!.lemma.toLowerCase()) &&
    !tree.children[match.by]!.some(
      (child) => tree.tokens[child]!.upos === "PROPN" || tree.relation[child] === "nmod",
    )
  );
}

/** Something says whose it is: "A's government and the opposition" are both A's. */
function isTold(head: number, tree: Tree): boolean {
  if (tree.tokens[head]!.upos !== "NOUN" || tree.tokens[head]!.xpos === "NNS") return true;
  return tree.children[head]!.some(
    (child) => tree.relation[child] !== "det" && tree.relation[child] !== "cc",
  );
}

/** "telling two envoys to leave and halting the trade": a participle that the parser joined to the infinitive; the verb
 * over that, -1 for none. */
function overInfinitive(tree: Tree, verb: number): number {
  const { head, xpos } = tree.tokens[verb]!;
  if (xpos !== "VBG" || tree.relation[verb] !== "conj" || tree.tokens[head]!.xpos !== "VB") return -1;
  let at = tree.tokens[head]!.head;
  while (at >= 0 && tree.tokens[at]!.upos !== "VERB") at = tree.tokens[at]!.head;
  return at;
}

/** "During their talks …, A and B confirmed": whose the noun is, by the subject of the clause. */
function ownersSubject({ trigger }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const { tree } = sentence;
  const owner = tree.children[trigger]!.find((child) => tree.tokens[child]!.deprel === "nmod:poss");
  if (owner === undefined || tree.tokens[owner]!.upos !== "PRON") return [];
  const subject = grammaticalSubject(tree, clauseOver(tree, trigger), tools.cues, 0);
  return subject === null ? [] : partiesAt(subject.head, false, sentence, tools);
}

/** On whom what the law speaks of falls ("a bill that makes it harder to ease sanctions on A"). */
function onOfOthers(instrument: number, sentence: LedgerSentence, tools: LedgerTools): Parties {
  if (instrument < 0) return [];
  for (const { index } of sentence.tree.tokens.slice(instrument + 1)) {
    const thing = thingAt(index, "measure", null, sentence, tools);
    if (thing !== null && thing.head === index && thing.against.length > 0)
      return thing.against.filter(isKnown);
  }
  return [];
}

/** The phrase right before a verb to which the parser gave no subject; -1 for none. */
function nounBefore(tree: Tree, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && BETWEEN.has(tree.tokens[at]!.upos)) at--;
  if (at < 0 || !isNominal(tree.tokens[at]!)) return -1;
  for (let steps = 0; steps < 6; steps++) {
    const { head } = tree.tokens[at]!;
    if (head < 0 || head > verb || !isNominal(tree.tokens[head]!)) return at;
    at = head;
  }
  return at;
}

const BETWEEN: ReadonlySet<string> = new Set(["AUX", "ADV", "PART"]);

/** "with Qatar acting as mediator", "with Qatar as mediator": who stands between "with" and the role; -1 for none. */
function absoluteSubject(tree: Tree, trigger: number, tools: LedgerTools): number {
  for (let at = trigger - 1; at >= 0 && trigger - at < ABSOLUTE_REACH; at--) {
    const { upos, head } = tree.tokens[at]!;
    if (tools.tables.list("with").has(tree.lower[at]!)) return head > at && head < trigger ? head : -1;
    if (upos === "VERB" && at < trigger - 3) return -1;
  }
  return -1;
}

const ABSOLUTE_REACH = 14;
