/**
 * A mention while it is being found and linked: find-mentions.ts fills it from one sentence, coreference/ sets
 * its chain, and `toMention` gives the value that leaves the room.
 */
import type { AgentMatch } from "../../knowledge/agents.ts";
import type { GazetteerCandidate } from "../../knowledge/types.ts";
import type { EntityMention, EntityType, Gender, GrammaticalNumber } from "../types.ts";
import type { SentenceView } from "./sentence-view.ts";

export interface Draft {
  sentence: number;
  first: number;
  last: number;
  head: number;
  readonly form: EntityMention["form"];
  type: EntityType;
  candidates: readonly GazetteerCandidate[];
  name: { readonly first: number; readonly last: number } | null;
  agents: readonly AgentMatch[];
  number: GrammaticalNumber | null;
  gender: Gender | null;
  offices: readonly string[];
  former: boolean;
  /** Mentions inside or right behind that it belongs to; those before the head first, in order of the text. */
  owners: readonly Draft[];
  /** Number of its chain; -1 until one is found. */
  chain: number;
}

export interface DraftSentence {
  readonly view: SentenceView;
  readonly drafts: readonly Draft[];
}

/** The mention that a finished draft stands for.
 * @param owners indexes of the mentions of its owners */
export function toMention(draft: Draft, view: SentenceView, owners: readonly number[]): EntityMention {
  const { tokens } = view;
  return {
    start: tokens[draft.first]!.start,
    end: tokens[draft.last - 1]!.end,
    sentence: draft.sentence,
    first: draft.first,
    last: draft.last,
    head: draft.head,
    form: draft.form,
    type: draft.type,
    candidates: draft.candidates.map((candidate) => candidate.id),
    chain: draft.chain,
    number: draft.number,
    gender: draft.gender,
    name: draft.name,
    agents: draft.agents.map((match) => match.entry.id),
    offices: draft.offices,
    former: draft.former,
    use: draft.candidates[0]?.use ?? null,
    owners,
  };
}
