import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, reportLines, runChancery } from "./testing/run-chancery.ts";

test("what is quarantined is listed, exported, and tried again from the record", () =>
  inFolder(async (cwd) => {
    const poison = JSON.stringify({
      id: "p",
      url: "https://example.org/p",
      date: "2020-01-02",
      text: "THROW this. Kenya and Ghana met in Accra on Friday.",
    });
    const read = await runChancery(["read", "--json", "-"], { cwd, input: `${reportLines(3)}${poison}\n` });
    assert.deepEqual(read.json().at(-1)?.account, {
      read: 4,
      stored: 3,
      duplicate: 0,
      refused: 0,
      quarantined: 1,
    });
    const [line] = (await runChancery(["quarantine", "--json"], { cwd })).json();
    assert.deepEqual([line?.origin, line?.stage, line?.code], ["-#4", "coding", "coding/stand-in"]);
    assert.match(
      (await runChancery(["quarantine"], { cwd })).out,
      new RegExp(`quarantine replay ${line?.id}`),
    );

    const out = await runChancery(["quarantine", "export"], { cwd });
    const [exported] = out.json();
    assert.equal(exported?.text, "THROW this. Kenya and Ghana met in Accra on Friday.");
    assert.deepEqual(
      [exported?.id, exported?.url, exported?.date],
      ["p", "https://example.org/p", "2020-01-02"],
    );
    writeFileSync(join(cwd, "apart.jsonl"), out.out);

    const again = await runChancery(["quarantine", "replay"], { cwd });
    assert.deepEqual(
      [again.code, again.out],
      [3, "Tried again 1 = 0 stored + 0 duplicate + 0 refused + 1 quarantined\n"],
    );
    assert.equal((await runChancery(["quarantine", "replay", "q_0000"], { cwd })).code, 1);

    // The real stages do not throw at the word: a mended program takes what the broken one set apart.
    const mended = await runChancery(["quarantine", "replay", String(line?.id), "--json"], {
      cwd,
      real: true,
    });
    assert.equal(mended.code, 0, mended.err);
    assert.match(mended.out, /"stored":1/);
    assert.equal((await runChancery(["quarantine", "--json"], { cwd })).out, "");
    const copy = await runChancery(["read", "apart.jsonl", "--json"], { cwd, real: true });
    assert.equal(copy.json()[0]?.outcome, "duplicate", "the export reads as what it was");
  }));
