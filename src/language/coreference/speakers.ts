/** Quotation marks and verbs of speech in, who speaks the quoted words of a sentence out. */
import type { Agents } from "../../knowledge/agents.ts";
import type { Draft } from "../entities/draft.ts";
import type { SentenceView } from "../entities/sentence-view.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";

const OPENING: ReadonlySet<string> = new Set(["“", "``", "«"]);
const CLOSING: ReadonlySet<string> = new Set(["”", "''", "»"]);

/** For each token whether it stands between quotation marks of its sentence. */
export function quotedTokens(view: SentenceView): readonly boolean[] {
  const quoted: boolean[] = new Array(view.tokens.length).fill(false);
  const firstMark = view.tokens.find((token) => OPENING.has(token.form) || CLOSING.has(token.form));
  // A closing mark first: the words before it go on a quotation of the sentence before.
  let open = firstMark !== undefined && CLOSING.has(firstMark.form);
  for (const token of view.tokens) {
    if (token.form === '"') open = !open;
    else if (OPENING.has(token.form)) open = true;
    else if (CLOSING.has(token.form)) open = false;
    else quoted[token.index] = open;
  }
  return quoted;
}

/** The chain of whoever says the words in which `draft` stands: by the nearest verb of speech in its sentence, else by
 * the sentence before where this one is a quotation from end to end. */
export function speakerOf(draft: Draft, store: ChainStore, agents: Agents): ChainDraft | null {
  const here = speakerIn(draft.sentence, draft.head, store, agents);
  if (here !== null) return here;
  const { view } = store.sentences[draft.sentence]!;
  const quoted = quotedTokens(view);
  const whole = view.tokens.every((token) => quoted[token.index] || token.upos === "PUNCT");
  return whole && draft.sentence > 0 ? speakerIn(draft.sentence - 1, Infinity, store, agents) : null;
}

function speakerIn(sentence: number, near: number, store: ChainStore, agents: Agents): ChainDraft | null {
  const { view, drafts } = store.sentences[sentence]!;
  const quoted = quotedTokens(view);
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
