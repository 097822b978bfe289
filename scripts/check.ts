/**
 * All house checks, one after the other, whatever the others say. Exits 1 when
 * one of them found something, and names it last.
 */
import { spawnSync } from "node:child_process";
import { ROOT } from "./checks/finding.ts";

const MODULES = `${ROOT}/node_modules`;
const CHECKS: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ["style", `${MODULES}/@biomejs/biome/bin/biome`, "check", "--colors=off", "."],
  ["types", `${MODULES}/typescript/bin/tsc`, "--noEmit"],
  [
    "types of pages",
    "--import",
    "./scripts/checks/typescript-6-hook.ts",
    `${MODULES}/svelte-check/bin/svelte-check`,
    "--tsconfig=./tsconfig.json",
    "--workspace=web",
    "--output=human",
    "--fail-on-warnings",
  ],
  ["generated types", "scripts/generate-types.ts", "--check"],
  ["rooms", "scripts/check-rooms.ts"],
  ["knowledge", "scripts/check-knowledge.ts"],
  ["documents", "scripts/check-docs.ts"],
];

/** Names of the checks that found something. */
export function runChecks(): string[] {
  return CHECKS.filter(([, ...args]) => {
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
    return status !== 0;
  }).map(([name]) => name);
}

if (import.meta.main) {
  const failed = runChecks();
  console.log(failed.length === 0 ? "checks: all passed" : `checks failed: ${failed.join(", ")}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
