/** How a run is told while it lasts: a line on a terminal, nothing in a pipe; and how it ends at a second Ctrl-C. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { COMMAND, inFolder, reportLines, runChancery, startChancery } from "./testing/run-chancery.ts";

const STAND_IN = new URL("../../pipeline/testing/stand-in-stages.ts", import.meta.url).href;
/** util-linux's script gives a command a terminal. */
const noScript = spawnSync("script", ["--version"]).stdout?.includes("util-linux")
  ? false
  : "there is no script of util-linux, which makes terminals";

test("on a terminal a line says what is read, how fast, and is gone at the end", { skip: noScript }, () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), reportLines(400));
    const command = `'${process.execPath}' '${COMMAND}' read a.jsonl`;
    const child = spawn("script", ["-qefc", command, "/dev/null"], {
      cwd,
      env: { ...process.env, CHANCERY_STAGES: STAND_IN, NO_COLOR: "1", TERM: "xterm" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const shown = await text(child.stdout);
    const lines = shown.split("\r\x1b[2K");
    assert.ok(
      lines.some((line) =>
        /^\d+ % · \d+ read, \d+ stored, [\d.]+ a second · (?:\d+ \w+ left · )?a\.jsonl/.test(line),
      ),
      JSON.stringify(lines.slice(0, 8)),
    );
    assert.match(lines.at(-1) ?? "", /Read 400 = 400 stored/);
  }),
);

test("in a pipe nothing is said of how it gets on", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), reportLines(120));
    const { code, out, err } = await runChancery(["read", "a.jsonl"], { cwd });
    assert.equal(code, 0, err);
    assert.doesNotMatch(out + err, /[\r\x1b]|a second ·/);
  }));

test("a second Ctrl-C ends the process at once", () =>
  inFolder(async (cwd) => {
    const child = startChancery(["read", "-", "--json"], { cwd });
    // What hangs is under way when the first Ctrl-C comes, and would be waited for.
    child.stdin?.write(`${reportLines(60)}{"text":"HANG on."}\n`);
    // The kind of a stream is told by its first 4 KiB, so that fewer lines would wait for more.
    await new Promise((first) => child.stdout?.once("data", first));
    let told = "";
    child.stderr?.on("data", (chunk) => {
      told += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const said = async (words: RegExp) => {
      for (let n = 0; n < 300 && !words.test(told); n += 1) await new Promise((done) => setTimeout(done, 20));
    };
    child.kill("SIGINT");
    await said(/Stopping/);
    const began = Date.now();
    child.kill("SIGINT");
    assert.equal(await ended, 130);
    assert.match(told, /Press Ctrl-C again to stop at once/);
    assert.ok(Date.now() - began < 1_000, `${Date.now() - began} ms`);
  }));
