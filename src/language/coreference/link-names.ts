/**
 * Names into chains: by what the gazetteer knows, by the same words, by a surname after the full name, by an
 * acronym in parentheses. A surname follows the full name that the report gave before the gazetteer is asked.
 */
import type { Day } from "../../base/types.ts";
import type { Agents } from "../../knowledge/agents.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import type { Draft } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";
import { chooseEntry } from "./choose-entry.ts";

/** Puts a name into a chain, an old one or a new one. */
export function linkName(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  agents: Agents,
  day: Day | null,
): void {
  const { view } = store.sentences[draft.sentence]!;
  const words = store.nameWords(draft);
  const introduced = words.length === 1 && isPersonal(draft) ? bySurname(draft, words[0]!, store) : null;
  if (introduced !== null) {
    draft.candidates = draft.candidates.filter((candidate) => candidate.id === introduced.entry);
    store.join(introduced, draft);
    return;
  }
  const body = words.length === 1 && draft.agents.length === 0 ? byFirstWord(draft, words[0]!, store) : null;
  if (body !== null) {
    draft.candidates = draft.candidates.filter((candidate) => candidate.id === body.entry);
    draft.type = body.type;
    draft.gender = "neuter";
    store.join(body, draft);
    return;
  }
  const before = view.words[draft.first - 1];
  const isLocative = before !== undefined && agents.uses(before, "inside");
  const chosen = chooseEntry(draft, store, gazetteer, day, isLocative);
  if (chosen !== null) {
    const entry = store.entry(chosen.id)!;
    draft.candidates = [chosen, ...draft.candidates.filter((candidate) => candidate !== chosen)];
    draft.type = entry.kind === "territory" ? "state" : entry.kind;
    if (entry.kind === "person") draft.gender = entry.gender ?? draft.gender;
    const known = store.byEntry(chosen.id) ?? (entry.kind === "person" ? shortForm(words, store) : null);
    if (known === null) store.create(draft, chosen.id, "stated");
    else {
      store.join(known, draft);
      if (known.entry === null) store.setEntry(known, chosen.id, "stated");
      known.basis = "stated";
    }
    return;
  }
  draft.candidates = [];
  const chain = parenthesised(draft, store) ?? store.byName(words) ?? shortForm(words, store);
  if (chain !== null && agrees(chain, draft)) store.join(chain, draft);
  else store.create(draft, null, null);
}

function isPersonal(draft: Draft): boolean {
  return draft.type === "person" || draft.type === "other";
}

function agrees(chain: ChainDraft, draft: Draft): boolean {
  if (chain.members.length > 0) return false;
  const gender = draft.gender === "neuter" ? null : draft.gender;
  if (gender !== null && chain.gender !== null && chain.gender !== gender) return false;
  return chain.type === draft.type || chain.type === "other" || draft.type === "other";
}

/** The person whose longer name, given earlier, ends in this word. */
function bySurname(draft: Draft, word: string, store: ChainStore): ChainDraft | null {
  const found = store
    .byLastWord(word)
    .find((chain) => chain.nameWords.length > 1 && isNameOfPerson(chain) && agrees(chain, draft));
  return found ?? null;
}

/** The body whose longer name, given earlier, begins with this word, where the word could only be a surname else
 * ("Fox News … Fox"). */
function byFirstWord(draft: Draft, word: string, store: ChainStore): ChainDraft | null {
  if (draft.candidates.length === 0 || draft.candidates.some((candidate) => candidate.use !== "surname"))
    return null;
  return store.byFirstWord(word);
}

function isNameOfPerson(chain: ChainDraft): boolean {
  return chain.type === "person" || (chain.type === "other" && chain.agentIds.size === 0);
}

/** The unknown name given earlier that is the last word of this longer one. */
function shortForm(words: readonly string[], store: ChainStore): ChainDraft | null {
  if (words.length < 2) return null;
  const chain = store.byName(words.slice(-1));
  return chain !== null && chain.entry === null && chain.nameWords.length === 1 ? chain : null;
}

/** The name right before an acronym in parentheses: "Forces for Defence of Democracy (FDD)". */
function parenthesised(draft: Draft, store: ChainStore): ChainDraft | null {
  const { view, drafts } = store.sentences[draft.sentence]!;
  if (view.tokens[draft.first - 1]?.form !== "(" || view.tokens[draft.last]?.form !== ")") return null;
  if (draft.last - draft.first > 2) return null;
  const owner = drafts.find(
    (other) => other.last === draft.first - 1 && other.form !== "pronoun" && other.chain >= 0,
  );
  return owner === undefined ? null : store.chainOf(owner);
}
