import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { readSources } from "./index.ts";
import type { SourceOptions, SourceResult } from "./types.ts";

const folder = mkdtempSync(join(tmpdir(), "sources-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function all(args: readonly string[], options: SourceOptions = {}): Promise<SourceResult[]> {
  const items: SourceResult[] = [];
  for await (const item of readSources(args, options)) items.push(item);
  return items;
}

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const codes = (items: readonly SourceResult[]) =>
  items.map((item) =>
    item.kind === "refused" ? item.code : `${item.kind}:${item.content.trim().slice(0, 12)}`,
  );

test("a plain text file is one page with the hash of its bytes", async () => {
  const path = write("a/one.txt", "The council met.\n");
  const [page] = await all([path]);
  assert.deepEqual(page, {
    origin: path,
    kind: "text",
    content: "The council met.\n",
    charset: "utf-8",
    bytesHash: createHash("sha256").update("The council met.\n").digest("hex"),
    given: {},
  });
});

test("a folder is walked in order, hidden files left out, links to folders not followed", async () => {
  write("b/2.txt", "second");
  write("b/10.txt", "first");
  write("b/sub/x.html", "<p>third</p>");
  write("b/.hidden.txt", "hidden");
  write("b/.git/y.txt", "hidden");
  symlinkSync(join(folder, "b"), join(folder, "b/sub/loop"));
  assert.deepEqual(codes(await all([join(folder, "b")])), ["text:first", "text:second", "html:<p>third</p>"]);
});

test("broken JSON on line 3 of 5 is refused with line and column, the rest lands", async () => {
  const good = (n: number) => JSON.stringify({ id: n, text: `report ${n}`, date: "2017-08-10" });
  const path = write("c.jsonl", [good(1), good(2), '{"text": "x", oops}', good(4), good(5)].join("\n"));
  const items = await all([path]);
  assert.deepEqual(codes(items), [
    "text:report 1",
    "text:report 2",
    "sources/bad-json",
    "text:report 4",
    "text:report 5",
  ]);
  const bad = items[2]!;
  assert.ok(bad.kind === "refused");
  assert.deepEqual([bad.line, bad.column, bad.origin], [3, 15, `${path}#3`]);
  assert.deepEqual((items[0] as { given: object }).given, { id: "1", date: "2017-08-10" });
});

test("a line over the limit is refused with its number, the rest lands", async () => {
  const long = Buffer.alloc(50 * 1024 * 1024, "x");
  const items = await all(["-"], { stdin: chunks('{"text":"one"}\n', long, '\n{"text":"two"}') });
  assert.deepEqual(codes(items), ["text:one", "sources/line-too-long", "text:two"]);
  assert.equal((items[1] as { line: number }).line, 2);
});

/** name | content | what comes out */
const FILES: readonly [string, string | Uint8Array, string[]][] = [
  ["empty.txt", "", ["sources/empty"]],
  ["blank.txt", " \n\t\n", ["sources/empty"]],
  ["empty.jsonl", "\n\n", ["sources/empty"]],
  ["nul.txt", Buffer.from([65, 0, 66, 0, 0, 1, 2, 3, 200, 201]), ["sources/binary"]],
  [
    "noise.txt",
    Buffer.from(Array.from({ length: 999 }, (_, k) => ((k * 131) % 254) + 1)),
    ["sources/binary"],
  ],
  ["paper.pdf", "%PDF-1.4\nstream", ["sources/bad-document"]],
  ["mark.txt", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("marked")]), ["text:marked"]],
  ["wide.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("wide", "utf16le")]), ["text:wide"]],
  ["wide-bare.txt", Buffer.from("bare wide text", "utf16le"), ["text:bare wide te"]],
  ["legacy.txt", Buffer.from("caf\xe9 \x93quoted\x94", "latin1"), ["text:café “quoted"]],
  [
    "charset.html",
    Buffer.from('<meta charset="koi8-r"><p>\xf4\xc1\xd3\xd3', "latin1"),
    ["html:<meta charse"],
  ],
  ["page.txt", "<!DOCTYPE html><p>page", ["html:<!DOCTYPE ht"]],
  ["one.json", '{\n "text": "over lines"\n}', ["text:over lines"]],
  ["list.json", '[{"text":"a"},{"html":"<p>b"},3]', ["text:a", "html:<p>b", "sources/bad-record"]],
  ["bad.json", '{\n "text": nope\n}', ["sources/bad-json"]],
  ["no-text.jsonl", '{"title":"x"}\n[1]\n"s"\nnull\n{"text":5}', Array(5).fill("sources/bad-record")],
  ["void.jsonl", '{"text":"  "}\n{"text":"","html":"<p>x"}', ["sources/empty", "html:<p>x"]],
  ["crlf.jsonl", '{"text":"a"}\r\n\r\n{"text":"b"}\r\n', ["text:a", "text:b"]],
  ["not-utf8.jsonl", Buffer.from('{"text":"caf\xe9"}\n{"text":"b"}', "latin1"), ["sources/binary", "text:b"]],
  ["packed.jsonl.gz", gzipSync('{"text":"a"}\n{"text":"b"}'), ["text:a", "text:b"]],
  ["packed.txt.gz", gzipSync("packed text"), ["text:packed text"]],
  ["cut.txt.gz", gzipSync("x".repeat(9000) + Math.random()).subarray(0, 40), ["sources/damaged"]],
  ["bomb.txt.gz", gzipSync(Buffer.alloc(40 * 1024 * 1024)), ["sources/too-large"]],
  ["large.txt", "word ".repeat(4 * 1024 * 1024), ["sources/too-large"]],
];

