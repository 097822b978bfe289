import assert from "node:assert/strict";
import { test } from "node:test";
import { checkImports } from "./imports.ts";

/** path, import line, word of the complaint (empty: none) */
const CASES = [
  ["src/coding/a.ts", 'import type { X } from "../language/types.ts";', ""],
  ["src/coding/a.ts", 'import { x } from "../knowledge/ontology.ts";', ""],
  ["src/coding/a.ts", 'import { x } from "./actors/b.ts";', ""],
  ["src/coding/a.ts", 'import { x } from "../language/index.ts";', "only types.ts"],
  ["src/coding/a.ts", 'import { x } from "../language/parse/oracle.ts";', "only types.ts"],
  ["src/language/a.ts", 'import type { X } from "../coding/types.ts";', "point left"],
  ["src/base/a.ts", 'import { x } from "../knowledge/index.ts";', "point left"],
  ["src/pipeline/run.ts", 'import { x } from "../coding/index.ts";', ""],
  ["src/pipeline/run.ts", 'import { x } from "../coding/rules/a.ts";', "only index.ts and types.ts"],
  ["src/pipeline/run.ts", 'import { x } from "../coding/times/index.ts";', ""],
  ["src/views/cli/a.ts", 'import { x } from "../../coding/times/index.ts";', "only types.ts"],
  ["src/views/cli/a.ts", 'import { x } from "../../pipeline/index.ts";', ""],
  ["src/views/cli/a.ts", 'import { x } from "../../coding/index.ts";', "only types.ts"],
  ["src/index.ts", 'export { x } from "./pipeline/index.ts";', ""],
  ["src/coding/a.ts", 'import { x } from "htmlparser2";', "may not use the package"],
  ["src/reading/dom.ts", 'import { x } from "htmlparser2";', ""],
  ["src/views/a.ts", 'import { x } from "@scope/name/deep";', "the package @scope/name"],
  ["src/language/a.ts", 'import { readFileSync } from "node:fs";', "world is an argument"],
  ["src/language/a.ts", 'const fs = await import("node:fs");', "world is an argument"],
  ["src/knowledge/a.ts", 'import { readFileSync } from "node:fs";', ""],
  ["src/coding/a.ts", 'import { x } from "../base/day";', "lacks its extension"],
  ["src/coding/a.ts", 'import { x } from "../../scripts/a.ts";', "nothing outside src"],
  ["src/coding/a.test.ts", 'import { x } from "../language/index.ts";', ""],
  ["src/coding/a.test.ts", 'import { x } from "../record/index.ts";', "point left"],
  ["src/coding/a.ts", '// import { x } from "../record/index.ts";', ""],
  ["scripts/a.ts", 'import { x } from "ajv";', ""],
] as const;

for (const [path, text, complaint] of CASES) {
  test(`${path}: ${text} ${complaint === "" ? "passes" : "is refused"}`, () => {
    const messages = checkImports({ path, text }).map((finding) => finding.message);
    if (complaint === "") assert.deepEqual(messages, []);
    else
      assert.ok(
        messages.length === 1 && messages[0]!.includes(complaint),
        messages.join("; ") || "no finding",
      );
  });
}
