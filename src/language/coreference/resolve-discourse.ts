/**
 * Drafts of all sentences in, their chains out. In each sentence names come first, then nouns, then pronouns, so
 * that each finds what was said before it, and a quotation the speaker who stands behind it.
 */
import type { Day } from "../../base/types.ts";
import type { Agents } from "../../knowledge/agents.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import { type Draft, type DraftSentence, toMention } from "../entities/draft.ts";
import type { Chain, Discourse, EntityMention } from "../types.ts";
import { ChainStore } from "./chain-store.ts";
import { linkDescription } from "./link-descriptions.ts";
import { linkName } from "./link-names.ts";
import { linkPronoun } from "./link-pronouns.ts";

/** The mentions with their chains.
 * @param day day by which offices are dated; null where unknown */
export function resolveDiscourse(
  sentences: readonly DraftSentence[],
  gazetteer: Gazetteer,
  agents: Agents,
  day: Day | null,
): Discourse {
  const store = new ChainStore(sentences, gazetteer);
  for (const { drafts } of sentences) {
    for (const draft of drafts) if (draft.form === "name") linkName(draft, store, gazetteer, agents, day);
    for (const draft of drafts) {
      if (draft.chain >= 0 || draft.form === "pronoun") continue;
      for (const owner of draft.owners)
        if (owner.form === "pronoun" && owner.chain < 0) linkPronoun(owner, store, agents);
      linkDescription(draft, store, gazetteer, agents, day);
    }
    for (const draft of drafts)
      if (draft.form === "pronoun" && draft.chain < 0) linkPronoun(draft, store, agents);
  }
  return freeze(store);
}

/** Mentions in order of the text and chains by their final numbers; chains left without a mention go, save
 * those that a pair needs. */
function freeze(store: ChainStore): Discourse {
  const needed = new Set(store.chains.flatMap((chain) => chain.members));
  const numbers = new Map<number, number>();
  for (const chain of store.chains)
    if (chain.drafts.length > 0 || needed.has(chain.id)) numbers.set(chain.id, numbers.size);
  const mentions: EntityMention[] = [];
  const indexes = new Map<number, number[]>();
  const positions = new Map<Draft, number>();
  for (const { drafts } of store.sentences) for (const draft of drafts) positions.set(draft, positions.size);
  for (const { view, drafts } of store.sentences) {
    for (const draft of drafts) {
      const number = numbers.get(draft.chain);
      if (number !== undefined) {
        const list = indexes.get(number);
        if (list === undefined) indexes.set(number, [mentions.length]);
        else list.push(mentions.length);
      }
      draft.chain = number ?? -1;
      mentions.push(
        toMention(
          draft,
          view,
          draft.owners.map((owner) => positions.get(owner)!),
        ),
      );
    }
  }
  const chains: Chain[] = [];
  for (const chain of store.chains) {
    const number = numbers.get(chain.id);
    if (number === undefined) continue;
    chains.push({
      id: number,
      mentions: indexes.get(number) ?? [],
      type: chain.type,
      entry: chain.entry,
      basis: chain.basis,
      members: chain.members.map((member) => numbers.get(member)!),
    });
  }
  return { mentions, chains };
}
