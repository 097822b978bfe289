/** The commands against the API: docs/api.md names an entry for each, the entry is there, and takes the filters of the command's options. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Command } from "commander";
import { createProgram } from "../cli/program.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { methodOf, queryOf } from "./routes.ts";

const text = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
const [, section = ""] = text.split("## Commands and entries");
const rows = [...section.split("\n## ")[0]!.matchAll(/^\| (`.*?) \| (.*) \|$/gm)].map(
  ([, names = "", entries = ""]) => ({
    commands: [...names.matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => name),
    paths: [...entries.matchAll(/`(\/api\/v1\/[^`]*)`(?: and `[^`]*`)?(?: \((POST|DELETE)\))?/g)].map(
      ([, path = "", method = "GET"]) => ({ path, method }),
    ),
    isKept: entries.startsWith("–"),
  }),
);
const program = createProgram("0", async () => {});
const commands = program.commands.filter((each) => each.name() !== "help");

/** Options that are no filters: how the answer looks, and where the record is. */
const FORM = new Set(["json", "csv", "limit", "after"]);
/** Options that only the terminal needs. */
const OWN = new Set(["tree", "actors"]);

test("every command stands in the table once, and every entry of it is there", () => {
  assert.deepEqual(rows.flatMap((row) => row.commands).sort(), commands.map((each) => each.name()).sort());
  for (const { paths, isKept } of rows) {
    assert.equal(paths.length === 0, isKept);
    for (const { path, method } of paths)
      assert.ok(
        ENDPOINTS.some((each) => each.path === path && methodOf(each) === method),
        `${method} ${path}`,
      );
  }
});

function optionsOf(command: Command): string[] {
  return command.options
    .map((option) => option.long?.replace(/^--(no-)?/, "").replaceAll("-", "_") ?? "")
    .filter((name) => !FORM.has(name) && !OWN.has(name));
}

for (const command of commands) {
  const row = rows.find((each) => each.commands.includes(command.name()));
  const [main] = row?.paths ?? [];
  const entry = ENDPOINTS.find((each) => each.path === main?.path && methodOf(each) === main?.method);
  if (entry === undefined || main?.method !== "GET" || ["watch", "quarantine"].includes(command.name()))
    continue;
  test(`${command.name()}: the entry takes what the command takes`, () => {
    const taken = Object.keys(queryOf(entry)).filter((name) => !FORM.has(name) && name !== "format");
    assert.deepEqual(optionsOf(command).sort(), taken.sort());
  });
}
