/**
 * What a careful reader gets out of the two pages of ../shared/reports must stand
 * in the ledgers: by names, days and kinds. Skipped with a line where they are absent.
 */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import type { Statement } from "../../src/coding/types.ts";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import type { LedgerEntry } from "../../src/linking/types.ts";
import { createStages } from "../../src/pipeline/stages.ts";
import { clueIds } from "../../src/record/ids.ts";
import { ledgerMaker } from "../ledgers/histories.ts";

const FOLDER = knowledgePath("..", "..", "shared", "reports");
const files = globSync("*.txt", { cwd: FOLDER }).sort();
const skip = files.length < 2 ? "../shared/reports is absent" : false;

let entries: readonly LedgerEntry[] = [];
let statements: readonly Statement[] = [];

const codes = ({ parties }: LedgerEntry, ...roles: readonly string[]) =>
  [...new Set(parties.flatMap(({ value }) => (roles.includes(value.role) ? (value.code ?? []) : [])))].sort();
const stepOf = ({ life }: LedgerEntry, step: string) => life.find((one) => one.step === step);
const only = (ledger: string, fits: (entry: LedgerEntry) => boolean): LedgerEntry => {
  const found = entries.filter((entry) => entry.ledger === ledger && fits(entry));
  assert.equal(found.length, 1, `${ledger}: ${found.length} fit`);
  return found[0]!;
};
const names = ({ parties }: LedgerEntry) => parties.map(({ value }) => value.name).sort();

test("the pages are read", { skip }, async () => {
  const stages = await createStages();
  const reports = files.map((name) => {
    const content = readFileSync(`${FOLDER}/${name}`, "utf8");
    const page = stages.read(
      { origin: name, kind: "text", content, bytesHash: name, given: { id: name } },
      null,
    );
    assert.ok(page.ok, name);
    const { coded, sentences } = stages.code(page.value);
    const { text, date, title, outlet, url } = page.value;
    statements = [...statements, ...coded.statements];
    const mentions = coded.mentions.map((mention, index) => ({ ...mention, id: `${name}#${index}` }));
    const report = { id: name, givenId: name, text, title, date, outlet, url, sentences, mentions };
    assert.equal(clueIds(name, coded.clues).length, coded.clues.length);
    return { report, clues: coded.clues };
  });
  entries = await ledgerMaker()(reports);
});

test("the sanctions law: passed, signed, on whom, under which condition, answered by what", { skip }, () => {
  const law = only("measure", (entry) => stepOf(entry, "passed") !== undefined);
  assert.deepEqual([codes(law, "by"), codes(law, "on"), law.kind], [["USA"], ["RUS"], "sanctions"]);
  assert.deepEqual(
    [stepOf(law, "passed")?.date, stepOf(law, "passed")?.endDate],
    ["2017-07-01", "2017-07-31"],
  );
  const signed = stepOf(law, "signed");
  assert.ok(signed?.date != null && signed.date >= "2017-07-31" && signed.endDate! < "2017-08-10");
  assert.ok(law.conditions.some(({ value }) => /without Congress/i.test(value)));
  const answers = law.answeredBy.map(({ to }) => entries.find(({ id }) => id === to)?.kind).sort();
  assert.deepEqual(answers, ["expulsion", "seizure"]);
  assert.ok(!entries.some((entry) => stepOf(entry, "lifted") !== undefined), "nothing was lifted");
});

test("the resolution of the council, with its number and day", { skip }, () => {
  const resolution = only("measure", (entry) => entry.instrument?.value.includes("2371") === true);
  assert.deepEqual(codes(resolution, "by"), ["IGO"]);
  assert.equal(stepOf(resolution, "adopted")?.date, "2017-08-05");
});

test("the order to cut staff and the seizure, with their figures", { skip }, () => {
  const cut = only("measure", ({ kind }) => kind === "expulsion");
  assert.deepEqual([codes(cut, "by"), codes(cut, "on")], [["RUS"], ["USA"]]);
  assert.deepEqual(cut.figures.map(({ value }) => `${value.value} ${value.unit}`).sort(), [
    "1200 person",
    "755 person",
  ]);
  const seizure = only("measure", ({ kind }) => kind === "seizure");
  assert.deepEqual([codes(seizure, "by"), codes(seizure, "on")], [["RUS"], ["USA"]]);
  assert.deepEqual(
    seizure.figures.map(({ value }) => value.value),
    [2],
  );
});

test("the memorandum with its guarantors, the ceasefire with those who brokered it", { skip }, () => {
  const memorandum = only("agreement", ({ kind }) => kind === "memorandum");
  assert.deepEqual(codes(memorandum, "guarantor"), ["IRN", "RUS", "TUR"]);
  assert.equal(memorandum.place?.value, "Astana");
  const signed = stepOf(memorandum, "signed");
  assert.deepEqual([signed?.date, signed?.endDate], ["2017-05-01", "2017-05-31"]);
  const truce = only("agreement", ({ kind }) => kind === "ceasefire");
  assert.deepEqual(codes(truce, "mediator", "party"), ["RUS", "USA"]);
  assert.ok(truce.about.some(({ value }) => value.includes("southwest")));
});

test("contacts: the talks in Manila, the call, the meeting planned; none run together", { skip }, () => {
  const talks = only("contact", ({ place }) => place?.value === "Manila");
  assert.deepEqual(names(talks), ["Sergey Lavrov", "Taro Kono"]);
  const call = only("contact", ({ kind }) => kind === "call");
  assert.deepEqual(names(call), ["Rex Tillerson", "Sergey Lavrov"]);
  const planned = only("contact", (entry) => stepOf(entry, "planned") !== undefined);
  assert.deepEqual(codes(planned, "party"), ["JPN", "RUS"]);
  assert.deepEqual([stepOf(planned, "planned")?.forDate, planned.place?.value], ["2017-08-17", "Moscow"]);
});

test("the inquiry and the hearing are two, each about its own", { skip }, () => {
  const inquiry = only("inquiry", ({ kind }) => kind === "investigation");
  assert.deepEqual([codes(inquiry, "by"), codes(inquiry, "on")], [["USA"], ["RUS"]]);
  const hearing = only("inquiry", (entry) => stepOf(entry, "hearing") !== undefined);
  assert.deepEqual(codes(hearing, "on"), ["PHL"]);
  assert.ok(hearing.about.some(({ value }) => value.includes("murders")));
});

/** Surname of who says what stands between marks, by a few of its words; null: nobody is named. */
const QUOTED: readonly (readonly [words: RegExp, speaker: string | null])[] = [
  [/pulls back/, "Sergey Lavrov"],
  [/heated/, "Taro Kono"],
  [/places we can work/, null],
  [/cut everything off/, "Rex Tillerson"],
  [/no alternative/, "Sergey Lavrov"],
  [/seriously/, "Rex Tillerson"],
  [/in this way from now/, null],
  [/issue of mistrust/, "Rex Tillerson"],
];

test("every quotation has the right speaker or none", { skip }, () => {
  const quoted = statements.filter(({ kind }) => kind !== "indirect");
  for (const [words, speaker] of QUOTED) {
    const found = quoted.filter(({ content }) => words.test(content.text));
    assert.ok(found.length > 0, String(words));
    for (const one of found) assert.equal(one.speaker?.name ?? null, speaker, String(words));
  }
  const others = quoted.filter(({ content }) => !QUOTED.some(([words]) => words.test(content.text)));
  assert.deepEqual(
    others.map(({ content }) => content.text),
    [],
  );
});

after(() => {
  if (skip !== false) console.log(`skipped: ${skip}`);
});
