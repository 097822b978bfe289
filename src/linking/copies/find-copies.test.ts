/** Copied passages: what is found, with which spans and kind, and what is none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { createLinking } from "../index.ts";
import { makeReport } from "../testing/make-report.ts";

const linking = createLinking(loadLinkingKnowledge());
const SENTENCE =
  "The House of Representatives passed the bill on July 25 by 419 votes to 3, and the Senate followed two days later.";
const OTHER = "Farmers in the north expect a poor harvest of wheat after weeks without any rain.";
const find = (earlier: string, later: string) =>
  linking.findCopies(makeReport("a", earlier), makeReport("b", later));

test("a sentence that stands in both is one verbatim copy with both spans", () => {
  const copies = find(SENTENCE, `${OTHER}\n\n${SENTENCE}`);
  assert.equal(copies.length, 1);
  const [copy] = copies;
  assert.equal(copy!.kind, "verbatim");
  assert.equal(copy!.share, 1);
  assert.deepEqual([copy!.earlier.start, copy!.earlier.end], [0, SENTENCE.length]);
  assert.equal(copy!.later.start, OTHER.length + 2);
});

test("swapped names and small words make it an edited copy", () => {
  const earlier =
    "The United States and the Russian Federation agreed to a ceasefire in the south-west of the country.";
  const later = "The U.S. and Russia have agreed to a ceasefire in the south-west of the country.";
  const [copy] = find(earlier, later);
  assert.equal(copy?.kind, "edited");
});

test("a sentence cut in half is a copy of the half", () => {
  const [copy] = find(SENTENCE, "The House of Representatives passed the bill on July 25 by 419 votes to 3.");
  assert.equal(copy?.kind, "edited");
  assert.ok(copy.earlier.end < SENTENCE.length);
});

test("neighbouring sentences are one passage, and an inserted paragraph parts it", () => {
  const second = "Lawmakers then have at least thirty days to block any step that would ease the measures.";
  assert.equal(find(`${SENTENCE}\n\n${second}`, `${SENTENCE}\n\n${second}`).length, 1);
  assert.equal(find(`${SENTENCE}\n\n${second}`, `${SENTENCE}\n\n${OTHER}\n\n${second}`).length, 2);
});

test("the same name with its title is no copy", () => {
  const earlier = "Senate Majority Leader Mitch McConnell of Kentucky closed the session early.";
  const later = "Nobody asked Senate Majority Leader Mitch McConnell of Kentucky about the new budget.";
  assert.deepEqual(find(earlier, later), []);
});

test("reports of one subject in own words share nothing", () => {
  const earlier = "Mr Trump reluctantly put his name to the law, which also punishes North Korea.";
  const later = "The president signed the sanctions bill away from the cameras on Wednesday.";
  assert.deepEqual(find(earlier, later), []);
});

test("a copy that is mostly a quotation says so", () => {
  const quote =
    '"This is a regrettable and uncalled for act, and we are assessing how to respond to it," he said.';
  assert.equal(find(quote, `${OTHER}\n\n${quote}`)[0]?.quotation, true);
});
