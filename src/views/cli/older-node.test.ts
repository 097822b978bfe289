import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../../bin/chancery.js", import.meta.url));
/** The machine's own Node, past the one that the checkout brings. */
const path = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .join(delimiter);
const env = { ...process.env, PATH: path };
const version = spawnSync("node", ["--version"], { env, encoding: "utf8" }).stdout ?? "";
const isOlder = Number(/^v(\d+)/u.exec(version)?.[1] ?? 99) < 24;

test("ended under an older Node, the command ends the newer one that does the work", {
  skip: isOlder ? false : "this machine has no Node before 24",
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-older-"));
  try {
    const record = join(folder, "a.db");
    spawnSync("node", [COMMAND, "read", join(folder), "--record", record], { env });
    const serving = spawn("node", [COMMAND, "serve", "--record", record, "--port", "0"], { env });
    const [line] = (await once(serving.stdout, "data")) as [Buffer];
    const address = line.toString().split("\n")[0]!;
    assert.ok((await fetch(`${address}api/v1/reports`)).ok);
    serving.kill("SIGTERM");
    await once(serving, "exit");
    await assert.rejects(fetch(`${address}api/v1/reports`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the exit code of the work is the command's, under any Node", () => {
  const { status } = spawnSync("node", [COMMAND, "explain", "m_none", "--record", "/nowhere/a.db"], { env });
  assert.equal(
    status,
    spawnSync(process.execPath, [COMMAND, "explain", "m_none", "--record", "/nowhere/a.db"]).status,
  );
  assert.notEqual(status, 0);
});
