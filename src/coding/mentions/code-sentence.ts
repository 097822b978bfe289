/**
 * One parsed sentence to its events: readings, drafts, choice.
 *
 * In: a tree, its parties, the rule index. Out: the chosen drafts and everything
 * that was set aside. Days, places, quantities and attribution are complete.ts.
 */

import { judgeOf } from "../judgement/judge-of.ts";
import { readSentence } from "../matching/read-sentence.ts";
import type { PartyReader } from "../parties/party-reader.ts";
import type { PartyKind } from "../rules/pattern.ts";
import type { Tree } from "../tree/tree.ts";
import { type Chosen, chooseDrafts } from "./choose.ts";
import { type DraftSetAside, draftMentions, type Tools } from "./drafts.ts";

export interface CodedSentence {
  readonly chosen: readonly Chosen[];
  readonly setAside: readonly DraftSetAside[];
}

/** True when the phrase stands for a party of this kind. */
export function isParty(parties: PartyReader, head: number, kind: PartyKind): boolean {
  const party = parties.at(head);
  if (party === null || party.plain) return false;
  if (kind === "government") return !party.owner && party.actors.every((one) => one.sector === "GOV");
  return kind === "owned" || !party.owner;
}

/** The events of a sentence, most confident first. */
export function codeSentence(tree: Tree, parties: PartyReader, tools: Tools): CodedSentence {
  const readings = readSentence(tree, tools.index, tools.cues, (head, kind) => isParty(parties, head, kind));
  if (readings.length === 0) return { chosen: [], setAside: [] };
  const { drafts, setAside } = draftMentions(tree, readings, parties, tools);
  const { kept, setAside: unfit } = chooseDrafts(
    drafts,
    tools.judgement == null ? undefined : judgeOf(tree, drafts, tools.index, tools.judgement),
  );
  return { chosen: kept, setAside: [...setAside, ...unfit] };
}
