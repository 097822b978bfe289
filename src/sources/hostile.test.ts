/** SAFETY bars 8 and 16: bombs in every encoding, gzip inside gzip, and a public suite of JSON. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  constants,
  createBrotliCompress,
  createDeflate,
  createGzip,
  createZstdCompress,
  gzipSync,
} from "node:zlib";
import { SOURCES_FAULTS } from "./faults.ts";
import { unpackBody } from "./fetch/unpack-body.ts";
import { readSources } from "./read-sources.ts";
import { DEFAULT_LIMITS } from "./refusal.ts";
import { cpuMs } from "./testing/cpu-time.ts";
import { lacking } from "./testing/shared-data.ts";

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const MEBIBYTE = 1024 * 1024;
const PACKERS = {
  gzip: () => createGzip({ level: 1 }),
  deflate: () => createDeflate({ level: 1 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: () => createZstdCompress(),
};

/** So many mebibytes of zeros, packed. */
async function bomb(encoding: keyof typeof PACKERS, mebibytes: number): Promise<Buffer> {
  const packer = PACKERS[encoding]();
  const parts: Buffer[] = [];
  packer.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => packer.on("end", done));
  const zeros = Buffer.alloc(MEBIBYTE);
  for (let n = 0; n < mebibytes; n++)
    if (!packer.write(zeros)) await new Promise<void>((done) => packer.once("drain", () => done()));
  packer.end();
  await ended;
  return Buffer.concat(parts);
}

for (const encoding of ["gzip", "deflate", "br", "zstd"] as const) {
  test(`1 GiB of zeros in ${encoding} is refused at the cap, soon and in little memory`, {
    timeout: 300_000,
  }, async () => {
    const packed = await bomb(encoding, 1024);
    assert.ok(packed.length < 8 * MEBIBYTE);
    const rss = process.memoryUsage.rss();
    const start = cpuMs();
    const outcome = await unpackBody(
      packed,
      encoding,
      DEFAULT_LIMITS.unpackedBytes,
      "https://outlet.example/",
    );
    assert.equal(outcome.ok ? "unpacked" : outcome.refusal.code, "sources/too-large");
    assert.ok(cpuMs() - start < 2_000, `${cpuMs() - start} ms`);
    assert.ok(process.memoryUsage.rss() - rss < 200 * MEBIBYTE);
  });
}

test("gzip inside gzip is unpacked once and refused", async () => {
  let packed = gzipSync(Buffer.alloc(8 * MEBIBYTE));
  for (let layer = 0; layer < 4; layer++) packed = gzipSync(packed);
  const codes = [];
  for await (const each of readSources(["-"], { stdin: one(packed) }))
    codes.push(each.kind === "refused" ? each.code : each.kind);
  assert.deepEqual(codes, ["sources/binary"]);
});

const SUITE = fileURLToPath(new URL("../../../shared/data/hostile/json/", import.meta.url));

test("the suite of JSON: y_ is read as JSON, n_ is refused, i_ is either", {
  skip: lacking("hostile/json"),
}, async () => {
  const counts = { y: 0, n: 0, i: 0 };
  for (const name of readdirSync(SUITE, { recursive: true, encoding: "utf8" }).sort()) {
    const kind = /(?:^|\/)([yni])_[^/]*\.json$/.exec(name)?.[1] as keyof typeof counts | undefined;
    if (kind === undefined) continue;
    counts[kind] += 1;
    // As the text of a field, so that a value of any kind makes a whole report of its line.
    const value = readFileSync(`${SUITE}${name}`);
    const line = Buffer.concat([Buffer.from('{"text":"Kenya met Ghana.","other":'), value, Buffer.from("}")]);
    const isOneLine = !value.includes(10) && !value.includes(13);
    const input = isOneLine ? line : Buffer.concat([Buffer.from("["), line, Buffer.from("]")]);
    const ends: string[] = [];
    for await (const each of readSources(["-"], { stdin: one(input) })) {
      ends.push(each.kind === "refused" ? each.code : "page");
      if (each.kind === "refused") assert.ok(Object.hasOwn(SOURCES_FAULTS, each.code), each.code);
    }
    if (kind === "y" && isOneLine) assert.deepEqual(ends, ["page"], name);
    // A file that is not one line is read as text where it does not begin like JSON.
    if (kind === "n" && isOneLine) assert.ok(!ends.includes("page"), `${name}: ${ends}`);
    assert.ok(ends.length > 0, name);
  }
  assert.equal(Object.keys(Object.prototype).length, 0);
  assert.ok(counts.y >= 95 && counts.n >= 188 && counts.i >= 35, JSON.stringify(counts));
});

test("keys that mean something to JavaScript change nothing, and a bad line does not stop the file", async () => {
  const lines = [
    '{"__proto__":{"text":"x"},"text":"Kenya met Ghana."}',
    '{"constructor":{"prototype":{"polluted":1}},"text":"Kenya met Togo."}',
    "{bad",
    '{"text":"Kenya met Benin."}',
  ];
  const ends: string[] = [];
  for await (const each of readSources(["-"], { stdin: one(Buffer.from(lines.join("\n"))) }))
    ends.push(each.kind === "refused" ? each.code : each.content);
  assert.deepEqual(ends, ["Kenya met Ghana.", "Kenya met Togo.", "sources/bad-json", "Kenya met Benin."]);
  assert.equal(({} as { polluted?: number }).polluted, undefined);
});
