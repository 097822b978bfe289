/** Links in the record, on both databases: order of arrival, cut-off steps, versions, forgetting and coding again. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { mentionIds, type OpenRecord, openRecord } from "../../record/index.ts";
import { onEachBackend, withPlace } from "../../record/testing/backends.ts";
import { entry, item, party } from "../../record/testing/entries.ts";
import type { CodedEntry } from "../../record/types.ts";
import { digestOf } from "./digest-of.ts";
import { explainLink } from "./explain-link.ts";
import { linkRecord } from "./link-record.ts";

const SHARED =
  "The order gives the embassy until the first of September to send home the people on its list of names.";

interface Told {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly dead?: number;
}

/** One mention in the first sentence: an expulsion, or an assault where `dead` is given. */
function told({ id, day, text, dead }: Told): CodedEntry {
  const parties =
    dead === undefined
      ? { actor: [party("RUS", "Russia")], recipient: [party("USA", "American diplomats")] }
      : { actor: [], recipient: [party("KEN", "people")] };
  const quantity = dead === undefined ? [] : [{ value: dead, unit: "dead", text: "", start: 0, end: 0 }];
  return entry(
    text,
    {
      givenId: id,
      outlet: `Outlet ${id}`,
      date: day,
      title: text.split(".")[0]!,
      url: `https://example.org/${id}`,
    },
    [
      {
        word: dead === undefined ? "expelled" : "killed",
        at: 0,
        event: dead === undefined ? "COERCE" : "ASSAULT",
        quantity,
        ...parties,
      },
    ],
  );
}

const EXPULSION = [
  told({
    id: "a",
    day: "2017-07-30",
    text: `Russia expelled 755 American diplomats in answer to the sanctions law. ${SHARED}`,
  }),
  told({
    id: "b",
    day: "2017-07-31",
    text: "American diplomats are expelled by Russia after the sanctions law. Putin announced it on television.",
  }),
  told({
    id: "c",
    day: "2017-08-01",
    text: `In anger at the sanctions law Russia has expelled hundreds of people from the American embassy. ${SHARED}`,
  }),
];
const KENYA = [
  told({
    id: "k",
    day: "2017-08-12",
    dead: 24,
    text: "Police killed 24 people in protests in Kenya after the election. Nairobi was calm at night.",
  }),
  told({
    id: "l",
    day: "2017-08-12",
    dead: 37,
    text: "In Kenya 37 people were killed in protests by police after the election. The opposition in Nairobi mourned.",
  }),
];
const ALL = [...EXPULSION, ...KENYA];

async function store(record: OpenRecord, entries: readonly CodedEntry[]): Promise<void> {
  const run = await record.startRun("read", []);
  await record.write(run, entries.map(item));
  await record.endRun(run, "done");
}

/** Everything that links the record, without what tells the order of arrival. */
async function links(record: OpenRecord) {
  const page = { limit: 1000 };
  return {
    events: (await record.listEvents({}, page)).lines,
    stories: (await record.listStories({}, page)).lines,
    copies: (await record.listCopies({}, page)).lines,
    contradictions: (await record.listContradictions({}, page)).lines,
    mentions: (await record.listMentions({}, page)).lines.map(({ id, eventId }) => [id, eventId]),
    reports: (await record.listReports({}, page)).lines.map(({ id, storyId }) => [id, storyId]),
  };
}

async function linkedIn(record: OpenRecord, groups: readonly (readonly CodedEntry[])[]) {
  for (const entries of groups) {
    await store(record, entries);
    await linkRecord(record);
  }
  return await links(record);
}

