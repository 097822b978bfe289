/** Documents behind addresses on loopback: named, in a feed, in a sitemap, in a list, in an archive. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readArchive } from "../archives/read-archive.ts";
import { NEW_NEXIS } from "../testing/downloads.ts";
import { listen } from "../testing/loopback.ts";
import { makeDocx, makeMht, makePdf, makeRtf, makeZip } from "../testing/make-documents.ts";
import type { SourceResult } from "../types.ts";
import { createFetcher } from "./create-fetcher.ts";
import { readUrl } from "./read-url.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const LINES = ["Kenya expels two diplomats", "Kenya expelled two Ghanaian diplomats on Wednesday."];
const broken = makeDocx(LINES);
broken[broken.indexOf("word/document.xml") + 30]! ^= 0xff;

const FILES: Record<string, readonly [type: string, body: Buffer | string]> = {
  "/a.pdf": ["application/pdf", makePdf([LINES])],
  "/a.docx": [WORD, makeDocx(LINES)],
  "/a.rtf": ["application/rtf", makeRtf(LINES)],
  "/unnamed": ["application/octet-stream", makePdf([LINES])],
  "/mislabelled": ["text/html; charset=utf-8", makePdf([LINES])],
  "/saved": ["multipart/related", makeMht("<p>Kenya met Ghana.</p>", "https://gazette.example/1")],
  "/download": [WORD, makeDocx(NEW_NEXIS)],
  "/broken.docx": [WORD, broken],
  "/broken.pdf": ["application/pdf", "%PDF-1.7\nnothing of it"],
  "/other.zip": ["application/zip", makeZip([{ name: "a.txt", bytes: Buffer.from("x") }])],
  "/picture": ["image/png", "\x89PNG"],
  "/list.txt": ["text/plain", "SITE/a.pdf\nSITE/broken.pdf\n"],
  "/sitemap.xml": [
    "application/xml",
    "<urlset><url><loc>SITE/a.docx</loc><lastmod>2017-08-10</lastmod></url></urlset>",
  ],
  "/feed": [
    "application/rss+xml",
    "<rss><channel><title>Gazette</title><item><link>/a.pdf</link><title>T</title><pubDate>Thu, 10 Aug 2017 08:00:00 GMT</pubDate></item><item><link>/download</link><title>Two</title></item></channel></rss>",
  ],
};

function shown(each: SourceResult, site: string): string {
  const place = each.origin.replace(site, "");
  if (each.kind === "refused") return `${place} ${each.code}`;
  const { url, title, outlet, date } = each.given;
  const told = [url?.replace(site, ""), title, outlet, date].map((value) => value ?? "-").join(" | ");
  return `${place} ${each.kind} ${each.content.length} ${told}`;
}

test("documents behind addresses are read as saved ones are", async () => {
  const site = await listen((request, answer) => {
    const file = FILES[request.url ?? ""];
    if (file === undefined) return answer.writeHead(404).end();
    const [type, body] = file;
    const sent = typeof body === "string" ? body.replaceAll("SITE", site.origin) : body;
    return answer.writeHead(200, { "content-type": type }).end(sent);
  });
  const clock = { now: () => Date.now(), sleep: async () => {} };
  const fetcher = createFetcher({ contact: "t@example.org", allowPrivateNetworks: true, clock });
  const read = async (path: string) => {
    const found: string[] = [];
    for await (const each of readUrl(`${site.origin}${path}`, { fetcher }))
      found.push(shown(each, site.origin));
    return found;
  };
  const length = LINES.join("\n\n").length;
  const two = [
    "/download#1 text 149 - | Kenya expels two Ghanaian diplomats | The Harbour Gazette | August 10, 2017 Thursday",
    "/download#2 text 76 - | Ghana recalls its envoy | River Ledger | August 11, 2017 Friday 3:15 PM GMT",
  ];
  try {
    assert.deepEqual(await read("/a.docx"), [`/a.docx text ${length} /a.docx | - | - | -`]);
    assert.deepEqual(await read("/a.rtf"), [`/a.rtf text ${length} /a.rtf | - | - | -`]);
    for (const path of ["/a.pdf", "/unnamed", "/mislabelled"])
      assert.match((await read(path))[0] ?? "", new RegExp(`^${path} text \\d+ ${path} `));
    assert.deepEqual(await read("/saved"), ["/saved html 23 https://gazette.example/1 | - | - | -"]);
    assert.deepEqual(await read("/download"), two);
    assert.deepEqual(await read("/broken.docx"), ["/broken.docx sources/bad-document"]);
    assert.deepEqual(await read("/broken.pdf"), ["/broken.pdf sources/bad-document"]);
    assert.deepEqual(await read("/other.zip"), ["/other.zip sources/bad-document"]);
    assert.deepEqual(await read("/picture"), ["/picture sources/unsupported"]);
    assert.match((await read("/list.txt")).join("\n"), /^\/a\.pdf text .*\n\/broken\.pdf sources\/bad-doc/);
    assert.deepEqual(await read("/sitemap.xml"), [`/a.docx text ${length} /a.docx | - | - | -`]);
    const [ofFeed = "", ...rest] = await read("/feed");
    assert.match(ofFeed, /^\/a\.pdf text \d+ \/a\.pdf \| T \| Gazette \| .*2017/);
    // What the texts of a download say of themselves comes before what the feed says of it.
    assert.deepEqual(rest, two);
  } finally {
    await site.close();
  }
});

function captured(uri: string, type: string, body: Buffer): Buffer {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`), body]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${block.length}`;
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

test("captured documents are read; what a capture calls one and is none is passed over", async () => {
  const at = "https://outlet.example";
  const archive = Buffer.concat([
    captured(`${at}/a.pdf`, "application/pdf", makePdf([LINES])),
    captured(`${at}/two`, WORD, makeDocx(NEW_NEXIS)),
    captured(`${at}/bad`, "application/pdf", Buffer.from("%PDF-1.7\nnothing of it")),
    captured(`${at}/none`, "application/pdf", Buffer.from("<p>gone</p>")),
    captured(`${at}/zip`, "application/zip", makeZip([])),
    captured(`${at}/page`, "text/html", Buffer.from("<p>Kept.</p>")),
  ]);
  async function* stream() {
    yield archive;
  }
  const found: string[] = [];
  let account: unknown = null;
  const onEnd = (told: unknown) => {
    account = told;
  };
  for await (const each of readArchive(stream(), "x.warc", { onEnd }))
    found.push(each.kind === "refused" ? each.code : `${each.kind} ${each.given.url ?? each.given.title}`);
  assert.deepEqual(found, [
    `text ${at}/a.pdf`,
    "text Kenya expels two Ghanaian diplomats",
    "text Ghana recalls its envoy",
    "sources/archive-record",
    `html ${at}/page`,
  ]);
  const passed = { "application/pdf": 1, "application/zip": 1 };
  assert.deepEqual(account, { records: 6, pages: 3, refused: 1, damages: 0, passed });
});
