/** The timeline by mouse and by keys: every filter, facets, brush, search with its marks, evidence. */
import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright-core";
import { skipWithoutBrowser } from "./chromium.ts";
import { type ExamplesPage, openExamples } from "./examples-page.ts";
import type { Answer, ServedRecord } from "./served-record.ts";
import type { WatchedPage } from "./watched-page.ts";

/** How the element in focus is outlined, such as "solid 2px". */
const OUTLINE = `(({ outlineStyle, outlineWidth }) => outlineStyle + " " + outlineWidth)(getComputedStyle(document.activeElement ?? document.body))`;

suite("timeline and keys", { skip: skipWithoutBrowser }, () => {
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

  const count = async () => Number((await page.locator(".order").innerText()).match(/\d+/)?.[0] ?? 0);
  const events = async (query: string): Promise<Answer[]> =>
    (await record.json(`/events?limit=1000&${query}`)).data;
  const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);

  const FILTERS = [
    ["Words", "sanctions", "search=sanctions"],
    ["Who", "USA", "actor=USA"],
    ["To whom", "RUS", "recipient=RUS"],
    ["From", "2017-08-05", "since=2017-08-05"],
    ["To", "2017-08-05", "until=2017-08-05"],
    ["Lines at least", "2", "min_lines=2"],
    ["Place", "PER", "place=PER"],
  ] as const;

  for (const [label, value, query] of FILTERS) {
    test(`the filter ${label} narrows as the API does and stands in the address`, async () => {
      await watched.open("/timeline");
      const field = page.locator("details").getByLabel(label, { exact: true });
      await field.fill(value);
      await field.press("Enter");
      await field.blur();
      await watched.settle();
      await page.waitForURL(new RegExp(`[?&]${query}`));
      await watched.settle();
      assert.equal(await count(), (await events(query)).length);
      assert.ok((await count()) > 0, "the filter keeps something");
      await page.goBack();
      await watched.settle();
      assert.deepEqual(parameters(), {});
    });
  }

  for (const [label, value, query] of [
    ["Type", "SANCTION", "type=SANCTION"],
    ["Told as", "negation", "factuality=negation"],
  ] as const) {
    test(`the choice ${label} narrows as the API does`, async () => {
      await watched.open("/timeline");
      await page
        .locator("details label", { hasText: new RegExp(`^\\s*${label}`) })
        .locator("select")
        .selectOption(value);
      await page.waitForURL(new RegExp(query));
      await watched.settle();
      assert.equal(await count(), (await events(query)).length);
    });
  }

  test("facets of types count, narrow, and can be taken away", async () => {
    await watched.open("/timeline");
    const all = await events("");
    const facet = page.locator(".facets").getByRole("button", { name: /^Sanction/ });
    const sanctions = all.filter(({ event }) => event === "SANCTION").length;
    assert.equal(await facet.innerText().then((text) => Number(text.match(/\d+/)?.[0])), sanctions);
    await facet.click();
    await page.waitForURL(/type=SANCTION/);
    await watched.settle();
    assert.equal(await count(), sanctions);
    await page
      .locator(".facets")
      .getByRole("button", { name: /^Sanction/ })
      .click();
    await page.waitForURL(/timeline$/);
    await watched.settle();
    assert.equal(await count(), all.length);
  });

  for (const [title, name] of [
    ["Type", "type"],
    ["Who", "actor"],
    ["To whom", "recipient"],
    ["Place", "place"],
    ["Standing", "standing"],
    ["Outlet", "outlet"],
  ] as const)
    test(`a touch on a value of the facet ${title} shows as many events as it says`, async () => {
      await watched.open("/timeline");
      const section = page
        .locator(".facets section")
        .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
      const value = section.locator("li button").nth(1);
      const told = Number(await value.locator(".count").innerText());
      await value.click();
      await page.waitForURL((url) => url.searchParams.has(name));
      await watched.settle();
      assert.equal(await count(), told);
      assert.equal((await events(`${name}=${encodeURIComponent(parameters()[name] ?? "")}`)).length, told);
      assert.equal(await section.locator("[aria-pressed=true]").count(), 1);
    });

  test("the brush by mouse and by keys moves the stretch and the list with it", async () => {
    await watched.open("/timeline");
    const box = (await page.getByRole("group", { name: "Stretch of days" }).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + 15);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + 15, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/since=.*until=/);
    await watched.settle();
    const { since = "", until = "" } = parameters();
    assert.ok(since < until);
    assert.equal(await count(), (await events(`since=${since}&until=${until}`)).length);
    const edge = page.getByRole("slider", { name: "First day" });
    await edge.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL((url) => url.searchParams.get("since") !== since);
    assert.ok(parameters().since! > since);
    await page.getByRole("button", { name: "the whole span" }).click();
    await page.waitForURL((url) => !url.searchParams.has("since"));
  });

  test("a search marks what it found", async () => {
    await watched.open("/timeline?search=diplomats");
    const marks = await page.locator("main mark.search").allInnerTexts();
    assert.ok(marks.length > 0);
    for (const mark of marks) assert.match(mark, /^diplomats$/i);
  });

  test("everything goes by keys", async () => {
    await watched.open("/timeline");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate<string>("document.activeElement?.id"), "search");
    await page.keyboard.type("expelled");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search=expelled/);
    await watched.settle();
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const item = () => page.evaluate<string>(`document.activeElement?.closest("[data-item]")?.id ?? ""`);
    const second = await item();
    await page.keyboard.press("k");
    const first = await item();
    assert.ok(first.startsWith("e_") && second.startsWith("e_") && first !== second);
    await page.keyboard.press("e");
    await page.waitForURL(new RegExp(`open=${first}`));
    await watched.settle();
    assert.ok((await page.locator(`[id="${first}"] blockquote`).count()) > 0);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys and signs" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.waitForURL(/\/reports$/);
    await watched.settle();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/reports\/r_/);
    await watched.settle();
  });

  test("what is in focus is seen", async () => {
    await watched.open("/timeline");
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate<string>(OUTLINE);
      assert.match(outline, /^(?:solid|auto) [1-9]/, `after ${step + 1} steps`);
    }
  });

  test("light and dark are turned by hand and stay", async () => {
    await watched.open("/timeline");
    const theme = () => page.evaluate<string>("document.documentElement.dataset.theme");
    const button = page.getByRole("button", { name: /Colours/ });
    await button.click();
    await button.click();
    assert.equal(await theme(), "dark");
    await watched.open("/reports");
    assert.equal(await theme(), "dark");
  });

  test("nothing went wrong on the way", () => assert.deepEqual(watched.faults, []));
});
