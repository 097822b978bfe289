/** Sentences in, clues of ledgers out, by family; negative table: words that look like a step and are none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import type { LedgerClue } from "../types.ts";

const tools = await openCodingTools(undefined, true);

function read(text: string, day = "2021-03-17"): readonly LedgerClue[] {
  return tools.coder.codeReport({ text, sections: [], datelines: [], day }, tools.language, tools.openActors)
    .clues;
}

const codes = (parties: LedgerClue["by"]) => parties.map(({ code }) => code).join("+");
const shown = ({ ledger, step, kind, by, on, day }: LedgerClue) =>
  `${ledger} ${step} ${kind} ${codes(by)}>${codes(on)} ${day?.date}`;

const TOLD: readonly (readonly [text: string, clue: string])[] = [
  ["Norway and Russia signed a treaty in Murmansk on Monday.", "agreement signed treaty NOR+RUS> 2021-03-15"],
  [
    "Kenya lifted its ban on imports of maize from Uganda on Tuesday.",
    "measure lifted ban KEN>UGA 2021-03-16",
  ],
  [
    "Poland will expel three Belarusian diplomats, the ministry said.",
    "measure announced expulsion POL>BLR 2021-03-17",
  ],
  ["Angela Merkel met Emmanuel Macron in Paris on Monday.", "contact held meeting DEU+FRA> 2021-03-15"],
  ["The truce between Israel and Hamas ended on Tuesday.", "agreement ended ceasefire >ISR+PSE 2021-03-16"],
  [
    "Gambia filed a case against Myanmar at the International Court of Justice on Monday.",
    "inquiry opened case IGO>MMR 2021-03-15",
  ],
];

test("a sentence gives its step with parties and day", () => {
  for (const [text, clue] of TOLD)
    assert.ok(read(text).map(shown).includes(clue), `${text}: ${read(text).map(shown)}`);
});

test("a step of several days gives one clue a day", () => {
  const text = "The truce began in May. It had been extended on Monday by two days and on Tuesday by one.";
  const days = read(text)
    .filter(({ step }) => step === "extended")
    .map(({ day }) => day?.date);
  assert.deepEqual(days, ["2021-03-15", "2021-03-16"]);
});

const UNTOLD: readonly (readonly [text: string, why: string])[] = [
  ["Norway did not sign the treaty.", "denied"],
  ["Norway may suspend the treaty.", "doubted"],
  ["If Kenya lifted the ban, prices would fall.", "only supposed"],
  ["France called for talks with Iran.", "only wanted"],
  ["The singer signed a contract with a label.", "no agreement of states"],
];

test("what is denied, doubted, supposed or wanted is no step", () => {
  for (const [text, why] of UNTOLD)
    assert.deepEqual(
      read(text)
        .filter(({ step }) => step !== null)
        .map(shown),
      [],
      `${text} (${why})`,
    );
});

/** Texts of two sentences: what points back, by family. */
const POINTING: readonly (readonly [family: string, text: string, clue: string])[] = [
  [
    "the bloc",
    "The European Union criticised Belarus on Monday. The bloc imposed sanctions on Minsk on Tuesday.",
    "measure adopted sanctions IGO>BLR 2021-03-16",
  ],
  [
    "it",
    "The African Union suspended talks with Niger. It imposed sanctions on Mali on Tuesday.",
    "measure adopted sanctions IGO>MLI 2021-03-16",
  ],
  [
    "both countries",
    "Chile and Peru quarrelled over fish. Both countries signed a treaty on Tuesday.",
    "agreement signed treaty CHL+PER> 2021-03-16",
  ],
  [
    "them, in one sentence",
    "Kenya imposed tariffs on Ugandan sugar in May 2020 and lifted them on Tuesday.",
    "measure lifted tariff KEN>UGA 2021-03-16",
  ],
  [
    "a relative clause hung on a neighbour",
    "Canada announced tariffs on American goods that will take effect on 1 May.",
    "measure in force tariff >USA 2021-05-01",
  ],
  [
    "a participle behind its decree",
    "The president of Kenya signed a decree banning imports of maize from Uganda on Tuesday.",
    "measure signed ban KEN>UGA 2021-03-16",
  ],
];

