/**
 * Whom the sentence credits with what it says of an event.
 *
 * In: a tree, a draft, the parties. Out: attributions: speakers of reporting verbs
 * over the clause or beside it, and "according to …". A speaker who is the actor
 * itself is none.
 */

import { same } from "../parties/found-party.ts";
import type { PartyReader } from "../parties/party-reader.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { grammaticalSubject } from "../tree/arguments.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import type { Attribution } from "../types.ts";
import type { Draft } from "./drafts.ts";

/** The attributions of the event, in order of the words. */
export function attributionOf(
  tree: Tree,
  draft: Draft,
  parties: PartyReader,
  index: RuleIndex,
  cues: Cues,
): readonly Attribution[] {
  const speakers = new Set<number>();
  for (const link of draft.chain.links) {
    if (link.takes !== "report" && link.takes !== "claim") continue;
    const subject = grammaticalSubject(tree, link.index, cues, 0);
    if (subject !== null) speakers.add(subject.head);
  }
  let at = draft.reading.best.clause;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    for (const child of tree.children[at]!) {
      if (tree.relation[child] === "parataxis" && isReport(tree, child, index)) {
        const subject = childWith(tree, child, "nsubj");
        if (subject >= 0) speakers.add(subject);
      }
      if (tree.relation[child] === "obl" || tree.relation[child] === "advcl") {
        const credited = creditedBy(tree, child, cues);
        if (credited >= 0) speakers.add(credited);
      }
    }
    at = tree.tokens[at]!.head;
  }
  const found: Attribution[] = [];
  for (const speaker of [...speakers].sort((a, b) => a - b)) {
    const party = parties.at(speaker);
    if (party === null || same(party, draft.actor)) continue;
    for (const actor of party.actors) {
      if (actor.start === undefined || actor.end === undefined) continue;
      const kind = actor.sector === "JRN" ? "outlet" : "speaker";
      found.push({
        kind,
        text: actor.entityText,
        name: actor.name,
        id: actor.id,
        code: actor.code,
        start: actor.start,
        end: actor.end,
      });
    }
  }
  return found;
}

function isReport(tree: Tree, verb: number, index: RuleIndex): boolean {
  const lemma = tree.tokens[verb]!.lemma.toLowerCase();
  return (
    index.governors
      .get(lemma)
      ?.some((entry) => (entry.takes === "report" || entry.takes === "claim") && entry.pos === "v") === true
  );
}

/** The one named after "according to", or -1. */
function creditedBy(tree: Tree, phrase: number, cues: Cues): number {
  if (cues.reportPrepositions.has(tree.lower[phrase]!)) {
    return (
      tree.children[phrase]!.find(
        (child) =>
          tree.relation[child] === "obl" || tree.relation[child] === "nmod" || tree.relation[child] === "obj",
      ) ?? -1
    );
  }
  return tree.children[phrase]!.some((child) => cues.reportPrepositions.has(tree.lower[child]!))
    ? phrase
    : -1;
}
