import assert from "node:assert/strict";
import { test } from "node:test";
import { readJsonLines } from "../read-file.ts";
import { type DemonymEnding, loadDemonymReader } from "./demonyms.ts";
import { loadCodeReader } from "./petrarch-codes.ts";
import { readPetrarchLines } from "./petrarch-lines.ts";
import { readActors } from "./read-actors.ts";

const lines = (...rows: readonly string[]) => rows.join("\n");
const read = (text: string, file = "own") => readActors([{ file, text }]);
const problems = (text: string) => read(text).problems.map(({ line, message }) => `${line}: ${message}`);

test("a PETRARCH file gives states with their names, and persons with dated codes", () => {
  const { actors, problems } = read(
    lines(
      "# an invented state",
      "EXAMPLELAND_  [EXL]  ; first of all",
      "+EXAMPLISH_",
      "+EXAMPLEVILLE_",
      "",
      "JANE_ROE_",
      "+J._ROE_",
      "\t[EXLGOV 20100101-20141231]",
      "\t[EXLELI >150101]",
      "\t[EXLOPP <20091231]",
      "\t[EXL]",
      "EXAMPLISH_ARMY_ [EXLMIL]",
      "<!-- a note -->",
    ),
  );
  assert.deepEqual(problems, []);
  const [state, person, army] = actors.entries;
  assert.equal(state?.id, "state/EXL");
  assert.deepEqual(state?.names, [
    { name: "=Exampleland", use: "name" },
    { name: "=Examplish", use: "adjective" },
    { name: "=Exampleville", use: "name" },
  ]);
  assert.equal(person?.entry.kind, "person");
  assert.deepEqual(
    person?.terms.map(({ of, sector, start, end }) => [of, sector, start, end]),
    [
      ["EXL", "GOV", "2010-01-01", "2014-12-31"],
      ["EXL", "ELI", "2015-01-01", ""],
      ["EXL", "OPP", "", "2009-12-31"],
      ["EXL", null, "", ""],
    ],
  );
  assert.deepEqual([army?.entry.kind, army?.entry.code, army?.entry.sector], ["organisation", "EXL", "MIL"]);
});

test("agents: the plural by rule, in braces, of a set, or none", () => {
  const { actors } = read(
    lines(
      "SOLDIER [~MIL]",
      "DEPUTY [~LEG]",
      "POLICEMAN {POLICEMEN} [~COP]",
      "GENDARMERIE {} [~COP]",
      "!PERSON! = MAN, WOMAN",
      "CONGRESS!PERSON! [~LEG]",
      "CHARITY [NGO~]",
    ),
  );
  assert.deepEqual(
    actors.agents.map(({ one, many, sector, code }) => [one[0], many[0], sector, code]),
    [
      ["soldier", "soldiers", "MIL", null],
      ["deputy", "deputies", "LEG", null],
      ["policeman", "policemen", "COP", null],
      ["gendarmerie", undefined, "COP", null],
      ["congressman", undefined, "LEG", null],
      ["congresswoman", undefined, "LEG", null],
      ["charity", "charities", null, "NGO"],
    ],
  );
});

test("each bad line is named by its number, and the rest loads", () => {
  const text = lines(
    "+ORPHAN_",
    "\t[EXLGOV]",
    "BROKEN_ [EXLG]",
    "GOOD_ [EXL]",
    "\t[EXLGOV 20101332]",
    "\t[EXLGOV 20141231-20100101]",
    "OPEN_ [EXL",
    "MAYOR {MAYORS} [EXL]",
    "HELPER [~XY]",
    "X!NONE! [~LEG]",
    "x".repeat(10_001),
    "LAST_ [LST]",
  );
  assert.deepEqual(
    problems(text).map((problem) => Number.parseInt(problem, 10)),
    [1, 2, 3, 5, 6, 7, 8, 9, 10, 11],
  );
  assert.deepEqual(
    read(text).actors.entries.map(({ id }) => id),
    ["state/EXL", "state/EXL", "state/LST"],
  );
});

