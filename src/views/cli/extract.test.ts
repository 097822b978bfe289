import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { inFolder, runChancery } from "./testing/run-chancery.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>Kenya recalls its envoy - The Daily Lake</title>
<meta property="og:site_name" content="The Daily Lake">
<meta property="article:published_time" content="2021-03-04T08:00:00Z">
<meta property="article:modified_time" content="2021-03-06T08:00:00Z">
<meta name="author" content="Amina Otieno">
<link rel="canonical" href="https://lake.example/2021/envoy"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Kenya recalls its envoy</h1>
<figure><img src="a.jpg"><figcaption>The ministry in Nairobi on Wednesday.</figcaption></figure>
<p>Kenya recalled its ambassador from Somalia on Wednesday after a dispute over a sea border grew.</p>
<p>The ministry said <a href="https://court.example/ruling">the ruling of the court</a> was not binding, and that
the ambassador of Somalia was asked to leave the country until talks begin again.</p></article>
<footer>All rights reserved.</footer></body></html>`;

const FIELDS = [
  "file",
  "title",
  "date",
  "date_basis",
  "modified",
  "authors",
  "outlet",
  "language",
  "url",
  "text",
  "sections",
  "links",
];

test("extract gives one object a page, from files, gzip and standard input", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "page.html"), PAGE);
    writeFileSync(join(cwd, "page.html.gz"), gzipSync(PAGE));
    const ran = await runChancery(["extract", "page.html", "page.html.gz", "-"], { cwd, input: PAGE });
    assert.equal(ran.code, 0, ran.err);
    const [plain, packed, piped] = ran.json();
    assert.deepEqual([plain?.file, packed?.file, piped?.file], ["page.html", "page.html.gz", "-"]);
    assert.deepEqual({ ...packed, file: "" }, { ...plain, file: "" });
    assert.deepEqual({ ...piped, file: "" }, { ...plain, file: "" });
    assert.deepEqual(Object.keys(plain ?? {}), FIELDS);
    assert.equal(plain?.title, "Kenya recalls its envoy");
    assert.deepEqual(
      [plain?.date, plain?.date_basis, plain?.modified],
      ["2021-03-04", "metadata", "2021-03-06"],
    );
    assert.deepEqual([plain?.authors, plain?.outlet], [["Amina Otieno"], "The Daily Lake"]);
    assert.deepEqual([plain?.language, plain?.url], ["en", "https://lake.example/2021/envoy"]);
    const text = String(plain?.text);
    assert.match(text, /^Kenya recalled .* grew\.\n\nThe ministry said .* begin again\.$/s);
    const sections = plain?.sections as { kind: string; text: string }[];
    assert.equal(sections.find(({ kind }) => kind === "headline")?.text, "Kenya recalls its envoy");
    assert.match(sections.find(({ kind }) => kind === "caption")?.text ?? "", /^The ministry in Nairobi/);
    assert.deepEqual(plain?.links, [
      { url: "https://court.example/ruling", text: "the ruling of the court" },
    ]);
    assert.equal(ran.err, "");
  }));

test("extract takes every language, tells what is no page, and goes on", () =>
  inFolder(async (cwd) => {
    const german =
      "<p>Die Ministerin traf am Freitag in Wien ihren Amtskollegen aus Prag zu einem Gespräch.</p>";
    writeFileSync(join(cwd, "wien.html"), `<html><body>${german.repeat(3)}</body></html>`);
    writeFileSync(join(cwd, "no-page.html"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    const ran = await runChancery(["extract", "no-page.html", "missing.html", "wien.html"], { cwd });
    assert.equal(ran.code, 3);
    assert.deepEqual(
      ran.json().map(({ file, language }) => [file, language]),
      [["wien.html", "de"]],
    );
    const errors = ran.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).error);
    assert.deepEqual(
      errors.map(({ code, file }) => [code, file]),
      [
        ["sources/binary", "no-page.html"],
        ["sources/missing", "missing.html"],
      ],
    );
    assert.equal((await runChancery(["extract", "missing.html"], { cwd })).code, 1);
  }));
