/** Sentences in, clues of measures and inquiries out, by family: what the parser tears, who answers whom, courts and names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import type { LedgerClue } from "../types.ts";

const tools = await openCodingTools(undefined, true);

function read(text: string, day = "2021-03-17"): readonly LedgerClue[] {
  return tools.coder
    .codeReport({ text, sections: [], datelines: [], day }, tools.language, tools.openActors)
    .clues.filter(({ step }) => step !== null);
}

const codes = (parties: LedgerClue["by"]) => parties.flatMap(({ code }) => code ?? []).join("+");
const form = ({ step, kind, by, on, day }: LedgerClue) =>
  `${step} ${kind} ${codes(by)}>${codes(on)} ${day?.date ?? "-"}`;

const CASES: readonly (readonly [text: string, clues: readonly string[], why: string])[] = [
  [
    "Kenya imposed sweeping trade sanctions on Uganda on Monday.",
    ["adopted sanctions KEN>UGA 2021-03-15"],
    "a participle that describes",
  ],
  [
    "Kenya stopped issuing visas to Ugandans on Monday.",
    ["adopted ban KEN>UGA 2021-03-15"],
    "one that tells",
  ],
  [
    "Bahrain expelled the Lebanese ambassador on Monday.",
    ["adopted expulsion BHR>LBN 2021-03-15"],
    "a name taken for an adverb",
  ],
  [
    "Brazil on Monday postponed by two weeks the tariffs on American goods that were to take effect on Friday.",
    ["suspended tariff BRA>USA 2021-03-15"],
    "an object behind a phrase, and what was only to be",
  ],
  [
    "Russia and Britain expelled each other's ambassadors on Monday.",
    ["adopted expulsion RUS>GBR 2021-03-15", "adopted expulsion GBR>RUS 2021-03-15"],
    "two acts",
  ],
  [
    "Canada imposed sanctions on 20 Zimbabwean officials on Monday in response to the expulsion on Friday of three observers.",
    ["adopted sanctions CAN>ZWE 2021-03-15", "adopted expulsion ZWE>CAN 2021-03-12"],
    "whom it answers did it, on the day of the noun",
  ],
  [
    "The ban on Ugandan milk takes effect in the first minutes of Friday.",
    ["in force ban >UGA 2021-03-19"],
    "a part of a day",
  ],
  [
    "A United Nations tribunal on Monday found the Serbian general Tom Odula guilty of killings in 1995.",
    ["verdict null IGO>SRB 2021-03-15"],
    "the day, not the year of the deed",
  ],
  [
    "Prosecutors in The Hague charged Rodrigo Duterte with murder on Monday.",
    ["charge null >PHL 2021-03-15"],
    "seat of world courts",
  ],
  [
    "A Dutch court in The Hague convicted Rodrigo Duterte of murder on Monday.",
    ["verdict null NLD>PHL 2021-03-15"],
    "the state is named, too",
  ],
];

test("steps of measures and inquiries, with parties and days", () => {
  for (const [text, clues, why] of CASES) assert.deepEqual(read(text).map(form), clues, `${text} (${why})`);
});

test("both ends of a range of hundredths are figures", () => {
  const [clue] = read(
    "China will levy duties of between 43 and 105 percent on chicken from the United States.",
  );
  assert.deepEqual(
    clue?.figures.map(({ value }) => value).sort((a, b) => a - b),
    [43, 105],
  );
});

test("a numbered resolution behind the verb is the instrument", () => {
  const [clue] = read("The Security Council imposed an arms embargo on Iraq on Monday in resolution 661.");
  assert.equal(clue?.instrument, "resolution 661");
});

test("who is tried is named as the report names him, where nothing else tells of him", () => {
  const [clue] = read("The trial of President Slobodan Mirkovic opened on Monday.");
  assert.equal(clue?.on[0]?.name, "Slobodan Mirkovic");
});
