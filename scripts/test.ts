/**
 * All tests of the tree, or those below the paths given, in node's own runner;
 * with `--checks` the house checks before them.
 *
 * In: `*.test.ts` below src, scripts, bench, cases and web. Out: a line for each file,
 * failures in full, what was skipped and why, node's counts, and as last line
 * `N passed, N failed, N skipped`. Exits 1 when a test or a check failed, or no
 * test ran.
 */
import { globSync } from "node:fs";
import { run } from "node:test";
import { inspect } from "node:util";
import { runChecks } from "./check.ts";
import { ROOT } from "./checks/finding.ts";
import { TestTally } from "./checks/test-tally.ts";

const FOLDERS = ["src", "scripts", "bench", "cases", "web"];
const CONCURRENCY = 2;
const TIMEOUT_MS = 10 * 60_000;

const given = process.argv
  .slice(2)
  .filter((argument) => argument !== "--checks")
  .map((path) => path.replace(/^\.\//, "").replace(/\/$/, ""));
const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: ROOT }))
  .filter((file) => given.length === 0 || given.some((path) => file === path || file.startsWith(`${path}/`)))
  .sort();

const failedChecks = process.argv.includes("--checks") ? runChecks() : [];
const tally = new TestTally(ROOT);
if (files.length > 0) {
  const stream = run({
    files: files.map((file) => `${ROOT}/${file}`),
    concurrency: CONCURRENCY,
    timeout: TIMEOUT_MS,
    cwd: ROOT,
  });
  for await (const event of stream) {
    for (const line of tally.take(event as never, inspect)) console.log(line);
  }
}
if (failedChecks.length > 0) console.log(`checks failed: ${failedChecks.join(", ")}`);
for (const line of tally.close()) console.log(line);
process.exitCode = tally.succeeded && failedChecks.length === 0 ? 0 : 1;
