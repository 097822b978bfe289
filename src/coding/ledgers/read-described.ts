/**
 * A phrase that names nobody in, whom it stands for by what the report told before
 * it out: "the bloc" the organisation named last, "the country" the state named
 * last, "both sides" the two that a sentence before names, "it" the subject of the
 * sentence before. Null where the words describe nobody or nothing was told.
 */
import { grammaticalSubject } from "../tree/arguments.ts";
import { childWith, isNominal, type Tree } from "../tree/tree.ts";
import type { Actor } from "../types.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** Whom the description or pronoun stands for. @param known what the actor reader says, without name or id */
export function describedAt(
  head: number,
  known: readonly Actor[],
  sentence: LedgerSentence,
  tools: LedgerTools,
): readonly Actor[] | null {
  const { tree } = sentence;
  const { xpos, lemma, upos } = tree.tokens[head]!;
  const { list } = tools.tables;
  if (upos === "PRON")
    return known.length === 0 && list("thing-pronouns").has(tree.lower[head]!)
      ? subjectBefore(sentence, tools)
      : null;
  if (upos !== "NOUN" || known.some(({ id, name }) => id !== null || name !== null)) return null;
  const word = lemma.toLowerCase();
  if (xpos === "NNS")
    return list("side-nouns").has(word) && isPair(head, tree, tools) ? pairBefore(head, sentence) : null;
  // "its northern neighbour": the other state that was named.
  if (list("neighbour-nouns").has(word) && isOwned(head, tree))
    return latest(head, sentence, isState, own(head, sentence, tools));
  if (!isDefinite(head, tree, tools)) return null;
  if (list("bloc-nouns").has(word)) return latest(head, sentence, isOrganisation);
  return list("country-nouns").has(word) && isBare(head, tree)
    ? latest(head, sentence, isState, own(head, sentence, tools))
    : null;
}

const isOrganisation = ({ id, code }: Actor) => id?.startsWith("org/") === true && code === "IGO";
const isState = ({ id }: Actor) => id?.startsWith("state/") === true;

/** The subject of the sentence before, where it is no person. */
function subjectBefore(sentence: LedgerSentence, tools: LedgerTools): readonly Actor[] | null {
  const named = subjectsBefore(sentence, tools).filter(({ id }) => id?.startsWith("person/") !== true);
  return named.length === 0 ? null : named.slice(0, 1);
}

/** Who is named by the subject of the sentence before. */
export function subjectsBefore({ recent }: LedgerSentence, tools: LedgerTools): readonly Actor[] {
  const last = recent.at(-1);
  const root = last?.tree.tokens.findIndex(({ deprel }) => deprel === "root") ?? -1;
  if (last === undefined || root < 0) return [];
  const head = grammaticalSubject(last.tree, root, tools.cues, 0)?.head ?? -1;
  if (head < 0) return [];
  // "The bloc ECOWAS": the parser may take the noun before the name for the subject.
  const heads = last.tree.tokens[head + 1]?.upos === "PROPN" ? [head, head + 1] : [head];
  return heads
    .flatMap((at) => last.parties.at(at)?.actors ?? [])
    .filter(({ id, name }) => id !== null && name !== null);
}

/** The latest actor of that kind, in the words before and in the sentences before. */
function latest(
  head: number,
  sentence: LedgerSentence,
  fits: (actor: Actor) => boolean,
  not: ReadonlySet<string> = new Set(),
): readonly Actor[] | null {
  for (const { tree, parties } of [sentence, ...sentence.recent.toReversed()]) {
    const until = tree === sentence.tree ? head : tree.tokens.length;
    for (let at = until - 1; at >= 0; at--) {
      // "EU officials" name the bloc, "Iran sanctions" no country that goes on.
      const isName = tree.relation[at] !== "compound" || fits === isOrganisation;
      if (!isNominal(tree.tokens[at]!) || !isName) continue;
      const party = parties.at(at);
      const found =
        party?.owner === true
          ? undefined
          : party?.actors.findLast((actor) => fits(actor) && !not.has(actor.code ?? ""));
      if (found !== undefined) return [found];
    }
  }
  return null;
}

/** Codes of the subject of the sentence: "the country" is another. */
function own(head: number, { tree, parties }: LedgerSentence, tools: LedgerTools): ReadonlySet<string> {
  const root = tree.tokens.findIndex(({ deprel }) => deprel === "root");
  const subject = root < 0 ? null : grammaticalSubject(tree, root, tools.cues, 0);
  if (subject === null || subject.head === head) return new Set();
  return new Set(parties.at(subject.head)?.actors.flatMap(({ code }) => code ?? []));
}

/** The two states that the words before or the nearest sentence before with two of them name. */
function pairBefore(head: number, sentence: LedgerSentence): readonly Actor[] | null {
  for (const { tree, parties } of [sentence, ...sentence.recent.toReversed()]) {
    const until = tree === sentence.tree ? head : tree.tokens.length;
    const codes = new Set<string>();
    for (let at = 0; at < until; at++) {
      if (!isNominal(tree.tokens[at]!)) continue;
      for (const { code, id } of parties.at(at)?.actors ?? [])
        if (code !== null && (id?.startsWith("state/") === true || id?.startsWith("person/") === true))
          codes.add(code);
    }
    if (codes.size === 2) return [...codes].map(stateActor);
    if (codes.size > 2) return null;
  }
  return null;
}

function stateActor(code: string): Actor {
  return { code, sector: null, name: null, id: `state/${code}`, entityText: code };
}

/** "both sides", "the two countries". */
function isPair(head: number, tree: Tree, tools: LedgerTools): boolean {
  return tree.children[head]!.some((child) => tools.tables.list("pair-words").has(tree.lower[child]!));
}

function isOwned(head: number, tree: Tree): boolean {
  return tree.children[head]!.some(
    (child) => tree.tokens[child]!.deprel === "nmod:poss" && tree.tokens[child]!.upos === "PRON",
  );
}

function isDefinite(head: number, tree: Tree, tools: LedgerTools): boolean {
  const det = childWith(tree, head, "det");
  return det >= 0 && tools.tables.list("known-determiners").has(tree.lower[det]!);
}

/** Nothing that says which one ("the northern neighbour", "the country of origin"). */
function isBare(head: number, tree: Tree): boolean {
  return !tree.children[head]!.some((child) => {
    const relation = tree.relation[child];
    return relation === "amod" || relation === "nmod" || relation === "acl" || relation === "compound";
  });
}
