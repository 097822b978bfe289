/**
 * What stands before every route: the name of the host, tokens, other sites'
 * pages, rate, size; and that no GET changes the record. The table of routes is
 * walked, so that a route which is added later is held to the same.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { OPENAPI_PATH } from "./app.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { SESSION_PATH } from "./guards/auth.ts";
import { hostOf, isLoopback } from "./guards/host.ts";
import { networkOf } from "./guards/rate.ts";
import { hashOf, makeToken, readTokens, removeToken, tokenName } from "./guards/tokens.ts";
import { methodOf } from "./routes.ts";
import { reports, type Served, withServed } from "./testing/serving.ts";

const TOKEN = "chancery_for-a-test";
const KEPT = [{ name: "test", sha256: hashOf(TOKEN), made_at: "2020-01-01T00:00:00Z" }];
const PAGES = ["/", "/reports/x", "/assets/app.js", "/index.html", "/favicon.ico"];

/** Every route there is, with a method that it takes. */
function everyRoute(): { readonly method: string; readonly path: string }[] {
  const api = ENDPOINTS.map((each) => ({ method: methodOf(each), path: each.path.replace(/\{\w+\}/g, "x") }));
  const rest = [OPENAPI_PATH, "/api", "/api/v1/none", ...PAGES].map((path) => ({ method: "GET", path }));
  return [...api, ...rest];
}

async function askAll(served: Served, headers: Record<string, string>): Promise<[string, number][]> {
  const answers: [string, number][] = [];
  for (const { method, path } of everyRoute()) {
    const answer = await served.ask(path, { method, headers });
    await answer.body?.cancel();
    answers.push([`${method} ${path}`, answer.status]);
  }
  return answers;
}

test("without a token every route answers 401, and so does a wrong one", async () => {
  await withServed(
    reports(1),
    async (served) => {
      const wrong = [
        {},
        { authorization: "Bearer chancery_wrong" },
        { authorization: "Basic eDp5" },
        { cookie: "chancery_session=x" },
      ];
      for (const headers of wrong)
        for (const [route, status] of await askAll(served, headers as Record<string, string>))
          assert.equal(status, 401, route);
      assert.equal((await served.ask(`/api/v1/mentions?token=${TOKEN}`)).status, 401);
      assert.equal((await served.ask(`/api/v1/mentions?authorization=Bearer%20${TOKEN}`)).status, 401);
    },
    { tokens: () => KEPT },
  );
});

test("a token opens as Bearer and as a password of Basic; a removed one does not", async () => {
  let kept = KEPT;
  await withServed(
    reports(1),
    async ({ ask }) => {
      const basic = Buffer.from(`reader:${TOKEN}`).toString("base64");
      for (const authorization of [`Bearer ${TOKEN}`, `Basic ${basic}`])
        assert.equal((await ask("/api/v1/mentions", { headers: { authorization } })).status, 200);
      kept = [];
      assert.equal(
        (await ask("/api/v1/mentions", { headers: { authorization: `Bearer ${TOKEN}` } })).status,
        401,
      );
    },
    { tokens: () => kept },
  );
});

test("the sign-in page gives a session that no script can read, and signing out ends it", async () => {
  await withServed(
    reports(1),
    async ({ ask }) => {
      const page = await ask("/", { headers: { accept: "text/html" } });
      assert.equal(page.status, 401);
      assert.match(await page.text(), /<form method="post"/);
      const form = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
      const bad = await ask(SESSION_PATH, { method: "POST", headers: form, body: "token=wrong" });
      assert.equal(bad.status, 401);
      const good = await ask(SESSION_PATH, { method: "POST", headers: form, body: `token=${TOKEN}` });
      assert.equal(good.status, 303);
      const set = good.headers.get("set-cookie") ?? "";
      assert.match(set, /HttpOnly; SameSite=Strict/);
      assert.ok(!set.includes(TOKEN));
      const cookie = set.slice(0, set.indexOf(";"));
      assert.equal((await ask("/api/v1/mentions", { headers: { cookie } })).status, 200);
      await ask(SESSION_PATH, { method: "DELETE", headers: { cookie } });
      assert.equal((await ask("/api/v1/mentions", { headers: { cookie } })).status, 401);
    },
    { tokens: () => KEPT },
  );
});

test("under another host's name every route answers 421", async () => {
  await withServed(reports(1), async (served) => {
    for (const host of [
      "evil.example",
      "localhost.evil.example:4400",
      "127.0.0.1.evil.example",
      "",
      "localhost:4400:1",
      "[::2]",
    ])
      for (const [route, status] of await askAll(served, { host }))
        assert.equal(status, 421, `${host} ${route}`);
    for (const host of ["localhost:4400", "127.0.0.1", "[::1]:9", "LOCALHOST"])
      assert.equal((await served.ask("/api/v1/reports", { headers: { host } })).status, 200, host);
  });
});

