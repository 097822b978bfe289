import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "./decode.ts";
import { decodeBody } from "./fetch/decode-body.ts";
import { readSources } from "./read-sources.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const meta = (element: string, word = "caf\xe9") => latin(`<html><head>${element}</head><body>${word}`);

/** SAFETY bar 13, after the cases of html5lib's encoding tests: bytes | header | character set | a word of the text. */
const CASES: readonly (readonly [
  what: string,
  bytes: Buffer,
  header: string | null,
  charset: string,
  word: string,
])[] = [
  ["plain letters", latin("<p>cafe"), null, "utf-8", "cafe"],
  ["nothing said, UTF-8", Buffer.from("<p>café"), null, "utf-8", "café"],
  ["nothing said, old", latin("<p>caf\xe9"), null, "windows-1252", "café"],
  ["meta charset", meta('<meta charset="iso-8859-2">', "\xb1"), null, "iso-8859-2", "ą"],
  ["meta charset without quotes", meta("<meta charset=iso-8859-2 >", "\xb1"), null, "iso-8859-2", "ą"],
  ["meta charset in single quotes", meta("<meta charset='iso-8859-2'/>", "\xb1"), null, "iso-8859-2", "ą"],
  ["blanks around the equals sign", meta('<meta charset = " iso-8859-2 ">', "\xb1"), null, "iso-8859-2", "ą"],
  ["capitals", meta('<META CHARSET="ISO-8859-2">', "\xb1"), null, "iso-8859-2", "ą"],
  [
    "http-equiv",
    meta('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "\xb1"),
    null,
    "iso-8859-2",
    "ą",
  ],
  [
    "http-equiv behind content",
    meta('<meta content="text/html; charset=iso-8859-2" http-equiv=content-type>', "\xb1"),
    null,
    "iso-8859-2",
    "ą",
  ],
  [
    "a description names no charset",
    meta('<meta name="x" content="charset=iso-8859-2">'),
    null,
    "windows-1252",
    "café",
  ],
  ["no meta in a comment", meta('<!-- <meta charset="iso-8859-2"> -->'), null, "windows-1252", "café"],
  [
    "an unknown name is passed over",
    meta('<meta charset="nonsense"><meta charset="iso-8859-2">', "\xb1"),
    null,
    "iso-8859-2",
    "ą",
  ],
  ["latin1 means windows-1252", meta('<meta charset="latin1">', "\x93"), null, "windows-1252", "“"],
  ["utf-16 in a meta means utf-8", meta('<meta charset="utf-16">'), null, "windows-1252", "café"],
  [
    "x-user-defined means windows-1252",
    meta('<meta charset="x-user-defined">'),
    null,
    "windows-1252",
    "café",
  ],
  ["Russian", meta('<meta charset="windows-1251">', "\xcc\xee\xf1"), null, "windows-1251", "Мос"],
  ["Japanese", meta('<meta charset="shift_jis">', "\x93\xfa\x96{"), null, "shift_jis", "日本"],
  ["Chinese", meta('<meta charset="gb2312">', "\xd6\xd0"), null, "gbk", "中"],
  ["Korean", meta('<meta charset="euc-kr">', "\xc7\xd1"), null, "euc-kr", "한"],
  ["header against meta", meta('<meta charset="iso-8859-1">', "\xb1"), "iso-8859-2", "iso-8859-2", "ą"],
  ["a header that does not fit", Buffer.from("<p>café"), "us-ascii-nonsense", "utf-8", "café"],
  [
    "mark against header and meta",
    Buffer.from('\ufeff<meta charset="iso-8859-1">café'),
    "iso-8859-2",
    "utf-8",
    "café",
  ],
  ["UTF-16, little end first", Buffer.from("\ufeffcafé", "utf16le"), "utf-8", "utf-16le", "café"],
  ["UTF-16, big end first", Buffer.from("\ufeffcafé", "utf16le").swap16(), null, "utf-16be", "café"],
  ["UTF-16 without a mark", Buffer.from("the café is open", "utf16le"), null, "utf-16le", "café"],
  [
    "a meta behind 40 kB",
    Buffer.concat([latin(`<p>${" ".repeat(40_000)}<meta charset="iso-8859-2">\xb1`)]),
    null,
    "iso-8859-2",
    "ą",
  ],
];

test("the character set is the one that browsers take, and it is told", () => {
  for (const [what, bytes, header, charset, word] of CASES) {
    const read = decodeBody(bytes, header);
    assert.equal(read?.charset, charset, what);
    assert.ok(read?.text.includes(word), `${what}: ${read?.text.slice(-40)}`);
  }
});

test("bytes that are no text are refused rather than guessed", () => {
  const inputs = [
    Buffer.from([65, 0, 66, 0, 0, 1, 2, 3, 200, 201]),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
    Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe]),
    Buffer.alloc(100),
  ];
  for (const bytes of inputs) assert.equal(decodeText(bytes), null, bytes.toString("hex").slice(0, 40));
});

test("lone surrogates, NUL and marks inside JSON Lines are read, and the charset goes along with a page", async () => {
  async function* one(bytes: Buffer) {
    yield bytes;
  }
  const line = '{"title":"\\ud800 x","text":"a\\u0000b \\udfff c"}\n';
  const found = [];
  for await (const each of readSources(["-"], { stdin: one(Buffer.from(line)) })) found.push(each);
  assert.equal(found[0]?.kind, "text");
  const pages = [];
  for await (const each of readSources(["-"], {
    stdin: one(latin("<html><meta charset=iso-8859-2><p>\xb1")),
  }))
    pages.push(each);
  assert.equal(pages[0]?.kind === "html" && pages[0].charset, "iso-8859-2");
});
