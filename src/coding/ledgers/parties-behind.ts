/** Parties that prepositions lead to: whom an act is against, from where somebody is sent, at which court a case is. */

import { childWith, phraseOf } from "../tree/tree.ts";
import { keptVerb } from "./clue-words.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { isKnown, NOBODY, type Parties } from "./parties.ts";
import { partiesAt, partiesUnder } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

const EXPULSION = "expulsion";
const IGO = "IGO";

/** Whom the act is against, behind a preposition near the trigger. */
export function against(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const list = tools.tables.list("against");
  // "the tariffs took effect in A": where they hold, not whom they strike.
  const [first] = match.frame.slots;
  const isSubject = first?.role === "THING" && first.where === "subject";
  const isWhere = (word: string) => isSubject && tools.tables.list("at-prepositions").has(word);
  for (const { preposition, head, closeness } of match.view.prepositions) {
    if (!list.has(preposition) || isWhere(preposition) || closeness < 1 || head < match.trigger) continue;
    const found = partiesUnder(head, NOBODY, sentence, tools);
    if (found.length > 0) return found;
  }
  return [];
}

/** "stopped selling oil to A": whom the act that is stopped served. */
export function servedBelow(
  { frame, view }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  if (view.content < 0 || !frame.slots.some(({ role }) => role === "CLAUSE")) return [];
  const { tree } = sentence;
  const object = childWith(tree, view.content, "obj");
  const heads = [view.content, object].flatMap((at) => (at < 0 ? [] : tree.children[at]!));
  for (const head of heads) {
    const mark = head < view.content ? -1 : childWith(tree, head, "case");
    if (mark < 0 || !tools.tables.list("against").has(tree.lower[mark]!)) continue;
    const found = partiesUnder(head, NOBODY, sentence, tools).filter(isKnown);
    if (found.length > 0) return found;
  }
  return [];
}

/** "barred firms from buying oil of A", "banned A's phones": whom a ban on what is done or on a firm's goods strikes. */
export function servedByKept(aim: number, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const { tree, parties } = sentence;
  const verb = keptVerb(aim, sentence, tools);
  const heads = verb < 0 ? [] : tree.children[verb]!.filter((child) => child > verb);
  for (const head of heads) {
    const found = partiesUnder(head, NOBODY, sentence, tools).filter(isKnown);
    if (found.length > 0) return found;
  }
  const { first, last } = phraseOf(tree, verb < 0 ? aim : verb);
  const firms = tree.tokens
    .slice(first, last)
    .flatMap(({ index, upos }) => (upos === "PROPN" ? parties.span(index, index + 1) : []));
  return firms
    .filter(({ id }) => tools.tables.homes.has(id ?? ""))
    .map((firm) => ({ ...firm, office: null }));
}

/** Who sends away: the place behind "from" in a passive without a doer ("were expelled from Kenya"). */
export function senderOf(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const list = tools.tables.list("expelling-prepositions");
  if (match.frame.rule.kind !== EXPULSION) return [];
  const from = match.view.prepositions.find(
    ({ preposition, head }) => list.has(preposition) && head > match.trigger,
  );
  return from === undefined ? [] : partiesAt(from.head, false, sentence, tools);
}

/** The court at which a case is brought ("at the International Court of Justice"). */
export function courtBehind(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const nouns = tools.tables.list("court-nouns");
  const { tree } = sentence;
  for (const { head } of match.view.prepositions) {
    const [party] = partiesAt(head, false, sentence, tools);
    if (party === undefined || head === match.on) continue;
    const isCourt =
      party.code === IGO || party.sector === COURTS || nouns.has(tree.tokens[head]!.lemma.toLowerCase());
    const isAt = match.view.prepositions.some(
      (one) => one.head === head && tools.tables.list("court-prepositions").has(one.preposition),
    );
    if (isCourt && isAt) return [party];
  }
  return [];
}

