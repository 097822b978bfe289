import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, reportLines, runChancery } from "./testing/run-chancery.ts";

const MEBIBYTE = 1024 * 1024;

test("read ends with an account that adds up, and reading again changes nothing", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), reportLines(7));
    const first = await runChancery(["read", "a.jsonl"], { cwd });
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /^Read 7 = 7 stored \+ 0 duplicate \+ 0 refused \+ 0 quarantined\n14 mentions/);
    const before = (await runChancery(["mentions", "--json"], { cwd })).out;
    const second = await runChancery(["read", "a.jsonl", "--json"], { cwd });
    const { run: _run, seconds: _seconds, ...end } = second.json().at(-1) ?? {};
    const account = { read: 7, stored: 0, duplicate: 7, refused: 0, quarantined: 0 };
    assert.deepEqual(end, { account, mentions: 0, warnings: {}, left_aside: 0, stopped: false });
    assert.equal((await runChancery(["mentions", "--json"], { cwd })).out, before);
  }));

test("bad inputs are told with what, where and what next; the rest lands; the account adds up", () =>
  inFolder(async (cwd) => {
    const lines = reportLines(5).trimEnd().split("\n");
    writeFileSync(
      join(cwd, "five.jsonl"),
      `${[lines[0], lines[1], "{broken", lines[3], lines[4]].join("\n")}\n`,
    );
    writeFileSync(join(cwd, "empty.txt"), "");
    writeFileSync(
      join(cwd, "binary.bin"),
      Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)),
    );
    writeFileSync(join(cwd, "long.jsonl"), `{"text":"${"x".repeat(50 * MEBIBYTE)}"}\n${reportLines(1, 90)}`);
    writeFileSync(join(cwd, "no-day.txt"), "Kenya and Ghana met.");
    const sources = ["five.jsonl", "empty.txt", "binary.bin", "long.jsonl", "no-day.txt", "missing.txt"];
    const human = await runChancery(["read", ...sources, "--record", "human.db"], { cwd });
    assert.equal(human.code, 0);
    assert.match(human.out, /Read 11 = 6 stored \+ 0 duplicate \+ 5 refused \+ 0 quarantined/);
    for (const words of ["five.jsonl#3", "empty.txt", "binary.bin", "long.jsonl#1", "missing.txt"])
      assert.ok(human.err.includes(`refused ${words}`), `${words} is told of in:\n${human.err}`);
    const { code, json } = await runChancery(["read", ...sources, "--json", "--strict"], { cwd });
    assert.equal(code, 3);
    const ends = json().slice(0, -1);
    const codes = ends
      .filter((end) => end.outcome === "refused")
      .map((end) => (end.error as { code: string }).code);
    assert.deepEqual(codes, [
      "sources/bad-json",
      "sources/empty",
      "sources/binary",
      "sources/line-too-long",
      "sources/missing",
    ]);
  }));

test(
  "a file without permission is refused",
  { skip: process.getuid?.() === 0 && "root may read everything" },
  () =>
    inFolder(async (cwd) => {
      mkdirSync(join(cwd, "closed"));
      writeFileSync(join(cwd, "closed", "a.txt"), "Kenya and Ghana met.");
      chmodSync(join(cwd, "closed"), 0o000);
      const { code, err } = await runChancery(["read", "closed"], { cwd });
      chmodSync(join(cwd, "closed"), 0o700);
      assert.equal(code, 1);
      assert.match(err, /refused/);
    }),
);

test("nothing usable is exit code 1, and says what to do", () =>
  inFolder(async (cwd) => {
    const missing = await runChancery(["read", "nowhere.txt"], { cwd });
    assert.equal(missing.code, 1);
    mkdirSync(join(cwd, "void"));
    const nothing = await runChancery(["read", "void"], { cwd });
    assert.equal(nothing.code, 1);
  }));

test("what is quarantined is told and listed, and leaves the list when it is stored", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "bad.txt"), "THROW this. They met.");
    writeFileSync(join(cwd, "good.txt"), "They met.");
    const { code, out, err } = await runChancery(["read", "bad.txt", "good.txt", "--strict"], { cwd });
    assert.equal(code, 3);
    assert.match(out, /Read 2 = 1 stored \+ 0 duplicate \+ 0 refused \+ 1 quarantined/);
    assert.match(err, /quarantined bad\.txt coding\/stand-in/);
    const list = await runChancery(["quarantine", "--json"], { cwd });
    assert.deepEqual(
      list.json().map(({ origin, stage, code, tries }) => ({ origin, stage, code, tries })),
      [{ origin: "bad.txt", stage: "coding", code: "coding/stand-in", tries: 1 }],
    );
  }));

