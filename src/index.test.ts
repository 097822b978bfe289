import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { mentionsOf, openCoder, openRecord, readReports } from "./index.ts";
import { inFolder } from "./views/cli/testing/run-chancery.ts";

const TEXT = "Kenya expelled two British diplomats on Friday.";

test("a text becomes mentions with sourced fields", async () => {
  const coder = await openCoder();
  const { mentions, relation } = coder.code({
    text: TEXT,
    date: "2018-03-18",
    actor: { start: 0, end: 5 },
    recipient: { start: 19, end: 36 },
  });
  const [mention] = mentions;
  assert.equal(mention?.event, "SANCTION");
  assert.deepEqual([mention?.actor[0]?.code, mention?.recipient[0]?.code], ["KEN", "GBR"]);
  assert.equal(mention?.date, "2018-03-16");
  assert.equal(relation?.event, "SANCTION");
  assert.equal(coder.parse(TEXT)[0]?.tokens.find((token) => token.head === -1)?.lemma, "expel");
});

test("a text gives its statements with offsets into it", async () => {
  const text = "“We will sign the treaty,” Emmanuel Macron told reporters in Berlin, Reuters reported.";
  const { statements } = (await openCoder()).code({ text, date: "2018-03-18" });
  const [statement] = statements;
  assert.equal(statements.length, 1);
  assert.match(statement?.id ?? "", /^w_[0-9a-f]{16}$/);
  assert.deepEqual([statement?.kind, statement?.content.text], ["direct", "“We will sign the treaty,”"]);
  const words = (span: { start: number; end: number } | null | undefined) =>
    span && text.slice(span.start, span.end);
  assert.deepEqual(
    [statement?.speaker, statement?.cue, statement?.addressee, statement?.place, statement?.outlet].map(
      words,
    ),
    ["Emmanuel Macron", "told", "reporters", "Berlin", "Reuters"],
  );
  assert.deepEqual([statement?.speaker?.code, statement?.speakers.length], ["FRA", 1]);
});

test("the library reads into a record and lists it", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.jsonl");
    writeFileSync(file, `${JSON.stringify({ id: "1", date: "2018-03-18", text: TEXT })}\n`);
    const record = await openRecord(join(folder, "a.db"));
    const { account } = await readReports(record, [file], { workers: 1 });
    assert.deepEqual(account, { read: 1, stored: 1, duplicate: 0, refused: 0, quarantined: 0 });
    const events: string[] = [];
    for await (const mention of mentionsOf(record, { actor: "KEN" })) events.push(mention.event);
    assert.deepEqual(events, ["SANCTION"]);
    await record.close();
  }));