test("JSON Lines: the kinds, with what is wrong of a line", () => {
  const rows = [
    { kind: "state", code: "ZBR", name: "Zubrovka", capitals: ["Lutz"] },
    { name: "Nebelsbad", state: "ZBR", lat: 48.1, lon: 16.3 },
    { kind: "person", name: "Jane Doe", code: "ZBR", terms: [{ title: "President", start: "2010" }] },
    { name: "Lutz Police", code: "ZBR", sector: "COP" },
    { kind: "agent", one: "gendarme", many: "gendarmes", sector: "COP" },
    { kind: "country", name: "X", code: "XXX" },
    { code: "XXX" },
    { name: "X", code: "xx" },
    { name: "X", code: "XXX", sector: "KING" },
    { kind: "state", name: "X" },
    { name: "a|b", code: "XXX" },
    { kind: "person", name: "X Y", terms: [{ start: "2010-13" }] },
    { kind: "place", name: "X", lat: 91 },
    { id: "no id", name: "X", code: "XXX" },
    { name: "Y", code: "YYY", colour: "red" },
    [],
  ];
  const { actors, problems } = read(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"name":\n`);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  );
  assert.deepEqual(
    actors.entries.map(({ id, entry }) => `${id} ${entry.kind}`),
    [
      "state/ZBR state",
      "place/own-lutz place",
      "place/own-nebelsbad place",
      "person/own-jane-doe person",
      "org/own-lutz-police organisation",
      "state/YYY state",
    ],
  );
  assert.equal(actors.agents[0]?.id, "own/gendarme");
});

test("keys of a JSON line that mean something to JavaScript change nothing", () => {
  const { problems } = read(
    '{"__proto__":{"name":"Zubrovka"},"constructor":{"prototype":{}},"name":"A","code":"AAA"}',
  );
  assert.equal(problems.length, 1);
  assert.equal(({} as { name?: string }).name, undefined);
});

test("the hash is of what the files say, not of their comments", () => {
  const hash = (text: string) => read(text).actors.hash;
  assert.equal(hash("A_ [AAA]\n"), hash("# note\n\nA_ [AAA] ; note\n"));
  assert.notEqual(hash("A_ [AAA]\n"), hash("A_ [AAB]\n"));
});

test("codes of CAMEO: a state and a sector, a sector alone, what PLOVER has not", () => {
  const codeOf = loadCodeReader();
  const table: readonly (readonly [string, string | null, string | null])[] = [
    ["EXLGOV", "EXL", "GOV"],
    ["EXLREBISI", "EXL", "REB"],
    ["EXLMOS", "EXL", null],
    ["MIL", null, "MIL"],
    ["IGOUNO", "IGO", null],
    ["NGMREL", "ISM", "REL"],
    ["ROMMED", "ROU", "JRN"],
    ["EXLHLH", "EXL", "MED"],
    ["UIS", null, null],
    ["", null, null],
  ];
  for (const [text, code, sector] of table) assert.deepEqual(codeOf(text), { code, sector }, text);
});

test("the endings of adjectives and peoples hold on their examples and counter-examples", () => {
  const reader = loadDemonymReader();
  for (const { id, gives, examples, counterExamples } of readJsonLines<DemonymEnding>(
    "lexicon",
    "en",
    "demonym-endings.jsonl",
  )) {
    const of = (pair: string) =>
      reader(pair.slice(pair.indexOf(" ") + 1), [pair.slice(0, pair.indexOf(" "))]);
    for (const example of examples) assert.equal(of(example), gives, `${id}: ${example}`);
    for (const example of counterExamples) assert.notEqual(of(example), gives, `${id}: ${example}`);
  }
});

test("text that is no list of actors throws nothing", () => {
  for (const text of [
    "",
    "\n\n",
    "\0",
    "[[[[",
    "]",
    "+",
    "!A! =",
    "{}",
    "~",
    "[~]",
    "\t\t[",
    "\uFEFF{",
    "<!--",
  ])
    assert.doesNotThrow(() => read(text), text);
  assert.equal(readPetrarchLines("A_ [AAA]\r\nB_ [BBB]\rC_ [CCC]").actors.length, 3);
});
