import assert from "node:assert/strict";
import { test } from "node:test";
import { STATE_COLUMNS } from "./entries.ts";
import { loadGazetteer } from "./index.ts";
import { readTable } from "./table.ts";

const gazetteer = loadGazetteer();

function holder(of: string, office: string, day: string | null): string | null {
  const term = gazetteer.holders(of, office, day)[0];
  return term === undefined ? null : gazetteer.entry(term.personId)!.name;
}

const HOLDERS: readonly (readonly [of: string, office: string, day: string | null, name: string | null])[] = [
  ["JPN", "foreign-minister", "2017-08-10", "Taro Kono"],
  ["JPN", "foreign-minister", "2017-08-02", "Fumio Kishida"],
  ["RUS", "foreign-minister", "2017-08-10", "Sergey Lavrov"],
  ["USA", "head-of-state", "2017-08-10", "Donald Trump"],
  ["USA", "head-of-government", "2022-05-01", "Joe Biden"],
  ["USA", "head-of-state", "2025-02-01", "Donald Trump"],
  ["USA", "foreign-minister", "2025-03-01", "Marco Rubio"],
  ["GBR", "head-of-government", "2024-07-04", "Rishi Sunak"],
  ["GBR", "head-of-government", "2024-07-06", "Keir Starmer"],
  ["DEU", "head-of-government", "2025-06-01", "Friedrich Merz"],
  ["PRK", "supreme-leader", "2017-08-10", "Kim Jong Un"],
  ["UKR", "defence-minister", "2024-06-30", "Rustem Umerov"],
  ["org/united-nations", "chief-executive", "2017-08-10", "António Guterres"],
  ["org/nato", "chief-executive", "2024-12-01", "Mark Rutte"],
  ["org/european-union", "foreign-minister", "2017-08-10", "Federica Mogherini"],
  ["JPN", "head-of-government", null, "Sanae Takaichi"],
  ["USA", "head-of-state", "1700-01-01", null],
];

for (const [of, office, day, name] of HOLDERS)
  test(`${office} of ${of} on ${day ?? "the latest day known"} is ${name ?? "unknown"}`, () => {
    assert.equal(holder(of, office, day), name);
  });

test("gives a person's terms, latest first, with body, code and sector", () => {
  const [last, first] = gazetteer.terms("person/Q22686").filter(({ office }) => office === "head-of-state");
  assert.deepEqual(
    { start: last!.start, end: last!.end, code: last!.code, body: last!.body, sector: last!.sector },
    { start: "2025-01-20", end: null, code: "USA", body: "state/USA", sector: "GOV" },
  );
  assert.deepEqual([first!.start, first!.end], ["2017-01-20", "2021-01-20"]);
});

test("says the last day that a source vouches for where it gives no end", () => {
  const [term] = gazetteer.holders("RUS", "foreign-minister", "2025-06-01");
  assert.deepEqual([term!.end, term!.seen], [null, "2025-11-30"]);
});

/** States that exist now; the others have no holders. */
const GONE = new Set(["SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR"]);
const states = readTable("states.tsv", STATE_COLUMNS)
  .filter((row) => row[1] === "state" && !GONE.has(row[2]!))
  .map((row) => row[2]!);

for (const day of ["2017-08-10", "2024-06-30"])
  for (const office of ["head-of-government", "head-of-state"])
    test(`knows the ${office} of at least 95 in 100 states on ${day}`, () => {
      const missing = states.filter((state) => gazetteer.holders(state, office, day).length === 0);
      assert.ok(missing.length <= states.length * 0.05, `missing: ${missing.join(" ")}`);
    });
