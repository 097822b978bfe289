import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { readSources } from "../read-sources.ts";
import { cpuMs } from "../testing/cpu-time.ts";
import { BARE_FACTIVA, CODED_FACTIVA, NEW_NEXIS, OLD_NEXIS } from "../testing/downloads.ts";
import { makeDocx, makeDocxOf, makeMht, makePdf, makeRtf, makeZip } from "../testing/make-documents.ts";
import type { RawPage, SourceRefusal } from "../types.ts";
import { createDocumentReader } from "./open-document.ts";

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function read(bytes: Uint8Array | string): Promise<(RawPage | SourceRefusal)[]> {
  const results: (RawPage | SourceRefusal)[] = [];
  for await (const each of readSources(["-"], { stdin: one(Buffer.from(bytes as string)) }))
    results.push(each);
  return results;
}

const pages = async (bytes: Uint8Array | string) =>
  (await read(bytes)).map((each) => (each.kind === "refused" ? each.code : each));
const codes = async (bytes: Uint8Array | string) =>
  (await read(bytes)).map((each) => (each.kind === "refused" ? each.code : "page"));

const GIVEN = [
  {
    title: "Kenya expels two Ghanaian diplomats",
    outlet: "The Harbour Gazette",
    date: "August 10, 2017 Thursday",
  },
  { title: "Ghana recalls its envoy", outlet: "River Ledger", date: "August 11, 2017 Friday 3:15 PM GMT" },
];
const CONTENT = [
  "Kenya expels two Ghanaian diplomats\n\nBy Anna Author\n\nKenya expelled two Ghanaian diplomats on Wednesday, the foreign ministry said.\n\nGhana protested.",
  "Ghana recalls its envoy\n\nGhana recalled its ambassador to Kenya on Thursday.",
];

test("Nexis, older layout: each document a report with its own day, outlet, title and address", async () => {
  const [first, second] = (await pages(OLD_NEXIS)) as RawPage[];
  assert.deepEqual(first?.given, {
    title: "Kenya expels two Ghanaian diplomats over leaked cables in a dispute that has lasted for months",
    outlet: "The Harbour Gazette",
    date: "August 10, 2017 Thursday",
    url: "https://gazette.example/2017/08/10/kenya",
  });
  assert.match(first!.content, /\n\nBy ANNA AUTHOR\n\n Kenya|\n\nBy ANNA AUTHOR\n\nKenya expelled/);
  assert.match(first!.content, /SUBJECT: was all[^\n]*\n\n Ghana protested\.$/);
  assert.deepEqual(second?.given, {
    title: "Ghana recalls its envoy",
    outlet: "River Ledger",
    date: "11 August 2017",
  });
  assert.equal(second?.origin, "-#2");
  assert.notEqual(first?.bytesHash, second?.bytesHash);
});

test("Nexis, newer layout: the same from Word, RTF, PDF and text, without cover and classification", async () => {
  const lines = NEW_NEXIS.flatMap((line) => [line, "", ""]);
  const pdf = makePdf([lines.slice(0, 36), lines.slice(36, 72), lines.slice(72)]);
  const forms = { docx: makeDocx(NEW_NEXIS), rtf: makeRtf(NEW_NEXIS), text: NEW_NEXIS.join("\n\n"), pdf };
  for (const [form, bytes] of Object.entries(forms)) {
    const found = (await pages(bytes)) as RawPage[];
    assert.deepEqual(
      found.map(({ given }) => given),
      GIVEN,
      form,
    );
    assert.deepEqual(
      found.map(({ content }) => content),
      CONTENT,
      form,
    );
  }
});

test("Factiva: bare fields and fields with codes", async () => {
  const [first, second, ...rest] = (await pages(BARE_FACTIVA)) as RawPage[];
  assert.deepEqual(rest, []);
  const given = {
    id: "HARBN00020170810ed8a00abc",
    title: "Kenya expels two Ghanaian diplomats",
    outlet: "Harbour News",
    date: "10 August 2017",
  };
  assert.deepEqual(first?.given, given);
  assert.match(
    first!.content,
    /^Kenya expels[^\n]*\n\nBy Anna Author\n\nKenya expelled[\s\S]*Ghana protested\.$/,
  );
  assert.equal(second?.given.outlet, "River Ledger");
  const [coded] = (await pages(CODED_FACTIVA)) as RawPage[];
  assert.deepEqual(coded?.given, given);
  assert.equal(coded?.content, first?.content);
});

test("an article without text is refused with its place, and the rest lands", async () => {
  const damaged = BARE_FACTIVA.replace("10 August 2017", "some day");
  assert.deepEqual(await codes(damaged), ["sources/bad-article", "page"]);
});

