/** Sentences in, fields of their clues out, by family: parties in lists, topics, places, terms, reasons. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import type { LedgerClue } from "../types.ts";

const tools = await openCodingTools(undefined, true);

function read(text: string, day = "2021-03-17"): readonly LedgerClue[] {
  return tools.coder.codeReport({ text, sections: [], datelines: [], day }, tools.language, tools.openActors)
    .clues;
}

const codes = (parties: LedgerClue["by"]) => parties.flatMap(({ code }) => code ?? []).sort();

/** Lists of names that parsers break. */
const LISTS: readonly (readonly [text: string, by: readonly string[], why: string])[] = [
  [
    "Senior officials of the United States, Britain and France met in Seoul on Monday.",
    ["FRA", "GBR", "USA"],
    "behind of",
  ],
  [
    "The European Union, the United States and Saudi Arabia held talks in Geneva on Monday.",
    ["IGO", "SAU", "USA"],
    "as subject",
  ],
  [
    "The Gulf states of Kuwait and Saudi Arabia signed a pact on Monday.",
    ["KWT", "SAU"],
    "named, not all of the Gulf",
  ],
  [
    "Tanzania, Uganda and the French company TotalEnergies signed a pact.",
    ["MNC", "TZA", "UGA"],
    "no state behind a firm",
  ],
];

test("names in a row are parties, each once", () => {
  for (const [text, by, why] of LISTS) {
    const [clue] = read(text);
    assert.deepEqual(codes([...(clue?.by ?? []), ...(clue?.on ?? [])]), by, `${text} (${why})`);
  }
});

const PLACES: readonly (readonly [text: string, place: string | undefined, why: string])[] = [
  ["Mali and Chad signed a pact at Lake Ohrid on Monday.", "Lake Ohrid", "a name no gazetteer need know"],
  ["Mali and Chad signed a pact in Struga in North Macedonia on Monday.", "Struga", "the nearer of two"],
  [
    "The presidents of Peru and Chile met at the Moneda palace in Santiago on Monday.",
    "Santiago",
    "the town of a building",
  ],
  [
    "The foreign ministers of Mali and Chad met in the Turkish resort of Antalya on Monday.",
    "Antalya",
    "behind a noun of places",
  ],
  ["Mali and Chad signed a pact in the Black Sea resort on Monday.", undefined, "the name only says which"],
];

test("a place is the nearest name under a preposition of place", () => {
  for (const [text, place, why] of PLACES)
    assert.equal(read(text).find(({ step }) => step !== null)?.place?.name, place, `${text} (${why})`);
});

const TOPICS: readonly (readonly [text: string, about: string, why: string])[] = [
  [
    "Angela Merkel and Emmanuel Macron met in Paris on Monday to end a quarrel over fish.",
    "end a quarrel over fish",
    "what they came for",
  ],
  ["Angela Merkel met Emmanuel Macron on Monday. They also spoke about roads.", "roads", "they"],
  ["Angela Merkel met Emmanuel Macron on Monday. Trade was also discussed.", "Trade", "by those who met"],
  [
    "Angela Merkel met Emmanuel Macron on Monday. The two leaders exchanged views on steel.",
    "steel",
    "the two",
  ],
  [
    "Angela Merkel flew to Paris on Monday for talks with Emmanuel Macron on tanks.",
    "tanks",
    "talks behind for",
  ],
];

test("topics are told by purposes, by those who met and behind talks", () => {
  for (const [text, about, why] of TOPICS) {
    const told = read(text).flatMap((clue) => (clue.ledger === "contact" ? (clue.about ?? []) : []));
    assert.ok(told.includes(about), `${text} (${why}): ${told}`);
  }
});

test("terms behind a signature are the agreement's", () => {
  const clues = read("Mali and Chad signed an accord on Monday. Some 3,000 fighters are to be disarmed.");
  assert.deepEqual(
    clues.flatMap(({ figures }) => figures.map(({ value }) => value)),
    [3000],
  );
  assert.equal(new Set(clues.map(({ thing }) => thing?.start)).size, 1);
  const [, later] = read("Mali and Chad signed an accord on Monday. Some 3,000 fighters fled.");
  assert.equal(later, undefined, "what came of it is no term");
});

const REASONS: readonly (readonly [text: string, about: string])[] = [
  [
    "Prosecutors in Lima opened an inquiry into President Dina Boluarte over undeclared watches on Monday.",
    "undeclared watches",
  ],
  [
    "A court in Madrid sentenced Luis Barcenas, a former treasurer, to 33 years in prison for fraud.",
    "fraud",
  ],
  ["Najib Razak was acquitted of money laundering on Monday.", "money laundering"],
];

test("an inquiry is for what its words give as a reason", () => {
  for (const [text, about] of REASONS)
    assert.ok(
      read(text).some((clue) => clue.ledger === "inquiry" && clue.about === about),
      text,
    );
});

test("the suspension and the measures are what was told before", () => {
  const text = "China suspended imports of Brazilian beef in February. The suspension was lifted on Monday.";
  const [first, second] = read(text).filter(({ ledger }) => ledger === "measure");
  assert.deepEqual([second?.step, second?.thing], ["lifted", first?.thing]);
  const other = "China seized a Brazilian ship in February. The suspension was lifted on Monday.";
  assert.equal(
    read(other).some(({ step }) => step === "lifted"),
    false,
    "nothing was suspended",
  );
});

test("a particle makes another verb", () => {
  const [clue] = read(
    "The Supreme Court of Kenya struck down the health agreement with the United States on Monday.",
  );
  assert.equal(clue?.step, "rejected");
});
