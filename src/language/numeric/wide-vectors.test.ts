import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { COMPILER_FLAGS } from "../../../bin/flags.js";

const FILE = fileURLToPath(new URL("./testing/kernel-bits.ts", import.meta.url));
/** V8's first compiler joins no vectors; without it all functions are compiled by the second at once. */
const OPTIMISED = "--no-liftoff";

/** What the kernel's bits are in a process with these flags; through a file, for V8 loses lines where a pipe is full. */
function run(flags: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bits-"));
  try {
    const out = openSync(join(folder, "out"), "w");
    const { status } = spawnSync(process.execPath, [...flags, FILE], { stdio: ["ignore", out, "inherit"] });
    closeSync(out);
    assert.equal(status, 0);
    return readFileSync(join(folder, "out"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("vectors of 256 bits change no bit of what the kernel makes", () => {
  assert.equal(run([OPTIMISED, ...COMPILER_FLAGS]), run([OPTIMISED]));
});

test("the functions that take the time are joined to wider vectors where the processor has them", (t) => {
  const traced = run([OPTIMISED, ...COMPILER_FLAGS, "--trace-wasm-revectorize"]);
  if (!traced.includes("Revec: ")) return t.skip("no vectors of 256 bits on this machine");
  const saved = [...traced.matchAll(/DecideVectorize.*Save: (\d+)/g)].map(([, count]) => Number(count));
  // gemm, gemm16 and units
  assert.equal(saved.filter((count) => count > 50).length, 3);
  assert.doesNotMatch(traced, /Build tree failed/);
});
