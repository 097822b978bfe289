/** Statements in the record: filters, pages, what goes and what stays, on both databases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type OpenRecord, openRecord } from "../index.ts";
import { type Backend, onEachBackend, withPlace } from "../testing/backends.ts";
import { entry, item, speaker, statement } from "../testing/entries.ts";
import type { CodedEntry, StatementFilter } from "../types.ts";

const FIRST =
  "Lavrov told reporters in Genève that talks go on. He met nobody. Trump called the deal a disaster.";
const SECOND = "Turkey said it would open the border.";

const lavrov = speaker(FIRST, "Lavrov", {
  code: "RUS",
  sector: "GOV",
  name: "Sergey Lavrov",
  id: "person/Q58217",
  office: "Foreign Minister",
});
const trump = speaker(FIRST, "Trump", { code: "USA", name: "Donald Trump", id: "person/Q22686" });

const ENTRIES: readonly CodedEntry[] = [
  {
    ...entry(FIRST, { date: "2017-08-03", outlet: "The Wire", givenId: "one" }, [
      { word: "talks", at: 0, event: "CONSULT" },
    ]),
    statements: [
      statement(FIRST, "that talks go on", {
        speakers: [lavrov],
        addressee: speaker(FIRST, "reporters"),
        outlet: speaker(FIRST, "Genève"),
        date: "2017-08-02",
      }),
      statement(FIRST, "a disaster", {
        kind: "direct",
        speakers: [trump, lavrov],
        about: [speaker(FIRST, "deal", { code: "IRN", id: "state/IRN", name: "Iran" })],
        stance: {
          side: "against",
          cue: { start: 0, end: 1, text: "L" },
          target: { start: 0, end: 1, text: "L" },
        },
      }),
    ],
  },
  {
    ...entry(SECOND, { date: "2017-08-01", url: "https://example.org/t" }),
    statements: [
      statement(SECOND, "it would open the border", {
        kind: "mixed",
        speakers: [speaker(SECOND, "Turkey", { code: "TUR", id: "state/TUR", name: "Turkey" })],
      }),
    ],
  },
];

async function filled(backend: Backend, act: (record: OpenRecord) => Promise<void>): Promise<void> {
  await withPlace(backend, async (place) => {
    const record = await openRecord(await place.target());
    const run = await record.startRun("read", []);
    await record.write(run, ENTRIES.map(item));
    await act(record);
    await record.close();
  });
}

const BORDER = "it would open the border";
const TALKS = "that talks go on";
const DISASTER = "a disaster";

const CASES: readonly (readonly [string, StatementFilter, readonly string[]])[] = [
  ["all, in the order of their days", {}, [BORDER, TALKS, DISASTER]],
  ["speaker by code", { speaker: "rus" }, [TALKS, DISASTER]],
  ["speaker by id: the second of two", { speaker: "person/Q58217" }, [TALKS, DISASTER]],
  ["speaker by name", { speaker: "donald trump" }, [DISASTER]],
  ["addressee", { addressee: "reporters" }, [TALKS]],
  ["about an actor", { about: "IRN" }, [DISASTER]],
  ["about an event", { about: "CONSULT" }, [TALKS]],
  ["about an event that is not told", { about: "SANCTION" }, []],
  ["kind", { kind: "mixed" }, [BORDER]],
  ["stance", { stance: "against" }, [DISASTER]],
  ["the other stance", { stance: "for" }, []],
  ["since the day that it was said", { since: "2017-08-03" }, [DISASTER]],
  ["until", { until: "2017-08-02" }, [BORDER, TALKS]],
  ["outlet", { outlet: "The Wire" }, [TALKS, DISASTER]],
  ["report", { report: "https://example.org/t" }, [BORDER]],
  ["search in its sentence", { search: "geneve talks" }, [TALKS]],
  ["search in another sentence", { search: "nobody" }, []],
  ["search without a word", { search: "***" }, []],
  ["nothing that a party could be", { speaker: "'; drop table statements; --" }, []],
];

onEachBackend("statements", (backend) => {
  test("come by filter, and are counted alike", () =>
    filled(backend, async (record) => {
      for (const [why, filter, expected] of CASES) {
        const { lines } = await record.listStatements(filter, { limit: 10 });
        assert.deepEqual(
          lines.map((line) => line.statement.content.text),
          expected,
          why,
        );
        assert.equal(await record.countStatements(filter), expected.length, why);
      }
    }));

  test("come back as they went in, with the mentions in their words", () =>
    filled(backend, async (record) => {
      const [coded] = ENTRIES;
      const lines = await record.statementsOf(coded!.report.id);
      assert.deepEqual(
        lines.map((line) => line.statement),
        coded!.statements,
      );
      const [mention] = await record.mentionsOf(coded!.report.id);
      assert.deepEqual(lines[0]!.mentions, [mention!.id]);
      const found = await record.getStatement(lines[0]!.id.slice(0, 8));
      assert.equal(found.statement.speaker?.office, "Foreign Minister");
      await assert.rejects(record.getStatement("w_0000"), { code: "record/not-found" });
      await assert.rejects(record.getStatement("w_"), { code: "record/bad-filter" });
    }));

  test("pages neither skip nor repeat", () =>
    filled(backend, async (record) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<OpenRecord["listStatements"]>> = await record.listStatements(
          {},
          { limit: 1, after },
        );
        seen.push(...page.lines.map((line) => line.statement.content.text));
        after = page.next;
      } while (after !== null);
      assert.deepEqual(seen, [BORDER, TALKS, DISASTER]);
      await assert.rejects(record.listStatements({}, { limit: 1, after: "x" }), {
        code: "record/bad-filter",
      });
    }));

  test("go with their report, and change when it is coded again", () =>
    filled(backend, async (record) => {
      const [first] = ENTRIES;
      const [kept] = first!.statements;
      await record.replaceCoding([{ ...first!, statements: [kept!] }]);
      assert.equal(await record.countStatements({}), 2);
      const gone = await record.forget(first!.report.id);
      assert.equal(gone?.statements, 1);
      assert.equal(await record.countStatements({}), 1);
      assert.deepEqual((await record.check()).problems, []);
    }));

  test("of an older version are listed only when asked for", () =>
    filled(backend, async (record) => {
      const text = `${SECOND} Nobody else did.`;
      const next = { ...entry(text, { date: "2017-08-01", url: "https://example.org/t" }), statements: [] };
      const run = await record.startRun("read", []);
      await record.write(run, [item(next)]);
      assert.equal(await record.countStatements({ speaker: "TUR" }), 0);
      assert.equal(await record.countStatements({ speaker: "TUR", allVersions: true }), 1);
    }));
});
