/**
 * The disk fills up in the middle of a read: a clear message, exit code 4,
 * what was told as stored is there, and with space again the read completes.
 * A small tmpfs where one can be mounted; elsewhere a limit on the size of files.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { openRecord } from "../../record/index.ts";
import { COMMAND, inFolder, reportLines, runChancery } from "./testing/run-chancery.ts";

const STAND_IN = new URL("../../pipeline/testing/stand-in-stages.ts", import.meta.url).href;
const SIZES_KIB = [200, 500, 900, 1400];
const env = { ...process.env, CHANCERY_STAGES: STAND_IN, NO_COLOR: "1" };

function storedIn(out: string): string[] {
  return out
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line))
    .filter(({ outcome }) => outcome === "stored")
    .map(({ report_id }) => report_id);
}

async function checkFull(path: string, ran: { code: number | null; out: string; err: string }, what: string) {
  assert.equal(ran.code, 4, `${what}: ${ran.err}`);
  assert.match(ran.err, /record\/disk-full/, what);
  assert.match(ran.err, /next {2}Free some space/, what);
  const told = storedIn(ran.out);
  if (told.length === 0) return told;
  const record = await openRecord(path, { mustExist: true });
  const known = await record.known(told);
  assert.equal(known.size, new Set(told).size, `${what}: what was told as stored is there`);
  assert.deepEqual((await record.check()).problems, [], what);
  await record.close();
  return told;
}

test(
  "a file that may not grow is told as a full disk",
  { skip: process.platform === "win32" && "of POSIX" },
  () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, "in.jsonl"), reportLines(400));
      let told = 0;
      for (const kib of SIZES_KIB) {
        const record = join(cwd, `limited-${kib}.db`);
        const script = `ulimit -f ${kib}; exec "$0" "$1" read in.jsonl --json --record "$2"`;
        const child = spawn("bash", ["-c", script, process.execPath, COMMAND, record], { cwd, env });
        const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
        const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
        told += (await checkFull(record, { code, out, err }, `${kib} KiB`)).length;
        const again = await runChancery(["read", "in.jsonl", "--record", record], { cwd });
        assert.equal(again.code, 0, again.err);
        assert.match(again.out, /Read 400 = \d+ stored/);
      }
      assert.ok(told > 0, "some reports were acknowledged before the disk was full");
    }),
);

function canMount(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status !== 0) return false;
  return spawnSync("umount", [folder]).status === 0;
}

test("a full tmpfs", async (context) =>
  inFolder(async (cwd) => {
    const mounted = join(cwd, "small");
    if (process.platform !== "linux" || !canMount(mounted)) {
      context.skip("no tmpfs can be mounted here");
      return;
    }
    writeFileSync(join(cwd, "in.jsonl"), reportLines(400));
    for (const kib of SIZES_KIB) {
      spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kib}k`, "tmpfs", mounted]);
      try {
        const record = join(mounted, "full.db");
        const ran = await runChancery(["read", "in.jsonl", "--json", "--record", record], { cwd });
        await checkFull(record, ran, `${kib} KiB`);
        spawnSync("mount", ["-o", "remount,size=32m", mounted]);
        const again = await runChancery(["read", "in.jsonl", "--record", record], { cwd });
        assert.equal(again.code, 0, `${kib} KiB: ${again.err}`);
      } finally {
        spawnSync("umount", [mounted]);
      }
    }
    rmSync(mounted, { recursive: true, force: true });
  }));
