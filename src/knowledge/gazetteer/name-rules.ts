/**
 * How a name's case counts, read off the name as the tables write it.
 *
 * A mark before the name says it: "=" never in lower case ("=Turkey"), "~"
 * uncertain in other case ("~US"), "?" always uncertain ("?North"). Without a
 * mark any case will do, but up to three capitals are needed as they are.
 */
import type { Shape } from "./pieces.ts";

export type CaseRule = "any" | "cased" | "capitals" | "loose" | "doubtful";

/** What is known of a match's letters when its candidates are weighed. */
export interface Look {
  /** Shapes of the match's pieces, in order. */
  readonly shapes: readonly Shape[];
  /** All of them are capitals. */
  readonly caps: boolean;
  /** Dots show that it is an abbreviation. */
  readonly dotted: boolean;
  /** None of them has a capital. */
  readonly lower: boolean;
  /** The whole sentence is in capitals. */
  readonly shouted: () => boolean;
}

const MARKS: ReadonlyMap<string, CaseRule> = new Map([
  ["=", "cased"],
  ["~", "loose"],
  ["?", "doubtful"],
]);
const ACRONYM = /^\p{Lu}{2,3}$/u;
const CAPITALS = /^[\p{Lu}\d.&]+$/u;
const CAPITAL = /\p{Lu}/u;

/** The name without its mark. */
export function unmarked(name: string): string {
  return MARKS.has(name[0]!) ? name.slice(1) : name;
}

/** The rule for the name, mark included. */
export function caseRuleOf(name: string): CaseRule {
  const marked = MARKS.get(name[0]!);
  if (marked === "cased" && CAPITALS.test(name.slice(1))) return "capitals";
  if (marked !== undefined) return marked;
  return ACRONYM.test(name.replaceAll(".", "")) ? "capitals" : "any";
}

/** The first piece of the name that has a capital: a match in which it has none is no match. */
export function anchorOf(name: string): number {
  const at = name.split(/[ -]/).findIndex((word) => CAPITAL.test(word));
  return at < 0 ? 0 : at;
}

/** Whether letters like these may stand for a name under the rule, surely or perhaps. */
export function verdictOf(rule: CaseRule, anchor: number, look: Look): "yes" | "doubt" | "no" {
  if (rule === "any") return "yes";
  if (rule === "loose") return look.dotted || (look.caps && !look.shouted()) ? "yes" : "doubt";
  if (rule === "capitals") return look.caps ? "yes" : "no";
  if (look.lower || look.shapes[anchor] === "lower") return "no";
  if (rule === "doubtful") return "doubt";
  return look.caps && look.shouted() ? "doubt" : "yes";
}
