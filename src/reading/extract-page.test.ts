/** What an extract of a page holds, in any language; metadata's titles. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPageTables } from "../knowledge/pages.ts";
import { compilePageRules, extractPage } from "./index.ts";
import { pageTitle } from "./page-titles.ts";

const rules = compilePageRules(loadPageTables());

test("a page in a language that is not read as a report gives its parts all the same", () => {
  const content = `<html lang="de"><head><meta property="article:published_time" content="2017-08-06T10:00:00Z">
    <meta property="article:modified_time" content="2017-08-08T10:00:00Z"></head><body><nav>Start</nav><article>
    <h1>Der Rat beschließt neue Maßnahmen gegen Nordkorea</h1>
    <p>Der Sicherheitsrat hat am Samstag mit allen Stimmen neue Maßnahmen gegen Nordkorea beschlossen, die den
    Verkauf von Kohle und Eisen verbieten.</p>
    <p>China und Russland haben dem Text zugestimmt und verlangen, dass die Gespräche ohne Verzug beginnen.</p>
    </article></body></html>`;
  const page = extractPage({ content }, rules);
  assert.equal(page.language, "de");
  assert.equal(page.title, "Der Rat beschließt neue Maßnahmen gegen Nordkorea");
  assert.deepEqual([page.date, page.dateBasis, page.modified], ["2017-08-06", "metadata", "2017-08-08"]);
  assert.ok(page.text.startsWith("Der Sicherheitsrat"));
  assert.deepEqual(
    page.sections.map(({ kind }) => kind),
    ["headline", "body"],
  );
});

test("links of the body are given whole, each once; links of menus are not", () => {
  const content = `<html><body><nav><a href="/home">Home</a></nav><article><h1>Council sends envoy to both capitals</h1>
    <p>The council voted on Monday to send an envoy, the <a href="/2017/08/text">text</a> says, as
    <a href="https://example.com/report?utm_source=x#top">a report</a> had asked.</p>
    <p>The envoy is to report in a month, as the <a href="/2017/08/text">text</a> says; both sides agreed.</p>
    </article></body></html>`;
  const page = extractPage({ content, given: { url: "https://example.org/2017/08/06/envoy" } }, rules);
  assert.deepEqual(page.links, [
    { url: "https://example.org/2017/08/text", text: "text" },
    { url: "https://example.com/report", text: "a report" },
  ]);
  assert.equal(page.url, "https://example.org/2017/08/06/envoy");
});

test("a page without anything gives empty parts", () => {
  const page = extractPage({ content: "" }, rules);
  assert.deepEqual([page.text, page.title, page.date, page.sections.length], ["", null, null, 0]);
});

test("plain text is taken too", () => {
  const content = "Council sends envoy\n\n6 August 2017\n\nThe council voted on Monday to send an envoy.";
  const page = extractPage({ content, kind: "text" }, rules);
  assert.deepEqual([page.title, page.date], ["Council sends envoy", "2017-08-06"]);
});

test("the title of metadata is rid of the site's name before and behind it, and of nothing else", () => {
  const title = (whole: string, titles: string[] = [], outlet: string | null = null) =>
    pageTitle({
      title: whole,
      titles: [whole, ...titles],
      headings: ["Page", "Envoys meet in Geneva"],
      outlet,
      url: "https://www.harbour-gazette.example/a",
    });
  assert.equal(title("Envoys meet in Geneva again - Harbour Gazette"), "Envoys meet in Geneva again");
  assert.equal(title("Harbour Gazette | Envoys meet in Geneva again"), "Envoys meet in Geneva again");
  assert.equal(title("Envoys meet in Geneva", ["Envoys meet in Geneva | Other"]), "Envoys meet in Geneva");
  assert.equal(
    title("Envoys meet again | A guide in steps", ["Envoys meet again | A guide in steps"]),
    "Envoys meet again | A guide in steps",
  );
  assert.equal(title("Harbour Gazette -"), "Envoys meet in Geneva", "the site's name alone is no title");
  assert.equal(title("Envoys meet again -"), "Envoys meet again");
  assert.equal(title("EnvoysGuide/Download - Harbour Wiki"), "Envoys meet in Geneva", "an address is none");
  assert.equal(title("Envoys/delegates meet"), "Envoys/delegates meet");
});

test("who made something else than the report is not its author", () => {
  const authors = (html: string) =>
    extractPage(
      {
        content: `<h1>Envoys meet in Geneva</h1>${html}<p>Envoys met in Geneva today, the ministry said.</p>`,
      },
      rules,
    ).authors;
  assert.deepEqual(authors('<span itemprop="author">Second Edition Edited by Ann Author</span>'), []);
  assert.deepEqual(authors('<span itemprop="author">by Ann Author</span>'), ["Ann Author"]);
  assert.deepEqual(authors("<p>---- by Ann Author</p>"), ["Ann Author"]);
});
