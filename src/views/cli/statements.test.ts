/** `chancery statements` over real stages: the list, its forms, and one statement in full. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFolder, runChancery } from "./testing/run-chancery.ts";

const WORDS = "“We will sign the treaty before the end of the year,”";
const REPORTS = [
  {
    id: "a",
    outlet: "Wire",
    date: "2018-03-18",
    text: `${WORDS} Emmanuel Macron told reporters in Berlin. He left.`,
  },
  { id: "b", outlet: "Post", date: "2018-03-18", text: `${WORDS} said Emmanuel Macron.` },
  { id: "c", outlet: "Post", date: "2018-03-20", text: "Angela Merkel said that Germany condemned the ban." },
];

test("statements: list, JSON, CSV, filters, detail", () =>
  inFolder(async (cwd) => {
    const run = (...args: string[]) => runChancery(args, { cwd, real: true, env: { COLUMNS: "80" } });
    const input = REPORTS.map((one) => `${JSON.stringify(one)}\n`).join("");
    await runChancery(["read", "-"], { cwd, real: true, input });
    const { out } = await run("statements");
    assert.match(
      out,
      /^2018-03-18 Sun\n {2}FRA:GOV Emmanuel Macron → \S* ?reporters +direct +w_[0-9a-f]{8}\n {4}“We will/,
    );
    assert.match(out, /2 reports: (Wire, Post|Post, Wire)/);
    for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
    const [first, ...rest] = (await run("statements", "--json")).json() as unknown as readonly {
      readonly id: string;
      readonly reports: number;
      readonly tellings: readonly { readonly text: string }[];
    }[];
    assert.ok(first !== undefined);
    assert.equal(rest.length, 1);
    assert.equal(first.reports, 2);
    assert.deepEqual(
      first.tellings.map((one) => one.text),
      [WORDS, WORDS],
    );
    assert.equal((await run("statements", "--speaker", "DEU", "--json")).json().length, 1);
    const csv = (await run("statements", "--csv")).out.trimEnd().split("\n");
    assert.match(csv[0]!, /^id,report_id,date,kind,content,speaker_code/);
    assert.equal(csv.length, 3);
    const detail = (await run("statements", first.id.slice(0, 9))).out;
    assert.match(detail, /\[“We will sign the treaty before the end of the year,”\] Emmanuel/);
    assert.match(detail, /said by +FRA:GOV Emmanuel Macron, President/);
    assert.match(detail, /2 reports\n/);
    const none = await run("statements", "w_ffff");
    assert.equal(none.code, 1);
    assert.match(none.err, /no statement w_ffff/);
  }));
