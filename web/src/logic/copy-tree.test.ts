import assert from "node:assert/strict";
import { test } from "node:test";
import type { Copy } from "../api/types.ts";
import { type CopyNode, copyTree } from "./copy-tree.ts";

const copy = (from: string, to: string, size: number, quotation = false): Copy => ({
  id: `${from}${to}`,
  kind: "verbatim",
  share: 1,
  quotation,
  earlier: { report_id: from, start: 0, end: size, text: "" },
  later: { report_id: to, start: 0, end: size, text: "" },
});
const shown = (nodes: readonly CopyNode[]): string =>
  nodes.map(({ reportId, below }) => reportId + (below.length > 0 ? `(${shown(below)})` : "")).join(" ");

const ROWS: readonly (readonly [name: string, copies: readonly Copy[], tree: string])[] = [
  ["nobody copied", [], "a b c d"],
  ["a chain", [copy("a", "b", 9), copy("b", "c", 9)], "a(b(c)) d"],
  ["the larger copy decides", [copy("a", "c", 5), copy("b", "c", 50)], "a b(c) d"],
  ["a copied quotation joins nothing", [copy("a", "b", 9, true)], "a b c d"],
  ["a report that is not here is left out", [copy("z", "b", 9)], "a b c d"],
];

for (const [name, copies, tree] of ROWS) {
  test(`copyTree: ${name}`, () => assert.equal(shown(copyTree(["a", "b", "c", "d"], copies)), tree));
}
