/** A mention in, what it belongs to out: the mentions that lend it their code, coordinated ones together. */
import type { EntityMention } from "../../language/types.ts";
import { type ActorContext, MOVEMENT_CODE } from "./identity.ts";

/** Indexes of the mentions that lend their code: those before the head if any can, else those behind it.
 * @param canLend true for a mention that has a code */
export function lenders(
  mention: EntityMention,
  context: ActorContext,
  canLend: (index: number) => boolean,
): readonly number[] {
  const { mentions } = context.discourse;
  const lending = mention.owners.filter((index) => !isBarred(mentions[index]!, context) && canLend(index));
  // "his Russian counterpart": the name says more than the pronoun.
  const named = lending.filter((index) => mentions[index]!.form !== "pronoun");
  const able = named.length > 0 ? named : lending;
  const before = able.filter((index) => mentions[index]!.last <= mention.last);
  if (before.length > 0 && (able.length === before.length || isState(before[0]!, context)))
    return joinedWith(before, context);
  const behind = able.filter((index) => mentions[index]!.last > mention.last);
  return behind;
}

/** A people or movement ("Druze") lends only where no state does. */
function isState(index: number, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  const entry = mention.candidates[0] === undefined ? null : context.entry(mention.candidates[0]);
  return entry === null || entry.code !== MOVEMENT_CODE;
}

/** The first of the owners with those that "and" joins to it. */
function joinedWith(indexes: readonly number[], context: ActorContext): readonly number[] {
  const joined = [indexes[0]!];
  for (const index of indexes.slice(1)) {
    const last = context.discourse.mentions[joined.at(-1)!]!;
    const next = context.discourse.mentions[index]!;
    const words = context.words(next.sentence);
    const gap = words.slice(last.last, next.first);
    const isList =
      gap.length > 0 && gap.every((word) => word === "," || context.agents.uses(word, "conjunction"));
    if (!isList) break;
    joined.push(index);
  }
  return joined;
}

/** "Iran-backed", "anti-American", "Israeli-occupied", "ethnic Albanian": the name is no owner here. */
export function isBarred(mention: EntityMention, context: ActorContext): boolean {
  const { agents } = context;
  const words = context.words(mention.sentence);
  const inside = hyphenParts(words[mention.last - 1]!);
  if (inside !== null && agents.uses(inside.at(-1)!, "not-owner")) return true;
  const first = mention.name?.first ?? mention.first;
  const start = hyphenParts(words[first]!);
  if (start !== null && agents.uses(start[0]!, "not-owner-prefix")) return true;
  const next = words[mention.last] ?? "";
  if ((next === "-" || next === "–") && agents.uses(words[mention.last + 1] ?? "", "not-owner")) return true;
  const before = words[first - 1] ?? "";
  if ((before === "-" || before === "–") && agents.uses(words[first - 2] ?? "", "not-owner-prefix"))
    return true;
  return agents.uses(before, "ethnic");
}

/** The parts of a word with hyphens; null for one without. */
function hyphenParts(word: string): string[] | null {
  return word.includes("-") || word.includes("–") ? word.split(/[-–]/) : null;
}
