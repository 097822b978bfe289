import assert from "node:assert/strict";
import { test } from "node:test";
import { type OpenRecord, openRecord } from "./index.ts";
import { type Backend, onEachBackend, withPlace } from "./testing/backends.ts";
import { entry, item, party } from "./testing/entries.ts";
import type { MentionFilter } from "./types.ts";

const usa = party("USA", "Washington");
const rus = party("RUS", "Moscow");
const putin = { ...party("RUS", "Mr Putin"), name: "Vladimir Putin", id: "person/Q7747" };

const ENTRIES = [
  entry("Moscow seized two estates. Mr Putin said so.", { date: "2017-08-01", givenId: "seizure" }, [
    {
      word: "seized",
      at: 0,
      event: "COERCE",
      mode: ["seize"],
      actor: [rus],
      recipient: [usa],
      date: "2017-07-28",
    },
    { word: "said", at: 1, event: "THREATEN", mode: ["expel"], actor: [putin], recipient: [usa] },
  ]),
  entry("Washington and Moscow met in Genève.", { date: "2017-08-03", outlet: "The Wire" }, [
    { word: "met", at: 0, actor: [usa, rus], factuality: "hypothetical" },
  ]),
  entry("Washington imposed sanctions.", { url: "https://example.org/s", date: "2017-08-02" }, [
    {
      word: "imposed",
      at: 0,
      event: "SANCTION",
      actor: [usa],
      recipient: [rus, party("IRN", "Tehran")],
      date: "2017-07-20",
      endDate: "2017-08-05",
    },
  ]),
  entry("No day at all, and no mention."),
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

const CASES: readonly (readonly [string, MentionFilter, readonly string[]])[] = [
  ["all, in the order of their days", {}, ["imposed", "seized", "said", "met"]],
  ["actor by code", { actor: "RUS" }, ["seized", "said", "met"]],
  ["actor by code in small letters", { actor: "rus" }, ["seized", "said", "met"]],
  ["actor by id", { actor: "person/Q7747" }, ["said"]],
  ["actor by name", { actor: "vladimir putin" }, ["said"]],
  ["recipient", { recipient: "IRN" }, ["imposed"]],
  ["between, any direction and together", { between: ["RUS", "USA"] }, ["imposed", "seized", "said", "met"]],
  ["between two that never meet", { between: ["IRN", "RUS"] }, []],
  ["type", { types: ["SANCTION", "coerce"] }, ["imposed", "seized"]],
  ["type and mode", { types: ["THREATEN/expel", "COERCE/arrest"] }, ["said"]],
  ["since looks at the last day of a range", { since: "2017-08-04" }, ["imposed"]],
  ["until", { until: "2017-07-28" }, ["imposed", "seized"]],
  ["report by its given id", { report: "seizure" }, ["seized", "said"]],
  ["report by its URL", { report: "https://example.org/s" }, ["imposed"]],
  ["outlet", { outlet: "The Wire" }, ["met"]],
  ["factuality", { factuality: "hypothetical" }, ["met"]],
  ["search without accents and case", { search: "geneve" }, ["met"]],
  ["search for words anywhere in the sentence", { search: "estates moscow" }, ["seized"]],
  ["search for a phrase", { search: '"moscow estates"' }, []],
  ["search for a phrase that stands so", { search: '"two estates"' }, ["seized"]],
  ["search without a word", { search: "--- ***" }, []],
  ["several filters together", { actor: "RUS", recipient: "USA", types: ["COERCE"] }, ["seized"]],
];

onEachBackend("lists", (backend) => {
  test("filters of mentions", () =>
    filled(backend, async (record) => {
      for (const [what, filter, words] of CASES) {
        const { lines } = await record.listMentions(filter, { limit: 100 });
        assert.deepEqual(
          lines.map((line) => line.mention.eventText),
          words,
          what,
        );
        assert.equal(await record.countMentions(filter), words.length, what);
      }
    }));

  test("pages of any size give every line once, in one order", () =>
    filled(backend, async (record) => {
      const whole = (await record.listMentions({}, { limit: 100 })).lines.map((line) => line.id);
      for (const limit of [1, 2, 3, 4]) {
        const ids: string[] = [];
        let after: string | null = null;
        do {
          const page = await record.listMentions({}, { limit, after });
          ids.push(...page.lines.map((line) => line.id));
          after = page.next;
        } while (after !== null);
        assert.deepEqual(ids, whole);
      }
      const reports: string[] = [];
      let after: string | null = null;
      do {
        const page = await record.listReports({}, { limit: 1, after });
        reports.push(...page.lines.map((line) => line.date ?? "none"));
        after = page.next;
      } while (after !== null);
      assert.deepEqual(reports, ["none", "2017-08-01", "2017-08-02", "2017-08-03"]);
    }));

  test("reports by words, days, beginnings of ids", () =>
    filled(backend, async (record) => {
      const found = async (filter: MentionFilter) =>
        (await record.listReports(filter, { limit: 10 })).lines.map((line) => line.mentions);
      assert.deepEqual(await found({ search: "putin estates" }), [2]);
      assert.deepEqual(await found({ since: "2017-08-02", until: "2017-08-02" }), [1]);
      const id = ENTRIES[0]?.report.id ?? "";
      assert.deepEqual(await record.findReports(id.slice(0, 8)), [id]);
      assert.deepEqual(await record.findReports("seizure"), [id]);
      const [mention] = await record.mentionsOf(id);
      assert.equal((await record.findMentions(mention?.id.slice(0, 9) ?? ""))[0]?.id, mention?.id);
    }));

  test("hostile values in every filter and cursor give no line and no error of the database", () =>
    filled(backend, async (record) => {
      const hostile = [
        "'",
        '"',
        "'; drop table reports; --",
        "\0",
        "a\0b",
        "%",
        "_",
        "\\",
        "\ud800",
        "NEAR(",
        "words:x",
        "* OR *",
        "()",
        "{}",
        "-1",
        "m_%",
        "r_~",
        "😀".repeat(20),
        "x".repeat(1_000_000),
      ];
      for (const value of hostile) {
        for (const name of ["actor", "recipient", "report", "outlet", "search", "since"] as const) {
          const { lines } = await record.listMentions({ [name]: value }, { limit: 5 });
          // A value below every day lets all through; nothing else may match.
          if (name !== "since") assert.deepEqual(lines, [], `${name} ${value.slice(0, 20)}`);
          await record.listReports({ [name]: value }, { limit: 5 });
        }
        await record.listMentions({ types: [value, `THREATEN/${value}`] }, { limit: 5 });
        await record.listMentions({ between: [value, value] }, { limit: 5 });
        await record.findReports(value);
        await record.findMentions(value);
        for (const list of [record.listMentions, record.listReports])
          await list({}, { limit: 5, after: value }).then(
            () => assert.fail("a bad cursor was taken"),
            (error: { code?: string }) => assert.equal(error.code, "record/bad-filter"),
          );
        await record.listMentions(
          {},
          { limit: 5, after: `${value.replaceAll("|", "")}|${value.replaceAll("|", "")}|1` },
        );
      }
      assert.equal(await record.countMentions({}), 4);
    }));
});
