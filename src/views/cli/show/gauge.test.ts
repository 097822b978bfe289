import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { inFolder } from "../testing/run-chancery.ts";
import { duration, openGauge } from "./gauge.ts";
import { newTally } from "./tally.ts";

function watched() {
  const lines: string[] = [];
  return { lines, progress: { isShown: true, tell: (words: string) => void lines.push(words), end() {} } };
}

test("the line says what is read, the rate, the share and the time left", () =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, "in"));
    writeFileSync(join(cwd, "in", "a.txt"), "x".repeat(750));
    writeFileSync(join(cwd, "in", "b.pdfx"), "x".repeat(250));
    const { lines, progress } = watched();
    let now = 0;
    const gauge = openGauge([join(cwd, "in")], progress, new AbortController().signal, () => now);
    gauge.leaveAside(join(cwd, "in", "b.pdfx"));
    gauge.advance({ at: "in/a.txt", bytes: 250 });
    // The folder is summed up beside the reading: until then no share is told.
    for (let tries = 0; tries < 100 && !lines.at(-1)?.includes("%"); tries++) {
      await sleep(50);
      now += 5_000;
      gauge.count("in/a.txt", { ...newTally(), done: 25, stored: 20 });
    }
    const seconds = now / 1000;
    assert.equal(
      lines.at(-1),
      `50 % · 25 read, 20 stored, ${(25 / seconds).toFixed(1)} a second · ${duration(now)} left · in/a.txt`,
    );
    gauge.end();
  }));

test("of addresses and standard input no share is told; nobody watching, nothing is", () => {
  const { lines, progress } = watched();
  const gauge = openGauge(["https://example.org/feed"], progress, new AbortController().signal, () => 0);
  gauge.count("https://example.org/1", { ...newTally(), done: 1, stored: 1 });
  assert.equal(lines.at(-1), "1 read, 1 stored, 2.0 a second · https://example.org/1");
  const quiet = watched();
  const unseen = openGauge(["a"], { ...quiet.progress, isShown: false }, new AbortController().signal);
  unseen.advance({ at: "a", bytes: 1 });
  unseen.count("a", newTally());
  assert.deepEqual(quiet.lines, []);
});

test("stretches of time are told in words", () => {
  assert.deepEqual([200, 40_000, 200_000, 7_800_000].map(duration), ["1 s", "40 s", "3 min", "2 h 10 min"]);
});
