/** The server on its socket: where it listens, sizes of headers and bodies, slow clients, paths that try to climb out. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Serving, serve } from "./serve.ts";
import type { Services } from "./services.ts";
import { reports, withServed } from "./testing/serving.ts";

async function withServer(act: (serving: Serving, services: Services) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-serve-"));
  mkdirSync(join(folder, "web", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "web", "index.html"), "<!doctype html><title>The pages</title>");
  writeFileSync(
    join(folder, "web", "assets", "app-1.js"),
    `console.log(${JSON.stringify("x".repeat(2_000))})`,
  );
  try {
    await withServed(reports(2), async ({ services }) => {
      const serving = await serve({ services, host: "127.0.0.1", port: 0, web: join(folder, "web") });
      try {
        await act(serving, services);
      } finally {
        await serving.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server's whole answer to bytes as they stand. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let text = "";
  socket.on("data", (piece) => {
    text += piece.toString("latin1");
  });
  socket.on("error", () => {});
  await once(socket, "close");
  return text;
}

const asked = (target: string) => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;

test("another address than loopback needs a token and says why; a taken port is told", async () => {
  await withServer(async (serving, services) => {
    for (const host of ["0.0.0.0", "::", "192.168.1.1"])
      await assert.rejects(
        serve({ services, host, port: 0, web: "" }),
        (fault: { code?: string; message: string; advice?: string }) => {
          assert.equal(fault.code, "cli/usage");
          assert.match(fault.message, /other machines/);
          assert.match(fault.advice ?? "", /chancery token new/);
          return true;
        },
      );
    await assert.rejects(serve({ services, host: "127.0.0.1", port: serving.port, web: "" }), /taken/);
    const token = { name: "x", sha256: "0".repeat(64), made_at: "" };
    const open = await serve({ services, host: "0.0.0.0", port: 0, web: "", tokens: () => [token] });
    assert.equal((await fetch(`http://127.0.0.1:${open.port}/api/v1/reports`)).status, 401);
    await open.close();
  });
});

test("pages, their files and their views", async () => {
  await withServer(async ({ url }) => {
    for (const view of ["", "events/e_1", "reports/r_1?x=1"]) {
      const page = await fetch(`${url}${view}`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /The pages/);
      assert.equal(page.headers.get("cache-control"), "no-cache");
    }
    const script = await fetch(`${url}assets/app-1.js`, { headers: { "accept-encoding": "gzip" } });
    assert.equal(script.headers.get("content-encoding"), "gzip");
    assert.match(script.headers.get("cache-control") ?? "", /immutable/);
    assert.match(await script.text(), /console/);
    assert.equal((await fetch(`${url}assets/none.js`)).status, 404);
    const etag = script.headers.get("etag") ?? "";
    assert.equal((await fetch(`${url}assets/app-1.js`, { headers: { "if-none-match": etag } })).status, 304);
  });
});

/** Ways to write the step upwards and the slash. */
const DOTS = [
  "..",
  "%2e%2e",
  "%2E.",
  ".%2e",
  "%252e%252e",
  "..;",
  "%c0%ae%c0%ae",
  "%uff0e%uff0e",
  "．．",
  "....",
  "..%00",
];
const SLASHES = ["/", "%2f", "%2F", "\\", "%5c", "%252f", "%c0%af", "//", "/./"];

test("no path climbs out of the pages", async () => {
  await withServer(async ({ port }) => {
    const tails = ["secret.txt", "../secret.txt"];
    let tried = 0;
    for (const dots of DOTS)
      for (const slash of SLASHES)
        for (const [depth, tail] of [
          [1, tails[0]],
          [3, tails[0]],
          [2, tails[1]],
        ] as const) {
          const path = `/assets/${(dots + slash).repeat(depth)}${tail}`;
          const answer = await raw(port, asked(encodeURI(path).replaceAll("%25", "%")));
          assert.ok(!answer.includes("secret\n") && !answer.endsWith("secret"), path);
          tried += 1;
        }
    for (const target of [
      "/file:///etc/passwd",
      "//etc/passwd",
      "http://evil.example/",
      "/..%2f..%2fetc/passwd",
    ]) {
      assert.ok(!(await raw(port, asked(target))).includes("root:"), target);
      tried += 1;
    }
    assert.ok(tried >= 200, `${tried} tried`);
  });
});

test("headers over 16 KB, a body over 2 MiB and bytes that are no HTTP are refused", async () => {
  await withServer(async ({ port, url }) => {
    const large = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`;
    assert.match(await raw(port, large), /^HTTP\/1\.1 431/);
    const body = "x".repeat(2 * 1024 * 1024 + 1);
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}api/v1/session`, { method: "POST", headers, body });
    assert.equal(answer.status, 413);
    assert.match(await raw(port, "\u0000\u0001nonsense\r\n\r\n"), /^HTTP\/1\.1 400/);
    assert.match(await raw(port, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), /^HTTP\/1\.1 (400|421)/);
    assert.match(
      await raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
      /^HTTP\/1\.1 4/,
    );
  });
});

test("a client that never finishes its request is cut off; others are answered meanwhile", async () => {
  await withServed(reports(1), async ({ services }) => {
    const serving = await serve({
      services,
      host: "127.0.0.1",
      port: 0,
      web: "",
      headersMs: 400,
      checkMs: 100,
    });
    try {
      const slow = connect(serving.port, "127.0.0.1");
      slow.on("error", () => {});
      slow.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-");
      const began = Date.now();
      const drip = setInterval(() => slow.write("a"), 50);
      assert.equal((await fetch(`${serving.url}api/v1/reports`)).status, 200);
      slow.resume();
      await once(slow, "close");
      clearInterval(drip);
      assert.ok(Date.now() - began < 5_000);
    } finally {
      await serving.close();
    }
  });
});

test("hundreds of idle connections do not keep others from their answer", async () => {
  await withServer(async ({ port, url }) => {
    const idle = await Promise.all(
      Array.from({ length: 500 }, async () => {
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => {});
        await once(socket, "connect");
        return socket;
      }),
    );
    assert.equal((await fetch(`${url}api/v1/reports`)).status, 200);
    for (const socket of idle) socket.destroy();
  });
});
