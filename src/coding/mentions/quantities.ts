/**
 * Numbers that belong to an event: how many were expelled, killed, given.
 *
 * In: a tree and a draft. Out: quantities with their unit. The nouns and verbs of
 * each unit are in knowledge/lexicon/en/quantity-units.jsonl.
 */
import type { QuantityUnit } from "../../knowledge/coding-knowledge.ts";
import { phraseOf, type Tree } from "../tree/tree.ts";
import type { Quantity } from "../types.ts";
import type { Draft } from "./drafts.ts";

export interface QuantityTools {
  readonly units: readonly QuantityUnit[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly currencies: ReadonlyMap<string, string>;
}

/** The quantities in the arguments of the event's trigger. @param text the report's text */
export function quantitiesOf(
  tree: Tree,
  draft: Draft,
  tools: QuantityTools,
  text: string,
): readonly Quantity[] {
  const found: Quantity[] = [];
  const { trigger } = draft.reading.best;
  const content = draft.content?.reading.best.trigger ?? trigger;
  for (const head of argumentHeads(tree, [trigger, content])) {
    const quantity = quantityAt(tree, head, [trigger, content], tools, text);
    if (quantity !== null && !found.some((other) => isSame(other, quantity))) found.push(quantity);
  }
  return found;
}

/** True for a number within the words of another that says the same ("40" in "up to 40 students"). */
function isSame(one: Quantity, other: Quantity): boolean {
  if (one.start === other.start) return true;
  const overlap = one.start < other.end && other.start < one.end;
  return overlap && one.value === other.value && one.unit === other.unit;
}

/** Nouns below the triggers, without those below another verb. */
function argumentHeads(tree: Tree, triggers: readonly number[]): readonly number[] {
  const heads: number[] = [];
  const visit = (node: number, depth: number) => {
    for (const child of tree.children[node]!) {
      const { upos } = tree.tokens[child]!;
      if (upos === "VERB" && !triggers.includes(child)) continue;
      if (upos === "NOUN" || upos === "NUM" || upos === "SYM" || upos === "PROPN") heads.push(child);
      if (depth < 5 && heads.length < 24) visit(child, depth + 1);
    }
  };
  for (const trigger of new Set(triggers)) {
    visit(trigger, 0);
    if (tree.relation[trigger] === "acl" && tree.tokens[trigger]!.head >= 0)
      heads.push(tree.tokens[trigger]!.head);
  }
  return heads;
}

/** The quantity that the phrase headed by `head` tells; null where it tells none of a known unit. */
export function quantityAt(
  tree: Tree,
  head: number,
  triggers: readonly number[],
  tools: QuantityTools,
  text: string,
): Quantity | null {
  const value = numberOf(tree, head, tools);
  if (value === null) return null;
  const { first, last } = phraseOf(tree, head);
  const span = { start: tree.tokens[first]!.start, end: tree.tokens[last - 1]!.end };
  const words = { ...span, text: text.slice(span.start, span.end) };
  const currency = currencyOf(tree, ...besideNumber(tree, head, first, last), tools);
  if (currency !== null) return { value, unit: `money:${currency}`, ...words };
  const suffered = unitOfModifier(tree, head, tools);
  if (suffered !== null) return { value, unit: suffered, ...words };
  const lemma = tree.tokens[counted(tree, head)]!.lemma.toLowerCase();
  for (const unit of tools.units) {
    const byVerb = triggers.some((t) => unit.verbs?.includes(tree.tokens[t]!.lemma) === true);
    if (unit.words.includes(lemma) || (byVerb && isPeople(tree, head, tools)))
      return { value, unit: unit.unit, ...words };
  }
  return null;
}

/** The part of the phrase in which a currency is that of its number: not "90 products worth 2 billion dollars". */
function besideNumber(tree: Tree, head: number, first: number, last: number): [first: number, last: number] {
  const number =
    tree.tokens[head]!.upos === "NUM"
      ? head
      : tree.children[head]!.find((child) => tree.relation[child] === "nummod");
  const another = tree.tokens.find(
    ({ index, upos }) =>
      number !== undefined && index > Math.max(number, head) && index < last && upos === "NUM",
  );
  return [first, another === undefined ? last : another.index];
}

/** The unit that a participle beside the number names, whatever the verb over both is ("killed 12 and wounded 40",
 * "left 12 people dead"). */
function unitOfModifier(tree: Tree, head: number, { units }: QuantityTools): string | null {
  for (const child of tree.children[head]!) {
    if (tree.relation[child] !== "amod") continue;
    const { lemma } = tree.tokens[child]!;
    const unit = units.find(
      ({ words, verbs }) => words.includes(tree.lower[child]!) || verbs?.includes(lemma) === true,
    );
    if (unit !== undefined) return unit.unit;
  }
  return null;
}

/** What a bare number counts ("755 of its staff"): the noun behind it, or the head itself. */
function counted(tree: Tree, head: number): number {
  if (tree.tokens[head]!.upos !== "NUM") return head;
  return tree.children[head]!.find((child) => tree.relation[child] === "nmod") ?? head;
}

function isPeople(tree: Tree, head: number, tools: QuantityTools): boolean {
  const { lemma, upos } = tree.tokens[head]!;
  return (
    upos === "NUM" ||
    tools.units.some((unit) => unit.unit === "person" && unit.words.includes(lemma.toLowerCase()))
  );
}

/** The number that a noun carries, or that stands alone; null where there is none. */
export function numberOf(tree: Tree, head: number, tools: QuantityTools): number | null {
  const own = tree.tokens[head]!.upos === "NUM" ? readNumber(tree, head, tools) : null;
  if (own !== null) return own;
  for (const child of tree.children[head]!) {
    if (tree.relation[child] !== "nummod") continue;
    const value = readNumber(tree, child, tools);
    if (value !== null) return value;
  }
  return null;
}

function readNumber(tree: Tree, index: number, tools: QuantityTools): number | null {
  const form = tree.lower[index]!;
  const digits = /^[0-9][0-9,]*(?:\.[0-9]+)?$/.test(form)
    ? Number(form.replaceAll(",", ""))
    : (tools.numbers.get(form) ?? null);
  if (digits === null) return null;
  let value = digits;
  for (const child of tree.children[index]!) {
    const inner = tree.lower[child]!;
    if (child < index && tree.tokens[child]!.upos === "NUM" && /^[0-9][0-9,.]*$/.test(inner))
      value = Number(inner.replaceAll(",", "")) * digits;
    else if (child < index && tools.numbers.has(inner) && digits >= 100)
      value = tools.numbers.get(inner)! * digits;
  }
  const next = tree.lower[index + 1];
  const scale = next === undefined || digits >= 1000 ? undefined : tools.numbers.get(next);
  if (value === digits && scale !== undefined && scale >= 100) value = digits * scale;
  return Number.isFinite(value) ? value : null;
}

function currencyOf(tree: Tree, first: number, last: number, tools: QuantityTools): string | null {
  for (let at = Math.max(0, first - 1); at < last; at++) {
    const currency = tools.currencies.get(tree.lower[at]!) ?? tools.currencies.get(tree.tokens[at]!.lemma);
    if (currency !== undefined) return currency;
  }
  return null;
}
