/**
 * The whole way with the real stages, on examples/: every mention leads back
 * to its words. Text and spans are those of the stored report, code and record
 * say the same, and order or number of workers changes nothing.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openRecord } from "../../record/index.ts";
import { inFolder, type Ran, runChancery } from "./testing/run-chancery.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples", import.meta.url));

interface Span {
  readonly start?: number;
  readonly end?: number;
}

interface MentionLine {
  readonly id: string;
  readonly report_id: string;
  readonly event: string;
  readonly text: string;
  readonly trigger: Span;
  readonly text_info: { readonly start: number; readonly end: number };
  readonly actor: readonly (Span & { readonly entity_text: string })[];
  readonly recipient: readonly (Span & { readonly entity_text: string })[];
  readonly quantity: readonly (Span & { readonly text: string })[];
  readonly date: string | null;
  readonly enddate: string | null;
  readonly confidence: number;
}

let cwd = "";
let read: Ran;
let mentions: MentionLine[] = [];
const run = (args: readonly string[], input = "") => runChancery(args, { cwd, input, real: true });

before(async () => {
  cwd = mkdtempSync(join(tmpdir(), "chancery-evidence-"));
  read = await run(["read", EXAMPLES, "--json"]);
  mentions = (await run(["mentions", "--json"])).json() as unknown as MentionLine[];
});

after(() => rmSync(cwd, { recursive: true, force: true }));

test("the examples are read, and nothing of them is quarantined", () => {
  assert.equal(read.code, 0, read.err);
  const { account } = read.json().at(-1) as { account: { stored: number; quarantined: number } };
  assert.ok(account.stored >= 14, JSON.stringify(account));
  assert.equal(account.quarantined, 0);
  assert.ok(mentions.length >= 40, `${mentions.length} mentions`);
});

test("every mention is a verbatim sentence of its report, and every span says its words", async () => {
  const record = await openRecord(join(cwd, "chancery.db"), { mustExist: true });
  const texts = new Map<string, string>();
  for (const mention of mentions) {
    const { id, report_id, text, text_info, trigger } = mention;
    const whole = texts.get(report_id) ?? (await record.getReport(report_id)).report.text;
    texts.set(report_id, whole);
    assert.equal(whole.slice(text_info.start, text_info.end), text, id);
    const { start = -1, end = -1 } = trigger;
    assert.ok(start >= 0 && start < end && end <= text.length, `${id} trigger ${start} to ${end}`);
    for (const party of [...mention.actor, ...mention.recipient])
      if (party.start !== undefined) assert.equal(text.slice(party.start, party.end), party.entity_text, id);
    for (const one of mention.quantity)
      if (one.start !== undefined) assert.equal(text.slice(one.start, one.end), one.text, id);
    assert.ok(mention.confidence >= 0 && mention.confidence <= 1, id);
    if (mention.enddate !== null && mention.date !== null) assert.ok(mention.date <= mention.enddate, id);
  }
  await record.close();
});

test("another order and number of workers gives the same mentions", async () => {
  const files = [
    "14-mirror-kenya.txt",
    "10-wire-guam.txt",
    "03-wire-staff-cut.txt",
    "01-wire-sanctions-law.txt",
  ];
  const paths = files.map((file) => join(EXAMPLES, file));
  await run(["read", ...paths, "--workers", "1", "--record", "other.db"]);
  const other = (await run(["mentions", "--json", "--record", "other.db"])).json();
  const known = new Map(mentions.map((mention) => [mention.id, mention]));
  assert.ok(other.length > 0);
  for (const mention of other) assert.deepEqual(mention, known.get(String(mention.id)));
});

test("coding the stored reports again changes nothing", async () => {
  const lines = (await run(["recode", "--dry-run", "--json"])).json();
  assert.equal(lines.length, 1, JSON.stringify(lines[0]));
});

test("explain draws the tree and names the rule of any mention", async () => {
  const mention = mentions.at(-1);
  const { out, code } = await run(["explain", String(mention?.id)]);
  assert.equal(code, 0);
  assert.match(out, /[├└]─ /);
  assert.match(out, /rule +coding\//);
  assert.match(out, new RegExp(`${mention?.id}.*asked for`));
});

test("code says of a sentence what it says in its form, with the relation of two spans", async () => {
  const text = "Kenya expelled two British diplomats on Friday.";
  const line = {
    id: 7,
    text,
    date: "2018-03-18",
    actor: { start: 0, end: 5 },
    recipient: { start: 19, end: 36 },
  };
  const answers = (await run(["code"], `${JSON.stringify(line)}\n`)).json();
  const [answer] = answers as { mentions: MentionLine[]; times: unknown; relation: { event: string } }[];
  const mention = answer?.mentions[0];
  assert.equal(mention?.event, "SANCTION");
  assert.equal(mention?.date, "2018-03-16");
  assert.deepEqual(answer?.times, [
    { start: 40, end: 46, text: "Friday", type: "DATE", value: "2018-03-16" },
  ]);
  assert.equal(answer?.relation.event, "SANCTION");
});

test("parse writes CoNLL-U that parses again to the same", async () => {
  const first = await run(
    ["parse"],
    "Kenya and Ghana didn't meet. They spoke by phone.\n\nNothing else happened.",
  );
  assert.match(first.out, /^# newpar\n# sent_id = 1\n# text = Kenya and Ghana didn't meet\.\n1\tKenya\t/);
  assert.match(first.out, /^4-5\tdidn't\t/m);
  const again = await run(["parse", "--tokenized"], first.out);
  const words = (out: string) => out.split("\n").filter((line) => /^\d/.test(line));
  assert.deepEqual(words(again.out), words(first.out));
});

test("text without end, quotes without end and one endless sentence are stored in bounded time", () =>
  inFolder(async (folder) => {
    const words =
      "the minister met a delegation from Kenya and signed an agreement while protesters marched ";
    const start = "The president of Kenya met the president of Ghana in Accra";
    const texts = [
      words.repeat(11_500),
      `${start} and ${'"'.repeat(100_000)} said so.`,
      `${start} and ${words.repeat(7_200)}.`,
      `${start} and said so to ${"x".repeat(1_000_000)}`,
    ];
    const lines = texts.map((text, id) => JSON.stringify({ id, date: "2017-08-10", text }));
    const coded = await runChancery(["code"], { cwd: folder, real: true, input: `${lines.join("\n")}\n` });
    // What takes more processor time than its length allows comes back as an error and another exit code.
    assert.equal(coded.code, 0, coded.err);
    const found = coded.json().map(({ mentions }) => (mentions as unknown[]).length);
    assert.ok(found.length === texts.length && found.every((count) => count < 30), String(found));
    const read = await runChancery(["read", "-", "--json"], {
      cwd: folder,
      real: true,
      input: `${lines.slice(1).join("\n")}\n`,
    });
    const { account } = read.json().at(-1) as { account: { read: number; quarantined: number } };
    assert.deepEqual([account.read, account.quarantined], [texts.length - 1, 0], read.err);
  }));
