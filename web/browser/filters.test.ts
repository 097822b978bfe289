/**
 * Every filter of every page that has some, set by hand: it stands in the
 * address, leaves what the API leaves, neither all nor nothing, and a reload
 * shows the same. The timeline's are in timeline.test.ts, with its facets.
 */
import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright-core";
import { actorCounts } from "../src/logic/actor-activity.ts";
import { skipWithoutBrowser } from "./chromium.ts";
import { type ExamplesPage, openExamples } from "./examples-page.ts";
import type { ServedRecord } from "./served-record.ts";
import type { WatchedPage } from "./watched-page.ts";

/** Label on the screen, what is typed or chosen, what stands in the address and goes to the API. */
type Filter = readonly [label: string, value: string, query: string];

interface Filtered {
  readonly path: string;
  readonly filters: readonly Filter[];
  /** What the page shows of it, in a number. */
  shown(page: Page): Promise<number>;
  /** The same number, by the API. */
  expected(query: string, record: ServedRecord): Promise<number>;
}

const lines = async (record: ServedRecord, list: string, query: string) =>
  (await record.json(`${list}${list.includes("?") ? "&" : "?"}limit=1000&${query}`)).data;
/** Lines of a list that one page shows; none of the examples' lists but that of statements has more. */
const PER_PAGE = 60;
/** A list whose lines are items of the page. */
const listPage = (path: string, filters: readonly Filter[]): Filtered => ({
  path,
  filters,
  shown: async (page) => await page.locator("main [data-item]").count(),
  expected: async (query, record) => Math.min(PER_PAGE, (await lines(record, path, query)).length),
});
const numbersIn = async (page: Page, selector: string) =>
  [...(await page.locator(selector).first().innerText()).matchAll(/\d+/g)].map(Number);

const DAYS = [
  ["From", "2017-08-10", "since=2017-08-10"],
  ["To", "2017-08-05", "until=2017-08-05"],
] as const;
const SANCTION = ["Type", "SANCTION", "type=SANCTION"] as const;
const EVENTS = [
  ["Words", "sanctions", "search=sanctions"],
  ["Who", "USA", "actor=USA"],
  ["To whom", "PRK", "recipient=PRK"],
  SANCTION,
  ...DAYS,
] as const;

const PAGES: readonly Filtered[] = [
  listPage("/stories", EVENTS),
  listPage("/statements", [
    ["Words", "sanctions", "search=sanctions"],
    ["Speaker", "RUS", "speaker=RUS"],
    ["Addressee", "USA", "addressee=USA"],
    ["About", "USA", "about=USA"],
    ["Stance", "against", "stance=against"],
    ["Told", "direct", "kind=direct"],
    ["From", "2017-08-21", "since=2017-08-21"],
    DAYS[1],
  ]),
  listPage("/measures", [
    ["Words", "diplomats", "search=diplomats"],
    ["By whom", "RUS", "actor=RUS"],
    ["On whom", "PRK", "recipient=PRK"],
    ["Kind or latest step", "expulsion", "type=expulsion"],
    ["Kind or latest step", "in force", "type=in+force"],
    ["From", "2017-08-05", "since=2017-08-05"],
    ["To", "2017-07-01", "until=2017-07-01"],
  ]),
  listPage("/agreements", [
    ["Words", "relations", "search=relations"],
    ["Who", "JPN", "actor=JPN"],
    ["With whom", "QAT", "recipient=QAT"],
    ["Kind or latest step", "ceasefire", "type=ceasefire"],
    ...DAYS,
  ]),
  listPage("/contacts", [
    ["Words", "economic", "search=economic"],
    ["Who", "JPN", "actor=JPN"],
    ["With whom", "UKR", "recipient=UKR"],
    ["Kind or latest step", "planned", "type=planned"],
    ...DAYS,
  ]),
  listPage("/reports", [
    ["Words", "sanctions", "search=sanctions"],
    ...DAYS,
    ["Outlet", "Example Wire", "outlet=Example+Wire"],
  ]),
  {
    path: "/actors",
    filters: [["Words", "sanctions", "search=sanctions"], SANCTION, ...DAYS],
    shown: async (page) => {
      while ((await page.getByRole("link", { name: "More", exact: true }).count()) > 0) {
        const rows = await page.locator("main tr[data-item]").count();
        await page.getByRole("link", { name: "More", exact: true }).click();
        await page.locator("main tr[data-item]").nth(rows).waitFor();
      }
      return await page.locator("main tr[data-item]").count();
    },
    expected: async (query, record) => actorCounts(await lines(record, "/events", query)).resolved.length,
  },
  {
    path: "/actors/RUS",
    filters: [["Words", "diplomats", "search=diplomats"], SANCTION, ...DAYS],
    shown: async (page) => (await numbersIn(page, "main .order")).reduce((sum, each) => sum + each, 0),
    expected: async (query, record) =>
      (await lines(record, "/events?actor=RUS", query)).length +
      (await lines(record, "/events?recipient=RUS", query)).length,
  },
  {
    path: "/map",
    filters: EVENTS,
    shown: async (page) => (await numbersIn(page, "main figcaption .data")).at(-1) ?? 0,
    expected: async (query, record) => (await lines(record, "/events", query)).length,
  },
  {
    path: "/pair?a=USA&b=RUS",
    filters: [SANCTION, ["From", "2017-07-30", "since=2017-07-30"], DAYS[1]],
    shown: async (page) => await page.locator("main article[data-item]").count(),
    expected: async (query, record) => (await lines(record, "/events?between=USA,RUS", query)).length,
  },
];

