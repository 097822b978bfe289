/**
 * A dependency tree drawn with lines: each word under its head, in the order of
 * the sentence, with its tag and its relation in columns.
 */
import type { Sentence, Token } from "../../../language/types.ts";
import type { Paint } from "../terminal.ts";
import { columnsOf, fit, printable } from "./printable.ts";

/** How a word of the tree is shown: its paint, and what it stands for ("actor"), if anything. */
export interface Look {
  readonly paint: (words: string) => string;
  readonly role: string;
}

interface Branch {
  readonly lines: string;
  readonly token: Token;
}

const DEEPEST = 200;

/** The lines of the drawing; empty when the sentence has no tree. */
export function treeLines(sentence: Sentence, paint: Paint, look: (token: Token) => Look): string[] {
  if (sentence.depth !== "parsed") return [];
  const children = new Map<number, Token[]>();
  for (const token of sentence.tokens) children.set(token.head, [...(children.get(token.head) ?? []), token]);
  const branches: Branch[] = [];
  const seen = new Set<number>();
  const walk = (token: Token, before: string, last: boolean, depth: number) => {
    if (seen.has(token.index) || depth > DEEPEST) return;
    seen.add(token.index);
    branches.push({ lines: depth === 0 ? "" : `${before}${last ? "└─ " : "├─ "}`, token });
    const under = children.get(token.index) ?? [];
    const indent = depth === 0 ? "" : `${before}${last ? "   " : "│  "}`;
    for (const [n, child] of under.entries()) walk(child, indent, n === under.length - 1, depth + 1);
  };
  for (const root of [...(children.get(-1) ?? []), ...(children.get(-2) ?? [])]) walk(root, "", true, 0);
  const widest = Math.max(
    ...branches.map(({ lines, token }) => columnsOf(lines) + columnsOf(printable(token.form))),
    0,
  );
  return branches.map(({ lines, token }) => {
    const form = printable(token.form);
    const gap = " ".repeat(Math.max(0, widest - columnsOf(lines) - columnsOf(form)) + 2);
    const { paint: paintWord, role } = look(token);
    const row = `${paint.dim(lines)}${paintWord(form)}${gap}${paint.dim(fit(token.upos, 6))}`;
    return `${row}${paint.dim(role === "" ? token.deprel : fit(token.deprel, 13))}${role}`;
  });
}
