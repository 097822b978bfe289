/**
 * Nouns into chains: "the foreign minister", "Japan's foreign minister", "the country", "the rebels".
 *
 * The tree's word comes first (apposition), then the office with its owner and the calendar of offices, then
 * an earlier mention that the noun fits. What fits two stays alone: a wrong link is worse than none.
 */
import type { Day } from "../../base/types.ts";
import type { AgentKind, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import type { Draft } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";
import { before, DESCRIPTION_SENTENCES, roleOf, salience, winner } from "./focus.ts";
import { byOffice, ENOUGH, holderOf, MARGIN, ownerCodes } from "./link-offices.ts";
import { linkPlural } from "./link-plurals.ts";
import { structuralTwin } from "./link-structure.ts";

/** Sentences looked back for "the country", "the city". */
const POINTER_SENTENCES = 2;

/** Puts a nominal into a chain, an old one or a new one. */
export function linkDescription(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  agents: Agents,
  day: Day | null,
): void {
  const twin = structuralTwin(draft, store, agents);
  const known = twin === null ? null : store.chainOf(twin);
  if (known !== null) {
    store.join(known, draft);
    return;
  }
  if (linkPlural(draft, store, agents)) return;
  const isDefinite = readsDefinite(draft, store, agents);
  const chain =
    (isDefinite ? byOffice(draft, store, gazetteer, day) : null) ??
    byPointer(draft, isDefinite, store) ??
    (isDefinite || draft.number === "plural" ? bySameNoun(draft, isDefinite, store) : null);
  if (chain !== null) {
    store.join(chain, draft);
    return;
  }
  const holder = isDefinite ? holderOf(draft, store, gazetteer, day) : null;
  if (holder === null) {
    store.create(draft, null, null);
    return;
  }
  const present = store.byEntry(holder);
  if (present === null) store.create(draft, holder, "implied");
  else store.join(present, draft);
}

/** Known to the reader: "the …", an owner before it, or a bare office in the singular. */
function readsDefinite(draft: Draft, store: ChainStore, agents: Agents): boolean {
  const { words, tokens } = store.sentences[draft.sentence]!.view;
  const word = words[draft.first]!;
  if (agents.uses(word, "indefinite")) return false;
  if (agents.uses(word, "definite")) return true;
  if (tokens[draft.first]!.upos === "NUM") return false;
  return draft.number === "singular" && (draft.offices.length > 0 || hasPossessor(draft));
}

function hasPossessor(draft: Draft): boolean {
  return draft.owners.some((owner) => owner.last <= draft.last);
}

/** "the country", "the city": the state or place in focus. */
function byPointer(draft: Draft, isDefinite: boolean, store: ChainStore): ChainDraft | null {
  const kind = draft.agents.at(-1)?.entry.kind;
  if ((kind !== "state" && kind !== "place") || draft.number === "plural") return null;
  if (kind === "state" && draft.owners.length === 1) return stateOf(draft.owners[0]!, store);
  if (!isDefinite || draft.owners.length > 0) return null;
  const scores = new Map<number, number>();
  for (const candidate of before(draft, store, POINTER_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (chain.type !== kind || chain.members.length > 0) continue;
    if (kind === "state" && chain.entry === null) continue;
    const score = salience(candidate, draft, chain, store);
    scores.set(chain.id, Math.max(score, scores.get(chain.id) ?? -Infinity));
  }
  const best = winner(scores, ENOUGH, MARGIN);
  return best === null ? null : store.chains[best]!;
}

/** "his country": the state of the person. */
function stateOf(owner: Draft, store: ChainStore): ChainDraft | null {
  const chain = store.chainOf(owner);
  if (chain === null || chain.type !== "person") return null;
  const entry = chain.entry === null ? null : store.entry(chain.entry);
  const codes = entry === null ? chain.drafts.flatMap((draft) => ownerCodes(draft, store)) : [entry.state];
  const code = codes[0] ?? null;
  return code === null ? null : store.byEntry(`state/${code}`);
}

/** Kinds of nouns that mean another thing each time. */
const UNREPEATED: ReadonlySet<AgentKind> = new Set(["thing", "part", "state", "place"]);

/** The same noun again with nothing against it: "Syrian rebels … the rebels". */
function bySameNoun(draft: Draft, isDefinite: boolean, store: ChainStore): ChainDraft | null {
  const agent = draft.agents.at(-1);
  if (agent === undefined || UNREPEATED.has(agent.entry.kind)) return null;
  if (draft.number === "singular" && agent.entry.kind === "person" && draft.owners.length > 0) return null;
  const codes = ownerCodes(draft, store);
  if (draft.owners.length > 0 && codes.length === 0) return null;
  let found: ChainDraft | null = null;
  for (const candidate of before(draft, store, isDefinite ? DESCRIPTION_SENTENCES : POINTER_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (candidate.form === "pronoun" || !candidate.agents.some((match) => match.entry.id === agent.entry.id))
      continue;
    if (candidate.number !== draft.number || (candidate.form === "name" && draft.type === "person")) continue;
    const others = ownerCodes(candidate, store);
    if (codes.length > 0 && !codes.every((code) => others.includes(code))) continue;
    if (
      roleOf(candidate, store) === "possessor" &&
      candidate.sentence !== draft.sentence &&
      codes.length === 0
    )
      continue;
    if (found !== null && found !== chain) return null;
    found = chain;
  }
  return found;
}
