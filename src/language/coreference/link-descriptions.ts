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
import { holdsOn, ownerCode } from "./choose-entry.ts";
import { before, DESCRIPTION_SENTENCES, roleOf, SALIENCE, salience, winner } from "./focus.ts";
import { linkPlural } from "./link-plurals.ts";
import { structuralTwin } from "./link-structure.ts";

/** Points by which the best antecedent of a description must lead. */
const MARGIN = 4;
/** Points that it must have. */
const ENOUGH = 0;
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

/** Codes of the owners that are known; null where an owner is unknown. */
function ownerCodes(draft: Draft, store: ChainStore): readonly string[] {
  return draft.owners.map((owner) => ownerCode(owner, store)).filter((code) => code !== null);
}

/** An earlier person who holds or held the office that the words name. */
function byOffice(draft: Draft, store: ChainStore, gazetteer: Gazetteer, day: Day | null): ChainDraft | null {
  if (draft.offices.length === 0 || draft.number === "plural") return null;
  const codes = ownerCodes(draft, store);
  if (codes.length > 1 || (codes.length === 0 && draft.owners.length > 0)) return null;
  const scores = new Map<number, number>();
  const known = new Map<number, number>();
  for (const candidate of before(draft, store, DESCRIPTION_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (scores.has(chain.id) || known.has(chain.id) || chain.type !== "person") continue;
    if (!holdsOffice(chain, draft, codes, store, gazetteer, day)) continue;
    (chain.entry === null ? scores : known).set(
      chain.id,
      salience(candidate, draft, chain, store) + DESCRIPTION_SENTENCES * -SALIENCE.perSentenceBack,
    );
  }
  const best = winner(known.size > 0 ? known : scores, ENOUGH, MARGIN);
  return best === null ? null : store.chains[best]!;
}

function holdsOffice(
  chain: ChainDraft,
  draft: Draft,
  codes: readonly string[],
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): boolean {
  if (draft.gender !== null && chain.gender !== null && draft.gender !== chain.gender) return false;
  if (chain.entry !== null) {
    return gazetteer
      .terms(chain.entry)
      .some(
        (term) =>
          draft.offices.includes(term.office) &&
          (codes.length === 0 || codes.includes(term.code)) &&
          (draft.former ? day !== null && term.end !== null && term.end < day : holdsOn(term, day)),
      );
  }
  if (!draft.offices.some((office) => chain.offices.has(office))) return false;
  return (
    codes.length === 0 ||
    chain.drafts.some((other) => ownerCodes(other, store).some((code) => codes.includes(code)))
  );
}

/** Gazetteer id of the holder on the day of the office that the words name with its owner. */
function holderOf(draft: Draft, store: ChainStore, gazetteer: Gazetteer, day: Day | null): string | null {
  const offices = officesOf(draft, store, gazetteer, day);
  if (offices.length === 0 || draft.number === "plural" || draft.former || day === null) return null;
  const fixed = draft.agents.at(-1)?.entry.code ?? null;
  if (fixed !== null && draft.owners.length === 0) return firstHolder(fixed, offices, gazetteer, day);
  const owners = draft.owners.filter((owner) => owner.type === "state" || owner.type === "organisation");
  if (owners.length !== 1) return null;
  const id = store.chainOf(owners[0]!)?.entry ?? owners[0]!.candidates[0]?.id ?? null;
  const entry = id === null ? null : store.entry(id);
  if (entry === null || entry.code === null) return null;
  const of = entry.kind === "organisation" ? entry.id : entry.code;
  return firstHolder(of, offices, gazetteer, day);
}

function firstHolder(of: string, offices: readonly string[], gazetteer: Gazetteer, day: Day): string | null {
  for (const office of offices) {
    const holder = gazetteer.holders(of, office, day)[0];
    if (holder !== undefined) return holder.personId;
  }
  return null;
}

/** The offices that the words name; for "his counterpart" those of whom it is said. */
function officesOf(
  draft: Draft,
  store: ChainStore,
  gazetteer: Gazetteer,
  day: Day | null,
): readonly string[] {
  if (!draft.agents.at(-1)?.entry.mirrors) return draft.offices;
  const owner = draft.owners.find((each) => each.type === "person");
  const chain = owner === undefined ? null : store.chainOf(owner);
  if (chain === null) return [];
  if (chain.offices.size > 0 || chain.entry === null) return [...chain.offices];
  return gazetteer
    .terms(chain.entry)
    .filter((term) => holdsOn(term, day))
    .map((term) => term.office);
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
