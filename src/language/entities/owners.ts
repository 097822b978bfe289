/**
 * Drafts of one sentence in; each gets the drafts that it belongs to: the state in "Russian minister", the
 * possessor in "Japan's minister", the complement in "president of Armenia" and "officials in Washington".
 */
import type { Agents } from "../../knowledge/agents.ts";
import type { Draft } from "./draft.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Sets `owners` of each draft; drafts must stand in order of first token, outer before inner. */
export function linkOwners(view: SentenceView, drafts: readonly Draft[], agents: Agents): void {
  for (const draft of drafts) {
    if (draft.form === "pronoun") continue;
    const before = ownersBefore(draft, drafts);
    const close = before.length > 0 ? before : ownersBeside(view, draft, drafts, agents);
    draft.owners = [...close, ...ownersBehind(view, draft, drafts, agents)];
  }
}

/** Outermost drafts that lie inside the words before the head, in order. */
function ownersBefore(draft: Draft, drafts: readonly Draft[]): Draft[] {
  const limit = draft.name?.first ?? draft.agents.at(-1)?.first ?? draft.last;
  const owners: Draft[] = [];
  let covered = draft.first;
  for (const inner of drafts) {
    if (inner === draft || inner.first < covered || inner.last > limit) continue;
    if (inner.first >= limit) break;
    owners.push(inner);
    covered = inner.last;
  }
  return owners;
}

/** A possessor or a state's name right before the phrase that the tree has put elsewhere. */
function ownersBeside(view: SentenceView, draft: Draft, drafts: readonly Draft[], agents: Agents): Draft[] {
  if (draft.agents.length === 0 && draft.type !== "place") return [];
  const based = basedOn(view, draft, drafts, agents);
  if (based !== null) return [based];
  const mark = draft.first > 0 && agents.uses(view.words[draft.first - 1]!, "possessive");
  const end = mark ? draft.first - 1 : draft.first;
  const beside = drafts.find((other) => other.last === end && other !== draft && other.form === "name");
  if (beside === undefined || (!mark && beside.type !== "state" && beside.type !== "organisation")) return [];
  if (draft.type === "place" && beside.candidates[0]?.use !== "adjective") return [];
  return mark || view.tokens[beside.last - 1]!.upos !== "NOUN" ? [beside] : [];
}

/** "US-led forces" where the tree parts them: the name before the hyphen. */
function basedOn(view: SentenceView, draft: Draft, drafts: readonly Draft[], agents: Agents): Draft | null {
  const word = view.words[draft.first - 1];
  if (word === undefined || !agents.uses(word, "based") || view.words[draft.first - 2] !== "-") return null;
  return drafts.find((other) => other.last === draft.first - 2 && other.form === "name") ?? null;
}

/** Drafts behind the head that a word of membership joins to it. */
function ownersBehind(view: SentenceView, draft: Draft, drafts: readonly Draft[], agents: Agents): Draft[] {
  const word = view.words[draft.last];
  if (word === undefined || !agents.uses(word, "membership")) return [];
  const preposition = draft.last;
  const owners: Draft[] = [];
  for (const other of drafts) {
    if (other.first <= preposition || owners.some((owner) => other.last <= owner.last)) continue;
    if (owners.length === 0) {
      if (!isComplement(view, draft, other, preposition)) {
        if (other.first > preposition + 3) break;
        continue;
      }
      owners.push(other);
    } else if (other.type === owners[0]!.type && isJoined(view, owners[0]!, owners.at(-1)!, other, agents))
      owners.push(other);
    else break;
  }
  return owners;
}

function isComplement(view: SentenceView, draft: Draft, other: Draft, preposition: number): boolean {
  if (!view.hasTree) return other.first === preposition + 1;
  const token = view.tokens[other.head]!;
  const hangs = token.head >= draft.first && token.head < draft.last;
  return hangs ? token.deprel.startsWith("nmod") || token.deprel.startsWith("obl") : false;
}

/** "of Russia and Turkey": a further complement in the same list. */
function isJoined(view: SentenceView, first: Draft, before: Draft, other: Draft, agents: Agents): boolean {
  if (view.hasTree) {
    const token = view.tokens[other.head]!;
    return token.deprel === "conj" && token.head >= first.first && token.head < before.last;
  }
  const gap = view.words.slice(before.last, other.first);
  return gap.length > 0 && gap.every((word) => word === "," || agents.uses(word, "conjunction"));
}
