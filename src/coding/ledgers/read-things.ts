/**
 * A token in, the thing of a ledger that its phrase names out: through nouns that
 * only contain it ("its part in the deal"), pronouns that point back, and "the
 * treaty" that says no more of itself. What the phrase tells is describe-thing.ts.
 */
import type { LedgerThing } from "../../knowledge/ledgers.ts";
import { childWith } from "../tree/tree.ts";
import type { LedgerKind } from "../types.ts";
import { describe } from "./describe-thing.ts";
import { entriesAt } from "./entries-at.ts";
import { partiesAt } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";

const DEEPEST = 3;
/** Sentences back to which a pronoun reaches. */
const REACH = 2;

/** The thing that the phrase names, or null. @param ids things that it must be one of; null for any */
export function thingAt(
  head: number,
  ledger: LedgerKind,
  ids: ReadonlySet<string> | null,
  sentence: LedgerSentence,
  tools: LedgerTools,
  depth = 0,
): Thing | null {
  if (head < 0 || depth > DEEPEST) return null;
  const { tree } = sentence;
  const fits = (entry: LedgerThing) =>
    ids === null ? entry.ledger === ledger && entry.also === undefined : ids.has(entry.id);
  const entry = entriesAt(tree, head, tools.tables).find(fits);
  if (entry !== undefined) {
    const thing = describe(head, entry, sentence, tools);
    return isFormer(head, sentence, tools) ? thing : definite(thing, sentence, tools);
  }
  const { lemma, upos } = tree.tokens[head]!;
  if (upos === "NOUN" && ledger === "measure" && ids === null) {
    const told = measureToldBefore(head, sentence, tools) ?? measureAgainst(head, sentence, tools);
    if (told !== null) return told;
  }
  if (upos === "PRON")
    return tools.tables.list("pronouns").has(tree.lower[head]!)
      ? pointedAt(head, sentence, fits, tools)
      : null;
  if (tools.tables.list("containers").has(lemma.toLowerCase()) || tools.cues.containers.has(lemma)) {
    for (const child of tree.children[head]!) {
      const relation = tree.relation[child];
      if (relation !== "nmod" && relation !== "compound" && relation !== "obl") continue;
      if (tree.tokens[child]!.deprel === "nmod:poss") continue;
      const inner = thingAt(child, ledger, ids, sentence, tools, depth + 1);
      if (inner !== null) return inner;
    }
    const next = tree.tokens[head + 1];
    if (next?.upos === "ADP" && next.head > head)
      return thingAt(next.head, ledger, ids, sentence, tools, depth + 1);
  }
  return null;
}

/** "a round of measures against Minsk": sanctions, in other words. */
function measureAgainst(head: number, sentence: LedgerSentence, tools: LedgerTools): Thing | null {
  const { tree } = sentence;
  const { list } = tools.tables;
  const entry = tools.tables.things.get("sanctions")?.[0];
  if (entry === undefined || !list("anaphors").has(tree.tokens[head]!.lemma.toLowerCase())) return null;
  const isAgainst = tree.children[head]!.some((child) => {
    const mark = tree.relation[child] === "nmod" ? childWith(tree, child, "case") : -1;
    return (
      mark >= 0 &&
      list("against-words").has(tree.lower[mark]!) &&
      partiesAt(child, true, sentence, tools).some(({ code }) => code !== null)
    );
  });
  return isAgainst ? describe(head, entry, sentence, tools) : null;
}

/** Letters that a verb and its noun have in common. */
const STEM = 5;

/** "The measures take effect", "the suspension was lifted": the measure that the report told last. */
function measureToldBefore(head: number, sentence: LedgerSentence, tools: LedgerTools): Thing | null {
  const { tree, earlier } = sentence;
  const { list } = tools.tables;
  if (!list("measure-anaphors").has(tree.lower[head]!)) return null;
  const isDefinite = tree.children[head]!.some(
    (child) => tree.relation[child] === "det" && list("known-determiners").has(tree.lower[child]!),
  );
  const last = earlier.findLast(
    ({ ledger, step, sentence: at }) =>
      ledger === "measure" && step !== null && tree.sentence.index - at <= REACH,
  );
  if (!isDefinite || last === undefined) return null;
  // "the suspension": only of what was told as suspended.
  const verb = sentence.text.slice(last.trigger.start, last.trigger.end).toLowerCase();
  const isOfVerb = verb.slice(0, STEM) === tree.lower[head]!.slice(0, STEM);
  if (!isOfVerb && !list("anaphors").has(tree.tokens[head]!.lemma.toLowerCase())) return null;
  return {
    entry: { id: "told", ledger: "measure", words: [] },
    head,
    sentence: tree.sentence.index,
    span: last.thing ?? last.trigger,
    kind: last.kind,
    instrument: null,
    known: true,
    another: false,
    plural: false,
    between: [],
    // "The EU measures"
    owners: tree.children[head]!.filter((child) => child < head).flatMap((child) =>
      partiesAt(child, false, sentence, tools),
    ),
    with: [],
    against: [],
    about: null,
    countries: [],
    places: [],
    founded: null,
    earlier: true,
  };
}

