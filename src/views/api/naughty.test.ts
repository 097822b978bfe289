/**
 * Naughty strings as title, outlet, given id and words of reports: what comes
 * out as JSON and as CSV is what went in, letter for letter, and the CSV read in
 * again makes the same record.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { entry, item, party } from "../../record/testing/entries.ts";
import type { RunItem } from "../../record/types.ts";
import { type Answer, withServed } from "./testing/serving.ts";

const OWN = [
  "=cmd|' /C calc'!A0",
  "+1",
  "-1",
  "@SUM(1)",
  "'=1+1",
  "''-2",
  "\t=1",
  'He said "no", twice',
  "one\r\ntwo\nthree\rfour",
  ", ; | \\",
  "<script>alert(1)</script>",
  "Ω≈ç√∫˜µ≤≥÷ 田中さん 🇺🇸👨‍👩‍👧 ‮txet",
  "%00 %0d%0a",
  " leading and trailing ",
];

/** With the development data's, where they are. */
function naughty(): string[] {
  const path = new URL("../../../../shared/data/hostile/strings/blns.json", import.meta.url);
  const more = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as string[]) : [];
  // What no database holds becomes U+FFFD when it is stored.
  const strings = [...OWN, ...more].map((each) => each.toWellFormed().replaceAll("\0", "\ufffd"));
  return [...new Set(strings)].filter((each) => each.trim() !== "");
}

interface Told {
  readonly given_id: string;
  readonly outlet: string;
  readonly title: string;
}

function items(all: readonly Told[]): RunItem[] {
  return all.map(({ given_id: givenId, outlet, title }) => {
    const text = `Kenya met ${title} in Accra.`;
    return item(
      entry(text, { givenId, outlet, title, date: "2020-01-01" }, [
        { word: "Kenya", at: 0, actor: [party("KEN", title)], recipient: [], date: "2020-01-01" },
      ]),
    );
  });
}

/** Cells of RFC 4180; one that was kept from being a formula as it was. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const cell = quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const told = ({ given_id, outlet, title }: Answer): Told => ({ given_id, outlet, title });
const sorted = (all: readonly Told[]) =>
  all.map(told).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

onEachBackend("naughty strings", (backend) => {
  test("stored, given as JSON and CSV, and read in again: the same letters", async () => {
    const given = naughty().map(
      (words, n): Told => ({ given_id: `${n} ${words}`, outlet: words, title: words }),
    );
    const listed = (json: (path: string) => Promise<Answer>) =>
      json("/api/v1/reports?limit=1000").then((page) => sorted(page.data));
    const csv = await withServed(
      items(given),
      async ({ json, ask }) => {
        assert.deepEqual(await listed(json), sorted(given));
        const texts = (await json("/api/v1/mentions?limit=1000")).data;
        assert.equal(texts.length, given.length);
        for (const { cite_info: cite, actor } of texts) {
          assert.equal(cite.title, cite.publication);
          assert.equal(actor[0].entity_text, cite.title);
        }
        for (const { title, given_id } of given.filter((_, n) => n % 9 === 0)) {
          const [one] = (await json(`/api/v1/reports?outlet=${encodeURIComponent(title)}&limit=1`)).data;
          assert.ok(title.length > 2_000 || one?.title === title, `${given_id} is not found by its outlet`);
        }
        return await (await ask("/api/v1/reports?format=csv")).text();
      },
      { backend },
    );
    const [heads = [], ...rows] = cellsOf(csv);
    const again = rows.map((row): Told => {
      const cell = (name: string) => row[heads.indexOf(name)] ?? "";
      return { given_id: cell("given_id"), outlet: cell("outlet"), title: cell("title") };
    });
    assert.deepEqual(sorted(again), sorted(given));
    await withServed(items(again), async ({ json }) => assert.deepEqual(await listed(json), sorted(given)), {
      backend,
    });
  });
});