/** Sentences whose trees the parser tears apart, and parties that other words tell, by family. */
const MENDED: readonly (readonly [family: string, text: string, clue: string])[] = [
  [
    "a verb behind a relative clause",
    "Kenya agreed an embargo on coal from Uganda that will be phased in by May and froze the accounts of its central bank on Monday.",
    "measure adopted freeze KEN>UGA 2021-03-15",
  ],
  [
    "infinitives in a row",
    "Kenya agreed on Monday to close its border with Uganda, suspend trade and freeze Ugandan accounts.",
    "measure adopted freeze KEN>UGA 2021-03-15",
  ],
  [
    "a name taken for an auxiliary",
    "Beijing suspended imports of tea from Kenya on Monday.",
    "measure adopted ban CHN>KEN 2021-03-15",
  ],
  [
    "a verb taken for a noun",
    "The Kenyan tariffs on tea apply to Uganda and Rwanda since Monday.",
    "measure in force tariff KEN>UGA+RWA 2021-03-15",
  ],
  [
    "an order to do it",
    "The president of Kenya signed an order to impose sanctions on Uganda on Monday.",
    "measure adopted sanctions KEN>UGA 2021-03-15",
  ],
  [
    "what a decree does, in the next sentence",
    "Kenya on Monday signed a decree on sanctions against Uganda. It bans charter flights and package tours and limits imports.",
    "measure signed limit KEN>UGA 2021-03-15",
  ],
  [
    "a firm's state",
    "Kenya imposed sanctions on the oil company Rosneft on Monday.",
    "measure adopted sanctions KEN>RUS 2021-03-15",
  ],
  [
    "who may no longer do it",
    "Kenya put a ban on the adoption of its children by Ugandans on Monday.",
    "measure adopted ban KEN>UGA 2021-03-15",
  ],
  [
    "at whose request somebody is arrested",
    "Kenyan police arrested Jacob Zuma in Nairobi on Monday at the request of Uganda.",
    "inquiry arrest null UGA>ZAF 2021-03-15",
  ],
  [
    "a court without its state",
    "Jacob Zuma was jailed in 2020. A panel of the Supreme Court convicted him of fraud on Monday.",
    "inquiry verdict null ZAF>ZAF 2021-03-15",
  ],
  [
    "a count of votes to none",
    "The Security Council adopted a resolution on Kenya on Monday by ten votes to none.",
    "measure adopted null IGO>KEN 2021-03-15",
  ],
];

test("torn trees, firms, courts and those who ask are read as they are meant", () => {
  for (const [family, text, clue] of MENDED)
    assert.ok(read(text).map(shown).includes(clue), `${family}: ${read(text).map(shown)}`);
});

test("what an answer answers lends neither its day nor its figures", () => {
  const clues = read(
    "Kenya expelled nine Ugandan envoys on Monday in response to the expulsion by Uganda of three Kenyan diplomats.",
  );
  assert.deepEqual(
    clues.map(({ step, figures }) => [step, figures.map(({ value }) => value)]),
    [
      ["adopted", [9]],
      ["adopted", [3]],
    ],
  );
});

test("descriptions, pronouns and relative clauses lead to what they stand for", () => {
  for (const [family, text, clue] of POINTING)
    assert.ok(read(text).map(shown).includes(clue), `${family}: ${read(text).map(shown)}`);
});

/** What the words say of the first step, and of its day. */
const STEPS: readonly (readonly [text: string, step: string | null, day: string | undefined, why: string])[] =
  [
    ["Kenya closed its border with Somalia on Monday.", "adopted", "2021-03-15", "told as done in one verb"],
    ["Kenya agreed on Monday to impose tariffs on Somalia.", "adopted", "2021-03-15", "decided"],
    ["Kenya will impose tariffs on Somalia.", "announced", "2021-03-17", "to come"],
    ["Kenya will lift its tariffs on Somalia on 1 May.", "lifted", "2021-05-01", "with its day"],
    ["Kenya will lift its tariffs on Somalia.", null, undefined, "without a day"],
    [
      "Uganda reacted angrily on Monday after Kenya had recalled its ambassador from Kampala.",
      "adopted",
      undefined,
      "before, who knows when",
    ],
    [
      "The Ugandan diplomats whom Kenya had expelled left Nairobi on Tuesday.",
      null,
      undefined,
      "the day is that of leaving",
    ],
  ];

test("the first step and its day are told by one convention", () => {
  for (const [text, step, day, why] of STEPS) {
    const [clue] = read(text).filter((one) => one.ledger === "measure" && one.step !== null);
    assert.deepEqual([clue?.step ?? null, clue?.day?.date], [step, day], `${text} (${why})`);
  }
});

test("a contact is about what stands behind its preposition, a state too", () => {
  const [clue] = read("Joe Biden and Xi Jinping held talks on Taiwan and trade in Bali on Monday.");
  assert.deepEqual([codes(clue?.by ?? []), clue?.about], ["USA+CHN", "Taiwan and trade"]);
});

test("figures, conditions and answers go with the measure", () => {
  const [clue] = read("In retaliation, Russia expelled 20 Czech diplomats until further notice.");
  assert.deepEqual(
    clue?.figures.map(({ value, unit }) => `${value} ${unit}`),
    ["20 person"],
  );
  assert.equal(clue?.answers?.text, "In retaliation");
  assert.equal(clue?.conditions[0]?.text, "until further notice");
});
