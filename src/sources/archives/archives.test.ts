/** SAFETY bar 15: no record of a damaged archive is lost in silence; memory stays flat; bombs are refused. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { hashOf } from "../bytes.ts";
import { filesOf, lacking } from "../testing/shared-data.ts";
import type { SourceResult } from "../types.ts";
import { type ArchiveAccount, readArchive } from "./read-archive.ts";
import { readRecords } from "./read-records.ts";
import { unpackMembers } from "./unpack-members.ts";

async function* streamOf(bytes: Uint8Array, step = 7_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function read(bytes: Uint8Array, step?: number) {
  const results: SourceResult[] = [];
  let account: ArchiveAccount | null = null;
  const onEnd = (each: ArchiveAccount) => {
    account = each;
  };
  for await (const result of readArchive(streamOf(bytes, step), "a.warc", { onEnd })) results.push(result);
  return { results, account: account as unknown as ArchiveAccount };
}

interface Given {
  readonly type?: string;
  readonly html: string;
  readonly digest?: boolean;
  readonly head?: string;
  readonly length?: number | string;
}

/** One record of a WARC file. */
function record({ type = "response", html, digest = true, head = "", length }: Given): Buffer {
  const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n${html}`);
  const sum = createHash("sha1").update(block).digest("hex");
  const fields = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    "WARC-Target-URI: https://outlet.example/1",
    "Content-Type: application/http; msgtype=response",
    ...(digest ? [`WARC-Block-Digest: sha1:${sum}`] : []),
    `Content-Length: ${length ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${fields.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

const THREE = [1, 2, 3].map((n) => record({ html: `<p>Report ${n} of the day.</p>` }));
const textsOf = (results: readonly SourceResult[]) =>
  results.map((result) => (result.kind === "refused" ? result.code : result.content.slice(10, 11)));

test("records are read alike plain, by member, in one member, and in small steps", async () => {
  const inputs = [
    Buffer.concat(THREE),
    Buffer.concat(THREE.map((each) => gzipSync(each))),
    gzipSync(Buffer.concat(THREE)),
  ];
  for (const bytes of inputs) {
    for (const step of [1, 100, 100_000]) {
      const { results, account } = await read(bytes, step);
      assert.deepEqual(textsOf(results), ["1", "2", "3"]);
      assert.equal(new Set(results.map(({ origin }) => origin)).size, 3, "each has a place of its own");
      assert.deepEqual(account, { records: 3, pages: 3, refused: 0, damages: 0, passed: {} });
    }
  }
});

test("ARC files of both versions are read", async () => {
  const block = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Report 1</p>";
  const head = "1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n";
  const arc = `filedesc://x.arc 0.0.0.0 20170810000000 text/plain ${head.length}\n${head}
https://outlet.example/a b 1.2.3.4 20170810000000 text/html ${block.length}\n${block}
https://outlet.example/c 1.2.3.4 20170810000000 text/html 200 - - 0 x.arc ${block.length}\n${block}\n`;
  const { results, account } = await read(Buffer.from(arc));
  assert.deepEqual(
    results.map((each) => each.kind !== "refused" && each.given.url),
    ["https://outlet.example/a b", "https://outlet.example/c"],
  );
  assert.deepEqual([account.records, account.damages], [3, 0]);
});

test("wrong lengths, digests, types and garbage are reported with their byte, and the rest lands", async () => {
  const [one, two, three] = THREE as [Buffer, Buffer, Buffer];
  const plain = (bytes: Buffer) => Buffer.concat([one, bytes, three]);
  const html = "<p>Report 2 of the day.</p>";
  const bad = [
    record({ html, length: -1 }),
    record({ html, length: "1e3" }),
    record({ html, length: 10, digest: false }),
    record({ html, length: 400, digest: false }),
    record({ html, length: 99_999_999_999 }),
    record({ html, length: "100000000000000000" }),
    record({ html, type: "resqonse" }),
    Buffer.from(two.toString("latin1").replace("Report 2", "Rep0rt 2"), "latin1"),
    Buffer.from("plain garbage\r\n\r\n"),
    Buffer.from(two.toString("latin1").replace(/WARC-Target-URI/, "WARC-Targot-URI"), "latin1"),
    two.subarray(0, 90),
    two.subarray(0, two.length - 20),
  ];
  for (const each of bad) {
    const { results } = await read(plain(each));
    assert.deepEqual(textsOf(results), ["1", "sources/archive-damaged", "3"], each.toString("latin1"));
    const damage = results[1]!;
    assert.equal(damage.kind === "refused" && damage.offset, one.length);
    assert.match(damage.kind === "refused" ? damage.message : "", /after 1 records/);
  }
  const members = (bytes: Buffer) => Buffer.concat([gzipSync(one), bytes, gzipSync(three)]);
  const packed = gzipSync(two);
  const flip = (at: number) => {
    const copy = Buffer.from(packed);
    copy[at]! ^= 0x10;
    return copy;
  };
  const broken = [
    packed.subarray(0, -9),
    packed.subarray(0, 40),
    flip(packed.length - 3),
    flip(packed.length - 7),
    flip(60),
    flip(0),
  ];
  for (const each of broken) {
    const { results } = await read(members(each));
    assert.deepEqual([results.length, ...textsOf(results).slice(-1)], [3, "3"]);
    assert.equal(results[1]!.kind === "refused" && results[1]!.code, "sources/archive-damaged");
  }
});

test("a record over the limit is passed over and told; the next one lands", async () => {
  const large = record({ html: `<p>${"x".repeat(300_000)}</p>`, digest: false });
  const results: SourceResult[] = [];
  const bytes = Buffer.concat([THREE[0]!, large, THREE[2]!]);
  for await (const each of readArchive(streamOf(bytes), "a.warc", { recordBytes: 100_000 }))
    results.push(each);
  assert.deepEqual(textsOf(results), ["1", "sources/too-large", "3"]);
});

test("captures are unpacked, unchunked and decoded; what is no page is counted", async () => {
  const packed = gzipSync("<p>Report 1</p>").toString("latin1");
  const make = (block: string) => {
    const bytes = Buffer.from(block, "latin1");
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet.example/1\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
  };
  const http = (head: string, body: string, status = 200) =>
    make(`HTTP/1.1 ${status} OK\r\n${head}\r\n\r\n${body}`);
  const blocks = [
    http("Content-Type: text/html\r\nContent-Encoding: gzip", packed),
    http(
      "Content-Type: text/html\r\nTransfer-Encoding: chunked",
      "3\r\n<p>\r\n8;x=1\r\nReport 2\r\n0\r\n\r\n",
    ),
    http("Content-Type: text/html\r\nTransfer-Encoding: chunked", "<p>Report 3"),
    http("Content-Type: text/html; charset=windows-1251", "<p>Report \xcc"),
    http("Content-Type: text/html\r\nContent-Encoding: gzip", "<p>Report 5 is not packed at all"),
    http("Content-Type: image/png", "x"),
    http("Content-Type: text/html", "gone", 404),
    http(
      "Content-Type: text/html\r\nContent-Encoding: gzip",
      gzipSync(Buffer.alloc(40 * 1024 * 1024)).toString("latin1"),
    ),
  ];
  const { results, account } = await read(Buffer.concat(blocks));
  assert.deepEqual(textsOf(results), ["1", "2", "3", "М", "5", "sources/archive-record"]);
  assert.deepEqual(account.passed, { "image/png": 1, "status 404": 1 });
});

test("a bomb in an archive stays within memory and is told", async () => {
  const zeros = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const before = process.memoryUsage().rss;
  const { results } = await read(Buffer.concat([gzipSync(THREE[0]!), zeros, gzipSync(THREE[2]!)]), 65_536);
  assert.equal(textsOf(results)[0], "1");
  assert.equal(textsOf(results).at(-1), "3");
  assert.ok(results.some((each) => each.kind === "refused"));
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
});

/** A WARC that never was on a disk: the same record again and again, sparse zeros between. */
async function* endless(totalBytes: number): AsyncGenerator<Uint8Array> {
  const page = record({ html: `<p>${"Words of a report. ".repeat(500)}</p>` });
  const head = Buffer.from(
    `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://outlet.example/v\r\nContent-Type: video/mp4\r\nContent-Length: ${40 * 1024 * 1024}\r\n\r\n`,
  );
  const zeros = Buffer.alloc(1024 * 1024);
  for (let size = 0; size < totalBytes; ) {
    for (let n = 0; n < 100; n++, size += page.length) yield page;
    yield head;
    for (let n = 0; n < 40; n++, size += zeros.length) yield zeros;
    yield Buffer.from("\r\n\r\n");
  }
}

test("memory is constant, whatever the size", { timeout: 600_000 }, async () => {
  const gigabytes = Number(process.env.CHANCERY_ARCHIVE_GB ?? 0.2);
  const seen: number[] = [];
  let pages = 0;
  for await (const each of readArchive(endless(gigabytes * 1e9), "sparse.warc")) {
    if (each.kind !== "refused") pages++;
    else assert.equal(each.code, "sources/too-large");
    if (pages % 100 === 0) seen.push(process.memoryUsage().rss);
  }
  assert.ok(pages >= 900 * gigabytes);
  const warm = seen[Math.floor(seen.length / 3)]!;
  assert.ok(Math.max(...seen.slice(-10)) - warm < 64 * 1024 * 1024, `${seen.at(-1)! - warm} bytes more`);
});

/** Every record of a file as a line, and every damage. */
async function lines(bytes: Buffer): Promise<{ records: string[]; damages: string[]; offsets: number[] }> {
  const offsets: number[] = [];
  const records: string[] = [];
  const damages: string[] = [];
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  for await (const each of readRecords(unpackMembers(streamOf(bytes)), { isPacked })) {
    if (each.kind === "damage") damages.push(JSON.stringify(each));
    else offsets.push(each.offset) && records.push(`${each.type} ${each.uri} ${hashOf(each.block)}`);
  }
  return { records, damages, offsets };
}

const ARCHIVE = /\.(?:warc|arc)(?:\.gz)?(?:\.bad)?$/;

test("real archives, cut at 20 places and flipped at 50: no loss in silence", {
  skip: lacking("feeds/warcio"),
  timeout: 600_000,
}, async (t) => {
  const files = ["warcio", "warcio_js"].flatMap((folder) => filesOf(`feeds/${folder}`));
  let random = 12345;
  const next = (below: number) => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
    return random % below;
  };
  const silent: string[] = [];
  let unproven = 0;
  let trials = 0;
  for (const { name, bytes } of files.filter(({ name }) => ARCHIVE.test(name))) {
    const whole = await lines(bytes);
    const isPacked = bytes[0] === 0x1f;
    for (let n = 0; n < 70; n++) {
      trials++;
      const isCut = n < 20;
      const at = next(bytes.length);
      const changed = isCut ? bytes.subarray(0, at) : Buffer.from(bytes);
      if (!isCut) changed[at]! ^= 1 << next(8);
      const { records, damages } = await lines(changed);
      const isWhole =
        records.length >= whole.records.length && whole.records.every((line) => records.includes(line));
      // A new damage, or an old one in whose stretch the reading ends.
      const last = damages.at(-1);
      const endsInDamage = last !== undefined && JSON.parse(last).recordsBefore === records.length;
      const isReported = damages.some((line) => !whole.damages.includes(line)) || (isCut && endsInDamage);
      if (isWhole || isReported) continue;
      // A cut exactly between two records, or a changed byte under no checksum, cannot be known by anybody.
      const slack = isPacked ? 0 : 4;
      const isBoundary = isCut && whole.offsets.some((offset) => at <= offset && at >= offset - slack);
      const isUnguarded = !isPacked && !isCut && records.length === whole.records.length;
      if (isBoundary || isUnguarded) unproven++;
      else
        silent.push(
          `${name} ${isCut ? "cut" : "flipped"} at ${at}: ${records.length} of ${whole.records.length}`,
        );
    }
  }
  t.diagnostic(`${trials} damaged files, ${silent.length} silent losses, ${unproven} beyond any checksum`);
  assert.deepEqual(silent, []);
});
