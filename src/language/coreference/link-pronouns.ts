/**
 * Pronouns into chains: by number, gender, the bounds of the clause and the weight of what came before; in
 * quoted words "I" and "we" are the speaker. A pronoun for which two compete closely stays alone.
 */
import type { Agents, PronounEntry } from "../../knowledge/agents.ts";
import type { Draft } from "../entities/draft.ts";
import type { Token } from "../types.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";
import { before, PRONOUN_SENTENCES, roleOf, SALIENCE, salience, winner } from "./focus.ts";
import { linkCoordination } from "./link-plurals.ts";
import { relativeChain } from "./link-structure.ts";
import { speakerOf, spokenFor } from "./speakers.ts";

/** Points by which the best antecedent must lead, and that it must have. */
const MARGIN = 3;
const ENOUGH = 15;
/** The same for "it", which mostly stands for what is no actor. */
const IT_MARGIN = 5;
const IT_ENOUGH = 18;
/** Points for the subject of the verb over the pronoun ("McGurk speeded up his departure"). */
const LOCAL_SUBJECT = 10;
/** Points for a gender that is known to agree. */
const SAME_GENDER = 6;
/** Points against a group in the singular for "they". */
const GROUP_FOR_THEY = -6;
/** Points against a name of which it is not known whether it fits. */
const UNKNOWN_GENDER = -4;

/** Puts a pronoun into the chain of its antecedent; leaves it alone where none is sure. */
export function linkPronoun(draft: Draft, store: ChainStore, agents: Agents): void {
  const { view } = store.sentences[draft.sentence]!;
  const entry = agents.pronoun(view.words[draft.head]!);
  if (entry === null) return;
  const chain = antecedent(draft, entry, store, agents);
  if (chain !== null) store.join(chain, draft);
  else if (entry.person === 3 && entry.number === "plural") linkCoordination(draft, store);
}

