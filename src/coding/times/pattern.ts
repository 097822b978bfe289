/**
 * Pattern of a date rule in, its steps out. Grammar, parted by spaces:
 * `word`, `CLASS`, `a|CLASS`, `[optional steps]`, `~step` (no gap before it),
 * `<steps>` (only these count as the expression).
 */
import { Fault } from "../../base/fault.ts";
import { atomsOfText } from "./atoms.ts";
import type { Element, Option } from "./types.ts";

const PIECE = /[[\]<>]|[^\s[\]<>]+/g;

/** The steps of a pattern.
 * @throws {@link Fault} `coding/bad-pattern` where brackets do not match */
export function parsePattern(pattern: string): readonly Element[] {
  const stack: Element[][] = [[]];
  for (const [piece] of pattern.matchAll(PIECE)) {
    const top = stack.at(-1)!;
    if (piece === "[") stack.push([]);
    else if (piece === "]") {
      const elements = stack.pop()!;
      const outer = stack.at(-1);
      if (outer === undefined) throw new Fault("coding/bad-pattern", `Unmatched ] in "${pattern}".`);
      outer.push({ kind: "optional", elements });
    } else if (piece === "<") top.push({ kind: "open" });
    else if (piece === ">") top.push({ kind: "close" });
    else top.push(choiceOf(piece));
  }
  if (stack.length !== 1) throw new Fault("coding/bad-pattern", `Unmatched [ in "${pattern}".`);
  return stack[0]!;
}

function choiceOf(piece: string): Element {
  const glued = piece.startsWith("~") && piece.length > 1;
  const options = (glued ? piece.slice(1) : piece).split("|").map(optionOf);
  return { kind: "choice", options, glued };
}

function optionOf(word: string): Option {
  if (/^[A-Z][A-Z0-9]*$/.test(word)) return { className: word };
  return { words: atomsOfText(word).map((atom) => atom.lower) };
}

/** First words and classes with which the steps can begin. */
export function firstKeys(elements: readonly Element[]): Set<string> {
  const keys = new Set<string>();
  collect(elements, keys);
  return keys;
}

/** Adds first keys; true where the steps can be empty. */
function collect(elements: readonly Element[], keys: Set<string>): boolean {
  for (const element of elements) {
    if (element.kind === "open" || element.kind === "close") continue;
    if (element.kind === "optional") {
      collect(element.elements, keys);
      continue;
    }
    for (const option of element.options) {
      keys.add("className" in option ? option.className : option.words[0]!);
    }
    return false;
  }
  return true;
}
