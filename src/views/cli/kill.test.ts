/**
 * A read is killed with SIGKILL at random moments, from its first instant to
 * its last: the record opens, what was told as stored is there, nothing hangs
 * on nothing, and a second read makes it equal to a clean run.
 * CHANCERY_KILLS sets the number of moments (default 6; `.ci/run` takes 50).
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openRecord } from "../../record/index.ts";
import { inFolder, reportLines, runChancery, startChancery } from "./testing/run-chancery.ts";

const KILLS = Number(process.env.CHANCERY_KILLS || 6);
const REPORTS = 400;
const SEED = 20170810;

test(`killed at ${KILLS} random moments, no acknowledged report is lost`, () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "in.jsonl"), reportLines(REPORTS));
    const began = Date.now();
    await runChancery(["read", "in.jsonl", "--record", "clean.db"], { cwd });
    const cleanMs = Date.now() - began;
    const clean = await contentOf(join(cwd, "clean.db"));
    assert.equal(clean.reports, REPORTS);
    const random = generator(SEED);
    let landed = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const record = `killed-${n}.db`;
      // The last moment is the first acknowledgement, whatever the clock says; the others are anywhere.
      const ms = n === KILLS - 1 ? null : random() * cleanMs * 1.1;
      const told = await killedAfter(ms, record, cwd);
      const path = join(cwd, record);
      if (told.length > 0) {
        landed += 1;
        const opened = await openRecord(path, { mustExist: true });
        const known = await opened.known(told);
        assert.deepEqual(
          told.filter((id) => !known.has(id)),
          [],
          "reports told as stored are there",
        );
        assert.deepEqual((await opened.check()).problems, []);
        await opened.close();
      }
      const again = await runChancery(["read", "in.jsonl", "--record", record], { cwd });
      assert.equal(again.code, 0, again.err);
      assert.deepEqual(await contentOf(path), clean, `moment ${n}`);
    }
    assert.ok(landed > 0, "some moments lie after the first acknowledgement");
  }));

/** Ids of the reports that were told as stored before the process was killed.
 * @param ms moment of the kill; null for the moment of the first acknowledgement */
async function killedAfter(ms: number | null, record: string, cwd: string): Promise<string[]> {
  const child = startChancery(["read", "in.jsonl", "--json", "--record", record], { cwd });
  let out = "";
  child.stdout?.on("data", (chunk) => {
    out += chunk;
    if (ms === null && out.includes("\n")) child.kill("SIGKILL");
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const timer = ms === null ? undefined : setTimeout(() => child.kill("SIGKILL"), ms);
  await ended;
  clearTimeout(timer);
  const whole = out
    .slice(0, out.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "");
  return whole
    .map((line) => JSON.parse(line) as { outcome?: string; report_id?: string })
    .filter(({ outcome }) => outcome === "stored")
    .map(({ report_id = "" }) => report_id);
}

/** Everything in the record that a second clean run would make again. */
async function contentOf(path: string) {
  const record = await openRecord(path, { mustExist: true });
  const { runs: _runs, refusals: _refusals, reports, ...rest } = await record.sums();
  const lines = (await record.listReports({ allVersions: true }, { limit: 1000 })).lines;
  const ids = lines.map(({ id, version, current }) => `${id} ${version} ${current}`);
  const problems = (await record.check()).problems;
  await record.close();
  return { ...rest, reports: reports.rows, ids, problems };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