for (const [name, content, expected] of FILES) {
  test(`${name} gives ${expected.join(", ")}`, async () => {
    const items = await all([write(`files/${name}`, content)]);
    assert.deepEqual(codes(items), expected);
    for (const item of items) if (item.kind === "refused") assert.match(item.message, /\.$/);
  });
}

test("a bomb of JSON Lines gives its first lines and then a refusal", async () => {
  const line = `{"text":"${"a".repeat(1000)}"}\n`;
  const path = write("bomb.jsonl.gz", gzipSync(line.repeat(40_000)));
  const items = await all([path]);
  assert.equal(items.at(-1)?.kind, "refused");
  assert.ok(items.length > 30_000);
});

test("what is missing, an address, and a folder without files are refused and the rest goes on", async () => {
  const path = write("rest.txt", "rest");
  mkdirSync(join(folder, "void"));
  const items = await all([join(folder, "nowhere"), "https://example.org/a", join(folder, "void"), path]);
  assert.deepEqual(codes(items), ["sources/missing", "sources/unsupported", "sources/empty", "text:rest"]);
});

test("standard input is recognised by its content", async () => {
  assert.deepEqual(codes(await all(["-"], { stdin: chunks('{"te', 'xt":"a"}\n{"text":"b"}\n') })), [
    "text:a",
    "text:b",
  ]);
  assert.deepEqual(codes(await all(["-"], { stdin: chunks("plain ", "text") })), ["text:plain text"]);
  assert.deepEqual(codes(await all(["-"], { stdin: chunks(gzipSync("packed")) })), ["text:packed"]);
  assert.deepEqual(codes(await all(["-"], { stdin: chunks() })), ["sources/empty"]);
});

test("keys of the object prototype are without effect", async () => {
  const line = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"a"}';
  const items = await all(["-"], { stdin: chunks(line) });
  assert.deepEqual(codes(items), ["text:a"]);
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.deepEqual((items[0] as { given: object }).given, {});
});

test("breaking off closes the stream", async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from('{"text":"a"}\n'.repeat(1000));
    } finally {
      closed = true;
    }
  }
  for await (const item of readSources(["-"], { stdin: endless() })) {
    assert.equal(item.kind, "text");
    break;
  }
  assert.ok(closed);
});

test("an aborted signal ends the reading", async () => {
  const controller = new AbortController();
  let count = 0;
  const lines = chunks('{"text":"a"}\n'.repeat(100));
  for await (const _ of readSources(["-"], { stdin: lines, signal: controller.signal })) {
    if (++count === 3) controller.abort();
  }
  assert.equal(count, 3);
});

/** Bytes of the heap that are held, garbage left out. */
function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

test("memory stays flat over many lines", async () => {
  const block = Buffer.from(`{"text":"${"a".repeat(90)}"}\n`.repeat(1000));
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (let k = 0; k < 200; k++) yield block;
  }
  let count = 0;
  let early = 0;
  for await (const _ of readSources(["-"], { stdin: lines() })) {
    if (++count === 50_000) early = heldBytes();
  }
  assert.equal(count, 200_000);
  assert.ok(heldBytes() - early < 16 * 1024 * 1024);
});

test("a file and a folder without permission are refused, the rest lands", (t) => {
  const locked = write("perm/locked.txt", "locked");
  write("perm/open.txt", "open");
  write("perm/room/in.txt", "in");
  chmodSync(locked, 0o000);
  chmodSync(join(folder, "perm/room"), 0o000);
  chmodSync(folder, 0o755);
  const script = `
    const { readSources } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
    for await (const item of readSources([${JSON.stringify(join(folder, "perm"))}])) console.log(item.code ?? item.content);`;
  // Root may read everything, so the script runs as nobody.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    ...user,
  });
  chmodSync(join(folder, "perm/room"), 0o755);
  if (run.status !== 0)
    return t.skip(`this machine cannot run it as another user: ${run.stderr.slice(0, 200)}`);
  assert.deepEqual(run.stdout.trim().split("\n"), ["sources/permission", "open", "sources/permission"]);
});
