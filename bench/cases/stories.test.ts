/** The histories of cases/stories are well formed: reports, ids, days, steps that name their reports. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isDay } from "../../src/base/index.ts";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import type { StoryReport } from "./story-report.ts";

interface Step {
  readonly step: string;
  readonly date: string | null;
  readonly reports: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly life: readonly Step[];
  readonly in_answer_to?: readonly string[];
  readonly answered_by?: readonly string[];
}

const LEDGERS = ["measures", "agreements", "contacts", "inquiries"] as const;

type LedgerRecord = Readonly<Record<(typeof LEDGERS)[number], readonly Entry[]>> & {
  readonly why: string;
  readonly disagreements: readonly {
    readonly field: string;
    readonly values: readonly { readonly reports: readonly string[] }[];
  }[];
};

/** Words for steps, by ledger; a new one is added here and in cases/README.md. */
const STEPS: Readonly<Record<(typeof LEDGERS)[number], readonly string[]>> = {
  measures: [
    ..."proposed passed signed adopted announced extended tightened suspended eased lifted expired rejected".split(
      " ",
    ),
    "in force",
  ],
  agreements: [
    ..."negotiated agreed initialled signed ratified rejected breached suspended resumed extended rejoined ended".split(
      " ",
    ),
    "in force",
    "withdrawal announced",
    "withdrawal notified",
    "withdrawn from",
  ],
  contacts: ["planned", "held", "postponed", "cancelled"],
  inquiries: [..."referred opened hearing charge warrant arrest impeached removed verdict closed".split(" ")],
};

/** Steps that reports give a day of before it has come. */
const TO_COME: ReadonlySet<string> = new Set(["planned", "in force", "lifted", "eased", "suspended"]);

const root = knowledgePath("..", "cases", "stories");
const stories = globSync("*/record.json", { cwd: root })
  .map((path) => path.split(/[\\/]/)[0]!)
  .sort()
  .map((slug) => ({
    slug,
    record: JSON.parse(readFileSync(`${root}/${slug}/record.json`, "utf8")) as LedgerRecord,
    reports: readFileSync(`${root}/${slug}/reports.jsonl`, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StoryReport),
  }));

test("there are at least sixty histories of several reports", () => {
  assert.ok(stories.length >= 60);
  for (const { slug, reports } of stories) assert.ok(reports.length >= 2, slug);
});

test("reports are whole, dated and named once", () => {
  const ids = stories.flatMap(({ reports }) => reports.map((report) => report.id));
  assert.equal(new Set(ids).size, ids.length);
  for (const { slug, reports } of stories)
    for (const report of reports) {
      assert.ok(report.id.startsWith(`${slug}/`), report.id);
      assert.ok(isDay(report.date), report.id);
      assert.ok(report.title && report.outlet && report.text.length > 50, report.id);
      assert.match(report.url, /^https:\/\/[a-z-]+\.example\//);
    }
});

test("every step is a known one, has a day or none, and names reports of its history", () => {
  for (const { slug, record, reports } of stories) {
    const known = new Set(reports.map((report) => report.id));
    const last = reports
      .map((report) => report.date)
      .sort()
      .at(-1)!;
    assert.ok(record.why.length > 10, slug);
    assert.ok(
      LEDGERS.some((ledger) => record[ledger].length > 0),
      slug,
    );
    for (const ledger of LEDGERS)
      for (const entry of record[ledger]) {
        const where = `${slug} ${entry.id}`;
        assert.ok(entry.life.length > 0, where);
        for (const { step, date, reports: cited } of entry.life) {
          assert.ok(STEPS[ledger].includes(step), `${where} ${step}`);
          if (date !== null) assert.match(date, /^\d{4}(-\d{2}(-\d{2})?)?$/, where);
          if (date !== null && !TO_COME.has(step)) assert.ok(date <= last, `${where} ${step} ${date}`);
          assert.ok(cited.length > 0 && cited.every((id) => known.has(id)), `${where} ${step}`);
        }
      }
    for (const { values } of record.disagreements) {
      assert.ok(values.length >= 2, slug);
      for (const value of values)
        assert.ok(
          value.reports.every((id) => known.has(id)),
          slug,
        );
    }
  }
});

test("answers between measures point both ways", () => {
  for (const { slug, record } of stories) {
    const measures = new Map(record.measures.map((measure) => [measure.id, measure]));
    for (const measure of record.measures) {
      for (const id of measure.in_answer_to ?? [])
        assert.ok(measures.get(id)?.answered_by?.includes(measure.id), `${slug} ${measure.id}`);
      for (const id of measure.answered_by ?? [])
        assert.ok(measures.get(id)?.in_answer_to?.includes(measure.id), `${slug} ${measure.id}`);
    }
  }
});
