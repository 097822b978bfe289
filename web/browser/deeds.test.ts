/**
 * What a person does on the pages beside filtering: through lists by keys, on
 * the map, with two actors, from the front page to the evidence, and reading:
 * files dropped, addresses pasted.
 */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright-core";
import { skipWithoutBrowser } from "./chromium.ts";
import { type ExamplesPage, openExamples } from "./examples-page.ts";
import type { Answer, ServedRecord } from "./served-record.ts";
import type { WatchedPage } from "./watched-page.ts";

const LISTS = [
  ["/", /^\/events\/e_/],
  ["/stories", /^\/stories\/s_/],
  ["/measures", /^\/measures\/\w+/],
  ["/agreements", /^\/agreements\/\w+/],
  ["/contacts", /^\/contacts\/\w+/],
  ["/actors", /^\/actors\/\w+/],
  ["/reports", /^\/reports\/r_/],
] as const;
const PAGE = `<!doctype html><html lang="en"><head><title>Ghana expels envoy of Togo</title>
<meta property="article:published_time" content="2018-05-03T10:00:00Z"></head><body><article><h1>Ghana expels envoy of Togo</h1>
<p>ACCRA, May 3 (Test Wire) - Ghana expelled the ambassador of Togo on Thursday, the foreign ministry said in the capital.</p>
<p>Togo condemned the expulsion and recalled its own ambassador from Accra on the same day, its government said.</p></article></body></html>`;

const DROPPED =
  "Chad recalls envoy\n\n4 May 2018\n\nN'DJAMENA, May 4 (Test Wire) - Chad recalled its ambassador from Sudan on Friday. Sudan expelled two diplomats of Chad.\n";