function antecedent(draft: Draft, entry: PronounEntry, store: ChainStore, agents: Agents): ChainDraft | null {
  if (entry.use === "relative") return relativeChain(draft, store);
  const quoted = store.quoted[draft.sentence]!.tokens;
  if (entry.person === 1) {
    const speaker = quoted[draft.head] ? speakerOf(draft, store, agents) : null;
    return speaker !== null && entry.number === "plural" ? spokenFor(speaker, store) : speaker;
  }
  if (entry.gender === "neuter" && isEmpty(draft, store)) return null;
  if (entry.person === 2 || !store.sentences[draft.sentence]!.view.hasTree) return null;
  const speaker = quoted[draft.head] ? speakerOf(draft, store, agents) : null;
  const scores = new Map<number, number>();
  for (const candidate of before(draft, store, PRONOUN_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (chain === speaker || clashes(draft, entry, candidate, chain, store)) continue;
    const local = isLocalSubject(draft, candidate, store) ? LOCAL_SUBJECT : 0;
    const score = salience(candidate, draft, chain, store) + fitPoints(entry, candidate, chain) + local;
    scores.set(chain.id, Math.max(score, scores.get(chain.id) ?? -Infinity));
  }
  if (entry.gender === "neuter" || entry.number === "plural") rivals(draft, entry, store, scores);
  const isIt = entry.gender === "neuter";
  const best = winner(scores, isIt ? IT_ENOUGH : ENOUGH, isIt ? IT_MARGIN : MARGIN);
  return best === null || best < 0 ? null : store.chains[best]!;
}

/** "it is useful to": stands for nothing. */
function isEmpty(draft: Draft, store: ChainStore): boolean {
  const { tokens } = store.sentences[draft.sentence]!.view;
  const token = tokens[draft.head]!;
  if (token.deprel === "nsubj" && tokens[token.head]?.upos === "ADJ") return true;
  // "it was known that": the clause behind is what is known.
  if (token.deprel.startsWith("nsubj"))
    return tokens.some(
      (each) =>
        each.head === token.head &&
        (each.deprel === "csubj" || (each.deprel === "ccomp" && token.deprel === "nsubj:pass")),
    );
  // "making it harder to": the adjective tells of what follows.
  const next = tokens[token.index + 1];
  return token.deprel !== "nmod:poss" && next?.upos === "ADJ";
}

/** True for the subject of the nearest verb over the pronoun. */
function isLocalSubject(draft: Draft, candidate: Draft, store: ChainStore): boolean {
  if (candidate.sentence !== draft.sentence) return false;
  const { tokens } = store.sentences[draft.sentence]!.view;
  const subject = tokens[candidate.head]!;
  if (!subject.deprel.startsWith("nsubj")) return false;
  let at = tokens[draft.head]!.head;
  for (let step = 0; step < 4 && at >= 0 && tokens[at]!.upos !== "VERB"; step++) at = tokens[at]!.head;
  return subject.head === at;
}

function clashes(
  draft: Draft,
  entry: PronounEntry,
  candidate: Draft,
  chain: ChainDraft,
  store: ChainStore,
): boolean {
  const isPerson = chain.type === "person";
  if (entry.gender === "male" || entry.gender === "female") {
    if (!isPerson && !mayBePerson(candidate, chain, store)) return true;
    if (chain.gender !== null && chain.gender !== "neuter" && chain.gender !== entry.gender) return true;
    if (chain.plural) return true;
  } else if (entry.gender === "neuter") {
    if (isPerson || chain.plural || chain.members.length > 0) return true;
    // A name of which nothing is known can be a body where it is the subject ("Ryanair said it …").
    if (chain.type === "other" && (candidate.form !== "name" || roleOf(candidate, store) !== "subject"))
      return true;
    if (candidate.sentence !== draft.sentence && roleOf(candidate, store) !== "subject") return true;
  } else if (entry.number === "plural") {
    if (isPerson && !chain.plural && chain.members.length === 0) return true;
    if (chain.type === "place" || (chain.type === "state" && !chain.plural && chain.members.length === 0))
      return true;
  }
  return isBoundInClause(draft, entry, candidate, store);
}

/** A name of which nothing is known: one word, or words that the tree joins as a person's, without an article. */
function mayBePerson(candidate: Draft, chain: ChainDraft, store: ChainStore): boolean {
  const { name } = candidate;
  if (chain.type !== "other" || name === null || candidate.first !== name.first) return false;
  const second = store.sentences[candidate.sentence]!.view.tokens[name.first + 1];
  return name.last - name.first === 1 || second?.deprel === "flat";
}

/** The subject and an object of one clause are never the same thing without "-self". */
function isBoundInClause(draft: Draft, entry: PronounEntry, candidate: Draft, store: ChainStore): boolean {
  if (candidate.sentence !== draft.sentence || entry.use === "possessive") return false;
  const { tokens } = store.sentences[draft.sentence]!.view;
  const governor = tokens[draft.head]!.head;
  if (governor < 0 || roleOf(draft, store) === "possessor") return false;
  const { head, deprel } = tokens[candidate.head]!;
  if (head === governor) return true;
  const isObject = tokens[draft.head]!.deprel === "obj";
  return isObject && deprel.startsWith("nsubj") && head === verbOfSubject(tokens, governor);
}

/** The verb whose subject does the act of a verb without one of its own: "praised Chad and armed it", "…, arming it". */
function verbOfSubject(tokens: readonly Token[], verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const { head, deprel, xpos } = tokens[at]!;
    if (tokens.some((one) => one.head === at && (one.deprel.startsWith("nsubj") || one.deprel === "mark")))
      return steps === 0 ? -1 : at;
    if (deprel !== "conj" && !(deprel === "advcl" && xpos === "VBG")) return at;
    at = head;
  }
  return at;
}

function fitPoints(entry: PronounEntry, candidate: Draft, chain: ChainDraft): number {
  if (entry.gender === "male" || entry.gender === "female")
    return chain.gender === entry.gender ? SAME_GENDER : UNKNOWN_GENDER;
  if (
    entry.number === "plural" &&
    !chain.plural &&
    chain.members.length === 0 &&
    candidate.number !== "plural"
  )
    return GROUP_FOR_THEY;
  return 0;
}

/** Nouns that stand for no actor compete for "it" and "they" without giving a chain (keys below zero). */
function rivals(draft: Draft, entry: PronounEntry, store: ChainStore, scores: Map<number, number>): void {
  for (let at = draft.sentence; at >= Math.max(0, draft.sentence - 1); at--) {
    const { view, drafts } = store.sentences[at]!;
    const heads = new Set(drafts.map((other) => other.head));
    for (const token of view.tokens) {
      if (at === draft.sentence && token.index >= draft.first) break;
      if (token.upos !== "NOUN" || heads.has(token.index)) continue;
      const isSubject = token.deprel.startsWith("nsubj");
      if (!isSubject && token.deprel !== "obj") continue;
      if ((entry.number === "plural") !== token.xpos.endsWith("S")) continue;
      const back = draft.sentence - at;
      const distance = back === 0 ? (draft.first - token.index) * SALIENCE.perToken : 0;
      const role = isSubject ? SALIENCE.subject : SALIENCE.object;
      const score = SALIENCE.sameSentence + back * SALIENCE.perSentenceBack + distance + role;
      scores.set(-2 - token.index - at * 1000, score);
    }
  }
}
