/** What pages say when there is nothing, not yet all, or a failure: always what to do. And reading, from the drop to the account. */
import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { allViews } from "./all-views.ts";
import { skipWithoutBrowser, startChromium } from "./chromium.ts";
import { type ServedRecord, serveRecord } from "./served-record.ts";
import { watchPage } from "./watched-page.ts";

suite("empty, partial and failing pages", { skip: skipWithoutBrowser }, () => {
  let browser: Browser;
  let record: ServedRecord;

  before(async () => {
    [browser, record] = await Promise.all([startChromium(), serveRecord()]);
  });
  after(async () => {
    await browser?.close();
    await record?.close();
  });

  test("an empty record says how to fill it, in every view", async () => {
    const watched = await watchPage(browser, record.url);
    for (const { name, path } of await allViews(record)) {
      await watched.open(path);
      const text = await watched.page.locator("main").innerText();
      assert.match(text, /read|name two|agree|no report|files/i, name);
    }
    assert.deepEqual(watched.faults, []);
    await watched.close();
  });

  test("a server that does not answer, fails, or has one part less is told with what to do", async () => {
    const watched = await watchPage(browser, record.url);
    const { page, open } = watched;
    await page.route("**/api/v1/events/days*", (route) => route.abort());
    await open("/timeline");
    assert.match(await page.getByRole("alert").innerText(), /does not answer[\s\S]*chancery serve/);
    await page.unroute("**/api/v1/events/days*");
    const problem = {
      title: "x",
      status: 503,
      code: "record/busy",
      detail: "The record is busy.",
      advice: "Wait a moment.",
    };
    await page.route("**/api/v1/events/days*", (route) => route.fulfill({ status: 503, json: problem }));
    await open("/timeline");
    assert.match(
      await page.getByRole("alert").innerText(),
      /The record is busy\.[\s\S]*Wait a moment\.[\s\S]*Try again/,
    );
    await watched.close();
  });

  test("what takes long is announced", async () => {
    const watched = await watchPage(browser, record.url);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await watched.page.route("**/api/v1/reports?**", async (route) => {
      await held;
      await route.continue();
    });
    await watched.page.goto(`${record.url}/reports`);
    assert.match(
      await watched.page.getByRole("status").first().textContent().then(String),
      /Fetching the reports/,
    );
    release();
    await watched.settle();
    await watched.close();
  });

  test("files that are chosen are read, the account adds up, and the record shows them", async () => {
    const watched = await watchPage(browser, record.url);
    const { page, open, settle } = watched;
    await open("/read");
    const file = (name: string, text: string) => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
    const text =
      "Kenya expels envoy of Ruritania\n\n3 May 2018\n\nNAIROBI, May 3 (Test Wire) - Kenya expelled the ambassador of France on Thursday. France condemned the expulsion.\n";
    await page
      .getByLabel("choose files")
      .setInputFiles([
        file("one.txt", text),
        file("same.txt", text),
        file(
          "es.txt",
          "El presidente de Francia viajó ayer a Berlín para reunirse con la canciller alemana. Los dos hablaron de la crisis y firmaron un acuerdo sobre energía para los próximos años.",
        ),
      ]);
    await page.waitForURL(/read=/);
    await page.getByRole("heading", { name: "Read", exact: true, level: 2 }).waitFor();
    const account = await page.locator(".account").innerText();
    const [read = 0, ...parts] = [...account.matchAll(/\d+/g)].map(Number);
    assert.equal(read, 3);
    assert.equal(
      parts.slice(0, 4).reduce((sum, part) => sum + part, 0),
      3,
      account,
    );
    await page.reload();
    await page.getByRole("heading", { name: "Read", exact: true, level: 2 }).waitFor();
    assert.equal(await page.locator(".account").innerText(), account);
    await open("/reports");
    await settle();
    assert.match(await page.locator("main").innerText(), /Kenya expels envoy/);
    assert.deepEqual(watched.faults, []);
    await watched.close();
  });
});
