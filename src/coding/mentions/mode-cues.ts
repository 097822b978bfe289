/**
 * Modes that words beside an event tell: "killed … in a suicide bombing".
 *
 * In: a tree, an event without mode, the cues. Out: the mode, or none. The words
 * are in knowledge/lexicon/en/mode-cues.jsonl, the most telling first.
 */
import type { ModeCue } from "../../knowledge/coding-knowledge.ts";
import type { EventType, Mode } from "../../knowledge/types.ts";
import { hasWord } from "../matching/terms.ts";
import { stepsUp, type Tree } from "../tree/tree.ts";

export interface CompiledCue {
  readonly event: EventType;
  readonly mode: Mode;
  readonly words: ReadonlySet<string>;
}

/** The cues, ready to be looked up. */
export function compileModeCues(cues: readonly ModeCue[]): readonly CompiledCue[] {
  return cues.map(({ event, mode, words }) => ({
    event,
    mode,
    words: new Set(words.flatMap((word) => [word, `${word}s`])),
  }));
}

/** The mode that the words of the clause tell; empty where they tell none. */
export function modeBeside(
  tree: Tree,
  clause: number,
  event: EventType,
  cues: readonly CompiledCue[],
): readonly Mode[] {
  for (const cue of cues) {
    if (cue.event !== event) continue;
    for (const token of tree.tokens) {
      if (token.upos !== "NOUN" && token.upos !== "PROPN") continue;
      if (!hasWord(tree, token.index, cue.words)) continue;
      const steps = stepsUp(tree, token.index, clause, true);
      if (steps >= 0 && steps <= 4) return [cue.mode];
    }
  }
  return [];
}
