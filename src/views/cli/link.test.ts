/** The filter `link` as a process: many lines in, one object out, with what no record is needed for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFolder, runChancery } from "./testing/run-chancery.ts";

const SHARED =
  "The harbour authority of Mombasa told reporters that forty containers of grain were held back for tests.";

function lines(...values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

interface Out {
  readonly stories: { id: string; reports: { id: string; given_id: string | null }[]; lines: number }[];
  readonly events: Record<string, unknown>[];
  readonly copies: { kind: string; earlier: { report_id: string; start: number; end: number } }[];
  readonly contradictions: { kind: string; a: { text: string } }[];
}

async function link(input: string, real = false): Promise<{ out: Out; err: string; code: number | null }> {
  return await inFolder(async (cwd) => {
    const { out, err, code } = await runChancery(["link", "--workers", "1"], { cwd, input, real });
    return { out: JSON.parse(out) as Out, err, code };
  });
}

test("a sentence that two texts share is one copy, with its spans", async () => {
  const a = { id: "a", date: "2020-01-02", text: `It rained. ${SHARED} Nobody was hurt.`, mentions: [] };
  const b = { id: "b", date: "2020-01-03", text: `${SHARED} Shops stayed open.`, mentions: [] };
  const { out, code } = await link(lines(b, a));
  assert.equal(code, 0);
  assert.equal(out.copies.length, 1);
  const { kind, earlier } = out.copies[0]!;
  assert.deepEqual([kind, earlier.report_id], ["verbatim", "a"]);
  assert.equal(a.text.slice(earlier.start, earlier.end), SHARED);
  assert.deepEqual(out.events, []);
});

test("texts without mentions are coded on the way; the order of lines changes nothing", async () => {
  const input = [1, 2].map((n) => ({
    id: n,
    date: `2020-01-0${n}`,
    text: "Kenya and Ghana met in Accra on Friday. They spoke of trade in cocoa and of roads.",
  }));
  const once = await link(lines(...input));
  assert.ok(once.out.events.length > 0);
  assert.deepEqual((await link(lines(...input.toReversed()))).out, once.out);
  const [event] = once.out.events;
  assert.deepEqual([event?.reports, event?.lines], [2, 1]);
  assert.equal(once.out.stories[0]?.lines, 1);
});

test("given mentions are linked as they come, with their ids", async () => {
  const told = (id: string, dead: number, rest: string) => {
    const text = `Police shot dead ${dead} people in ${rest}.`;
    const mention = {
      id: `m${id}`,
      event: "ASSAULT",
      actor: [],
      recipient: [{ code: "KEN", sector: "CVL", name: null, id: null, entity_text: "people" }],
      trigger: { start: 7, end: 11 },
      text_info: { start: 0, end: text.length },
      date: "2017-08-12",
      date_basis: "stated",
      quantity: [{ value: dead, unit: "dead", text: `${dead} people` }],
    };
    return { id, text, date: "2017-08-13", outlet: id, mentions: [mention] };
  };
  const { out } = await link(
    lines(
      told("a", 24, "protests in Kenya after the election"),
      told("b", 37, "the slums of Nairobi where the opposition had won most votes"),
    ),
  );
  assert.equal(out.events.length, 1);
  assert.deepEqual(out.events[0]?.mentions, ["ma", "mb"]);
  assert.deepEqual([out.events[0]?.standing, out.events[0]?.lines], ["confirmed", 2]);
  assert.deepEqual(
    out.contradictions.map(({ kind }) => kind),
    ["figure"],
  );
  assert.match(out.contradictions[0]!.a.text, /24 people/);
});

test("mentions that are spans of words alone are joined by their words", async () => {
  const one = "A strong earthquake struck northern Italy on Tuesday and the earthquake damaged churches.";
  const mention = (word: string, nth = 0) => {
    const start = nth === 0 ? one.indexOf(word) : one.lastIndexOf(word);
    return { id: `${word}${nth}`, start, end: start + word.length };
  };
  const input = lines({ id: 1, text: one, mentions: [mention("earthquake"), mention("earthquake", 1)] });
  const { out } = await link(input, true);
  assert.deepEqual(
    out.events.map((event) => [event.event, event.mentions]),
    [[null, ["earthquake0", "earthquake1"]]],
  );
});

test("a bad line is told and the rest is linked; no line at all is an empty answer", async () => {
  const { out, err, code } = await link(`{"id":1}\n{"id":2,"text":"It rained.","mentions":[]}\nno\n`);
  assert.equal(code, 3);
  assert.equal(out.stories.length, 1);
  assert.deepEqual(
    err.split("\n").flatMap((line) => (line === "" ? [] : JSON.parse(line).error.line)),
    [1, 3],
  );
  const outside = await link(lines({ id: 1, text: "It rained.", mentions: [{ start: 3, end: 99 }] }));
  assert.match(outside.err, /needs a span inside the text/);
  assert.deepEqual((await link("")).out, { stories: [], events: [], copies: [], contradictions: [] });
});
