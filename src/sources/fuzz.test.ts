/**
 * SAFETY bar 17 for what comes in as bytes: URLs, feeds, archives, JSON Lines, documents, downloads of newspaper
 * databases. PDF: documents/pdf-fuzz.test.ts; pages and texts: src/pipeline/fuzz.test.ts. How it runs: testing/fuzz.ts.
 */
import assert from "node:assert/strict";
import { isIP } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readArchive } from "./archives/read-archive.ts";
import { textsOfDocument } from "./documents/document-texts.ts";
import type { DocumentKind, OpenedDocument } from "./documents/types.ts";
import { SOURCES_FAULTS } from "./faults.ts";
import { parseFeed } from "./feeds/parse-feed.ts";
import { addressFault } from "./fetch/address.ts";
import { bareHost, checkUrl } from "./fetch/check-url.ts";
import { readSources } from "./read-sources.ts";
import { BARE_FACTIVA, CODED_FACTIVA, NEW_NEXIS, OLD_NEXIS } from "./testing/downloads.ts";
import { FUZZ_COUNT, FUZZ_TIMEOUT_MS, type FuzzedFormat, fuzz } from "./testing/fuzz.ts";
import { makeDocx, makeMht, makeRtf, makeZip } from "./testing/make-documents.ts";

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const RECORD = (() => {
  const block =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n4\r\nText\r\n0\r\n\r\n";
  return Buffer.from(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet.example/1\r\nContent-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`,
  );
})();
const ARC = Buffer.from(
  "filedesc://x 0.0.0.0 20170810000000 text/plain 3\nabc\nhttp://outlet.example/ 1.2.3.4 20170810000000 text/html 40\nHTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>\n",
);
const knownCode = (code: string) => assert.ok(Object.hasOwn(SOURCES_FAULTS, code), `untyped refusal ${code}`);

const kinds = (opened: OpenedDocument) => {
  if (!opened.ok) return knownCode(opened.code);
  assert.ok(opened.texts.length > 0, "neither text nor refusal");
  for (const text of opened.texts) {
    if ("reason" in text) knownCode(text.code);
    else assert.ok(text.content.length > 0);
  }
};
const documentOf = (kind: DocumentKind) => async (bytes: Buffer) => kinds(await textsOfDocument(kind, bytes));

const FORMATS: readonly FuzzedFormat[] = [
  {
    name: "URLs",
    seeds: [
      "https://user:pass@outlet.example:8080/a/b?c=d#e",
      "http://[::ffff:7f00:1]/",
      "http://127.0.0.1.nip.example/",
      "http:\\\\outlet.example\\@x",
    ].map((each) => Buffer.from(each)),
    run(bytes) {
      const outcome = checkUrl(bytes.toString("latin1"), false);
      if (!outcome.ok) return knownCode(outcome.refusal.code);
      const { username, password, protocol } = outcome.value;
      assert.ok(username === "" && password === "" && /^https?:$/.test(protocol));
      const host = bareHost(outcome.value);
      if (isIP(host) !== 0) assert.equal(addressFault(host, false), null);
      assert.equal(new URL(outcome.value.href).host, outcome.value.host, "read again it is the same host");
    },
  },
  {
    name: "feeds",
    seeds: [
      `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>T</title><item><title>A &amp; B</title><link>https://outlet.example/1</link><pubDate>Mon, 07 Aug 2017 10:00:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description></item></channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="html">T</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content></entry></feed>`,
      `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://outlet.example/1","content_text":"x"}]}`,
    ].map((each) => Buffer.from(each)),
    run(bytes) {
      const outcome = parseFeed(bytes, null, "https://outlet.example/feed");
      if (!outcome.ok) knownCode(outcome.refusal.code);
      else for (const { link } of outcome.value.items) assert.ok(link === null || /^https?:/.test(link));
    },
  },
  {
    name: "archives",
    seeds: [
      Buffer.concat([RECORD, RECORD]),
      Buffer.concat([gzipSync(RECORD), gzipSync(RECORD)]),
      ARC,
      gzipSync(ARC),
    ],
    async run(bytes) {
      let told = 0;
      let ended = false;
      const onEnd = () => {
        ended = true;
      };
      for await (const each of readArchive(one(bytes), "f", { onEnd })) {
        told++;
        if (each.kind === "refused") knownCode(each.code);
      }
      assert.ok(ended && told >= 0);
    },
  },
  {
    name: "JSON Lines",
    seeds: [
      Buffer.from(
        '{"id":"1","text":"France hosted a minister.","date":"2017-08-10"}\n{"html":"<p>x</p>","url":"https://outlet.example/"}\n',
      ),
    ],
    async run(bytes) {
      let told = 0;
      for await (const each of readSources(["-"], { stdin: one(bytes) })) {
        told++;
        if (each.kind === "refused") knownCode(each.code);
      }
      assert.ok(told > 0, "neither page nor refusal");
      assert.equal(Object.keys(Object.prototype).length, 0);
    },
  },
  { name: "Word documents", seeds: [makeDocx(NEW_NEXIS)], run: documentOf("docx") },
  {
    name: "texts of Word documents",
    seeds: [
      "<w:document><w:body><w:p><w:r><w:t>Kenya &amp; Ghana</w:t><w:tab/><w:br/></w:r></w:p></w:body></w:document>",
    ],
    run: (bytes) => documentOf("docx")(makeZip([{ name: "word/document.xml", bytes }])),
  },
  {
    name: "RTF documents",
    seeds: [
      makeRtf(NEW_NEXIS),
      "{\\rtf1\\ansicpg1251{\\fonttbl{\\f0 A;}}\\u8217?\\'e9{\\*\\x y}\\bin3 abc\\par text}",
    ],
    run: documentOf("rtf"),
  },
  {
    name: "saved pages",
    seeds: [makeMht("<h1>Kenya met Ghana</h1><p>They talked = much.</p>", "https://outlet.example/1")],
    run: documentOf("mht"),
  },
  {
    name: "downloads of databases",
    seeds: [OLD_NEXIS, NEW_NEXIS.join("\n\n"), BARE_FACTIVA, CODED_FACTIVA],
    async run(bytes) {
      let told = 0;
      for await (const each of readSources(["-"], { stdin: one(bytes) })) {
        told++;
        if (each.kind === "refused") knownCode(each.code);
      }
      assert.ok(told > 0, "neither page nor refusal");
    },
  },
];

for (const format of FORMATS)
  test(`${FUZZ_COUNT} mutated ${format.name}`, { timeout: FUZZ_TIMEOUT_MS }, async (t) => {
    t.diagnostic(await fuzz(format));
  });
