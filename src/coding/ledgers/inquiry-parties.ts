/**
 * Parties of an inquiry: the court or state that leads it and whom it is about.
 *
 * In: a matched rule with what its slots hold. Out: who and on whom, by what stands
 * in the phrases around; a court without a state is that of those whom it tries.
 */

import { FINITE } from "../tree/tags.ts";
import type { LedgerParty } from "../types.ts";
import { inquired } from "./clue-words.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { isPerson, NOBODY, type Parties } from "./parties.ts";
import { askerOf, courtBehind, ownCourt, seatedCourt, worldCourt } from "./parties-behind.ts";
import { partiesAt, partiesUnder, sameParty, stateParty, together } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { countriesOf } from "./words-of.ts";

/** Who leads the inquiry and whom it is about. @param subject who acts by the tree @param named whom the slot names */
export function inquiryParties(
  match: LedgerMatch,
  subject: Parties,
  named: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): { readonly by: Parties; readonly on: Parties } {
  const court = courtBehind(match, sentence, tools);
  const asking = match.frame.rule.step === ARREST ? askerOf(match, sentence, tools) : [];
  const bench = court.length > 0 ? court : asking.length > 0 ? asking : worldCourt(match, sentence, tools);
  const acting = bench.length > 0 ? bench : together(subject, match.thing?.owners);
  const told = seatedCourt(acting, sentence, tools);
  const on = struckBy(match, told, named, sentence, tools);
  return {
    by: ownCourt(match, told, on, sentence),
    on: on.map((party) => withOwnName(party, sentence, tools)),
  };
}

/** Who is called by name and surname alone, and whom nothing else tells of: those words are the name. */
function withOwnName(party: LedgerParty, { tree }: LedgerSentence, { tables }: LedgerTools): LedgerParty {
  if (party.code !== null || party.id !== null || party.name !== null) return party;
  const all = party.entityText.split(" ");
  // "President A B"
  const words = all.slice(
    Math.max(
      0,
      all.findIndex((word) => !tables.list("ranks").has(word.toLowerCase())),
    ),
  );
  const first = tree.tokens.findIndex(({ index }) =>
    words.every(
      (word, at) => tree.tokens[index + at]?.form === word && tree.tokens[index + at]?.upos === "PROPN",
    ),
  );
  return first < 0 || words.length < 2 ? party : { ...party, name: words.join(" ") };
}

const ARREST = "arrest";
const IGO = "IGO";

/** Whom an inquiry is about: named, inside what is looked into, or behind it. */
function struckBy(
  match: LedgerMatch,
  by: Parties,
  named: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const { thing } = match;
  const isOther = (party: LedgerParty) => !by.some((one) => sameParty(one, party));
  const on = together(speakersState(match, named, sentence, tools), thing?.against).filter(isOther);
  if (on.length > 0) return on;
  const what = inquired(match, sentence);
  const looked = partiesUnder(what, NOBODY, sentence, tools);
  if (looked.length > 0) return looked;
  const person = personBehind(match, by, sentence, tools);
  if (person.length > 0) return person;
  const countries = [...(thing?.countries ?? []), ...(what < 0 ? [] : countriesOf(what, sentence))];
  const near = together(countries.map(stateParty));
  if (near.length > 0 || match.aim < 0) return near;
  const inside = partiesUnder(match.aim, NOBODY, sentence, tools);
  const states = inside.flatMap(({ code }) => (code === null || code === IGO ? [] : [stateParty(code)]));
  return states.filter(({ code }) => !by.some((one) => one.code === code)).slice(0, 1);
}

/** "the minister defended her country before the judges": the country is tried, not who speaks for it. */
function speakersState(
  { on, aim, view }: LedgerMatch,
  named: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  if (on < 0 || aim < 0 || on !== view.subject) return named;
  const own = partiesAt(aim, true, sentence, tools);
  const isOwn = (party: LedgerParty) => own.some(({ code }) => code !== null && code === party.code);
  const isNoun = sentence.tree.tokens[aim]!.upos === "NOUN";
  return isNoun && named.length > 0 && named.every(isOwn)
    ? named.map(({ code }) => stateParty(code!))
    : named;
}

/** The person whom the words behind the noun of an inquiry name ("a hearing on killings in President A's war"). */
function personBehind(
  match: LedgerMatch,
  by: Parties,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const { thing } = match;
  if (thing === null || thing.head < 0) return [];
  const { tree } = sentence;
  for (const { index, upos, xpos } of tree.tokens.slice(thing.head + 1)) {
    if (FINITE.has(xpos) && index > match.trigger) return [];
    if (upos !== "PROPN") continue;
    const found = partiesAt(index, false, sentence, tools).filter(isPerson);
    if (found.length > 0 && !found.some((party) => by.some((one) => sameParty(one, party))))
      return found.slice(0, 1);
  }
  return [];
}
