/**
 * Every file that a page offers, saved and looked into: what a link gives holds
 * the lines of the list that it stands for; what a button makes holds the rows
 * of its table.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { allViews } from "./all-views.ts";
import { skipWithoutBrowser } from "./chromium.ts";
import { csvRows } from "./csv-rows.ts";
import { type ExamplesPage, openExamples } from "./examples-page.ts";
import type { Answer, ServedRecord } from "./served-record.ts";
import type { WatchedPage } from "./watched-page.ts";

/** Views that have no list and no table: a text, and what is sent or asked for. */
const WITHOUT =
  /^(?:today|two-actors-unchosen|decisions|read|inquiries|report|event|measure|agreement|contact)/;

suite("files", { skip: skipWithoutBrowser }, () => {
  let examples: ExamplesPage;
  let record: ServedRecord;
  let watched: WatchedPage;
  let page: Page;

  before(async () => {
    examples = await openExamples();
    ({ record, watched } = examples);
    ({ page } = watched);
  });
  after(async () => await examples?.close());

  async function save(what: Locator): Promise<string[][]> {
    const [file] = await Promise.all([page.waitForEvent("download"), what.click()]);
    assert.match(file.suggestedFilename(), /\.csv$/);
    return csvRows(readFileSync(await file.path(), "utf8"));
  }

  test("rows of a file are told apart whatever stands in its cells", () => {
    assert.deepEqual(csvRows('a,b\n"1,\n""x""",\n'), [
      ["a", "b"],
      ['1,\n"x"', ""],
    ]);
  });

  test("each link to a file gives the list that it stands for", async () => {
    const without: string[] = [];
    for (const { name, path } of await allViews(record)) {
      await watched.open(path);
      const links = await page.locator("main a[download]").all();
      if (links.length === 0) without.push(name);
      for (const link of links) {
        const list = new URL((await link.getAttribute("href")) ?? "", record.url);
        const [head = [], ...rows] = await save(link);
        list.searchParams.delete("format");
        list.searchParams.set("limit", "1000");
        const { data }: Answer = await (await fetch(list)).json();
        assert.equal(head[0], "id", `${name}: ${list}`);
        assert.ok(rows.every((row) => row.length === head.length));
        assert.deepEqual(
          rows.map(([id]) => id),
          data.map(({ id }: Answer) => id),
          `${name}: ${list}`,
        );
        assert.ok(rows.length > 0, `${name}: ${list} holds nothing`);
      }
    }
    const missing = without.filter((name) => !WITHOUT.test(name) && name !== "actors");
    assert.deepEqual(missing, []);
  });

  test("a filter of the page is a filter of its file", async () => {
    await watched.open("/timeline?type=SANCTION");
    const [head = [], ...rows] = await save(page.getByRole("link", { name: "CSV" }).first());
    assert.ok(rows.length > 0 && rows.every((row) => row[head.indexOf("event")] === "SANCTION"));
    await watched.open("/reports?outlet=Example+Wire");
    const [names = [], ...reports] = await save(page.getByRole("link", { name: "All of it as CSV" }));
    assert.ok(reports.length > 0);
    assert.ok(reports.every((row) => row[names.indexOf("outlet")] === "Example Wire"));
  });

  test("each button for a file makes that of its table", async () => {
    await watched.open("/actors?shown=1000");
    const [head, ...rows] = await save(page.getByRole("button", { name: "CSV" }));
    assert.deepEqual(head, ["key", "name", "state", "acts", "is_acted_on"]);
    const names = await page.locator("main tr[data-item] .name a").allInnerTexts();
    assert.deepEqual(
      rows.map(([, name]) => name),
      names,
    );
    await watched.open("/actors/RUS");
    const [heads, ...others] = await save(page.getByRole("button", { name: "CSV" }));
    assert.deepEqual(heads, ["whom", "cooperation", "conflict", "mean_score"]);
    assert.equal(others.length, await page.locator("aside tbody tr").count());
  });

  test("nothing went wrong on the way", () => assert.deepEqual(watched.faults, []));
});