onEachBackend("links in the record", (backend) => {
  const inRecord = (act: (record: OpenRecord) => Promise<void>) =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      await act(record);
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
    });

  test("one event told by several, a copy that adds no line, a contradiction", () =>
    inRecord(async (record) => {
      const found = await linkedIn(record, [ALL]);
      assert.deepEqual(
        found.events.map(({ event }) => [event.event.value, event.reports, event.lines, event.standing]),
        [
          ["COERCE", 3, 2, "confirmed"],
          ["ASSAULT", 2, 2, "confirmed"],
        ],
      );
      assert.deepEqual(
        found.stories.map(({ story, events }) => [story.reports.length, story.lines, events]),
        [
          [3, 2, 1],
          [2, 2, 1],
        ],
      );
      assert.deepEqual(
        found.copies.map(({ earlier, later }) => [earlier.text, later.text]),
        [[SHARED, SHARED]],
      );
      assert.deepEqual(
        found.contradictions.map(({ contradiction }) =>
          [contradiction.a.value, contradiction.b.value].sort(),
        ),
        [["24", "37"]],
      );
      assert.equal(new Set(found.mentions.map(([, event]) => event)).size, 2);
      assert.equal(new Set(found.reports.map(([, story]) => story)).size, 2);
      const [first] = found.events;
      assert.deepEqual((await record.event(first!.event.id.slice(0, 8))).event, first!.event);
      const of = async (filter: object) => (await record.listEvents(filter, { limit: 9 })).lines.length;
      assert.equal(await of({ between: ["USA", "RUS"], since: "2017-07-30", until: "2017-07-30" }), 1);
      assert.equal(await of({ story: first!.event.storyId }), 1);
      assert.equal(await of({ search: "Nairobi" }), 0);
      assert.equal(await of({ search: "Kenya", types: ["ASSAULT"] }), 1);
      assert.equal((await record.listMentions({ event: first!.event.id }, { limit: 9 })).lines.length, 3);
      assert.equal(
        (await record.listReports({ story: first!.event.storyId! }, { limit: 9 })).lines.length,
        3,
      );
    }));

  test("every order of arrival, one by one or together, gives the same", async () => {
    let once: Awaited<ReturnType<typeof links>> | undefined;
    for (const groups of [[ALL], ALL.map((one) => [one]), ALL.toReversed().map((one) => [one])])
      await inRecord(async (record) => {
        const found = await linkedIn(record, groups);
        once ??= found;
        assert.deepEqual(found, once);
      });
  });

  test("a step that is cut off leaves everything to be done, and the next does it", () =>
    inRecord(async (record) => {
      await store(record, ALL);
      const before = await record.unlinked();
      await assert.rejects(
        record.linking(async (links) => {
          await links.drop((await links.todo(3)).link);
          const reports = await links.loadReports((await links.todo(3)).link);
          await links.countWords([reports.map(() => 7)]);
          await links.done(reports.map(({ id }) => id));
          throw new Error("killed");
        }),
        /killed/,
      );
      assert.equal(await record.unlinked(), before);
      await linkRecord(record, { batch: 2 });
      const found = await links(record);
      await inRecord(async (other) => assert.deepEqual(await linkedIn(other, [ALL]), found));
    }));

  test("reading the same again changes nothing; a forgotten report leaves no trace in the links", () =>
    inRecord(async (record) => {
      const [a, ...rest] = ALL;
      const without = await linkedIn(record, [rest]);
      const whole = await linkedIn(record, [[a!]]);
      await store(record, [a!]);
      assert.equal(await record.unlinked(), 0);
      assert.deepEqual(await links(record), whole);
      await record.forget(a!.report.id);
      assert.deepEqual((await record.listCopies({}, { limit: 9 })).lines, []);
      await linkRecord(record);
      assert.deepEqual(await links(record), without);
    }));

  test("a new version takes the place of the old one in the links; when it goes, the old one is back", () =>
    inRecord(async (record) => {
      const whole = await linkedIn(record, [ALL]);
      const newer = told({
        id: "c",
        day: "2017-08-01",
        text: "In anger at the sanctions law Russia has expelled hundreds of people from the American embassy. Nothing else is known of it.",
      });
      const now = await linkedIn(record, [[newer]]);
      assert.deepEqual(now.copies, []);
      assert.deepEqual([now.events[0]?.event.reports, now.events[0]?.event.lines], [3, 3]);
      await record.forget(newer.report.id);
      await linkRecord(record);
      assert.deepEqual(await links(record), whole);
    }));

  test("coding again relinks what it touches", () =>
    inRecord(async (record) => {
      const whole = await linkedIn(record, [ALL]);
      const [a] = ALL;
      const other = {
        ...a!,
        mentions: a!.mentions.map((one) => ({
          ...one,
          event: "CONSULT" as const,
          recipient: [party("CHN", "China")],
        })),
      };
      await record.replaceCoding([other]);
      await linkRecord(record);
      assert.equal((await links(record)).events.length, 3);
      await record.replaceCoding([a!]);
      await linkRecord(record);
      assert.deepEqual(await links(record), whole);
    }));

  test("a person's decisions win over the machine and survive coding and linking again", () =>
    inRecord(async (record) => {
      const whole = await linkedIn(record, [ALL]);
      const [a, b] = EXPULSION.map((one) => mentionIds(one.report.id, one.mentions)[0]!);
      const [k] = KENYA.map((one) => mentionIds(one.report.id, one.mentions)[0]!);
      const { id } = await record.decide({
        kind: "event",
        verdict: "split",
        a: a!,
        b: b!,
        note: "two orders",
      });
      const join = { kind: "event", verdict: "join", a: a!, b: k! } as const;
      await record.decide(join);
      const check = async () => {
        await linkRecord(record);
        const eventOf = new Map((await links(record)).mentions as [string, string][]);
        assert.notEqual(eventOf.get(a!), eventOf.get(b!));
        assert.equal(eventOf.get(a!), eventOf.get(k!));
      };
      await check();
      await record.replaceCoding(ALL);
      await check();
      await record.unlinkAll();
      await check();
      const reason = await explainLink(record, a!, b!);
      assert.deepEqual(
        [reason.reason.joined, reason.reason.reason, reason.together],
        [false, "linking/decision", false],
      );
      assert.equal((await record.listDecisions())[0]?.note, "two orders");
      for (const each of await record.listDecisions()) assert.ok(await record.undecide(each.id));
      assert.equal(await record.undecide(id), false);
      await linkRecord(record);
      assert.deepEqual(await links(record), whole);
      await assert.rejects(record.decide({ ...join, b: "m_none" }), { code: "record/not-found" });
    }));

  test("a mention that a person corrects is another event, or none, until the decision is dropped", () =>
    inRecord(async (record) => {
      const whole = await linkedIn(record, [ALL]);
      const [a] = ALL;
      const mention = mentionIds(a!.report.id, a!.mentions)[0]!;
      await record.decide({ kind: "mention", verdict: "no-event", a: mention });
      await linkRecord(record);
      assert.equal((await links(record)).mentions.length, whole.mentions.length - 1);
      assert.equal((await record.listEvents({ types: ["COERCE"] }, { limit: 9 })).lines[0]?.event.reports, 2);
      const value = { event: "SANCTION", mode: ["expel"] };
      const { id } = await record.decide({ kind: "mention", verdict: "code", a: mention, value });
      for (const again of [async () => {}, () => record.replaceCoding([a!])]) {
        await again();
        await linkRecord(record);
        const { lines } = await record.listMentions({ types: ["SANCTION/expel"] }, { limit: 9 });
        assert.deepEqual(
          lines.map((line) => line.id),
          [mention],
        );
      }
      await record.undecide(id);
      await linkRecord(record);
      assert.deepEqual(await links(record), whole);
    }));

  test("decisions go over to a new version, and back when it is forgotten", () =>
    inRecord(async (record) => {
      await linkedIn(record, [ALL]);
      const [a, b] = EXPULSION.map((one) => mentionIds(one.report.id, one.mentions)[0]!);
      await record.decide({ kind: "event", verdict: "split", a: a!, b: b! });
      await record.decide({ kind: "mention", verdict: "code", a: b!, value: { event: "REJECT", mode: [] } });
      const newer = told({
        id: "b",
        day: "2017-07-31",
        text: `${EXPULSION[1]!.report.text} More is to come.`,
      });
      await linkedIn(record, [[newer]]);
      const fresh = mentionIds(newer.report.id, newer.mentions)[0]!;
      const about = async () => (await record.listDecisions()).map((each) => [each.a, each.b].sort()).sort();
      assert.deepEqual(await about(), [[fresh, null].sort(), [a!, fresh].sort()].sort());
      assert.equal((await record.findMentions(fresh))[0]?.mention.event, "REJECT");
      assert.equal((await record.findMentions(b!))[0]?.mention.event, "COERCE");
      await record.forget(newer.report.id);
      await linkRecord(record);
      assert.deepEqual(await about(), [[b!, null].sort(), [a!, b!].sort()].sort());
      assert.equal((await record.findMentions(b!))[0]?.mention.event, "REJECT");
    }));

  test("counts come from roll-ups and equal those of the events themselves", () =>
    inRecord(async (record) => {
      await linkedIn(record, [ALL.slice(0, 3), ALL.slice(3)]);
      const query = { by: ["actor", "recipient"], period: "month" } as const;
      const rolled = await record.counts(query, {});
      assert.deepEqual(
        rolled.map(({ period, actor, recipient, events, mentions, reports, lines }) =>
          [period, actor, recipient, events, mentions, reports, lines].join(" "),
        ),
        ["2017-07 RUS USA 1 3 3 2", "2017-08  KEN 1 2 2 2"],
      );
      // a filter that the roll-ups know nothing of makes the events be counted one by one
      assert.deepEqual(await record.counts(query, { minLines: 1 }), rolled);
      assert.deepEqual(await record.counts({ by: ["type"], period: null }, { between: ["USA", "RUS"] }), [
        {
          period: null,
          actor: null,
          recipient: null,
          type: "COERCE",
          events: 1,
          mentions: 3,
          reports: 3,
          lines: 2,
        },
      ]);
      const weeks = await record.counts({ by: [], period: "week", zeroFill: true }, {});
      assert.deepEqual(
        weeks.map(({ period, events }) => `${period} ${events}`),
        ["2017-W30 1", "2017-W31 0", "2017-W32 1"],
      );
      await record.forget(ALL[0]!.report.id);
      await linkRecord(record);
      assert.deepEqual(await record.counts(query, {}), await record.counts(query, { minLines: 1 }));
    }));

  test("linking everything anew gives the same, and a backup keeps it", () =>
    inRecord(async (record) => {
      const whole = await linkedIn(
        record,
        ALL.toReversed().map((one) => [one]),
      );
      assert.equal(await record.unlinkAll(), ALL.length);
      assert.deepEqual((await links(record)).events, []);
      await linkRecord(record);
      assert.deepEqual(await links(record), whole);
      const folder = mkdtempSync(join(tmpdir(), "chancery-links-"));
      const path = join(folder, "links.backup");
      const sums = await record.backup(path);
      await withPlace(backend, async (place) => {
        const copy = await openRecord(await place.target());
        assert.deepEqual(await copy.restore(path), sums);
        assert.equal(await copy.unlinked(), 0);
        assert.deepEqual(await links(copy), whole);
        await store(copy, [
          told({ id: "z", day: "2017-08-01", text: EXPULSION[0]!.report.text.replace("755", "Some 755") }),
        ]);
        await linkRecord(copy);
        assert.ok((await copy.listCopies({}, { limit: 9 })).lines.length > whole.copies.length);
        await copy.close();
      });
      rmSync(folder, { recursive: true });
      const { story, sentences } = await digestOf(record, whole.stories[0]!.story.id, 2);
      assert.equal(sentences.length, 2);
      const texts = new Map(ALL.map(({ report }) => [report.id, report.text]));
      for (const { reportId, start, end, text } of sentences) {
        assert.ok(story.reports.includes(reportId));
        assert.equal(texts.get(reportId)!.slice(start, end), text);
      }
    }));
});