suite("filters", { skip: skipWithoutBrowser }, () => {
  let examples: ExamplesPage;
  let record: ServedRecord;
  let watched: WatchedPage;

  before(async () => {
    examples = await openExamples();
    ({ record, watched } = examples);
  });
  after(async () => await examples?.close());

  /** Sets the filter as a person does. */
  async function set([label, value, query]: Filter): Promise<void> {
    const { page } = watched;
    const field = page
      .locator("main details label")
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator("input, select");
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else {
      await field.fill(value);
      await field.press("Enter");
      await field.blur();
    }
    await page.waitForURL((url) => url.search.includes(query));
    await watched.settle();
  }

  for (const { path, filters, shown, expected } of PAGES)
    for (const filter of filters) {
      const [label, value, query] = filter;
      test(`${path}: ${label} ${value}`, async () => {
        await watched.open(path);
        const all = await expected("", record);
        await set(filter);
        const left = await expected(query, record);
        assert.equal(await shown(watched.page), left);
        assert.ok(left > 0 && left < all, `${left} of ${all}`);
        const words = await watched.page.locator("main").innerText();
        await watched.page.reload();
        await watched.settle();
        assert.equal(await watched.page.locator("main").innerText(), words);
        await watched.page.getByRole("button", { name: "Take the filter away" }).click();
        await watched.page.waitForURL((url) => !url.search.includes(query));
        await watched.settle();
        assert.equal(await shown(watched.page), all);
      });
    }

  test("contradictions by what they are about, and older versions of reports, too", async () => {
    await watched.open("/contradictions");
    await set(["About", "denied", "kind=denied"]);
    assert.equal(
      await watched.page.locator("main section[data-item]").count(),
      (await lines(record, "/contradictions", "kind=denied")).length,
    );
    await watched.open("/contradictions?kind=figure");
    await watched.page.getByText("Nothing fits.").waitFor();
    await watched.open("/reports");
    await watched.page.getByLabel("Older versions too").check();
    await watched.page.waitForURL(/all_versions=true/);
    await watched.settle();
    assert.equal(
      await watched.page.locator("main [data-item]").count(),
      (await lines(record, "/reports", "all_versions=true")).length,
    );
  });

  test("filters add up, and all of them are taken away at once", async () => {
    await watched.open("/measures");
    await set(["By whom", "RUS", "actor=RUS"]);
    await set(["Kind or latest step", "seizure", "type=seizure"]);
    assert.equal(await watched.page.locator("main [data-item]").count(), 1);
    await watched.page.getByRole("button", { name: "Take all 2 filters away" }).click();
    await watched.page.waitForURL(/\/measures$/);
  });

  test("a list goes on to its end, each line once, and back to the beginning", async () => {
    await watched.open("/statements");
    const seen: string[] = [];
    const { page } = watched;
    for (;;) {
      const items = page.locator("main [data-item]");
      seen.push(...(await items.evaluateAll((all) => all.map(({ id }) => id))));
      const next = page.getByRole("link", { name: "Go on" });
      if ((await next.count()) === 0) break;
      await next.click();
      // By a locator: a function to wait for is evaluated in the page, whose policy may forbid it.
      await page.locator(`main [data-item][id="${seen.at(-PER_PAGE)}"]`).waitFor({ state: "detached" });
      await watched.settle();
    }
    const all = await lines(record, "/statements", "");
    assert.deepEqual(
      seen,
      all.map(({ id }: { id: string }) => id),
    );
    await page.getByRole("link", { name: "From the beginning" }).click();
    await page.waitForURL(/\/statements$/);
  });

  test("nothing went wrong on the way", () => assert.deepEqual(watched.faults, []));
});
