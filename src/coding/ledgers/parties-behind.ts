/** Parties that prepositions lead to: whom an act is against, from where somebody is sent, at which court a case is. */
import { childWith } from "../tree/tree.ts";
import type { LedgerParty } from "../types.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { partiesAt, partiesUnder } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

type Parties = readonly LedgerParty[];

const NOBODY: ReadonlySet<string> = new Set();
const EXPULSION = "expulsion";
const IGO = "IGO";
const isKnown = ({ code, id }: LedgerParty) => code !== null || id !== null;

/** Whom the act is against, behind a preposition near the trigger. */
export function against(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const list = tools.tables.list("against");
  for (const { preposition, head, closeness } of match.view.prepositions) {
    if (!list.has(preposition) || closeness < 1 || head < match.trigger) continue;
    const found = partiesUnder(head, new Set(), sentence, tools);
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
    if (party.code === "IGO" || party.sector === "JUD" || nouns.has(tree.tokens[head]!.lemma.toLowerCase()))
      if (
        match.view.prepositions.some(
          (one) => one.head === head && tools.tables.list("court-prepositions").has(one.preposition),
        )
      )
        return [party];
  }
  return [];
}

/** "the United Nations tribunal for A": the organisation's, not that of the state that it judges. */
export function worldCourt(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  if (match.by < 0) return [];
  const noun = sentence.tree.tokens[match.by]!.lemma.toLowerCase();
  if (!tools.tables.list("court-nouns").has(noun)) return [];
  return partiesUnder(match.by, NOBODY, sentence, tools)
    .filter(({ id, code }) => code === IGO && id?.startsWith("org/") === true)
    .slice(0, 1);
}
