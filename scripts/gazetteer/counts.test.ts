import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PAGE, withCounts } from "./counts.ts";

test("docs/gazetteer.md counts what the tables hold (else run node scripts/gazetteer/counts.ts)", () => {
  const page = readFileSync(PAGE, "utf8");
  assert.equal(page, withCounts(page));
});
