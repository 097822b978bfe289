/**
 * The chains of one report while they grow: what each is known to be, found by gazetteer id and by name.
 * Which mention belongs to which chain is decided by the linkers beside this file.
 */
import type { Gazetteer, GazetteerEntry } from "../../knowledge/types.ts";
import type { Draft, DraftSentence } from "../entities/draft.ts";
import type { Chain, EntityType, Gender } from "../types.ts";
import { findQuoted, type QuotedSentence } from "./speakers.ts";

/** Sentences from which a report is expected to name the states of the people in it. */
const SENTENCES_TO_NAME = 4;

/** A chain that still grows. */
export interface ChainDraft {
  readonly id: number;
  readonly drafts: Draft[];
  type: EntityType;
  entry: string | null;
  basis: Chain["basis"];
  members: readonly number[];
  gender: Gender | null;
  plural: boolean;
  /** Words of the longest name, in lower case. */
  nameWords: readonly string[];
  readonly agentIds: Set<string>;
  readonly offices: Set<string>;
}

export class ChainStore {
  readonly chains: ChainDraft[] = [];
  readonly sentences: readonly DraftSentence[];
  readonly quoted: readonly QuotedSentence[];
  #states: ReadonlySet<string> | null = null;
  readonly #byEntry = new Map<string, number>();
  readonly #byMembers = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #byFirstWord = new Map<string, number>();
  readonly #byLastWord = new Map<string, number[]>();
  readonly #entries = new Map<string, GazetteerEntry | null>();
  readonly #gazetteer: Gazetteer;

  constructor(sentences: readonly DraftSentence[], gazetteer: Gazetteer) {
    this.sentences = sentences;
    this.quoted = findQuoted(sentences);
    this.#gazetteer = gazetteer;
  }

  /** False where a report long enough to name the states that it is about does not name this one. */
  namesState(code: string | null): boolean {
    if (code === null || this.sentences.length < SENTENCES_TO_NAME) return true;
    this.#states ??= this.#findStates();
    return this.#states.has(code);
  }

  /** True where a state's own name, adjective or people stands in the report. */
  namesOutright(code: string | null): boolean {
    return (
      code !== null &&
      this.sentences.some(({ drafts }) =>
        drafts.some(({ candidates }) =>
          candidates.some(({ id, use }) => {
            const entry = use === "seat" ? null : this.entry(id);
            return entry?.kind === "state" && entry.state === code;
          }),
        ),
      )
    );
  }

  #findStates(): ReadonlySet<string> {
    const codes = new Set<string>();
    for (const { drafts } of this.sentences)
      for (const draft of drafts)
        for (const { id, use } of draft.candidates) {
          const state = use === "surname" ? null : (this.entry(id)?.state ?? null);
          if (state !== null) codes.add(state);
        }
    return codes;
  }

  entry(id: string): GazetteerEntry | null {
    let entry = this.#entries.get(id);
    if (entry === undefined) {
      entry = this.#gazetteer.entry(id);
      this.#entries.set(id, entry);
    }
    return entry;
  }

  chainOf(draft: Draft): ChainDraft | null {
    return draft.chain < 0 ? null : this.chains[draft.chain]!;
  }

  byEntry(id: string): ChainDraft | null {
    const at = this.#byEntry.get(id);
    return at === undefined ? null : this.chains[at]!;
  }

  /** The chain that was last named by exactly these words. */
  byName(words: readonly string[]): ChainDraft | null {
    const at = this.#byName.get(words.join(" "));
    return at === undefined ? null : this.chains[at]!;
  }

  /** Chains with a name that ends in this word, latest first. */
  byLastWord(word: string): ChainDraft[] {
    return (this.#byLastWord.get(word) ?? []).map((at) => this.chains[at]!).reverse();
  }

  /** The body with a longer name that begins with this word. */
  byFirstWord(word: string): ChainDraft | null {
    const at = this.#byFirstWord.get(word);
    return at === undefined ? null : this.chains[at]!;
  }

  /** The chain that stands for these together. */
  pair(members: readonly number[]): ChainDraft | null {
    const at = this.#byMembers.get(members.join(" "));
    return at === undefined ? null : this.chains[at]!;
  }

  setMembers(chain: ChainDraft, members: readonly number[]): void {
    chain.members = members;
    this.#byMembers.set(members.join(" "), chain.id);
  }

  /** A further name of the chain (an acronym in parentheses). */
  alias(chain: ChainDraft, words: readonly string[]): void {
    this.#byName.set(words.join(" "), chain.id);
  }

  create(draft: Draft | null, entryId: string | null, basis: Chain["basis"]): ChainDraft {
    const entry = entryId === null ? null : this.entry(entryId);
    const chain: ChainDraft = {
      id: this.chains.length,
      drafts: [],
      type: draft?.type ?? "state",
      entry: null,
      basis: null,
      members: [],
      gender: entry?.gender ?? draft?.gender ?? null,
      plural: draft?.number === "plural",
      nameWords: [],
      agentIds: new Set(),
      offices: new Set(),
    };
    this.chains.push(chain);
    if (entryId !== null && basis !== null) this.setEntry(chain, entryId, basis);
    if (draft !== null) this.join(chain, draft);
    return chain;
  }

  setEntry(chain: ChainDraft, entryId: string, basis: "stated" | "implied"): void {
    chain.entry = entryId;
    chain.basis = basis;
    chain.gender = this.entry(entryId)?.gender ?? chain.gender;
    if (!this.#byEntry.has(entryId)) this.#byEntry.set(entryId, chain.id);
  }

  join(chain: ChainDraft, draft: Draft): void {
    draft.chain = chain.id;
    chain.drafts.push(draft);
    if (draft.form === "pronoun") {
      if (chain.type === "person") chain.gender ??= draft.gender;
      return;
    }
    for (const match of draft.agents) chain.agentIds.add(match.entry.id);
    for (const office of draft.offices) chain.offices.add(office);
    if (draft.gender !== null && draft.gender !== "neuter") chain.gender ??= draft.gender;
    if (draft.name === null) return;
    if (chain.type === "other" || chain.drafts.length === 1) chain.type = draft.type;
    const words = this.nameWords(draft);
    this.#byName.set(words.join(" "), chain.id);
    if (words.length <= chain.nameWords.length) return;
    chain.nameWords = words;
    if (words.length > 1 && draft.type === "organisation") this.#byFirstWord.set(words[0]!, chain.id);
    const lastWord = words.at(-1)!;
    const list = this.#byLastWord.get(lastWord);
    if (list === undefined) this.#byLastWord.set(lastWord, [chain.id]);
    else if (!list.includes(chain.id)) list.push(chain.id);
  }

  /** Words of the bare name in lower case; none for a mention without a name. */
  nameWords(draft: Draft): readonly string[] {
    if (draft.name === null) return [];
    return this.sentences[draft.sentence]!.view.words.slice(draft.name.first, draft.name.last);
  }

  /** Puts all mentions of `from` into `into`. */
  merge(into: ChainDraft, from: ChainDraft): void {
    if (into === from) return;
    for (const draft of from.drafts.splice(0)) this.join(into, draft);
    if (into.entry === null && from.entry !== null) this.setEntry(into, from.entry, from.basis ?? "stated");
    if (from.entry !== null && this.#byEntry.get(from.entry) === from.id)
      this.#byEntry.set(from.entry, into.id);
    into.drafts.sort((a, b) => a.sentence - b.sentence || a.first - b.first);
    from.entry = null;
  }
}
