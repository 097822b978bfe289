/**
 * The first thing to try: reads examples/ into a fresh record, shows its
 * timeline and says what to type next. The record lies in .cache/ and is made
 * anew each time.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { ROOT } from "./checks/finding.ts";

const RECORD = ".cache/examples.db";
/** Part of the input was refused: one of the examples is meant to be. */
const PART_REFUSED = 3;

mkdirSync(`${ROOT}/.cache`, { recursive: true });
for (const end of ["", "-wal", "-shm"]) rmSync(`${ROOT}/${RECORD}${end}`, { force: true });

console.log("Reading examples/ into a fresh record.\n");
chancery("read", "examples", "--record", RECORD);
console.log("\nWhat they say, day by day:\n");
chancery("mentions", "--record", RECORD, "--since", "2017-07-28", "--limit", "25");
console.log(`
The record is ${RECORD}. Try next:

  npx chancery mentions --record ${RECORD} --between USA RUS
  npx chancery explain ID --record ${RECORD}        why a line stands there
  npx chancery read YOUR-FILES                      into ./chancery.db
  npx chancery --help`);

function chancery(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [`${ROOT}/bin/chancery.js`, ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0 && status !== PART_REFUSED) process.exit(status ?? 1);
}