test("plain documents are one report each", async () => {
  const [docx] = (await pages(
    makeDocxOf(
      "<w:body><w:p><w:r><w:t>Kenya </w:t></w:r><w:ins><w:r><w:t>met</w:t></w:r></w:ins><w:del><w:r><w:delText>struck</w:delText><w:t>no</w:t></w:r></w:del><w:r><w:t> Ghana &amp; Togo.</w:t><w:br/><w:t>x</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>",
    ),
  )) as RawPage[];
  assert.equal(docx?.content, "Kenya met Ghana & Togo.\nx\n\ncell");
  const rtf =
    "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Times;}}{\\*\\xx no}{\\header no}\\'cc\\'ee\\'f1 {\\b bold}\\u8217?s {\\field{\\*\\fldinst HYPERLINK no}{\\fldrslt link}}\\par\\bin3 abcNext\\{\\}\\tab end\\\nlast}";
  const [text] = (await pages(rtf)) as RawPage[];
  assert.equal(text?.content, "Мос bold’s link\n\nNext{}\tend\n\nlast");
  const [pdf] = (await pages(
    makePdf([
      [
        "Harbour Gazette 1",
        "",
        "Kenya expels two diplomats",
        "",
        "",
        "Kenya expelled two Ghanaian diplo-",
        "mats on Wednesday, the ministry said of the",
        "matter.",
      ],
      ["Harbour Gazette 2", "", "Ghana protested."],
      ["Harbour Gazette 3", "", "It was the third such case."],
    ]),
  )) as RawPage[];
  assert.equal(
    pdf?.content,
    "Kenya expels two diplomats\n\nKenya expelled two Ghanaian diplomats on Wednesday, the ministry said of the matter.\n\nGhana protested.\n\nIt was the third such case.",
  );
});

test("a saved page is a page with its address", async () => {
  const html = "<html><body><h1>Kenya met Ghana</h1><p>Kenya met Ghana – in Accra = today.</p></body></html>";
  const [page] = (await pages(makeMht(html, "https://gazette.example/1"))) as RawPage[];
  assert.deepEqual([page?.kind, page?.content, page?.given.url], ["html", html, "https://gazette.example/1"]);
});

test("what cannot be read is refused with its reason", async () => {
  const docx = makeDocx(["Kenya met Ghana."]);
  const flipped = Buffer.from(docx);
  flipped[docx.indexOf("word/document.xml") + 30]! ^= 0xff;
  const table: readonly (readonly [what: string, bytes: Uint8Array | string, code: string])[] = [
    ["another ZIP file", makeZip([{ name: "a.txt", bytes: Buffer.from("x") }]), "sources/bad-document"],
    [
      "locked",
      makeZip([{ name: "word/document.xml", bytes: Buffer.from("x"), flags: 1 }]),
      "sources/locked-document",
    ],
    ["cut off", docx.subarray(0, docx.length - 40), "sources/bad-document"],
    ["flipped bits", flipped, "sources/bad-document"],
    ["without text", makeDocx([]), "sources/empty"],
    ["an empty PDF", makePdf([[]]), "sources/empty"],
    ["a broken PDF", "%PDF-1.7\nnothing of it", "sources/bad-document"],
    ["deep XML", makeDocxOf(`${"<w:p>".repeat(100_000)}`), "sources/bad-document"],
    ["deep RTF", `{\\rtf1${"{".repeat(100_000)}`, "sources/bad-document"],
    ["RTF without text", "{\\rtf1{\\fonttbl x}}", "sources/empty"],
    [
      "a message without a page",
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: image/png\n\nx\n--x--',
      "sources/bad-document",
    ],
  ];
  for (const [what, bytes, code] of table) assert.deepEqual(await codes(bytes), [code], what);
});

test("bombs are refused, and XML entities are not expanded", async () => {
  const start = cpuMs();
  const zeros = deflateRawSync(Buffer.alloc(1));
  assert.ok(zeros.length > 0);
  const bomb = makeZip([{ name: "word/document.xml", bytes: Buffer.alloc(200 * 1024 * 1024, 32) }]);
  assert.ok(bomb.length < 1024 * 1024);
  const before = process.memoryUsage().rss;
  assert.deepEqual(await codes(bomb), ["sources/too-large"]);
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
  const laughs = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const xml = `<w:p><w:r><w:t>Kenya met Ghana.&b;&#65;</w:t></w:r></w:p>`;
  const [page] = (await pages(
    makeZip([{ name: "word/document.xml", bytes: Buffer.from(`${laughs}<w:document>${xml}</w:document>`) }]),
  )) as RawPage[];
  assert.ok(page!.content.length < 100, page!.content);
  assert.ok(cpuMs() - start < 10_000);
});

test("a document that takes too long is given up, and the next one is read", async () => {
  const reader = createDocumentReader(5);
  const slow = Buffer.from(`{\\rtf1 ${"\\u65?".repeat(4_000_000)}}`);
  const refused = await reader.open("rtf", Buffer.concat([slow.subarray(0, 1_000_000), slow]));
  assert.ok(!refused.ok && refused.code === "sources/too-slow", JSON.stringify(refused).slice(0, 200));
  const next = await createDocumentReader().open("rtf", makeRtf(["Kenya met Ghana."]));
  assert.ok(next.ok);
  await reader.close();
});
