/**
 * A record of hostile reports: scripts, markup and naughty strings as title,
 * outlet, words and names. No page runs any of it, and each shows it letter for
 * letter.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { allViews } from "./all-views.ts";
import { skipWithoutBrowser, startChromium } from "./chromium.ts";
import { type Answer, type ServedRecord, serveRecord } from "./served-record.ts";
import { CANARY, watchPage } from "./watched-page.ts";

const CALL = `${CANARY}()`;
const HOSTILE = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `"><iframe srcdoc="<script>parent.${CALL}</script>">`,
  `<a href="javascript:${CALL}">link</a>`,
  `<style>@import "https://evil.example/x.css";</style>`,
  `<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `{@html "<script>${CALL}</script>"} {{constructor.constructor('${CALL}')()}} \${${CALL}}`,
  `';${CALL};//\\";${CALL};--></script><script>${CALL}</script>`,
  `&lt;script&gt;${CALL}&lt;/script&gt; &#x3c;img src=x onerror=${CALL}&#x3e;`,
  "=cmd|' /C calc'!A0 +1 -1 @SUM(1)",
  "Ω≈ç√∫˜µ≤≥÷ 田中さん 🇺🇸👨‍👩‍👧 ثم نفس سقطت ‮txet desrever‬ Z̮̞̠͙͔ͅa̜l̙g̟o",
  "undefined null NaN true __proto__ constructor toString [object Object]",
  "%00 %0d%0a ../../etc/passwd C:\\\\x $(touch x) `x`",
];
/** Naughty in the address of the report. */
const ADDRESSES = [
  `javascript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  "https://example.org/?q=<script>",
];

suite("hostile reports", { skip: skipWithoutBrowser }, () => {
  let browser: Browser;
  let record: ServedRecord;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-hostile-"));
    const lines = HOSTILE.map((words, index) =>
      JSON.stringify({
        id: `h${index} ${words}`,
        title: `Kenya expels envoy ${words}`,
        outlet: `Outlet ${words}`,
        date: `2018-05-${String(index + 1).padStart(2, "0")}`,
        url: ADDRESSES[index % ADDRESSES.length],
        text: `Kenya expelled the ambassador of France on Thursday. "We protest: ${words}", French Foreign Minister Jean-Yves Le Drian said.\n\nFrance condemned ${words} the expulsion. The government of Kenya met the ${words} ambassador of Ghana in Accra.\n`,
      }),
    );
    const file = join(folder, "hostile.jsonl");
    writeFileSync(file, `${lines.join("\n")}\n`);
    [browser, record] = await Promise.all([startChromium(), serveRecord(file)]);
  });
  after(async () => {
    await browser?.close();
    await record?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  test("every view of a hostile record opens, runs nothing, asks nobody", async () => {
    const watched = await watchPage(browser, record.url);
    for (const { path } of await allViews(record)) await watched.open(path);
    const inAddress = encodeURIComponent(`<img src=x onerror=${CALL}>`);
    for (const path of [
      `/timeline?search=${inAddress}&actor=${inAddress}&open=${inAddress}`,
      `/actors/${inAddress}`,
      `/pair?a=${inAddress}&b=${inAddress}`,
      `/map?place=${inAddress}`,
      `/nowhere/${inAddress}`,
    ])
      await watched.open(path);
    assert.deepEqual(
      watched.faults.filter((fault) => !/status of 40[04]/.test(fault)),
      [],
    );
    await watched.close();
  });

  test("every report stands on its page letter for letter", async () => {
    const watched = await watchPage(browser, record.url);
    const reports: Answer[] = (await record.json("/reports?limit=1000")).data;
    // A few are refused as not English, or because nothing but their hostile words tells them apart.
    assert.ok(reports.length >= 10, `${reports.length} of ${HOSTILE.length} were read`);
    for (const { id } of reports) {
      const { text, title, outlet } = await record.json(`/reports/${id}`);
      await watched.open(`/reports/${id}`);
      assert.equal(await watched.page.locator("h1").textContent(), title);
      assert.equal((await watched.page.locator("header .kicker").first().textContent())?.trim(), outlet);
      const shown = await watched.page
        .locator(".words > p:not(.kicker)")
        .evaluateAll((paragraphs) => paragraphs.map((each) => each.textContent ?? ""));
      const words = (value: string) => value.replace(/\s+/g, "");
      assert.equal(words(shown.join("")), words(text));
      const links = await watched.page
        .locator("main a[href]")
        .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
      for (const href of links) assert.match(href, /^(?:\/|#|\?|https?:\/\/)/, href);
    }
    assert.deepEqual(watched.faults, []);
    await watched.close();
  });
});
