import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, runChancery } from "./testing/run-chancery.ts";

const TEXT = "Zubrovka expelled two Freedonian diplomats on Friday.";
const ACTORS =
  '{"code":"ZBR","name":"Zubrovka"}\nbad\n{"code":"FRD","name":"Freedonia","adjectives":["Freedonian"]}\n';

interface Coded {
  readonly id: string;
  readonly actor: readonly { readonly code: string | null }[];
  readonly recipient: readonly { readonly code: string | null }[];
}

test("read, recode and explain take --actors, and the record tells with which it was coded", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "own.jsonl"), ACTORS);
    writeFileSync(join(cwd, "one.jsonl"), `${JSON.stringify({ id: "1", date: "2012-03-06", text: TEXT })}\n`);
    const run = (...args: string[]) => runChancery(args, { cwd, real: true });
    const plain = await run("read", "one.jsonl");
    assert.equal(plain.code, 0, plain.err);

    const again = await run("recode", "--actors", "own.jsonl", "--json");
    assert.match(again.err, /actors own\.jsonl line 2: it is not JSON/);
    assert.match(again.err, /1 report had been coded with other actors/);
    const { account } = again.json().at(-1) as { account: Record<string, number> };
    assert.ok(account.added! + account.altered! > 0);
    const [mention] = (await run("mentions", "--actor", "ZBR", "--json")).json() as unknown as Coded[];
    assert.equal(mention?.recipient[0]?.code, "FRD");

    const id = String(mention?.id);
    assert.equal((await run("explain", id, "--actors", "own.jsonl")).err.includes("other actors"), false);
    assert.match((await run("explain", id)).err, /coded with other actors of your own/);
    const same = await run("recode", "--actors", "own.jsonl", "--json");
    assert.deepEqual((same.json().at(-1) as { account: Record<string, number> }).account.unchanged, 1);

    const missing = await run("read", "one.jsonl", "--actors", "none.jsonl");
    assert.equal(missing.code, 1);
    assert.match(missing.err, /pipeline\/no-actors .*none\.jsonl/);
  }));

test("code takes several files of actors", () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, "one.actors"), "ZUBROVKA_ [ZBR]\n");
    writeFileSync(join(cwd, "two.actors"), "FREEDONIA_ [FRD]\n+FREEDONIAN_\n");
    const { code, err, json } = await runChancery(
      ["code", "--actors", "one.actors", "--actors", "two.actors"],
      {
        cwd,
        real: true,
        input: `${JSON.stringify({ text: TEXT })}\n`,
      },
    );
    assert.equal(code, 0, err);
    const [mention] = (json()[0] as unknown as { mentions: Coded[] }).mentions;
    assert.deepEqual([mention?.actor[0]?.code, mention?.recipient[0]?.code], ["ZBR", "FRD"]);
  }));
