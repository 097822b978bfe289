import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, after as finish, test } from "node:test";
import { COMMAND, inFolder, reportLines, runChancery } from "./testing/run-chancery.ts";

let cwd = "";
const run = (args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  runChancery(args, { cwd, ...options });

before(async () => {
  cwd = mkdtempSync(join(tmpdir(), "chancery-commands-"));
  writeFileSync(join(cwd, "a.jsonl"), reportLines(12));
  await run(["read", "a.jsonl"]);
});

finish(() => rmSync(cwd, { recursive: true, force: true }));

test("mentions --json are one object a line with the fields of PLOVER", async () => {
  const [first, ...rest] = (await run(["mentions", "--json"])).json();
  assert.equal(rest.length, 23);
  const { id, report_id, text, trigger, text_info, ...more } = first ?? {};
  const { start, end } = trigger as { start: number; end: number };
  assert.match(String(id), /^m_[0-9a-f]{16}$/);
  assert.match(String(report_id), /^r_[0-9a-f]{16}$/);
  assert.equal(String(text).slice(start, end), "met");
  assert.deepEqual(text_info, { start: 18, end: 57 });
  assert.deepEqual(Object.keys(more), [
    "event_id",
    "event",
    "mode",
    "context",
    "quad_code",
    "event_scale",
    "cameo",
    "actor",
    "recipient",
    "event_text",
    "content",
    "date",
    "enddate",
    "date_text",
    "date_basis",
    "factuality",
    "attribution",
    "quantity",
    "event_loc",
    "section",
    "sentence",
    "cite_info",
    "rule",
    "confidence",
  ]);
});

test("filters and limits of mentions hold", async () => {
  assert.equal((await run(["mentions", "--actor", "KEN", "--limit", "5", "--json"])).json().length, 5);
  assert.equal((await run(["mentions", "--actor", "USA", "--json"])).out, "");
  assert.equal((await run(["mentions", "--since", "2020-01-12", "--json"])).json().length, 2);
  assert.equal(
    (await run(["mentions", "--until", "2020-01", "--type", "CONSULT/phone", "--json"])).json().length,
    12,
  );
  const page = await run(["mentions", "--json", "--limit", "10"]);
  const cursor = /--after '([^']+)'/.exec(page.err)?.[1] ?? "";
  const rest = await run(["mentions", "--json", "--after", cursor]);
  assert.equal(rest.json().length, 14);
});

