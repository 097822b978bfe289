/**
 * Which earlier mention a description or pronoun can mean: the mentions right before it, weighed by distance
 * and by what they do in their sentence. The look-back is bounded, so the cost grows with the text alone.
 */
import type { Draft } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";

/** Sentences looked back for a pronoun and for a description (found by reading; further back links go wrong). */
export const PRONOUN_SENTENCES = 2;
export const DESCRIPTION_SENTENCES = 8;
/** Mentions looked at, at most. */
const MAX_MENTIONS = 80;

/** Points for what a mention is and where it stands. */
export const SALIENCE = {
  sameSentence: 20,
  perSentenceBack: -12,
  perToken: -0.15,
  subject: 12,
  object: 5,
  oblique: 2,
  possessor: -4,
  adjective: -8,
  sameRole: 4,
  often: 1,
  oftenMost: 4,
} as const;

export type Role = "subject" | "object" | "oblique" | "possessor" | "adjective" | "other";

/** What the mention does in its sentence. */
export function roleOf(draft: Draft, store: ChainStore): Role {
  const token = store.sentences[draft.sentence]!.view.tokens[draft.head]!;
  const relation = token.deprel;
  if (relation.startsWith("nsubj")) return "subject";
  if (relation === "obj" || relation === "iobj") return "object";
  if (relation === "nmod:poss") return "possessor";
  if (relation.startsWith("obl") || relation.startsWith("nmod")) return "oblique";
  if (relation === "amod" || relation === "compound") return "adjective";
  if (relation === "conj" || relation === "appos") {
    const head = store.sentences[draft.sentence]!.view.tokens[token.head];
    return head?.deprel.startsWith("nsubj") ? "subject" : "other";
  }
  return "other";
}

/** Points of an earlier mention for a later one; higher is likelier. */
export function salience(candidate: Draft, anaphor: Draft, chain: ChainDraft, store: ChainStore): number {
  const back = anaphor.sentence - candidate.sentence;
  let score: number = SALIENCE.sameSentence + back * SALIENCE.perSentenceBack;
  if (back === 0) score += (anaphor.first - candidate.last) * SALIENCE.perToken;
  const role = roleOf(candidate, store);
  if (role !== "other") score += SALIENCE[role];
  if (role !== "other" && role === roleOf(anaphor, store)) score += SALIENCE.sameRole;
  return score + Math.min(SALIENCE.oftenMost, chain.drafts.length * SALIENCE.often);
}

/** Mentions before `draft` that are in a chain, nearest first, at most `sentencesBack` sentences away. */
export function* before(draft: Draft, store: ChainStore, sentencesBack: number): Generator<Draft> {
  let seen = 0;
  for (let at = draft.sentence; at >= 0 && at >= draft.sentence - sentencesBack; at--) {
    const { drafts } = store.sentences[at]!;
    for (let index = drafts.length - 1; index >= 0; index--) {
      const candidate = drafts[index]!;
      if (at === draft.sentence && candidate.last > draft.first) continue;
      if (candidate.chain < 0) continue;
      if (++seen > MAX_MENTIONS) return;
      yield candidate;
    }
  }
}

/** The chain with the most points where it leads by `margin`; null where none passes `enough`. */
export function winner(scores: ReadonlyMap<number, number>, enough: number, margin: number): number | null {
  let best = -1;
  let bestScore = -Infinity;
  let second = -Infinity;
  for (const [chain, score] of scores) {
    if (score > bestScore) {
      second = bestScore;
      best = chain;
      bestScore = score;
    } else if (score > second) second = score;
  }
  return bestScore >= enough && bestScore - second >= margin ? best : null;
}