test("what hangs is given up and the rest lands", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), `${reportLines(3)}{"text":"HANG on."}\n${reportLines(3, 3)}`);
    const { json } = await runChancery(["read", "a.jsonl", "--json"], { cwd });
    const account = { read: 7, stored: 6, duplicate: 0, refused: 0, quarantined: 1 };
    assert.deepEqual(json().at(-1)?.account, account);
  }));

test("two processes that read into one record take turns and lose nothing", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), reportLines(150));
    writeFileSync(join(cwd, "b.jsonl"), reportLines(150, 75));
    const runs = await Promise.all(
      ["a.jsonl", "b.jsonl", "a.jsonl"].map((file) => runChancery(["read", file, "--json"], { cwd })),
    );
    for (const { code, err } of runs) assert.equal(code, 0, err);
    const accounts = runs.map((run) => run.json().at(-1)?.account as { stored: number; read: number });
    assert.deepEqual(
      accounts.map(({ read }) => read),
      [150, 150, 150],
    );
    assert.equal(
      accounts.reduce((sum, { stored }) => sum + stored, 0),
      225,
    );
    const doctor = await runChancery(["doctor", "--json"], { cwd });
    assert.ok(
      doctor.json().some(({ what }) => what === "soundness"),
      doctor.out,
    );
  }));

test("Ctrl-C stores what is done, exits with 130 and the next read goes on", () =>
  inFolder(async (cwd) => {
    const { startChancery } = await import("./testing/run-chancery.ts");
    const child = startChancery(["read", "-", "--json"], { cwd });
    child.stdin?.write(reportLines(40));
    let out = "";
    const told = new Promise<void>((resolve) =>
      child.stdout?.on("data", (chunk) => {
        out += chunk;
        if (out.split("\n").length > 30) resolve();
      }),
    );
    await told;
    const began = Date.now();
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 130);
    assert.ok(Date.now() - began < 5_000);
    const again = await runChancery(["read", "-", "--json"], { cwd, input: reportLines(40) });
    const account = again.json().at(-1)?.account as { stored: number; duplicate: number };
    assert.ok(account.duplicate >= 30);
    assert.equal(account.stored + account.duplicate, 40);
  }));

test("a report without a day, or with one to come, is stored, told of and kept with its warning", () =>
  inFolder(async (cwd) => {
    const text = "Kenya and Ghana met.";
    const lines = [
      { id: 1, text },
      { id: 2, text, date: "9999-01-01" },
      { id: 3, text, date: "2020-01-01" },
    ];
    writeFileSync(join(cwd, "a.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { code, err } = await runChancery(["read", "a.jsonl"], { cwd });
    assert.equal(code, 0);
    assert.match(err, /^2 reports have no date \(reading\/no-date\): a\.jsonl#1, a\.jsonl#2\./m);
    assert.match(err, /^1 report states a date that cannot be right \(reading\/future-date\): a\.jsonl#2\./m);
    const again = await runChancery(["read", "a.jsonl", "--json", "--record", "b.db"], { cwd });
    assert.deepEqual(again.json().at(-1)?.warnings, { "reading/no-date": 2, "reading/future-date": 1 });
    const reports = (await runChancery(["reports", "--json"], { cwd })).json();
    assert.deepEqual(reports.map(({ given_id, date, warnings }) => [given_id, date, warnings]).toSorted(), [
      ["1", null, ["reading/no-date"]],
      ["2", null, ["reading/future-date", "reading/no-date"]],
      ["3", "2020-01-01", []],
    ]);
  }));

test("a folder leaves aside what is no report by its ending and says how to read it", () =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, "in"));
    for (const name of ["a.txt", "README.md", "b.html.gz", "c.xlsx"])
      writeFileSync(join(cwd, "in", name), `Kenya and Ghana met. ${name}`);
    const folder = await runChancery(["read", "in"], { cwd });
    assert.match(folder.out, /^Read 2 = 2 stored/);
    assert.match(
      folder.err,
      /2 files left aside, [\s\S]*README\.md,\sin\/c\.xlsx\.[\s\S]*name\sthe\sfile\sitself/,
    );
    const named = await runChancery(["read", "in/README.md"], { cwd });
    assert.match(named.out, /^Read 1 = 1 stored/);
  }));

test("where part was refused, the last lines say what the exit code would be", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "a.jsonl"), `${reportLines(1)}{broken\n`);
    const { code, err } = await runChancery(["read", "a.jsonl"], { cwd });
    assert.equal(code, 0);
    assert.match(err, /1 input could not be used; with --strict the exit code says so \(3\)/);
  }));
