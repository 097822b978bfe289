/**
 * SAFETY bar 17 for what is read by the rooms behind the sources: pages, plain texts, and files of actors. Bytes
 * of other kinds: src/sources/fuzz.test.ts. A report that comes out must be whole: its spans lie in its text.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPetrarchKnowledge, readActors } from "../knowledge/actors/read-actors.ts";
import { loadPageTables } from "../knowledge/pages.ts";
import { READING_FAULTS } from "../reading/faults.ts";
import { compilePageRules, extractPage, readReport } from "../reading/index.ts";
import { decodeBody } from "../sources/fetch/decode-body.ts";
import { FUZZ_COUNT, FUZZ_TIMEOUT_MS, type FuzzedFormat, fuzz } from "../sources/testing/fuzz.ts";

const petrarch = loadPetrarchKnowledge();
const rules = compilePageRules(loadPageTables());

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kenya meets Ghana | Gazette</title>
<meta property="article:published_time" content="2017-08-10T10:00:00Z"><meta name="author" content="Ann Author">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Kenya meets Ghana","datePublished":"2017-08-10"}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Kenya meets Ghana</h1>
<p class="byline">By Ann Author</p><time datetime="2017-08-10">10 August 2017</time>
<p>NAIROBI, Aug 10 (Agency) - Kenya met Ghana on Thursday to talk about <a href="https://outlet.example/2">trade</a>, officials said.</p>
<figure><img src="a.jpg"><figcaption>Envoys in Nairobi</figcaption></figure>
<p>They will meet again in May &amp; June.</p></article><aside class="related-posts"><a href="/3">Togo closes border</a></aside></body></html>`;
const TEXT = `Harbour Gazette | 10 August 2017

Kenya meets Ghana

By Ann Author

07 August 2017, 15:06 Nairobi, Aug 7 (Agency) Kenya met Ghana on Monday to talk about trade, officials said.

Related: Togo closes its border
`;
const ACTORS = `EXAMPLELAND_ [EXL]
+EXAMPLISH_
JANE_ROE_
\t[EXLGOV 20100101-20141231]
SOLDIER {SOLDIERS} [~MIL]
!PERSON! = MAN, WOMAN
CONGRESS!PERSON! [~LEG]
`;
const ACTORS_JSON = `{"kind":"state","code":"ZBR","name":"Zubrovka","capitals":["Lutz"]}
{"kind":"person","name":"Jane Doe","terms":[{"title":"President","start":"2010","code":"ZBR"}]}
`;

function readAs(kind: "html" | "text", bytes: Buffer): void {
  const content = decodeBody(bytes, null)?.text ?? null;
  if (content === null) return;
  const page = { origin: "f", kind, content, bytesHash: "", given: {} };
  const outcome = readReport(page, rules, { today: "2026-11-27" });
  if (!outcome.ok) {
    assert.ok(Object.hasOwn(READING_FAULTS, outcome.refusal.code), outcome.refusal.code);
    return;
  }
  const { text, sections, datelines } = outcome.value;
  for (const { start, end } of [...sections, ...datelines])
    assert.ok(start >= 0 && start <= end && end <= text.length, `span ${start}-${end} of ${text.length}`);
  if (kind === "html") assert.equal(typeof extractPage({ content, given: {} }, rules).text, "string");
}

const FORMATS: readonly FuzzedFormat[] = [
  { name: "pages", seeds: [PAGE], run: (bytes) => readAs("html", bytes) },
  { name: "texts", seeds: [TEXT], run: (bytes) => readAs("text", bytes) },
  {
    name: "files of actors",
    seeds: [ACTORS, ACTORS_JSON],
    run(bytes) {
      const { actors, problems } = readActors([{ file: "f", text: bytes.toString("utf8") }], petrarch);
      for (const { line } of problems) assert.ok(line >= 1);
      for (const { id } of actors.entries) assert.match(id, /^[A-Za-z]+\//);
      assert.equal(Object.keys(Object.prototype).length, 0);
    },
  },
];

for (const format of FORMATS)
  test(`${FUZZ_COUNT} mutated ${format.name}`, { timeout: FUZZ_TIMEOUT_MS }, async (t) => {
    t.diagnostic(await fuzz(format));
  });
