/** Captures and figures in documents, stale and fresh. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checkCaptures, renewCaptures, steady } from "./captures.ts";
import { figuresTable, showFigure } from "./figures.ts";
import { ROOT } from "./finding.ts";

const capture = (output: string) => ({
  path: "docs/a.md",
  text: `before\n<!-- capture: -p 6*7 -->\n\`\`\`console\n$ -p 6*7\n${output}\n\`\`\`\n<!-- /capture -->\nafter\n`,
});

test("a capture that says what the command says passes, another is found with its line", () => {
  assert.deepEqual(checkCaptures(capture("42"), ROOT), []);
  const [finding] = checkCaptures(capture("43"), ROOT);
  assert.equal(finding?.line, 5);
  assert.match(finding?.message ?? "", /stale.*"42"/);
});

test("an empty capture is filled and the rest of the document kept", () => {
  const empty = { path: "a.md", text: "before\n<!-- capture: -p 6*7 -->\n<!-- /capture -->\nafter\n" };
  assert.equal(renewCaptures(empty, ROOT), capture("42").text);
});

test("durations do not make a capture stale", () => {
  const timed = (seconds: string) => ({
    path: "a.md",
    text: `<!-- capture: -p "'done in 1.2 s'" -->\n\`\`\`console\n$ -p "'done in 1.2 s'"\ndone in ${seconds} s\n\`\`\`\n<!-- /capture -->\n`,
  });
  assert.deepEqual(checkCaptures(timed("3.4"), ROOT), []);
  assert.equal(
    steady("into it in 4.1 s, 6 reports a second."),
    steady("into it in 2.9 s."),
    "a rate stands after 3 s only",
  );
});

test("figures come from the floors, by name or by beginning", () => {
  const root = mkdtempSync(join(tmpdir(), "chancery-"));
  const floor = { unit: "LAS", higherIsBetter: true, date: "2026-01-01", machine: "m" };
  mkdirSync(join(root, "bench"));
  writeFileSync(
    join(root, "bench/floors.json"),
    JSON.stringify({
      "language/a": { ...floor, value: 81.25, best: "80 (x)" },
      "coding/b": { ...floor, value: 0.5 },
    }),
  );
  const rows = (...names: string[]) => figuresTable(root, names).trimEnd().split("\n").slice(2);
  assert.deepEqual(rows("language/*"), ["| language/a | 81.3 LAS | 80 (x) | 2026-01-01 |"]);
  assert.deepEqual(rows("coding/b"), ["| coding/b | 0.500 LAS | – | 2026-01-01 |"]);
  rmSync(root, { recursive: true });
});

test("figures are written as people read them", () => {
  assert.deepEqual(
    [showFigure(0.83649, ""), showFigure(15234.6, "tokens/s"), showFigure(81.25, "LAS")],
    ["0.836", "15,235 tokens/s", "81.3 LAS"],
  );
});
