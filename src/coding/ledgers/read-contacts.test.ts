/** Sentences in, contacts out: what is still to come, and who met by what name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import type { LedgerClue } from "../types.ts";

const tools = await openCodingTools(undefined, true);

/** Read as reported on a Wednesday. */
function contacts(text: string, day = "2021-03-17"): readonly LedgerClue[] {
  return tools.coder
    .codeReport({ text, sections: [], datelines: [], day }, tools.language, tools.openActors)
    .clues.filter(({ ledger }) => ledger === "contact");
}

const PLANS: readonly (readonly [
  text: string,
  step: string | undefined,
  day: string | undefined,
  forDay: string | undefined,
])[] = [
  ["Emmanuel Macron flies to Ankara on Saturday.", "planned", "2021-03-17", "2021-03-20"],
  ["Emmanuel Macron arrives in Ankara on Friday.", "planned", "2021-03-17", "2021-03-19"],
  ["Emmanuel Macron flew to Ankara on Saturday.", "held", "2021-03-13", undefined],
  [
    "Emmanuel Macron will travel to Ankara from June 12 to 14, both governments announced on Monday.",
    "planned",
    "2021-03-15",
    "2021-06-12",
  ],
];

test("a journey told in the present is still to come", () => {
  for (const [text, step, day, forDay] of PLANS) {
    const [clue] = contacts(text);
    assert.deepEqual([clue?.step, clue?.day?.date, clue?.forDay?.date], [step, day, forDay], text);
  }
});

const NAMES: readonly (readonly [text: string, names: readonly (string | null)[]])[] = [
  [
    "Emmanuel Macron met the Chinese trade minister, Qiao Lantao, in Paris on Monday.",
    ["Emmanuel Macron", "Qiao Lantao"],
  ],
  ["Emmanuel Macron received the Chinese general Qiao Lantao on Monday.", ["Emmanuel Macron", "Qiao Lantao"]],
  ["Emmanuel Macron met Chinese officials in Paris on Monday.", ["Emmanuel Macron", null]],
];

test("who met bears the name of the report where the gazetteer knows none", () => {
  for (const [text, names] of NAMES) {
    const people = contacts(text)[0]?.by.filter(({ id }) => id?.startsWith("state/") !== true);
    assert.deepEqual(
      people?.map(({ name }) => name),
      names,
      text,
    );
  }
});

test("who signs by name with a counterpart has met him", () => {
  const signed =
    "Emmanuel Macron and his Chinese counterpart, Qiao Lantao, signed a treaty in Paris on Monday.";
  const [met] = contacts(signed);
  assert.deepEqual(
    [met?.step, met?.by.map(({ name }) => name)],
    ["held", ["Emmanuel Macron", "Qiao Lantao"]],
  );
  assert.deepEqual(contacts("France and China signed a treaty in Paris on Monday."), []);
});

const HELD: readonly (readonly [text: string, kinds: readonly (string | null)[], why: string])[] = [
  ["Joe Biden and Vladimir Putin discussed Mali on Friday in Rome.", ["meeting"], "both did it on a day"],
  ["Joe Biden and Vladimir Putin discussed Mali by phone on Friday.", ["call"], "on the line"],
  ["Joe Biden discussed Mali on Friday in Rome.", [], "one alone"],
  ["Joe Biden met the visiting Russian president, Vladimir Putin, on Friday.", ["visit"], "a guest"],
  ["Joe Biden and Vladimir Putin agreed to meet in Rome.", [], "still to come"],
  ["Joe Biden told journalists on Friday that he met nobody.", [], "journalists"],
];

test("a contact is held where both are told to have met", () => {
  for (const [text, kinds, why] of HELD)
    assert.deepEqual(
      contacts(text)
        .filter(({ step }) => step === "held")
        .map(({ kind }) => kind),
      kinds,
      `${text} (${why})`,
    );
});

test("parliaments, causes and what one alone spoke of are no topics", () => {
  const topics = (text: string) => contacts(text).flatMap(({ about }) => about ?? []);
  assert.deepEqual(topics("Joe Biden arrived in Rome on Monday. He addressed the parliament."), []);
  assert.deepEqual(topics("Joe Biden put off a visit to Rome over reports of spying."), []);
  assert.deepEqual(topics("Joe Biden called off a visit to Rome. He spoke about wheat."), []);
});

test("both Koreas by one name are two states", () => {
  const [met] = contacts("The leaders of North and South Korea met in Geneva on Monday.");
  assert.deepEqual(met?.by.map(({ code }) => code).sort(), ["KOR", "PRK"]);
});

test("who receives him receives the subject of the sentence before", () => {
  const met = contacts("Emmanuel Macron arrived in Ankara on Monday. Recep Tayyip Erdogan received him.");
  assert.deepEqual(
    met.at(-1)?.by.map(({ code }) => code),
    ["TUR", "FRA"],
  );
});

test("a notice of a withdrawal is of the treaty of the sentence before", () => {
  const text =
    "Kenya's truce with Somalia ended on Monday. Kenya had given notice of its withdrawal on 5 January.";
  const read = tools.coder.codeReport(
    { text, sections: [], datelines: [], day: "2021-03-17" },
    tools.language,
    tools.openActors,
  );
  const [ended, notified] = read.clues.filter(({ ledger }) => ledger === "agreement");
  assert.deepEqual(
    [notified?.step, notified?.thing, notified?.kind],
    ["withdrawal notified", ended?.thing, ended?.kind],
  );
});
