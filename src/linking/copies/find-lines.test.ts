/** Credits and lines of reporting: who is witness for himself, and who goes back to another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { makeReport } from "../testing/make-report.ts";
import type { Copy, LinkReport } from "../types.ts";
import { createCreditFinder } from "./find-credits.ts";
import { findLines } from "./find-lines.ts";

const knowledge = loadLinkingKnowledge();
const findCredits = createCreditFinder(knowledge);
const lines = (reports: readonly LinkReport[], copies: readonly Copy[] = []) =>
  findLines(
    reports.map((report) => ({ ...report, length: report.text.length })),
    copies,
    reports.flatMap(findCredits),
    () => "s",
    knowledge,
  );
const copyOf = (earlier: LinkReport, later: LinkReport, more: Partial<Copy> = {}): Copy => ({
  id: `${earlier.id}-${later.id}`,
  kind: "verbatim",
  share: 1,
  quotation: false,
  earlier: { reportId: earlier.id, start: 0, end: earlier.text.length },
  later: { reportId: later.id, start: 0, end: later.text.length },
  ...more,
});

test("reports that copy nothing and name nobody are lines of their own", () => {
  const found = lines([makeReport("a", "The dam broke."), makeReport("b", "A dam gave way.")]);
  assert.equal(found.lines.length, 2);
});

test("a report that copies most of another joins its line; a copied quotation joins nothing", () => {
  const [a, b] = [makeReport("a", "The dam broke at dawn."), makeReport("b", "The dam broke at dawn.")];
  assert.equal(lines([a, b], [copyOf(a, b)]).lines.length, 1);
  assert.equal(lines([a, b], [copyOf(a, b, { quotation: true })]).lines.length, 2);
});

test("reports signed by one agency are one line within a story", () => {
  const a = makeReport("a", "CAIRO, Aug 7 (Reuters) - The dam broke.");
  const b = makeReport("b", "A dam gave way in the north. Source: Reuters");
  assert.deepEqual(lines([a, b]).lines, [{ origin: "outlet/reuters", reports: ["a", "b"] }]);
});

test("a sentence that credits an outlet goes back to it, the rest of the report does not", () => {
  const text = "The dam broke, Reuters reported. Nobody was hurt, the mayor said.";
  const a = makeReport("a", text);
  const found = lines([a, makeReport("r", "A dam gave way.", { outlet: "Reuters" })]);
  const end = text.indexOf(". ") + 1;
  assert.equal(found.ofSentence("a", { start: 0, end }), found.ofReport("r"));
  assert.equal(found.ofSentence("a", { start: end + 1, end: text.length }), found.ofReport("a"));
});

test("a page put together from two reports makes them no line of one another", () => {
  const [a, b] = [makeReport("a", "The dam broke at dawn."), makeReport("b", "Prices rose by a tenth.")];
  const page = makeReport("c", `${a.text} ${b.text}`);
  const second = { start: a.text.length + 1, end: page.text.length };
  const copies = [
    copyOf(a, page, { later: { reportId: "c", start: 0, end: a.text.length } }),
    copyOf(b, page, { later: { reportId: "c", ...second } }),
  ];
  const found = lines([a, b, page], copies);
  assert.notEqual(found.ofReport("a"), found.ofReport("b"));
  assert.equal(found.ofSentence("c", second), found.ofReport("b"));
});

test("an outlet's name without a word of credit is none", () => {
  assert.deepEqual(findCredits(makeReport("a", "Reuters has an office in Moscow.")), []);
});
