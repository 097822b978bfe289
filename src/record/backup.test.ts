import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { openRecord } from "./index.ts";
import { type Backend, onEachBackend, sqliteBackend, withPlace } from "./testing/backends.ts";
import { entry, item, party } from "./testing/entries.ts";

function many(count: number) {
  return Array.from({ length: count }, (_, n) =>
    item(
      entry(
        `Report ${n} says that Kenya and Ghana met. It’s “odd” \u{1f600}.`,
        { date: "2020-01-01", title: `T${n}` },
        [
          {
            word: "met",
            at: 0,
            confidence: 0.1 + n / 977,
            actor: [party("KEN", "Kenya"), party("GHA", "Ghana")],
          },
        ],
      ),
    ),
  );
}

async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-backup-"));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function backedUp(backend: Backend, path: string) {
  return await withPlace(backend, async (place) => {
    const record = await openRecord(await place.target());
    const run = await record.startRun("read", ["x"]);
    await record.write(run, many(1203));
    await record.write(run, [
      {
        kind: "refused",
        refused: { origin: "o", code: "sources/x", message: "m", advice: null, inputHash: null },
      },
    ]);
    await record.endRun(run, "done");
    const sums = await record.backup(path);
    assert.deepEqual(sums, await record.sums());
    await assert.rejects(record.backup(path), { code: "record/file-exists" });
    await record.close();
    return sums;
  });
}

onEachBackend("backup", (backend) => {
  test("restored into an empty record of either kind, every table is equal", () =>
    withFolder(async (folder) => {
      const path = join(folder, "backup.jsonl.gz");
      const sums = await backedUp(backend, path);
      assert.equal(sums.reports.rows, 1203);
      for (const target of new Set([sqliteBackend, backend]))
        await withPlace(target, async (place) => {
          const record = await openRecord(await place.target());
          assert.deepEqual(await record.restore(path), sums);
          assert.deepEqual(await record.sums(), sums);
          assert.deepEqual((await record.check()).problems, []);
          assert.equal((await record.listMentions({ search: "report 1202" }, { limit: 3 })).lines.length, 1);
          await assert.rejects(record.restore(path), { code: "record/not-empty" });
          await record.close();
        });
    }));

  test("a truncated, edited or foreign file is refused and nothing lands", () =>
    withFolder(async (folder) => {
      const path = join(folder, "backup.jsonl.gz");
      await backedUp(backend, path);
      const bytes = readFileSync(path);
      const lines = gunzipSync(bytes).toString().split("\n");
      const without = (index: number) => gzipSync(lines.filter((_, n) => n !== index).join("\n"));
      const spoiled: Record<string, Buffer> = {
        cut: bytes.subarray(0, bytes.length / 2),
        "cut at the end": bytes.subarray(0, bytes.length - 4),
        edited: gzipSync(lines.join("\n").replace("Kenya and Ghana met", "Kenya and Gabon met")),
        "row missing": without(20),
        "end missing": gzipSync(lines.slice(0, -2).join("\n")),
        "row added": gzipSync([...lines.slice(0, -1), '["runs",{}]', ""].join("\n")),
        empty: Buffer.alloc(0),
        "no gzip": Buffer.from("chancery"),
        "no backup": gzipSync('{"format":"other"}\n'),
      };
      await withPlace(backend, async (place) => {
        const record = await openRecord(await place.target());
        for (const [what, content] of Object.entries(spoiled)) {
          const bad = join(folder, "bad.gz");
          writeFileSync(bad, content);
          await assert.rejects(record.restore(bad), { code: "record/bad-backup" }, what);
          assert.equal((await record.sums()).reports.rows, 0, what);
        }
        await record.close();
      });
    }));
});

onEachBackend("backup while others write", (backend) => {
  test("holds one state of the record, whole batches and nothing half", () =>
    withFolder(async (folder) =>
      withPlace(backend, async (place) => {
        const target = await place.target();
        const writer = await openRecord(target);
        const reader = await openRecord(target);
        const run = await writer.startRun("read", []);
        const items = many(400);
        await writer.write(run, items.slice(0, 100));
        let writing = true;
        const path = join(folder, "busy.backup");
        const backup = (async () => {
          const sums = await reader.backup(path);
          assert.ok(writing, "the backup ends while the writing goes on");
          return sums;
        })();
        for (let first = 100; first < 400; first += 10) {
          await writer.write(run, items.slice(first, first + 10));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        writing = false;
        const sums = await backup;
        assert.equal(sums.reports.rows % 10, 0);
        assert.equal(sums.mentions.rows, sums.reports.rows);
        const copy = await openRecord(await place.target());
        assert.deepEqual(await copy.restore(path), sums);
        assert.deepEqual((await copy.check()).problems, []);
        for (const record of [writer, reader, copy]) await record.close();
      }),
    ));
});
