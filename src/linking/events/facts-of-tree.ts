/**
 * A parsed sentence with the words of one mention in, its facts out: who and
 * what goes with the head in the tree (Universal Dependencies), names, figures
 * and the other words of the sentence. For mentions that come without parties.
 */
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import type { Sentence, Token } from "../../language/types.ts";
import { hashText } from "../text/hash.ts";
import { type ReadWords, type Word, wordsOf } from "../text/read-words.ts";
import type { EventFacts } from "../types.ts";

export interface TreeMention {
  readonly id: string;
  readonly reportId: string;
  readonly sentence: Sentence;
  /** Indexes of the mention's tokens. */
  readonly tokens: readonly number[];
  readonly days: readonly [number, number] | null;
}

type Terms = Map<number, number>;

/** The facts of a mention on its sentence's tree. */
export function factsOfTree(
  mention: TreeMention,
  readWords: ReadWords,
  knowledge: LinkingKnowledge,
): EventFacts {
  const { sentence } = mention;
  const head = headToken(sentence, mention.tokens);
  const stem = knowledge.stem(head.lemma.toLowerCase());
  const reader = new TreeReader(sentence, readWords, new Set(mention.tokens));
  const own = mention.tokens.map((index) => sentence.tokens[index]!).filter(({ upos }) => CONTENT.has(upos));
  const stems = [...own, head].flatMap(({ lemma, form }) => [
    knowledge.stem(lemma.toLowerCase()),
    knowledge.stem(form.toLowerCase()),
  ]);
  const families = [...new Set(stems.flatMap((each) => knowledge.families(each)))];
  const roles = reader.rolesOf(head);
  return {
    id: mention.id,
    reportId: mention.reportId,
    sentence: sentence.index,
    head: stem,
    headHash: hashText(stem),
    families,
    words: new Set(stems),
    rareness: knowledge.rareness(stem),
    reporting: families.some((family) => knowledge.reportingFamilies.has(family)),
    ...roles,
    ...reader.whole(),
    days: mention.days,
  };
}

/** The token of the mention whose head stands outside it. */
export function headToken(sentence: Sentence, tokens: readonly number[]): Token {
  const own = new Set(tokens);
  const all = tokens.map((index) => sentence.tokens[index]!);
  return all.find((token) => !own.has(token.head)) ?? all[0]!;
}

const SUBJECT = new Set(["nsubj", "csubj", "nmod:poss", "obl:agent"]);
const OBJECT = new Set(["obj", "nsubj:pass", "csubj:pass", "iobj", "xcomp", "ccomp"]);
const LEFT_OUT = new Set([
  "conj",
  "cc",
  "punct",
  "parataxis",
  "advcl",
  "aux",
  "aux:pass",
  "mark",
  "cop",
  "det",
]);
const MOST_WORDS = 8;

class TreeReader {
  readonly #children: Token[][];
  readonly #words: (Word | null)[];

  readonly sentence: Sentence;
  readonly own: ReadonlySet<number>;

  constructor(sentence: Sentence, readWords: ReadWords, own: ReadonlySet<number>) {
    this.sentence = sentence;
    this.own = own;
    this.#children = sentence.tokens.map(() => []);
    for (const token of sentence.tokens) this.#children[token.head]?.push(token);
    this.#words = sentence.tokens.map(({ form }) => wordsOf(readWords(form))[0] ?? null);
  }

  rolesOf(head: Token): Pick<EventFacts, "subject" | "object" | "other" | "figures"> {
    const subject: Terms = new Map();
    const object: Terms = new Map();
    const other: Terms = new Map();
    const figures = new Set<number>();
    for (const child of this.#children[head.index] ?? []) {
      if (this.own.has(child.index) || LEFT_OUT.has(child.deprel)) continue;
      const base = child.deprel;
      this.#gather(child, SUBJECT.has(base) ? subject : OBJECT.has(base) ? object : other, figures);
    }
    const governor = this.sentence.tokens[head.head];
    if (governor !== undefined) {
      const shared = subject.size === 0 && SHARES_SUBJECT.has(head.deprel);
      for (const child of this.#children[governor.index] ?? []) {
        if (child !== head && shared && SUBJECT.has(child.deprel)) this.#gather(child, subject, figures);
      }
      if (!SHARES_SUBJECT.has(head.deprel)) this.#add(governor, other, figures);
    }
    return { subject, object, other, figures };
  }

  /** Words and names of the whole sentence but the mention's own. */
  whole(): Pick<EventFacts, "context" | "names"> {
    const context: Terms = new Map();
    const names: Terms = new Map();
    for (const token of this.sentence.tokens) {
      const word = this.#words[token.index];
      if (word == null || this.own.has(token.index)) continue;
      context.set(word.stemHash, word.weight);
      if (token.upos === "PROPN") names.set(word.stemHash, word.weight);
    }
    return { context, names };
  }

  #gather(token: Token, into: Terms, figures: Set<number>): void {
    const queue = [token];
    for (let at = 0; at < queue.length && at < MOST_WORDS; at++) {
      const next = queue[at]!;
      this.#add(next, into, figures);
      for (const child of this.#children[next.index] ?? []) {
        if (!LEFT_OUT.has(child.deprel) && !this.own.has(child.index)) queue.push(child);
      }
    }
  }

  #add(token: Token, into: Terms, figures: Set<number>): void {
    const word = this.#words[token.index];
    if (word == null || this.own.has(token.index) || !CONTENT.has(token.upos)) return;
    into.set(word.stemHash, word.weight);
    if (word.number) figures.add(hashText(word.key));
  }
}

const SHARES_SUBJECT = new Set(["conj", "xcomp", "advcl"]);
const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"]);
