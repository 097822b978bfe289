/**
 * Can a sentence hold an event at all? Asked of its words before it is parsed.
 *
 * In: the lower-case words of a sentence. Out: false where no rule could match,
 * whatever the tree: no trigger form, or none whose particles and classes of
 * nouns stand in the sentence too.
 */
import type { Frame } from "./pattern.ts";
import type { IndexedFrame, RuleIndex } from "./rule-index.ts";

/** What must stand in the sentence beside the trigger's form. */
interface Need {
  readonly rest: readonly string[];
  readonly classes: readonly ReadonlySet<string>[];
}

/** The question, compiled once: linear in the words of the sentence. */
export function compilePrefilter(index: RuleIndex): (words: readonly string[]) => boolean {
  const needs = new Map<string, readonly Need[]>();
  const classesOf = classReader(index.irregular);
  const enter = (form: string, frames: readonly IndexedFrame[]) => {
    const own = frames.filter(tellsEvent).map(({ frame, rest }) => ({ rest, classes: classesOf(frame) }));
    if (own.length === 0) return;
    needs.set(form, own.some((need) => need.rest.length === 0 && need.classes.length === 0) ? [] : own);
  };
  for (const [form, frames] of index.byForm) enter(form, frames);
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

/** The classes of nouns that a frame asks for, made once for all forms of its triggers. */
function classReader(irregular: RuleIndex["irregular"]): (frame: Frame) => Need["classes"] {
  const kept = new Map<Frame, Need["classes"]>();
  return (frame) => {
    let classes = kept.get(frame);
    if (classes === undefined) {
      classes = classesIn(frame, irregular);
      kept.set(frame, classes);
    }
    return classes;
  };
}

function classesIn(frame: Frame, irregular: RuleIndex["irregular"]): Need["classes"] {
  const classes: ReadonlySet<string>[] = [];
  for (const { optional, term } of frame.slots) {
    if (optional || term === null || term.words === null || term.not) continue;
    const heads = new Set<string>();
    for (const word of term.words) {
      const head = word.slice(Math.max(word.lastIndexOf("_"), word.lastIndexOf("-")) + 1);
      heads.add(head);
      for (const form of irregular.get(`n:${head}`) ?? []) heads.add(form);
    }
    classes.push(heads);
  }
  return classes;
}

function met(need: Need, present: ReadonlySet<string>): boolean {
  if (!need.rest.every((word) => present.has(word))) return false;
  return need.classes.every((words) => {
    for (const word of present) if (words.has(word)) return true;
    return false;
  });
}