/** "the United Nations tribunal for A": the organisation's, not that of the state that it judges. */
export function worldCourt(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  if (match.by < 0) return [];
  const { tree, parties } = sentence;
  const nouns = tools.tables.list("court-nouns");
  const isWorld = ({ id, code }: { readonly id: string | null; readonly code: string | null }) =>
    code === IGO && id?.startsWith("org/") === true;
  // "The United Nations war crimes tribunal for A indicted": wherever the parser sees the subject.
  const court = tree.tokens.findIndex(
    ({ index }) => index >= match.by && index < match.trigger && nouns.has(tree.lower[index]!),
  );
  const start = phraseOf(tree, match.by).first;
  const first = tree.tokens[start]!.upos === "DET" ? start + 1 : start;
  const before =
    court < 0 || match.frame.noun
      ? []
      : [1, 2, 3].flatMap((words) => (first + words > court ? [] : parties.span(first, first + words)));
  const owner = before.find(isWorld);
  if (owner !== undefined) return [{ ...owner, office: null }];
  if (!nouns.has(tree.tokens[match.by]!.lemma.toLowerCase())) return [];
  return partiesUnder(match.by, NOBODY, sentence, tools).filter(isWorld).slice(0, 1);
}

/** Whose inquiry an arrest serves ("at the request of A", "on a warrant from a judge of A"). */
export function askerOf({ trigger }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const { tree } = sentence;
  const noun = tree.tokens.findIndex(
    ({ index, lemma }) =>
      index > trigger &&
      tools.tables.list("asking-nouns").has(lemma.toLowerCase()) &&
      childWith(tree, index, "case") >= 0,
  );
  if (noun < 0) return [];
  return tree.children[noun]!.filter((child) => child > noun)
    .flatMap((child) => partiesUnder(child, NOBODY, sentence, tools))
    .filter(isKnown)
    .slice(0, 1);
}

/** Without the state of a town of courts of several states ("judges in The Hague"), unless the words name the state too. */
export function seatedCourt(
  told: Parties,
  { tree, parties }: LedgerSentence,
  { tables }: LedgerTools,
): Parties {
  const seats = tables.list("court-seats");
  const seat = parties.places().find(({ first, last }) => seats.has(tree.lower.slice(first, last).join("_")));
  if (seat?.countryCode == null) return told;
  // A phrase is the state's by its town alone; a word by itself names the state.
  const isNamed = tree.tokens.some(({ index, start }) => {
    if (index >= seat.first && index < seat.last) return false;
    const actors = parties.span(index, index + 1);
    return actors.some(
      ({ code, ...span }) =>
        code === seat.countryCode && span.start === start && span.end === tree.tokens[index]!.end,
    );
  });
  return isNamed ? told : told.filter(({ code }) => code !== seat.countryCode);
}

/** A court that is named without its state ("the Supreme Court"): of the state whose people it tries, unless the report
 * names the other; one that sits in a town of courts of several states is nobody's. */
export function ownCourt(
  { by }: LedgerMatch,
  told: Parties,
  on: Parties,
  { tree, parties, recent }: LedgerSentence,
): Parties {
  const tried = on.find(({ code }) => code?.length === 3 && code !== IGO)?.code ?? null;
  if (by < 0 || tried === null) return told;
  const { first, last } = phraseOf(tree, by);
  const names = (code: string) =>
    [{ tree, parties }, ...recent].some((one) =>
      one.tree.tokens.some(({ index, upos }) => {
        const isOwn = one.tree === tree && index >= first && index < last;
        if (isOwn || (upos !== "PROPN" && upos !== "ADJ" && upos !== "NOUN")) return false;
        return one.parties.at(index)?.actors.some((actor) => actor.code === code) === true;
      }),
    );
  return told.map((party) => {
    const isCourt = party.sector === COURTS && party.name === null;
    const isOther = party.code !== null && party.code !== tried && party.code !== IGO;
    const isNamed =
      parties.places().some(({ first: at }) => at >= first && at < last) ||
      tree.tokens.slice(first, last).some(({ index }) => isOfState(parties.span(index, index + 1)));
    return isCourt && isOther && !isNamed && !names(party.code!)
      ? { ...party, code: tried, id: null, name: null }
      : party;
  });
}

const COURTS = "JUD";
const isOfState = (actors: readonly { readonly id: string | null }[]) =>
  actors.some(({ id }) => id?.startsWith("state/") === true);