test("CSV has a heading and one line for each, and no formulas", async () => {
  const { out } = await run(["mentions", "--csv"]);
  assert.equal(out.trimEnd().split("\n").length, 25);
  await inFolder(async (other) => {
    const line = JSON.stringify({ id: "f", url: "=1+1", text: "=cmd|' /C calc'!A0 met them." });
    await runChancery(["read", "-"], { cwd: other, input: `${line}\n{}\n` });
    const csv = (await runChancery(["mentions", "--csv"], { cwd: other })).out;
    assert.match(csv, /'=cmd/);
    assert.doesNotMatch(csv, /(?:^|,|")=/m);
  });
});

test("lists on a screen: days, parties, marked triggers, what to do next", async () => {
  const { out, err } = await run(["mentions", "--limit", "3"]);
  assert.match(
    out,
    /^2020-01-01 Wed\n {2}CONSULT\/visit +KEN Kenya .* m_[0-9a-f]{8}\n +Kenya and Ghana \[met\] in Accra/,
  );
  assert.match(err, /explain ID/);
  for (const columns of ["40", "80", "200"]) {
    const { out: lines } = await run(["mentions"], { env: { COLUMNS: columns } });
    for (const line of lines.split("\n")) assert.ok(line.length <= Number(columns), `${columns}: ${line}`);
    const { out: reports } = await run(["reports"], { env: { COLUMNS: columns } });
    for (const line of reports.split("\n")) assert.ok(line.length <= Number(columns), `${columns}: ${line}`);
  }
});

test("colours only where they are wanted", async () => {
  const coloured = await run(["mentions", "--color"]);
  assert.ok(coloured.out.includes("\u001b["));
  assert.ok(!(await run(["mentions"])).out.includes("\u001b"));
});

test("text of a report cannot steer the terminal", () =>
  inFolder(async (other) => {
    const text = "They met \u001b[2J\u001b]0;owned\u0007 \u009b31m \u202e them.";
    await runChancery(["read", "-"], {
      cwd: other,
      input: `${JSON.stringify({ text, date: "2020-01-01" })}\n\n{"x":1}\n`,
    });
    const { out } = await runChancery(["mentions"], { cwd: other });
    assert.match(out, /\[met\]/);
    assert.doesNotMatch(out, /[\u0007\u001b\u009b\u202e]/);
  }));

test("an empty record and one that is not there say what to do next", () =>
  inFolder(async (other) => {
    const none = await runChancery(["mentions"], { cwd: other });
    assert.equal(none.code, 4);
    assert.match(
      none.err,
      /error record\/none There is no record at .*\nnext {2}Make one with `chancery read FILE`/,
    );
    assert.ok(!existsSync(join(other, "chancery.db")));
    await runChancery(["read", "missing.txt"], { cwd: other });
    assert.ok(!existsSync(join(other, "chancery.db")), "a slip of the hand makes no record");
    await runChancery(["read", "-"], { cwd: other, input: "" });
    const empty = await runChancery(["mentions"], { cwd: other });
    assert.equal(empty.code, 0);
    assert.match(empty.err, /is empty\. Read some reports: chancery read FILE/);
    const filtered = await run(["mentions", "--actor", "USA"]);
    assert.match(filtered.err, /No mention matches/);
  }));

test("usage errors are exit code 2 and say what would be right", async () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[], /Usage: chancery/],
    [["frobnicate"], /unknown command/],
    [["mentions", "--since", "yesterday"], /YYYY-MM-DD/],
    [["mentions", "--between", "USA"], /--between USA RUS/],
    [["mentions", "--limit", "0"], /whole number/],
    [["mentions", "--type", "a b"], /event type/],
    [["mentions", "--type", "FOO"], /FOO is no event type\.\nnext {2}The types: AGREE, .*ASSAULT/],
    [["mentions", "--type", "CONSULT/foo"], /CONSULT has no mode foo\.\nnext {2}Its modes: .*visit/],
    [["mentions", "--json", "--csv"], /cannot be used with/],
    [["mentions", "--after", "nonsense"], /No cursor/],
    [["read"], /missing required argument/],
  ];
  for (const [args, words] of cases) {
    const { code, err } = await run(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, words, args.join(" "));
  }
});

test("help of every command has examples", async () => {
  const { out } = await run(["--help"]);
  const names = [...out.split("Options:")[0]!.matchAll(/^ {2}([a-z]+)\b/gm)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "help");
  assert.ok(names.length >= 30, names.join(" "));
  for (const name of names) {
    const help = await run(["help", name]);
    assert.equal(help.code, 0);
    assert.match(help.out, /Examples:\n {2}(?:echo .*\| )?chancery /, name);
  }
});

test("forget removes a report and says so; an unknown id changes nothing", async () =>
  inFolder(async (other) => {
    writeFileSync(join(other, "a.jsonl"), reportLines(3));
    await runChancery(["read", "a.jsonl"], { cwd: other });
    const [report] = (await runChancery(["reports", "--json"], { cwd: other })).json();
    const id = String(report?.id);
    assert.equal((await runChancery(["forget", id, "nothing"], { cwd: other })).code, 1);
    assert.equal((await runChancery(["reports", "--json"], { cwd: other })).json().length, 3);
    const { code, out } = await runChancery(["forget", id], { cwd: other });
    assert.equal(code, 0);
    assert.match(out, /Forgotten: r_.* with 2 mentions, 0 statements and 3 sentences/);
    assert.equal((await runChancery(["mentions", "--json"], { cwd: other })).json().length, 4);
    const again = await runChancery(["read", "a.jsonl", "--json"], { cwd: other });
    const { account } = again.json().at(-1) as { account: { stored: number } };
    assert.equal(account.stored, 1);
  }));

