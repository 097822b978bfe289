/**
 * Can a sentence hold an event at all? Asked of its words before it is parsed.
 *
 * In: the lower-case words of a sentence. Out: false where no rule could match,
 * whatever the tree: no trigger form, or none whose particles and classes of
 * nouns stand in the sentence too.
 */
import type { IndexedFrame, RuleIndex } from "./rule-index.ts";

/** What must stand in the sentence beside the trigger's form. */
interface Need {
  readonly rest: readonly string[];
  readonly classes: readonly ReadonlySet<string>[];
}

/** The question, compiled once: linear in the words of the sentence. */
export function compilePrefilter(index: RuleIndex): (words: readonly string[]) => boolean {
  const needs = new Map<string, readonly Need[]>();
  for (const [form, frames] of index.byForm) {
    const own = frames.filter(tellsEvent).map((frame) => needOf(frame, index.irregular));
    if (own.length === 0) continue;
    needs.set(form, own.some((need) => need.rest.length === 0 && need.classes.length === 0) ? [] : own);
  }
  return (words) => {
    let present: ReadonlySet<string> | null = null;
    for (const word of words) {
      const own = needs.get(word);
      if (own === undefined) continue;
      if (own.length === 0) return true;
      present ??= new Set(words);
      if (own.some((need) => met(need, present!))) return true;
    }
    return false;
  };
}

function tellsEvent({ compiled: { rule } }: IndexedFrame): boolean {
  return rule.gives !== "NONE" && rule.only === undefined;
}

function needOf({ frame, rest }: IndexedFrame, irregular: ReadonlyMap<string, readonly string[]>): Need {
  const classes: ReadonlySet<string>[] = [];
  for (const { optional, term } of frame.slots) {
    if (optional || term === null || term.words === null || term.not) continue;
    const heads = [...term.words].map((word) =>
      word.slice(Math.max(word.lastIndexOf("_"), word.lastIndexOf("-")) + 1),
    );
    classes.push(new Set(heads.flatMap((head) => [head, ...(irregular.get(`n:${head}`) ?? [])])));
  }
  return { rest, classes };
}

function met(need: Need, present: ReadonlySet<string>): boolean {
  if (!need.rest.every((word) => present.has(word))) return false;
  return need.classes.every((words) => {
    for (const word of present) if (words.has(word)) return true;
    return false;
  });
}
