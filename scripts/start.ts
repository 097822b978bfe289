/**
 * The first thing to try: reads examples/ into a fresh record, shows a few
 * lines of it, builds the pages where they are absent or stale, and serves the
 * record until Ctrl-C. With CI set, or `--once`, it ends after the lines. The
 * record lies in .cache/ and is made anew each time.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { ROOT } from "./checks/finding.ts";

const RECORD = ".cache/examples.db";
const PORT = 4400;
/** Part of the input was refused: one of the examples is meant to be. */
const PART_REFUSED = 3;
const once = process.argv.includes("--once") || (process.env.CI ?? "") !== "";

mkdirSync(`${ROOT}/.cache`, { recursive: true });
for (const end of ["", "-wal", "-shm"]) rmSync(`${ROOT}/${RECORD}${end}`, { force: true });

console.log("Reading examples/ into a fresh record.\n");
chancery("read", "examples", "--record", RECORD);
console.log("\nWhat they say, day by day:\n");
chancery("mentions", "--record", RECORD, "--since", "2017-07-28", "--limit", "8");
console.log("\nOne event, counted once, however many tell it:\n");
chancery("events", "--record", RECORD, "--min-lines", "2", "--until", "2017-08-02");
console.log("\nA copy adds a report, not a line of reporting:\n");
chancery("copies", "--record", RECORD, "--until", "2017-07-31");
console.log("\nWhat reports disagree about is kept and shown:\n");
chancery("contradictions", "--record", RECORD);
console.log(`
The record is ${RECORD}. Try next:

  npx chancery mentions --record ${RECORD} --between USA RUS
  npx chancery timeline --record ${RECORD} --between USA RUS
  npx chancery explain ID --record ${RECORD}        why a line stands there
  npx chancery read YOUR-FILES                      into ./chancery.db
  npx chancery serve                                ./chancery.db as pages and as an API
  npx chancery --help`);
if (!once) await serveRecord();

/** The pages and the API of the examples, until it is stopped. */
async function serveRecord(): Promise<void> {
  const { status } = spawnSync(process.execPath, ["scripts/build-web.ts", "--if-stale"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) console.log("\nThe pages could not be built; the API works without them.");
  const port = (await isFree(PORT)) ? PORT : 0;
  console.log("\nThe record as pages, to be opened in a browser:\n");
  const args = ["serve", "--record", RECORD, "--port", String(port)];
  const serving = spawn(process.execPath, [`${ROOT}/bin/chancery.js`, ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  // Ctrl-C reaches both; the server ends first.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => serving.kill(signal));
  serving.on("exit", (code) => process.exit(code ?? 1));
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function chancery(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [`${ROOT}/bin/chancery.js`, ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0 && status !== PART_REFUSED) process.exit(status ?? 1);
}