test("backup, restore, doctor", async () =>
  inFolder(async (other) => {
    const file = join(other, "all.backup");
    const backup = await run(["backup", file, "--json"]);
    assert.equal(backup.code, 0, backup.err);
    const restored = join(other, "new.db");
    const restore = await run(["restore", file, "--record", restored, "--json"]);
    assert.deepEqual(restore.json()[0]?.tables, backup.json()[0]?.tables);
    const doctor = await run(["doctor", "--record", restored, "--json"]);
    assert.ok(doctor.json().some(({ what, state }) => what === "soundness" && state === "ok"));
    assert.equal((await run(["restore", file, "--record", restored])).code, 1);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 100));
    const cut = await run(["restore", file, "--record", join(other, "third.db")]);
    assert.equal(cut.code, 1);
    assert.match(cut.err, /record\/bad-backup .*Nothing was changed/);
  }));

test("recode without a change of rules changes nothing", async () => {
  const dry = (await run(["recode", "--dry-run", "--json"])).json();
  assert.deepEqual(dry, [
    { account: { reports: 12, added: 0, removed: 0, altered: 0, unchanged: 24, failed: 0 }, dry_run: true },
  ]);
  assert.match((await run(["recode"])).out, /^12 reports coded again: 0 mentions added/);
});

test("explain shows the sentence, what matched and won, or that nothing is there", async () => {
  const [mention] = (await run(["mentions", "--json", "--limit", "1"])).json();
  const { out, code } = await run(["explain", String(mention?.id).slice(0, 9)]);
  assert.equal(code, 0);
  assert.match(out, /sentence 1 {2}Kenya and Ghana \[met\] in Accra/);
  assert.match(out, /matched and won {2}CONSULT\/visit/);
  assert.match(out, /rule +coding\/stand-in, confidence 0\.5/);
  assert.equal((await run(["explain", String(mention?.report_id)])).code, 0);
  assert.equal((await run(["explain", "m_ffffffffffffffff"])).code, 1);
  assert.equal((await run(["explain", "nothing at all"])).code, 1);
});

test("code answers line by line in order; a bad line is told on standard error", async () => {
  const lines = Array.from({ length: 40 }, (_, n) =>
    JSON.stringify({ id: n, text: `They met ${"again ".repeat(n % 7)}.` }),
  );
  lines.splice(
    10,
    0,
    "{bad",
    '{"id":"x"}',
    '{"text":"a","date":"soon"}',
    '{"text":"ab","actor":{"start":0,"end":9}}',
  );
  lines.push(
    '{"id":"last","text":"They met them.","actor":{"start":0,"end":4},"recipient":{"start":9,"end":13}}',
  );
  const { code, json, err } = await run(["code"], { input: lines.join("\n") });
  assert.equal(code, 3);
  const answers = json();
  assert.deepEqual(
    answers.map(({ id }) => id),
    [...Array.from({ length: 40 }, (_, n) => n), "last"],
  );
  assert.deepEqual(Object.keys(answers[0] ?? {}), ["id", "mentions", "statements", "times"]);
  assert.deepEqual(Object.keys(answers.at(-1)?.relation ?? {}), ["event", "mode", "confidence"]);
  const errors = err
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).error);
  assert.deepEqual(
    errors.map((error) => error.line),
    [11, 12, 13, 14],
  );
});

test("a pipe that closes early ends the command without a word", async () => {
  const child = spawn("bash", ["-c", '"$0" "$1" mentions --json | head -1', process.execPath, COMMAND], {
    cwd,
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  await new Promise((resolve) => child.on("close", resolve));
  assert.equal(out.trimEnd().split("\n").length, 1);
  assert.equal(err, "");
});

test("COLUMNS says how wide the help and the lists are", async () => {
  for (const args of [["--help"], ["read", "--help"], ["mentions"]]) {
    const { out } = await run(args, { env: { COLUMNS: "60" } });
    const written = out.slice(0, out.includes("Examples:") ? out.indexOf("Examples:") : undefined);
    for (const line of written.split("\n")) assert.ok(line.length <= 60, `${line.length}: ${line}`);
  }
});
