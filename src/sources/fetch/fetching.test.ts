/** SAFETY bars 3, 5, 6 and 8 against servers on loopback, with short limits. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { type Loopback, listen } from "../testing/loopback.ts";
import { createFetcher } from "./create-fetcher.ts";
import type { Clock, FetcherOptions } from "./types.ts";

const clock: Clock = { now: () => Date.now(), sleep: async () => {} };
const MIB = 1024 * 1024;
const ZEROS = gzipSync(Buffer.alloc(64 * MIB));
const open = (options: Partial<FetcherOptions> = {}) =>
  createFetcher({
    contact: "https://example.org/about",
    allowPrivateNetworks: true,
    robots: false,
    clock,
    ...options,
    limits: {
      totalMs: 400,
      connectMs: 300,
      tries: 1,
      wireBytes: MIB,
      unpackedBytes: 2 * MIB,
      ...options.limits,
    },
  });

/** Where an answer is expected, however busy the machine is. */
const PATIENT = { limits: { totalMs: 20_000, connectMs: 10_000 } };

let seen: { url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
let closed = 0;
let site: Loopback;

before(async () => {
  site = await listen((request, answer) => {
    seen.push({ url: request.url ?? "", headers: request.headers });
    answer.on("close", () => closed++);
    const url = new URL(request.url ?? "", "http://x");
    const packed = url.searchParams.get("encoding");
    const [, name = "", rest = ""] = url.pathname.split("/");
    if (name === "hop") {
      const left = Number(rest);
      answer.writeHead(left % 2 === 0 ? 302 : 301, {
        location: left > 1 ? `/hop/${left - 1}` : (url.searchParams.get("to") ?? "/page"),
      });
      answer.end();
    } else if (name === "to") {
      answer.writeHead(302, { location: url.searchParams.get("to") ?? "" }).end();
    } else if (name === "drip" || name === "endless") {
      answer.writeHead(200, { "content-type": "text/html" });
      const timer = setInterval(() => answer.write(name === "drip" ? "x" : Buffer.alloc(256 * 1024)), 10);
      answer.on("close", () => clearInterval(timer));
    } else if (name === "short") {
      answer.writeHead(200, { "content-length": "1000" }).write("half");
      setTimeout(() => answer.destroy(), 20);
    } else if (name === "silent") {
      // No answer at all.
    } else if (name === "cookie") {
      answer.writeHead(302, { location: "/page", "set-cookie": "id=1" }).end();
    } else if (name === "packed") {
      const bodies: Record<string, Buffer> = {
        gzip: gzipSync("packed"),
        deflate: deflateSync("packed"),
        raw: deflateRawSync("packed"),
        br: brotliCompressSync("packed"),
        zstd: zstdCompressSync("packed"),
        "gzip, br": brotliCompressSync(gzipSync("packed")),
        bomb: ZEROS,
        "gzip, gzip": gzipSync(ZEROS),
        broken: gzipSync("packed").subarray(0, 12),
      };
      const body = bodies[url.searchParams.get("body") ?? packed ?? ""] ?? Buffer.from("packed");
      answer.writeHead(200, { "content-encoding": packed ?? "" }).end(body);
    } else answer.writeHead(200, { "content-type": "text/html", etag: '"1"' }).end("<p>page</p>");
  });
});
after(() => site.close());

const codeAt = async (path: string, options: Partial<FetcherOptions> = {}) => {
  const outcome = await open(options).fetchPage(`${site.origin}${path}`);
  return outcome.ok ? "ok" : outcome.refusal.code;
};

test("five redirects are followed, a sixth is not", async () => {
  const outcome = await open(PATIENT).fetchPage(`${site.origin}/hop/5`);
  assert.equal(outcome.ok && outcome.value.finalUrl, `${site.origin}/page`);
  assert.equal(outcome.ok && outcome.value.movedTo, null, "not every hop was permanent");
  const moved = await open(PATIENT).fetchPage(`${site.origin}/hop/1`);
  assert.equal(moved.ok && moved.value.movedTo, `${site.origin}/page`);
  assert.equal(await codeAt("/hop/6"), "sources/too-many-redirects");
});

test("no redirect leads to a private host, another scheme or down from https, at any hop", async () => {
  const canary = await listen((_, answer) => answer.end("reached"));
  const hosts = { "public.example": "93.184.215.14" } as Record<string, string>;
  const answers = async (url: URL, to: string) => {
    const left = Number(url.searchParams.get("left"));
    const next = left > 1 ? `http://public.example/?left=${left - 1}` : to;
    return { ok: true as const, value: { status: 302, headers: { location: next }, body: Buffer.alloc(0) } };
  };
  const targets = [
    `http://127.0.0.1:${canary.port}/`,
    `http://[::1]:${canary.port}/`,
    `http://localhost:${canary.port}/`,
    "http://169.254.169.254/latest/meta-data/",
    "file:///etc/passwd",
    "ftp://public.example/x",
    "data:text/html,x",
    "javascript:1",
    "http://",
  ];
  for (let hop = 1; hop <= 5; hop++) {
    for (const to of targets) {
      const asked: string[] = [];
      const fetcher = createFetcher({
        contact: "t@example.org",
        robots: false,
        clock,
        resolve: async (name) => [{ address: hosts[name] ?? "10.0.0.1" }],
        send: ({ url }) => {
          asked.push(url.hostname);
          return answers(url, to);
        },
      });
      const outcome = await fetcher.fetchPage(`http://public.example/?left=${hop}`);
      assert.match(outcome.ok ? "" : outcome.refusal.code, /private-address|bad-scheme|bad-url/, to);
      assert.deepEqual(new Set(asked), new Set(["public.example"]), to);
    }
  }
  const down = createFetcher({
    contact: "t@example.org",
    robots: false,
    send: ({ url }) => answers(url, "http://public.example/plain"),
  });
  const outcome = await down.fetchPage("https://public.example/?left=1");
  assert.equal(!outcome.ok && outcome.refusal.code, "sources/bad-redirect");
  assert.equal(canary.connections(), 0);
  await canary.close();
});

test("slow, endless, cut and silent answers end in time, and their sockets with them", async () => {
  closed = 0;
  for (const [path, code] of [
    ["/drip", "sources/timeout"],
    ["/silent", "sources/timeout"],
    ["/endless", "sources/too-large"],
    ["/short", "sources/unreachable"],
  ] as const) {
    const from = performance.now();
    const rss = process.memoryUsage().rss;
    assert.equal(await codeAt(path), code, path);
    assert.ok(performance.now() - from < 2_400, `${path} took ${performance.now() - from} ms`);
    assert.ok(process.memoryUsage().rss - rss < 64 * MIB, path);
  }
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(closed, 4);
});

test("a closed port and a stop are told apart", async () => {
  const gone = await listen((_, answer) => answer.end());
  await gone.close();
  const outcome = await open().fetchPage(`${gone.origin}/`);
  assert.equal(!outcome.ok && outcome.refusal.code, "sources/unreachable");
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  const stopped = await open().fetchPage(`${site.origin}/silent`, { signal: stop.signal });
  assert.equal(!stopped.ok && stopped.refusal.code, "sources/stopped");
});

test("user, password, cookies and proxies of the environment go nowhere", async () => {
  seen = [];
  const proxy = await listen((_, answer) => answer.end("proxy"));
  process.env.http_proxy = proxy.origin;
  try {
    const url = site.origin.replace("http://", "http://me:secret@");
    const outcome = await open(PATIENT).fetchPage(`${url}/cookie`);
    assert.equal(outcome.ok && outcome.value.url, `${site.origin}/cookie`);
    assert.equal(seen.length, 2);
    for (const { headers } of seen) {
      assert.equal(headers.authorization, undefined);
      assert.equal(headers.cookie, undefined);
      assert.match(String(headers["user-agent"]), /Chancery.*https:\/\/example\.org\/about/);
    }
    assert.equal(proxy.connections(), 0);
    const refused = await open({ allowPrivateNetworks: false }).fetchPage(`${url}/cookie`);
    assert.doesNotMatch(JSON.stringify(refused), /secret/);
  } finally {
    delete process.env.http_proxy;
    await proxy.close();
  }
});

test("bodies are unpacked under the cap; bombs and towers of encodings are refused", async () => {
  for (const encoding of ["gzip", "deflate", "br", "zstd", "gzip, br", "identity"]) {
    const url = `${site.origin}/packed?encoding=${encodeURIComponent(encoding)}`;
    const outcome = await open().fetchPage(url);
    assert.equal(outcome.ok && outcome.value.body.toString(), "packed", encoding);
  }
  const raw = await open().fetchPage(`${site.origin}/packed?encoding=deflate&body=raw`);
  assert.equal(raw.ok && raw.value.body.toString(), "packed");
  const from = performance.now();
  assert.equal(await codeAt("/packed?encoding=gzip&body=bomb"), "sources/too-large");
  assert.equal(await codeAt("/packed?encoding=gzip,%20gzip"), "sources/too-large");
  assert.equal(await codeAt("/packed?encoding=gzip&body=broken"), "sources/damaged");
  const tower = Array(1000).fill("gzip").join(",");
  assert.equal(await codeAt(`/packed?encoding=${tower}`), "sources/unsupported");
  assert.equal(await codeAt("/packed?encoding=br,br,br,br,br"), "sources/unsupported");
  assert.equal(await codeAt("/packed?encoding=sdch"), "sources/unsupported");
  assert.ok(performance.now() - from < 2_000);
});
