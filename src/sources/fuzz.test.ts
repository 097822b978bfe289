/**
 * SAFETY bar 17 for URLs, feeds, archives and JSON Lines: seeded mutations, 0
 * crashes, 0 hangs over 2 s, 0 failures that are not told. CHANCERY_FUZZ sets
 * the inputs of each format (default 10,000), CHANCERY_SEED the seed.
 */
import assert from "node:assert/strict";
import { isIP } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readArchive } from "./archives/read-archive.ts";
import { SOURCES_FAULTS } from "./faults.ts";
import { parseFeed } from "./feeds/parse-feed.ts";
import { addressFault } from "./fetch/address.ts";
import { bareHost, checkUrl } from "./fetch/check-url.ts";
import { readSources } from "./read-sources.ts";
import { cpuMs } from "./testing/cpu-time.ts";

const COUNT = Number(process.env.CHANCERY_FUZZ ?? 10_000);
const LONGEST_MS = 2_000;
/** One format's share of the time of a test run, milliseconds; what it did not reach is told. */
const BUDGET_MS = 60_000;

function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SEED = Number(process.env.CHANCERY_SEED ?? 20_261_121);
const PIECES = [
  "\0",
  "\r\n",
  "<",
  "]]>",
  "<![CDATA[",
  "&#x110000;",
  "\xff\xfe",
  "@",
  "\\",
  "%00",
  "..",
  "[::1]",
  "-1",
  "9".repeat(20),
  '"',
  "{",
  "\u2028",
  "WARC/1.0\r\n",
  "\x1f\x8b\x08",
  "Content-Length: 5\r\n",
  "http://",
  "__proto__",
  "1e999",
  "<!DOCTYPE a [",
  "\ud800",
];

/** A seed changed in one to eight ways. */
function mutated(seed: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(seed);
  for (let n = 1 + random(8); n > 0; n--) {
    const at = random(bytes.length + 1);
    const end = Math.min(bytes.length, at + random(64));
    const way = random(6);
    if (way === 0 && bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = random(256);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (way === 2) bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    else if (way === 3) bytes = bytes.subarray(0, at);
    else {
      const piece = Buffer.from(
        PIECES[random(PIECES.length)]!.repeat(way === 4 ? 1 : 1 + random(200)),
        "latin1",
      );
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
    if (bytes.length > 200_000) bytes = bytes.subarray(0, 200_000);
  }
  return bytes;
}

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

const FORMATS: readonly {
  name: string;
  seeds: readonly Buffer[];
  run(bytes: Buffer): void | Promise<void>;
}[] = [
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
];

for (const { name, seeds, run } of FORMATS) {
  test(`${COUNT} mutated ${name}`, { timeout: BUDGET_MS * 3 }, async (t) => {
    const random = randomOf(SEED);
    const from = performance.now();
    let [done, slowestMs] = [0, 0];
    for (; done < COUNT && performance.now() - from < BUDGET_MS; done++) {
      const input = mutated(seeds[random(seeds.length)]!, random);
      const start = cpuMs();
      try {
        await run(input);
      } catch (error) {
        throw new Error(
          `input ${done} of seed ${SEED}: ${JSON.stringify(input.toString("latin1").slice(0, 2_000))}`,
          { cause: error },
        );
      }
      const ms = cpuMs() - start;
      slowestMs = Math.max(slowestMs, ms);
      assert.ok(ms < LONGEST_MS, `input ${done} took ${ms} ms`);
    }
    t.diagnostic(
      `${done} inputs, slowest ${slowestMs.toFixed(0)} ms, ${((performance.now() - from) / 1000).toFixed(1)} s in all`,
    );
    assert.ok(done > COUNT / 10, `only ${done} inputs within ${BUDGET_MS} ms`);
  });
}
