import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** In a fresh process: processor time of loading and first use in ms, and memory that it takes in MB. */
const PROBE = `
const { loadGazetteer } = await import(process.argv[1]);
const memory = process.memoryUsage().rss;
const before = process.cpuUsage();
const gazetteer = loadGazetteer();
gazetteer.match("Japan 's foreign minister met Sergei Lavrov in Manila".split(" "));
gazetteer.holders("JPN", "foreign-minister", "2017-08-10");
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms: (user + system) / 1000, mb: (process.memoryUsage().rss - memory) / 1e6 }));
`;
const MOST_MS = 150;
const MOST_MB = 60;

test(`loads and answers first in under ${MOST_MS} ms and ${MOST_MB} MB`, () => {
  const index = fileURLToPath(new URL("./index.ts", import.meta.url));
  const runs = [1, 2, 3].map(() => {
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", PROBE, index], {
      encoding: "utf8",
    });
    return JSON.parse(out) as { ms: number; mb: number };
  });
  const ms = Math.min(...runs.map((run) => run.ms));
  const mb = Math.min(...runs.map((run) => run.mb));
  assert.ok(ms < MOST_MS && mb < MOST_MB, `${ms} ms, ${mb} MB`);
});
