/** The test command on small trees: a failing, an empty, a skipped and a passing test file. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { TestTally } from "./test-tally.ts";

const inspect = (value: unknown) => (value as Error).message;
const pass = (name: string, more = {}) => ({
  type: "test:pass",
  data: { name, file: "/r/a.test.ts", ...more },
});
const fail = (name: string, error: object) => ({
  type: "test:fail",
  data: { name, file: "/r/a.test.ts", details: { error: error as never } },
});

function closing(...events: object[]) {
  const tally = new TestTally("/r");
  const lines = events.flatMap((event) => tally.take(event as never, inspect));
  return { lines, last: tally.close().at(-1), closing: tally.close(), succeeded: tally.succeeded };
}

test("passes are counted", () => {
  const { last, succeeded } = closing(pass("a"), pass("b"));
  assert.equal(last, "2 passed, 0 failed, 0 skipped");
  assert.equal(succeeded, true);
});

test("a failure is printed with its cause and fails the run", () => {
  const { lines, last, succeeded } = closing(pass("a"), fail("b", { cause: new Error("1 != 2") }));
  assert.deepEqual(lines, ["✖ a.test.ts: b", "    1 != 2"]);
  assert.equal(last, "1 passed, 1 failed, 0 skipped");
  assert.equal(succeeded, false);
});

test("a skip keeps its reason, suites are not counted", () => {
  const { closing: lines } = closing(
    pass("a"),
    pass("b", { skip: "no server" }),
    pass("s", { details: { type: "suite" } }),
  );
  assert.ok(lines.includes("skipped 1: no server"));
  assert.equal(lines.at(-1), "1 passed, 0 failed, 1 skipped");
});

test("no test at all, and a file without tests, fail the run", () => {
  assert.equal(closing().succeeded, false);
  assert.ok(closing().closing.includes("no test ran"));
  assert.equal(closing(pass("/r/a.test.ts")).last, "0 passed, 1 failed, 0 skipped");
});

test("the command exits 1 where no test file matches", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/test.ts", "src/nowhere"], {
    encoding: "utf8",
  });
  assert.equal(status, 1);
  assert.match(stdout, /0 passed, 0 failed, 0 skipped\n$/);
});
