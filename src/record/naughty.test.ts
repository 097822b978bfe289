/** SAFETY bar 18 for the record: naughty strings as title, outlet, given id, address and text come back as they went in. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openRecord } from "./index.ts";
import { storable } from "./storable.ts";
import { onEachBackend, withPlace } from "./testing/backends.ts";
import { entry, item } from "./testing/entries.ts";

const LIST = fileURLToPath(new URL("../../../shared/data/hostile/strings/blns.json", import.meta.url));
const OWN = [
  "",
  " ",
  "null",
  "'; DROP TABLE reports; --",
  '"%_\\',
  "\0",
  "\ud800 alone",
  "e\u0301 é",
  "\u202eright to left",
  "=1+1",
  "../../etc",
  "{{7*7}}",
  "👩‍👩‍👧",
  "\u2028line",
  "١٢٣",
  "Ω≈ç√∫",
];
const STRINGS: readonly string[] = existsSync(LIST)
  ? [...OWN, ...JSON.parse(readFileSync(LIST, "utf8"))]
  : OWN;

onEachBackend("naughty strings", (backend) => {
  test("come back byte for byte, and every filter takes them", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      try {
        const entries = STRINGS.map((word, at) =>
          entry(`Kenya met Ghana. ${word}`, {
            title: word,
            outlet: word,
            givenId: `${at} ${word}`,
            url: `https://outlet.example/${at}#${word}`,
            authors: [word],
            charset: "utf-8",
          }),
        );
        const run = await record.startRun("read", STRINGS.slice(0, 20));
        await record.write(run, entries.map(item));
        for (const { report } of entries) {
          const { report: stored } = await record.getReport(report.id);
          for (const field of ["title", "outlet", "givenId", "url", "text"] as const)
            assert.equal(
              stored[field],
              storable(report[field] ?? ""),
              `${field} of ${JSON.stringify(report.title)}`,
            );
          assert.deepEqual(stored.authors, report.authors.map(storable));
          assert.equal(stored.charset, "utf-8");
        }
        for (const { report } of entries.slice(0, 40)) {
          const word = report.title ?? "";
          const same = STRINGS.filter((other) => storable(other) === storable(word)).length;
          const listed = await record.listReports({ outlet: word }, { limit: 1_000, after: null });
          assert.equal(listed.lines.length, same, JSON.stringify(word));
          await record.listReports({ search: word, report: word }, { limit: 1, after: null });
          await record.listMentions({ actor: word, search: word }, { limit: 1, after: null });
        }
      } finally {
        await record.close();
      }
    }));
});