test("what changes the record is refused where another site's page sends it", async () => {
  await withServed(reports(1), async ({ ask }) => {
    const unsafe = [
      ...ENDPOINTS.filter((each) => methodOf(each) !== "GET").map(
        (each) => [methodOf(each), each.path] as const,
      ),
      ["POST", "/"] as const,
      ["PUT", "/api/v1/reports"] as const,
    ];
    const foreign: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:9999" },
    ];
    for (const [method, path] of unsafe)
      for (const headers of foreign) {
        const answer = await ask(path.replace(/\{\w+\}/g, "x"), { method, headers });
        assert.equal(answer.status, 403, `${method} ${path} ${JSON.stringify(headers)}`);
        assert.equal(((await answer.json()) as { code: string }).code, "api/cross-site");
      }
    for (const headers of [
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "none" },
      { origin: "http://localhost:4400" },
    ])
      assert.notEqual(
        (await ask("/api/v1/none", { method: "POST", headers: headers as Record<string, string> })).status,
        403,
      );
  });
});

test("no answer names another origin, and every answer carries the policy", async () => {
  await withServed(reports(1), async ({ ask }) => {
    for (const { method, path } of everyRoute()) {
      const answer = await ask(path, { method, headers: { origin: "http://localhost:4400" } });
      await answer.body?.cancel();
      for (const name of answer.headers.keys()) assert.ok(!name.startsWith("access-control-"), name);
      const policy = answer.headers.get("content-security-policy") ?? "";
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ])
        assert.ok(policy.includes(part), `${path}: ${part}`);
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    }
  });
});

test("no GET changes a row", async () => {
  await withServed(reports(3), async ({ ask, json, services }) => {
    const before = await services.writer.sums();
    const { data } = await json("/api/v1/mentions?limit=1");
    for (const endpoint of ENDPOINTS) {
      if (methodOf(endpoint) !== "GET") continue;
      const path = endpoint.path.replace(/\{\w+\}/g, data[0].id);
      for (const end of ["", "?format=csv", "?search=Kenya", "?actor=KEN"])
        await (await ask(path + end)).text();
    }
    assert.deepEqual(await services.writer.sums(), before);
    await assert.rejects(services.record.startRun("read", []), /readonly|read-only/i);
  });
});

test("more than the rate is a 429 that says when to come back; others are not held up", async () => {
  await withServed(
    reports(1),
    async ({ ask }) => {
      const statuses = await Promise.all(
        Array.from({ length: 15 }, async () => (await ask("/api/v1/reports?limit=1")).status),
      );
      assert.equal(statuses.filter((status) => status === 200).length >= 10, true);
      const last = await ask("/api/v1/reports?limit=1");
      if (last.status === 429) assert.equal(last.headers.get("retry-after"), "1");
      assert.ok(statuses.includes(429));
    },
    { requestsPerSecond: 10 },
  );
});

test("a client is its address, or its /64", () => {
  assert.equal(networkOf("127.0.0.1"), "127.0.0.1");
  assert.equal(networkOf("::ffff:10.0.0.1"), "10.0.0.1");
  assert.equal(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  assert.equal(networkOf("2001:db8::1"), "2001:db8:0:0::/64");
});

test("hosts as headers write them; loopback", () => {
  assert.equal(hostOf("LocalHost:80"), "localhost");
  assert.equal(hostOf("[::1]:80"), "[::1]");
  for (const bad of [
    "",
    "a b",
    "user@localhost",
    "localhost:",
    "localhost:80:80",
    "[::1",
    "localhost/..",
    "localhost\n",
  ])
    assert.equal(hostOf(bad), "", bad);
  for (const host of ["127.0.0.1", "127.9.9.9", "::1", "localhost"]) assert.ok(isLoopback(host));
  for (const host of ["0.0.0.0", "::", "192.168.0.1", "127.0.0.1.evil.example"])
    assert.ok(!isLoopback(host), host);
});

test("tokens: shown once, kept as a hash, readable by the owner alone, gone when removed", () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-tokens-"));
  try {
    const file = join(folder, "deep", "tokens.json");
    const token = makeToken(file, "laptop", new Date());
    assert.ok(Buffer.from(token.slice("chancery_".length), "base64url").length >= 16);
    assert.ok(!readFileSync(file, "utf8").includes(token));
    assert.equal(tokenName(readTokens(file), token), "laptop");
    assert.equal(tokenName(readTokens(file), `${token}x`), null);
    assert.throws(() => makeToken(file, "laptop", new Date()), /already/);
    assert.equal(removeToken(file, "laptop"), true);
    assert.equal(removeToken(file, "laptop"), false);
    assert.equal(tokenName(readTokens(file), token), null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