/** The latest thing told before that fits; one in the same sentence that does not fit stands in its way. */
function pointedAt(
  pronoun: number,
  sentence: LedgerSentence,
  fits: (entry: LedgerThing) => boolean,
  tools: LedgerTools,
): Thing | null {
  const own = sentence.tree.tokens.slice(0, pronoun).flatMap(({ index: at }) =>
    entriesAt(sentence.tree, at, tools.tables)
      .slice(0, 1)
      .map((entry) => ({ at, entry })),
  );
  if (own.length > 0 && !own.some(({ entry }) => fits(entry))) return null;
  const { tree } = sentence;
  const word = tree.lower[pronoun]!;
  const isMany = tools.tables.list("plural-pronouns").has(word);
  const isOne = tools.tables.list("singular-pronouns").has(word);
  const agrees = (at: number) => (tree.tokens[at]!.xpos.endsWith("S") ? !isOne : !isMany);
  const beside = own.findLast(({ at, entry }) => fits(entry) && agrees(at));
  if (beside !== undefined) {
    const thing = thingAt(beside.at, beside.entry.ledger, new Set([beside.entry.id]), sentence, tools);
    if (thing !== null) return { ...thing, head: -1, known: true, another: false, earlier: true };
  }
  const { index } = sentence.tree.sentence;
  const found = sentence.before.findLast(({ entry, sentence: at }) => fits(entry) && index - at <= REACH);
  return found === undefined ? null : { ...found, head: -1, known: true, another: false, earlier: true };
}

/** The latest thing of the ledger in the words or the sentences before, for a noun that needs one ("first violations"). */
export function pointedBack(
  noun: number,
  ledger: LedgerKind,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Thing | null {
  const fits = (entry: LedgerThing) => entry.ledger === ledger && entry.also === undefined;
  const own = sentence.tree.tokens
    .slice(0, noun)
    .findLast(({ index }) => entriesAt(sentence.tree, index, tools.tables).some(fits));
  return own === undefined
    ? pointedAt(noun, sentence, fits, tools)
    : thingAt(own.index, ledger, null, sentence, tools);
}

/** "the earlier treaty": not the one told last. */
function isFormer(head: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  return tree.children[head]!.some((child) => tools.tables.list("former-words").has(tree.lower[child]!));
}

/** "The treaty" that says no more of itself is the one told last in the report. */
function definite(thing: Thing, sentence: LedgerSentence, tools: LedgerTools): Thing {
  const { entry, known, another, head } = thing;
  if (!known || another || entry.ledger === "contact" || entry.also !== undefined || head < 0) return thing;
  const told = thing.between.length + thing.owners.length + thing.with.length + thing.against.length;
  if (told > 0 || thing.about !== null || thing.founded !== null || thing.places.length > 0) return thing;
  if (thing.instrument !== null && entry.instrument !== true) return thing;
  const isSame = (other: Thing) =>
    other.entry === entry ||
    (other.entry.named === true && other.entry.kind === entry.kind) ||
    (entry.ledger === "agreement" && other.entry.ledger === "agreement" && entry.generic === true);
  const earlier = besideBefore(head, sentence, isSame, tools) ?? sentence.before.findLast(isSame);
  if (
    earlier === undefined ||
    (thing.instrument !== null && earlier.instrument !== null && !sameName(thing, earlier))
  )
    return thing;
  return { ...thing, span: earlier.span, kind: earlier.kind ?? thing.kind };
}

/** "ratified the treaty with A, which had signed the pact in 1996": the agreement of the same sentence. */
function besideBefore(
  head: number,
  sentence: LedgerSentence,
  isSame: (other: Thing) => boolean,
  tools: LedgerTools,
): Thing | undefined {
  const { tree } = sentence;
  for (let at = head - 1; at >= 0; at--) {
    if (
      !entriesAt(tree, at, tools.tables).some(
        ({ ledger, also }) => ledger === "agreement" && also === undefined,
      )
    )
      continue;
    const thing = thingAt(at, "agreement", null, sentence, tools);
    if (thing !== null && thing.head === at && isSame(thing)) return thing;
  }
  return undefined;
}

/** Names that can be one: no other number, no other word in capitals. */
function sameName({ instrument: a }: Thing, { instrument: b }: Thing): boolean {
  const proper = (text: string) => text.split(/\s+/u).filter((word) => /^\p{Lu}|\d/u.test(word));
  const [own, others] = [proper(a!), proper(b!)];
  return own.length === 0 || others.length === 0 || own.some((word) => others.includes(word));
}
