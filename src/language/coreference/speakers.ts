/**
 * Quotation marks and verbs of speech in, who speaks quoted words out. A quotation that its sentence does not close
 * goes on in the next of the same paragraph.
 */
import type { Agents } from "../../knowledge/agents.ts";
import type { Draft, DraftSentence } from "../entities/draft.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";

const OPENING: ReadonlySet<string> = new Set(["“", "``", "«"]);
const CLOSING: ReadonlySet<string> = new Set(["”", "''", "»"]);

export interface QuotedSentence {
  /** For each token whether it stands between quotation marks. */
  readonly tokens: readonly boolean[];
  /** Position of the sentence in which the quotation that opens this one began; its own where none goes on. */
  readonly begun: number;
}

/** The quoted words of all sentences. */
export function findQuoted(sentences: readonly DraftSentence[]): readonly QuotedSentence[] {
  const found: QuotedSentence[] = [];
  let open = false;
  let begun = 0;
  for (const [index, { view }] of sentences.entries()) {
    const before = sentences[index - 1]?.view.sentence.paragraph;
    if (before !== view.sentence.paragraph) open = false;
    if (!open) begun = index;
    const opened = begun;
    const firstMark = view.tokens.find((token) => OPENING.has(token.form) || CLOSING.has(token.form));
    // A closing mark first: the words before it go on a quotation that nothing opened.
    if (firstMark !== undefined && CLOSING.has(firstMark.form)) open = true;
    const tokens: boolean[] = new Array(view.tokens.length).fill(false);
    for (const token of view.tokens) {
      const was = open;
      if (token.form === '"') open = !open;
      else if (OPENING.has(token.form)) open = true;
      else if (CLOSING.has(token.form)) open = false;
      else tokens[token.index] = open;
      if (open && !was) begun = index;
    }
    found.push({ tokens, begun: opened });
  }
  return found;
}

/** The chain of whoever says the words in which `draft` stands: by the nearest verb of speech in its sentence, else
 * in that where the quotation began, else in the one before where the sentence is quoted from end to end. */
export function speakerOf(draft: Draft, store: ChainStore, agents: Agents): ChainDraft | null {
  const here = speakerIn(draft.sentence, draft.head, store, agents);
  if (here !== null) return here;
  const { tokens, begun } = store.quoted[draft.sentence]!;
  if (begun !== draft.sentence) return speakerIn(begun, Infinity, store, agents);
  const { view } = store.sentences[draft.sentence]!;
  const whole = view.tokens.every((token) => tokens[token.index] || token.upos === "PUNCT");
  return whole && draft.sentence > 0 ? speakerIn(draft.sentence - 1, Infinity, store, agents) : null;
}

function speakerIn(sentence: number, near: number, store: ChainStore, agents: Agents): ChainDraft | null {
  const { view, drafts } = store.sentences[sentence]!;
  const quoted = store.quoted[sentence]!.tokens;
  let speaker: Draft | null = null;
  for (const draft of drafts) {
    const token = view.tokens[draft.head]!;
    if (!token.deprel.startsWith("nsubj") || quoted[draft.head] || draft.chain < 0) continue;
    const verb = view.tokens[token.head];
    if (verb === undefined || quoted[verb.index] || !agents.uses(verb.lemma, "speech")) continue;
    if (speaker === null || Math.abs(draft.head - near) < Math.abs(speaker.head - near)) speaker = draft;
  }
  return speaker === null ? null : store.chainOf(speaker);
}

/** For whom a person says "we": the state or body that the words for the person name, else the person. */
export function spokenFor(speaker: ChainDraft, store: ChainStore): ChainDraft {
  if (speaker.type !== "person" || speaker.plural) return speaker;
  for (const draft of speaker.drafts) {
    const body = draft.owners.findLast(
      (owner) => owner.form === "name" && owner.type !== "person" && owner.type !== "place",
    );
    const chain = body === undefined ? null : store.chainOf(body);
    if (chain !== null) return chain;
  }
  const state = speaker.entry === null ? null : (store.entry(speaker.entry)?.state ?? null);
  return (state === null ? null : store.byEntry(`state/${state}`)) ?? speaker;
}
