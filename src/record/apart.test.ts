/** Questions in a process of their own: the same answers and faults. What takes too long is in src/views/api/too-slow.test.ts. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type OpenRecord, openRecord, readApart } from "./index.ts";
import { entry, item, party } from "./testing/entries.ts";

const TEXT = "Kenya met Ghana in Accra. Ghana thanked Kenya.";

async function withApart(run: (apart: OpenRecord, own: OpenRecord) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-apart-"));
  const path = join(folder, "record.db");
  const own = await openRecord(path);
  const id = await own.startRun("read", ["test"]);
  await own.write(
    id,
    Array.from({ length: 5 }, (_, n) =>
      item(
        entry(`${TEXT} ${n}`, { date: `2020-01-0${n + 1}`, outlet: "Test" }, [
          {
            word: "Kenya",
            at: 0,
            actor: [party("KEN", "Kenya")],
            recipient: [party("GHA", "Ghana")],
            date: "2020-01-01",
          },
        ]),
      ),
    ),
  );
  const apart = readApart(await openRecord(path, { readOnly: true }), path, 10_000);
  try {
    await run(apart, own);
  } finally {
    await apart.close();
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("answers and faults are those of the record", async () => {
  await withApart(async (apart, own) => {
    assert.deepEqual(
      await apart.listMentions({ actor: "KEN" }, { limit: 3 }),
      await own.listMentions({ actor: "KEN" }, { limit: 3 }),
    );
    assert.deepEqual(await apart.countByStory({}, []), new Map());
    assert.equal(await apart.lastDay(), "2020-01-05");
    await assert.rejects(apart.getReport("r_none"), { name: "Fault", code: "record/not-found" });
    await assert.rejects(apart.listMentions({}, { limit: 1, after: "nonsense" }), {
      code: "record/bad-filter",
    });
    assert.equal(await apart.links(async (store) => typeof store), "object");
    const more = await own.startRun("read", ["more"]);
    await own.write(more, [item(entry("Ghana met Kenya.", { date: "2021-01-01" }, []))]);
    assert.equal(await apart.countReports({}), 6);
  });
});

test("a record that cannot be read is told for each question", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-apart-"));
  const path = join(folder, "record.db");
  const own = await openRecord(path);
  const apart = readApart(own, join(folder, "none", "record.db"), 10_000);
  try {
    const answers = await Promise.allSettled([apart.lastDay(), apart.countReports({})]);
    for (const answer of answers)
      assert.match(
        answer.status === "rejected" ? answer.reason.code : "",
        /^record\/(?:no-permission|none)$/,
      );
  } finally {
    await apart.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
