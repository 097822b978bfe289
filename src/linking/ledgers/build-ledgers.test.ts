/** Clues in, entries out: identity, lives, disagreements, ties; the same in any order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerClue, LedgerParty } from "../../coding/types.ts";
import { loadLedgerKnowledge } from "../../knowledge/ledgers.ts";
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { buildLedgers, ledgerTools, type PlacedClue } from "./index.ts";

const tools = ledgerTools(loadLedgerKnowledge(), loadLinkingKnowledge());

function state(code: string): LedgerParty {
  return { code, sector: "GOV", name: code, id: `state/${code}`, office: null, entityText: code };
}

let counter = 0;
function clue(
  reportId: string,
  more: Partial<LedgerClue> & Pick<LedgerClue, "ledger" | "step">,
  date?: string,
): PlacedClue {
  counter++;
  const own: LedgerClue = {
    kind: null,
    by: [],
    on: [],
    others: [],
    allegedBy: [],
    about: null,
    instrument: null,
    place: null,
    countries: [],
    figures: [],
    conditions: [],
    answers: null,
    day: date === undefined ? null : { date, endDate: date, basis: "stated" },
    forDay: null,
    founded: null,
    known: false,
    another: false,
    thing: null,
    trigger: { start: counter, end: counter + 1 },
    sentence: 0,
    sentenceSpan: { start: 0, end: 100 },
    section: "body",
    rule: "test",
    ...more,
  };
  const day = own.day?.date ?? "2020-01-01";
  return {
    id: `${reportId}-${counter}`,
    clue: own,
    reportId,
    reportDay: day,
    outlet: reportId,
    storyId: "s",
    line: reportId,
    mentions: [],
  };
}

const pact = {
  ledger: "agreement",
  kind: "treaty",
  about: "grain exports",
  by: [state("RUS"), state("UKR")],
} as const;

test("one agreement told by three reports has one life in order of days", () => {
  const clues = [
    clue("c", { ...pact, step: "ended" }, "2023-07-17"),
    clue("a", { ...pact, step: "signed" }, "2022-07-22"),
    clue("b", { ...pact, step: "suspended", by: [state("RUS")], known: true }, "2022-10-29"),
  ];
  const [entry, ...others] = buildLedgers(clues, tools);
  assert.equal(others.length, 0);
  assert.deepEqual(
    entry?.life.map(({ step }) => step),
    ["signed", "suspended", "ended"],
  );
  assert.deepEqual(entry?.life[1]?.by, ["RUS"]);
  assert.deepEqual(buildLedgers(clues.toReversed(), tools), buildLedgers(clues, tools));
});

test("a signature after the end is another agreement", () => {
  const clues = [
    clue("a", { ...pact, step: "signed" }, "2020-01-10"),
    clue("b", { ...pact, step: "rejected" }, "2020-01-20"),
    clue("c", { ...pact, step: "signed", another: true }, "2020-03-01"),
  ];
  assert.equal(buildLedgers(clues, tools).length, 2);
});

test("two days for one signature stay side by side", () => {
  const clues = [
    clue("a", { ...pact, step: "signed" }, "2020-01-10"),
    clue("b", { ...pact, step: "signed" }, "2020-01-12"),
  ];
  const [entry] = buildLedgers(clues, tools);
  assert.equal(entry?.life.length, 1);
  assert.deepEqual(
    entry?.disagreements.map(({ field, values }) => [field, values.length]),
    [["life/signed", 2]],
  );
});

test("the votes of two chambers within a week are one ratification", () => {
  const vote = { ...pact, by: [state("RUS")], on: [state("UKR")], step: "ratified", known: true } as const;
  const daysOf = (second: string) =>
    buildLedgers(
      [
        clue("a", { ...pact, step: "signed" }, "2020-01-10"),
        clue("b", vote, "2020-02-03"),
        clue("c", vote, second),
      ],
      tools,
    )[0]
      ?.life.filter(({ step }) => step === "ratified")
      .map(({ date }) => date);
  assert.deepEqual(daysOf("2020-02-04"), ["2020-02-04"]);
  assert.deepEqual(daysOf("2020-05-04"), ["2020-02-03", "2020-05-04"]);
});

test("what is planned anew after it was called off is planned twice", () => {
  const summit = { ledger: "contact", kind: "summit", by: [state("USA"), state("PRK")] } as const;
  const [entry] = buildLedgers(
    [
      clue("a", { ...summit, step: "planned" }, "2018-05-10"),
      clue("b", { ...summit, step: "cancelled", known: true }, "2018-05-24"),
      clue("c", { ...summit, step: "planned", known: true }, "2018-06-01"),
    ],
    tools,
  );
  assert.deepEqual(
    entry?.life.map(({ step, date }) => `${step} ${date}`),
    ["planned 2018-05-10", "cancelled 2018-05-24", "planned 2018-06-01"],
  );
});

test("relations restored end what broke them, and found no measure of their own", () => {
  const relations = { ledger: "measure", kind: "relations" } as const;
  const restored = clue(
    "b",
    { ...relations, step: "lifted", by: [state("SAU"), state("IRN")] },
    "2023-03-10",
  );
  const broken = clue(
    "a",
    { ...relations, step: "adopted", by: [state("SAU")], on: [state("IRN")] },
    "2016-01-03",
  );
  const [entry] = buildLedgers([broken, restored], tools);
  assert.deepEqual(
    entry?.life.map(({ step }) => step),
    ["adopted", "lifted"],
  );
  assert.deepEqual(
    entry?.parties.map(({ value }) => `${value.role} ${value.code}`),
    ["on IRN", "by SAU"],
  );
  assert.equal(buildLedgers([restored], tools).length, 0);
});

test("an opposite measure within days is an implied answer, a stated one says so", () => {
  const first = clue(
    "a",
    { ledger: "measure", kind: "expulsion", step: "adopted", by: [state("USA")], on: [state("RUS")] },
    "2018-03-26",
  );
  const back = (answers: LedgerClue["answers"]) =>
    clue(
      "b",
      {
        ledger: "measure",
        kind: "expulsion",
        step: "adopted",
        by: [state("RUS")],
        on: [state("USA")],
        answers,
      },
      "2018-03-29",
    );
  const basis = (answers: LedgerClue["answers"]) =>
    buildLedgers([first, back(answers)], tools)[1]?.inAnswerTo.map((tie) => tie.basis);
  assert.deepEqual(basis(null), ["implied"]);
  assert.deepEqual(basis({ start: 0, end: 1, text: "in answer to", to: ["expulsion"] }), ["stated"]);
  assert.deepEqual(basis({ start: 0, end: 1, text: "in answer to", to: ["other"] }), []);
});

test("of two measures of one day one answers the other, never each the other", () => {
  const measure = (reportId: string, by: string, on: string, answers: boolean) =>
    clue(
      reportId,
      {
        ledger: "measure",
        step: "adopted",
        kind: "expulsion",
        by: [state(by)],
        on: [state(on)],
        answers: answers ? { start: 0, end: 1, text: "in response", to: [] } : null,
      },
      "2020-03-02",
    );
  const entries = buildLedgers([measure("a", "ALB", "IRN", false), measure("b", "IRN", "ALB", true)], tools);
  const ties = entries.map((entry) => [
    entry.parties.find(({ value }) => value.role === "by")?.value.code,
    entry.inAnswerTo.length,
  ]);
  assert.deepEqual(Object.fromEntries(ties), { ALB: 0, IRN: 1 });
});

test("a place in a state outranks the state", () => {
  const met = { ledger: "contact", step: "held", kind: "visit", by: [state("CHN"), state("HUN")] } as const;
  const wide = { name: "Hungary", countryCode: "HUN", wide: true } as const;
  const town = { name: "Budapest", countryCode: "HUN" };
  const [entry] = buildLedgers(
    [
      clue("a", { ...met, place: wide }, "2020-03-02"),
      clue("b", { ...met, place: wide }, "2020-03-02"),
      clue("c", { ...met, place: town }, "2020-03-02"),
    ],
    tools,
  );
  assert.equal(entry?.place?.value, "Budapest");
});

const ban = {
  ledger: "measure",
  kind: "ban",
  about: "imports of maize",
  by: [state("KEN")],
  on: [state("UGA")],
} as const;

test("a ban that is reinstated after its suspension is adopted twice", () => {
  const [entry, ...others] = buildLedgers(
    [
      clue("a", { ...ban, step: "adopted" }, "2020-01-10"),
      clue("b", { ...ban, step: "suspended", known: true }, "2020-03-01"),
      clue("c", { ...ban, step: "adopted", known: true }, "2020-04-01"),
    ],
    tools,
  );
  assert.equal(others.length, 0);
  assert.deepEqual(
    entry?.life.map(({ step, date }) => `${step} ${date}`),
    ["adopted 2020-01-10", "suspended 2020-03-01", "adopted 2020-04-01"],
  );
});

test("a measure that takes effect for others months later does so twice", () => {
  const [entry] = buildLedgers(
    [
      clue("a", { ...ban, step: "adopted" }, "2020-01-10"),
      clue("b", { ...ban, step: "in force", known: true }, "2020-01-20"),
      clue("c", { ...ban, step: "in force", known: true }, "2020-04-01"),
    ],
    tools,
  );
  assert.equal(entry?.life.filter(({ step }) => step === "in force").length, 2);
});

test("sanctions lifted as a whole end each of the measures imposed on one day", () => {
  const whole = { ...ban, kind: "sanctions", about: "sanctions", step: "lifted" } as const;
  const lives = (...kinds: readonly string[]) =>
    buildLedgers(
      [
        ...kinds.map((kind) => clue("a", { ...ban, kind, step: "adopted" }, "2020-01-10")),
        clue("b", whole, "2020-05-01"),
      ],
      tools,
    ).map(({ kind, life }) => [kind, life.map(({ step }) => step).join()]);
  assert.deepEqual(lives("closure", "freeze").toSorted(), [
    ["closure", "adopted,lifted"],
    ["freeze", "adopted,lifted"],
  ]);
  assert.deepEqual(lives("ban"), [["ban", "adopted,lifted"]]);
  // An expulsion is none of the sanctions.
  assert.deepEqual(lives("expulsion").toSorted(), [
    ["expulsion", "adopted"],
    ["sanctions", "lifted"],
  ]);
});
