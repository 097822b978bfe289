/**
 * One parsed sentence to its events: readings, drafts, choice.
 *
 * In: a tree, its parties, the rule index. Out: the chosen drafts and everything
 * that was set aside. Days, places, quantities and attribution are complete.ts.
 */

import { judgeOf } from "../judgement/judge-of.ts";
import { readSentence } from "../matching/read-sentence.ts";
import type { PartyReader } from "../parties/party-reader.ts";
import type { Tree } from "../tree/tree.ts";
import { type Chosen, chooseDrafts } from "./choose.ts";
import { type DraftSetAside, draftMentions, type Tools } from "./drafts.ts";

export interface CodedSentence {
  readonly chosen: readonly Chosen[];
  readonly setAside: readonly DraftSetAside[];
}

/** True when the phrase stands for an actor, or (`owned`) for what belongs to one ("France's decision"). */
export function isParty(parties: PartyReader, head: number, owned: boolean): boolean {
  const party = parties.at(head);
  return party !== null && !party.plain && (owned || !party.owner);
}

/** The events of a sentence, most confident first. */
export function codeSentence(tree: Tree, parties: PartyReader, tools: Tools): CodedSentence {
  const readings = readSentence(tree, tools.index, tools.cues, (head, owned) =>
    isParty(parties, head, owned),
  );
  if (readings.length === 0) return { chosen: [], setAside: [] };
  const { drafts, setAside } = draftMentions(tree, readings, parties, tools);
  const { kept, setAside: unfit } = chooseDrafts(
    drafts,
    tools.judgement == null ? undefined : judgeOf(tree, drafts, tools.index, tools.judgement),
  );
  return { chosen: kept, setAside: [...setAside, ...unfit] };
}