suite("deeds", { skip: skipWithoutBrowser }, () => {
  let examples: ExamplesPage;
  let record: ServedRecord;
  let watched: WatchedPage;
  let page: Page;
  let host: Server;

  before(async () => {
    examples = await openExamples();
    ({ record, watched } = examples);
    ({ page } = watched);
    host = createServer(({ url }, answer) => {
      const isPage = url === "/report.html";
      answer.writeHead(isPage ? 200 : 404, { "content-type": "text/html" }).end(isPage ? PAGE : "");
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  });
  after(async () => {
    await examples?.close();
    host?.close();
  });

  const item = () =>
    page.evaluate<number>(
      `[...document.querySelectorAll("[data-item]")].indexOf(document.activeElement?.closest("[data-item]"))`,
    );
  const path = () => new URL(page.url()).pathname;

  for (const [list, opened] of LISTS)
    test(`${list} by keys: j and k move, Enter opens, back leads back`, async () => {
      await watched.open(list);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      assert.equal(await item(), 1);
      await page.keyboard.press("k");
      assert.equal(await item(), 0);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => opened.test(decodeURIComponent(url.pathname)));
      await watched.settle();
      await page.goBack();
      await watched.settle();
      assert.equal(path(), list);
    });

  test("every section opens by g and its letter, as the help says", async () => {
    await watched.open("/");
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keys and signs" });
    await help.waitFor();
    assert.match(await help.innerText(), /search[\s\S]*evidence/i);
    await page.keyboard.press("Escape");
    for (const [key, target] of [
      ["t", "/timeline"],
      ["p", "/pair"],
      ["s", "/stories"],
      ["q", "/statements"],
      ["m", "/measures"],
      ["a", "/agreements"],
      ["c", "/contacts"],
      ["i", "/inquiries"],
      ["w", "/actors"],
      ["l", "/map"],
      ["r", "/reports"],
      ["x", "/contradictions"],
      ["n", "/read"],
      ["d", "/decisions"],
      ["h", "/"],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await page.waitForURL(record.url + target);
      await watched.settle();
    }
  });

  test("the front page: e opens the evidence, word for word, and the span is chosen", async () => {
    await watched.open("/");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.waitForURL(/open=e_/);
    const quote = page.locator("main article blockquote").first();
    await quote.waitFor();
    const event = await record.json(`/events/${new URL(page.url()).searchParams.get("open")}`);
    assert.equal(await quote.textContent().then((text) => text?.trim()), event.told[0].text);
    for (const [name, span] of [
      ["Last week", "week"],
      ["Last year", "year"],
      ["Everything", "all"],
    ] as const) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.waitForURL(new RegExp(`span=${span}`));
      await watched.settle();
      const { total } = await record.json(`/today?span=${span}`);
      await page.getByRole("link", { name: `All ${total} events on the timeline` }).waitFor();
    }
  });

  test("the front page tells of days that are chosen", async () => {
    await watched.open("/");
    await page.getByLabel("From", { exact: true }).fill("2017-08-01");
    await page.waitForURL(/since=2017-08-01/);
    await page.getByRole("textbox", { name: "to", exact: true }).fill("2017-08-05");
    await page.waitForURL(/until=2017-08-05/);
    await watched.settle();
    const { total } = await record.json("/today?since=2017-08-01&until=2017-08-05");
    await page.getByRole("link", { name: `All ${total} events on the timeline` }).waitFor();
  });

  test("evidence in its paragraph: letter for letter, the sentence marked, and a reload shows it", async () => {
    // The second sentence of its paragraph.
    const { data } = await record.json("/events?search=Tallinn");
    const event = await record.json(`/events/${data[0].id}`);
    const [told] = event.told;
    await watched.open(`/events/${event.id}`);
    await page.getByRole("button", { name: "in its paragraph" }).first().click();
    await page.waitForURL((url) => url.searchParams.get("around") === told.id);
    await watched.settle();
    const report = await record.json(`/reports/${told.report_id}`);
    const quote = page.locator(".evidence blockquote").first();
    const shown = ((await quote.textContent()) ?? "").trim();
    assert.ok(report.text.includes(shown) && shown.includes(told.text), shown);
    assert.ok(shown.length > told.text.length);
    const marked = await quote.locator("mark.sentence").allTextContents();
    assert.equal(marked.join(""), told.text);
    await page.reload();
    await watched.settle();
    assert.equal(((await quote.textContent()) ?? "").trim(), shown);
    await page.getByRole("button", { name: "the sentence alone" }).click();
    await page.waitForURL((url) => !url.searchParams.has("around"));
  });

  for (const list of [
    "/timeline?type=SANCTION",
    "/stories?search=sanctions",
    "/statements?speaker=RUS",
    "/measures?actor=RUS",
    "/contacts",
    "/reports?outlet=Example+Wire",
    "/contradictions",
  ])
    test(`${list} has a feed of what passes its filters`, async () => {
      await watched.open(list);
      const href = await page.getByRole("link", { name: "Feed", exact: true }).getAttribute("href");
      const answer = await fetch(new URL(href ?? "", record.url));
      assert.match(answer.headers.get("content-type") ?? "", /^application\/atom\+xml/);
      const entries = [...(await answer.text()).matchAll(/<entry>/g)].length;
      const { data } = await record.json(list.replace("/timeline", "/events"));
      assert.ok(entries > 0);
      assert.equal(entries, data.length);
    });

  test("the map by mouse and by keys: a place shows its events, and again none", async () => {
    await watched.open("/map");
    const mark = page.getByRole("button", { name: /^Manila: / });
    await mark.click();
    await page.waitForURL(/place=Manila/);
    assert.equal(await mark.getAttribute("aria-pressed"), "true");
    const here = (await record.json("/events?limit=1000")).data.filter(
      ({ event_loc }: Answer) => event_loc?.name === "Manila",
    );
    assert.equal(await page.locator("main article[data-item]").count(), here.length);
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/map$/);
    await page.getByRole("button", { name: "Table" }).click();
    await page.waitForURL(/table=places/);
    const rows = await page.locator("main figure tbody tr").count();
    assert.equal(rows, await page.locator("main svg .mark").count());
  });

  test("two actors: chosen of those most told of, by name, and turned round", async () => {
    await watched.open("/pair");
    await page.getByRole("link", { name: "Russia and United States" }).click();
    await page.waitForURL(/a=RUS&b=USA/);
    await watched.settle();
    await page.getByRole("heading", { name: "Russia and United States" }).waitFor();
    await page.getByRole("button", { name: "Turn round" }).click();
    await page.waitForURL(/a=USA&b=RUS/);
    await page.getByLabel("One").fill("Japan");
    await page.getByLabel("One").press("Enter");
    await page.waitForURL(/a=JPN/);
    await watched.settle();
    await page.getByRole("heading", { name: "Japan and Russia" }).waitFor();
    for (const chart of ["score", "types"]) {
      await watched.open(`/pair?a=USA&b=RUS&table=${chart}`);
      assert.ok((await page.locator("main figure tbody tr").count()) > 0, chart);
    }
  });

  test("a file that is dropped is read; progress and account are shown", async () => {
    await watched.open("/read");
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(DROPPED)}], "dropped.txt", { type: "text/plain" }));
      return data;
    })()`);
    await page.dispatchEvent(".drop", "dragover", { dataTransfer: dropped });
    assert.equal(await page.locator(".drop.over").count(), 1);
    await page.dispatchEvent(".drop", "drop", { dataTransfer: dropped });
    await page.waitForURL(/read=read_/);
    await page.getByRole("heading", { name: "Read", exact: true, level: 2 }).waitFor();
    assert.match(await page.locator("main").innerText(), /dropped\.txt/);
    const { data } = await record.json("/reports?search=recalled");
    assert.ok(data.some(({ title }: Answer) => title === "Chad recalls envoy"));
  });

  test("an address that is pasted is read; what is none is told before it is sent", async () => {
    await watched.open("/read");
    const field = page.getByLabel("Addresses");
    await field.fill("ftp://example.org/x and");
    await page.getByText("Not an address: ftp://example.org/x, and").waitFor();
    assert.equal(await page.getByRole("button", { name: /^Read / }).isDisabled(), true);
    const { port } = host.address() as AddressInfo;
    await field.fill(`http://127.0.0.1:${port}/report.html`);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.waitForURL(/read=read_/);
    await page.getByRole("heading", { name: "Read", exact: true, level: 2 }).waitFor();
    await page.getByRole("link", { name: /report\.html$/ }).click();
    await page.waitForURL(/\/reports\/r_/);
    await page.getByRole("heading", { name: "Ghana expels envoy of Togo" }).waitFor();
  });

  test("nothing went wrong on the way", () => assert.deepEqual(watched.faults, []));
});
