/**
 * Links that the tree states: apposition ("Sergei Ryabkov, Russia's deputy foreign minister"), predicate nouns
 * ("Lavrov is the minister"), relative pronouns. Returns the chain, or null where the tree states none.
 */
import type { Agents } from "../../knowledge/agents.ts";
import type { Draft } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";

/** The mention that the tree equates with `draft`, or null. */
export function structuralTwin(draft: Draft, store: ChainStore, agents: Agents): Draft | null {
  const { view, drafts } = store.sentences[draft.sentence]!;
  if (!view.hasTree) return null;
  const token = view.tokens[draft.head]!;
  if (token.deprel === "appos") return twinAt(token.head, draft, drafts, store);
  for (const other of drafts) {
    if (other === draft || other.form === "pronoun") continue;
    const head = view.tokens[other.head]!;
    if (head.deprel === "appos" && head.head === draft.head && fits(draft, other, store)) return other;
  }
  return predicateSubject(draft, store, agents) ?? commaTwin(draft, store, agents);
}

/** By the commas where the tree has lost it: "Kofi Annan, UN secretary-general, said", "the UN's chief, Kofi Annan,". */
function commaTwin(draft: Draft, store: ChainStore, agents: Agents): Draft | null {
  if (draft.form !== "nominal" || draft.type !== "person" || draft.number !== "singular") return null;
  const { view, drafts } = store.sentences[draft.sentence]!;
  if (draft.owners.length === 0 || agents.uses(view.words[draft.first]!, "indefinite")) return null;
  const ownersEnd = Math.max(draft.last, ...draft.owners.map((owner) => owner.last));
  const before = drafts.find((other) => other.form === "name" && other.last === draft.first - 1);
  if (
    before !== undefined &&
    view.words[draft.first - 1] === "," &&
    endsPhrase(view.words, ownersEnd, agents)
  )
    return isPersonal(before) && fits(before, draft, store) ? before : null;
  const after = drafts.find((other) => other.form === "name" && other.first === ownersEnd + 1);
  if (after === undefined || view.words[ownersEnd] !== "," || !endsPhrase(view.words, after.last, agents))
    return null;
  return isPersonal(after) && after.agents.length === 0 && fits(after, draft, store) ? after : null;
}

function isPersonal(draft: Draft): boolean {
  return draft.type === "person" || draft.type === "other";
}

/** A comma that no further name of a list follows, a full stop, or the end. */
function endsPhrase(words: readonly string[], at: number, agents: Agents): boolean {
  const word = words[at];
  if (word === undefined || word === ".") return true;
  return word === "," && !agents.uses(words[at + 1] ?? "", "conjunction");
}

function twinAt(head: number, draft: Draft, drafts: readonly Draft[], store: ChainStore): Draft | null {
  const isTwin = (other: Draft) => other !== draft && other.form !== "pronoun";
  const twin =
    drafts.find((other) => other.head === head && isTwin(other)) ??
    drafts.find((other) => other.first <= head && head < other.last && isTwin(other));
  return twin !== undefined && fits(twin, draft, store) ? twin : null;
}

function fits(a: Draft, b: Draft, store: ChainStore): boolean {
  if (a.first < b.last && b.first < a.last) return false;
  const left = store.chainOf(a);
  const right = store.chainOf(b);
  if (
    left !== null &&
    right !== null &&
    left.entry !== null &&
    right.entry !== null &&
    left.entry !== right.entry
  )
    return false;
  if (a.form === "name" && b.form === "name" && a.type !== b.type) return false;
  const known = (draft: Draft) => draft.type !== "other" || draft.form === "nominal";
  if (known(a) && known(b) && a.type !== b.type && !(a.type === "other" || b.type === "other")) return false;
  return a.number === null || b.number === null || a.number === b.number;
}

function predicateSubject(draft: Draft, store: ChainStore, agents: Agents): Draft | null {
  if (draft.form !== "nominal") return null;
  const { view, drafts } = store.sentences[draft.sentence]!;
  let hasCopula = false;
  let subject = -1;
  for (const token of view.tokens) {
    if (token.head !== draft.head) continue;
    if (token.deprel === "cop") hasCopula = agents.uses(token.lemma, "copula");
    else if (token.deprel === "nsubj") subject = token.index;
    else if (token.deprel === "advmod" && token.upos === "PART") return null;
  }
  if (!hasCopula || subject < 0) return null;
  const found = drafts.find((other) => other.head === subject && other.form === "name");
  return found !== undefined && fits(found, draft, store) ? found : null;
}

/** The chain of the noun that a relative pronoun stands for. */
export function relativeChain(draft: Draft, store: ChainStore): ChainDraft | null {
  const { view, drafts } = store.sentences[draft.sentence]!;
  let at = draft.head;
  for (let step = 0; step < 5 && at >= 0; step++) {
    const token = view.tokens[at]!;
    if (token.deprel === "acl:relcl") {
      const noun = drafts.find((other) => other.head === token.head && other !== draft);
      return noun === undefined ? null : store.chainOf(noun);
    }
    at = token.head;
  }
  return besideRelative(draft, store);
}

/** Where the tree has lost the clause: the mention right before the pronoun or its comma. */
function besideRelative(draft: Draft, store: ChainStore): ChainDraft | null {
  const { view, drafts } = store.sentences[draft.sentence]!;
  const end = view.words[draft.first - 1] === "," ? draft.first - 1 : draft.first;
  const noun = drafts.find((other) => other.last === end && other.form !== "pronoun");
  return noun === undefined ? null : store.chainOf(noun);
}
