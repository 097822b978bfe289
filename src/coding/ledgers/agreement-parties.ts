/** Parties of agreements and their helpers that no slot of a rule holds: who presided over a signing, who helped to broker. */

import { childWith } from "../tree/tree.ts";
import type { LedgerClue } from "../types.ts";
import { clauseOver, subjectOver } from "./clauses-over.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { isKnown, type Parties } from "./parties.ts";
import { partiesAt } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** "A and B presided over the signing of a contract": theirs, where nobody else is named; empty for one side alone. */
export function presiding(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  if (match.frame.rule.nominal === undefined) return [];
  const verb = clauseOver(sentence.tree, match.trigger);
  const outer = subjectOver(verb, sentence.tree, tools);
  if (outer === null || outer.head === match.trigger) return [];
  const parties = partiesAt(outer.head, true, sentence, tools).filter(isKnown);
  return new Set(parties.map(({ code }) => code)).size > 1 ? parties : [];
}

/** "with the help of B": who stands beside a mediator. */
export function helpersOf({ trigger }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const { tree } = sentence;
  const { list } = tools.tables;
  for (const { index, lemma } of tree.tokens.slice(trigger + 1, trigger + HELP_REACH)) {
    const mark = childWith(tree, index, "case");
    if (!list("help-nouns").has(lemma) || mark < trigger || !list("with").has(tree.lower[mark]!)) continue;
    const giver = tree.children[index]!.find((child) => child > index && tree.relation[child] === "nmod");
    return giver === undefined ? [] : partiesAt(giver, false, sentence, tools).filter(isKnown);
  }
  return [];
}

const HELP_REACH = 12;

/** "each signed", "signed separately". */
export function isApart({ trigger }: LedgerMatch, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const list = tools.tables.list("distributives");
  return tree.lower.slice(Math.max(0, trigger - 4), trigger + 2).some((word) => list.has(word));
}

/** "signed at the White House in the presence of President A", "with A looking on": the leader of the state in which others
 * sign stands between them. @param parties number of those who sign */
export function hostsBeside(
  place: LedgerClue["place"],
  parties: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const { tree } = sentence;
  const { list } = tools.tables;
  if (place === null || parties < 2) return [];
  const heads = tree.tokens.flatMap(({ index, lemma, xpos }) => {
    const isPresence = list("presence-nouns").has(lemma);
    const isWatching = xpos === "VBG" && list("watching-verbs").has(lemma);
    return isPresence || isWatching
      ? tree.children[index]!.filter((child) => {
          const relation = tree.relation[child];
          return isPresence ? child > index && relation === "nmod" : child < index && relation === "nsubj";
        })
      : [];
  });
  return heads
    .flatMap((head) => partiesAt(head, false, sentence, tools))
    .filter(
      ({ id, code }) =>
        id?.startsWith("person/") === true && code !== null && code === placeCountry(place, tools),
    );
}

/** The state in which a place is told to lie, by its code or as its capital. */
function placeCountry(place: NonNullable<LedgerClue["place"]>, { tables }: LedgerTools): string | null {
  if (place.countryCode !== null) return place.countryCode;
  return [...tables.capitals].find(([, name]) => name === place.name)?.[0] ?? null;
}
