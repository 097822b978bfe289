/** Hostile values in every parameter of every entry, on both databases: an answer that is no server error, and no row too many. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { methodOf, queryOf } from "./routes.ts";
import { reports, withServed } from "./testing/serving.ts";

const OWN = [
  "'",
  "''; drop table reports; --",
  "' or '1'='1",
  '" or ""="',
  "1); delete from mentions; --",
  "\\",
  "%",
  "_",
  "\0",
  "a\0b",
  "\ud800",
  "\u202e\u0000\uffff",
  "${7*7}{{7*7}}",
  "null",
  "-1",
  "NaN",
  "1e309",
  "../../etc/passwd",
  "*",
  '"',
  '""',
  "AND OR NOT NEAR(",
  "words:x",
  "😀",
  "ﷺ".repeat(50),
  "x".repeat(1_000_000),
  '"'.repeat(10_000),
  "USA,USA,USA",
  ",",
  "$where",
  "__proto__",
  "constructor",
];

/** The naughty strings of the development data, where they are. */
function naughty(): string[] {
  const path = new URL("../../../../shared/data/hostile/strings/blns.json", import.meta.url);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as string[]) : [];
}

onEachBackend("hostile values", (backend) => {
  test("in every parameter of every entry", async () => {
    const values = [...OWN, ...naughty().filter((_, index) => index % 8 === 0)];
    await withServed(
      reports(5, 1_000),
      async ({ ask, services }) => {
        const before = await services.writer.sums();
        for (const endpoint of ENDPOINTS) {
          const method = methodOf(endpoint);
          if (method !== "GET") continue;
          for (const value of values) {
            const text = encodeURIComponent(value.toWellFormed());
            const path = endpoint.path.replace(/\{\w+\}/g, text.slice(0, 8_000));
            for (const name of path === endpoint.path ? Object.keys(queryOf(endpoint)) : [""]) {
              const answer = await ask(name === "" ? path : `${path}?${name}=${text}`);
              assert.ok(
                answer.status < 500,
                `${path.slice(0, 80)} ${name}=${value.slice(0, 40)}: ${answer.status}`,
              );
              if (answer.status === 200 && endpoint.kind === "list") {
                const page = (await answer.json()) as { data?: readonly unknown[] };
                const all =
                  name === "factuality" || name === "until" || name === "since" || name === "all_versions";
                if (!all) assert.equal(page.data?.length ?? 0, 0, `${name}=${value.slice(0, 40)}`);
              } else await answer.body?.cancel();
            }
          }
        }
        assert.deepEqual(await services.writer.sums(), before);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      },
      { backend },
    );
  });
});
