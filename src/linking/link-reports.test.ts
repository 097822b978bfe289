/** Reports in, all of linking out: stories, events with standing and lines, contradictions, decisions, reasons. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLinkingKnowledge } from "../knowledge/linking.ts";
import { createLinking } from "./index.ts";
import { makeMention, makeReport, state } from "./testing/make-report.ts";
import type { LinkMention, LinkReport } from "./types.ts";

const linking = createLinking(loadLinkingKnowledge());

interface Told {
  readonly id: string;
  readonly text: string;
  readonly trigger: string;
  readonly day?: string;
  readonly mention?: Partial<LinkMention>;
}

function tell({ id, text, trigger, day = "2017-07-31", mention = {} }: Told): LinkReport {
  const report = makeReport(id, text, { title: text.split(".")[0]!, date: day, outlet: id });
  const more = { event: "SANCTION" as const, actor: [state("RUS")], recipient: [state("USA")], ...mention };
  return { ...report, mentions: [makeMention(report, trigger, more)] };
}

const dead = (value: number) => ({
  event: "ASSAULT" as const,
  actor: [],
  recipient: [state("KEN")],
  quantity: [{ value, unit: "dead", text: String(value), start: 0, end: 0 }],
});
const expulsion = tell({
  id: "a",
  text: "Russia expelled 755 American diplomats in answer to the sanctions law.\n\nVladimir Putin spoke on television.",
  trigger: "expelled",
});
const secondly = tell({
  id: "b",
  text: "American diplomats are expelled by Russia after the sanctions law.\n\nPutin announced it on a Sunday evening.",
  trigger: "expelled",
  day: "2017-08-01",
});
const kenya = tell({
  id: "k",
  text: "Police shot dead 24 people in protests in Kenya after the election.\n\nNairobi was calm.",
  trigger: "shot",
  mention: dead(24),
});

test("two witnesses of one act: one story, one event, confirmed by two lines", async () => {
  const { stories, events } = await linking.linkReports([expulsion, secondly, kenya]);
  assert.deepEqual(
    stories.map(({ reports }) => reports),
    [["a", "b"], ["k"]],
  );
  const event = events.find(({ mentions }) => mentions.length === 2);
  assert.equal(event?.lines, 2);
  assert.equal(event.standing, "confirmed");
  assert.deepEqual(event.actor[0]?.mentions, event.mentions);
  assert.equal(event.firstReport, "a");
});

test("a letter-for-letter copy adds a report, not a line", async () => {
  const copy = { ...expulsion, id: "c", date: "2017-08-01" };
  const copied = {
    ...copy,
    mentions: expulsion.mentions.map((mention) => ({ ...mention, id: "c.expelled" })),
  };
  const { events } = await linking.linkReports([expulsion, copied]);
  assert.equal(events.length, 1);
  assert.equal(events[0]?.reports, 2);
  assert.equal(events[0].lines, 1);
  assert.equal(events[0].standing, "reported");
});

test("other parties or days far apart are other events", async () => {
  const french = secondly.text
    .replace("American", "French")
    .replace("sanctions law", "quarrel about fishing");
  const other = tell({ ...told(secondly), text: french, mention: { recipient: [state("FRA")] } });
  assert.equal((await linking.linkReports([expulsion, other])).events.length, 2);
  const late = tell({ ...told(secondly), mention: { date: "2017-09-20", dateBasis: "stated" } });
  assert.equal((await linking.linkReports([expulsion, late])).events.length, 2);
});

test("passage and signature of a law are two events", async () => {
  const law = (id: string, verb: string, day: string) =>
    tell({
      id,
      day,
      text: `The United States ${verb} the sanctions law against Russia that limits the president.\n\nMoscow protested.`,
      trigger: verb,
      mention: { actor: [state("USA")], recipient: [state("RUS")] },
    });
  const reports = [
    law("p", "passed", "2017-07-28"),
    law("s", "signed", "2017-08-02"),
    law("t", "signed", "2017-08-02"),
  ];
  const { events } = await linking.linkReports(reports);
  assert.deepEqual(
    events.map(({ mentions }) => mentions.length),
    [1, 2],
  );
});

function told(report: LinkReport): Told {
  return { id: report.id, text: report.text, trigger: report.mentions[0]!.eventText, day: report.date! };
}

test("figures that differ are a contradiction with both sentences; a later, higher one is an update", async () => {
  const more = (day: string) =>
    tell({
      id: "m",
      day,
      text: "Police in Kenya shot dead 37 people in protests after the election.\n\nThe opposition in Nairobi mourned.",
      trigger: "shot",
      mention: dead(37),
    });
  const [same] = (await linking.linkReports([kenya, more("2017-07-31")])).contradictions;
  assert.deepEqual([same?.kind, same?.about, same?.nature], ["figure", "dead", "conflict"]);
  assert.match(same!.a.text, /24 people/);
  assert.match(same!.b.text, /37 people/);
  const [later] = (await linking.linkReports([kenya, more("2017-08-01")])).contradictions;
  assert.equal(later?.nature, "update");
});

test("an act that is denied has that standing, and the denial is a contradiction", async () => {
  const denial = tell({ ...told(secondly), mention: { factuality: "negation" } });
  const { events, contradictions } = await linking.linkReports([expulsion, denial]);
  assert.equal(events[0]?.standing, "denied");
  assert.deepEqual(
    contradictions.map(({ kind }) => kind),
    ["denied"],
  );
});

test("a person's decisions win over the machine", async () => {
  const [a, b] = ["a.expelled", "b.expelled"];
  const split = await linking.linkReports(
    [expulsion, secondly],
    [{ kind: "event", verdict: "split", a: a!, b: b! }],
  );
  assert.equal(split.events.length, 2);
  const join = await linking.linkReports(
    [expulsion, kenya],
    [{ kind: "story", verdict: "join", a: "a", b: "k" }],
  );
  assert.equal(join.stories.length, 1);
});

test("the order in which reports come changes nothing", async () => {
  const once = await linking.linkReports([expulsion, secondly, kenya]);
  assert.deepEqual(await linking.linkReports([kenya, secondly, expulsion]), once);
});

test("a link is explained by features, weights and a reason", () => {
  const stories = linking.explainLink("a", "k", [expulsion, secondly, kenya]);
  assert.equal(stories.joined, false);
  assert.equal(stories.reason, "linking/other-wording");
  const events = linking.explainLink("a.expelled", "b.expelled", [expulsion, secondly]);
  assert.equal(events.joined, true);
  assert.equal(events.features.sameActor, 1);
  assert.throws(() => linking.explainLink("a", "nothing", [expulsion]), { code: "linking/unknown-id" });
});

test("a digest is made of the reports' own sentences, in order of time", () => {
  const digest = linking.digestStory([secondly, expulsion], [], 2);
  assert.equal(digest.length, 2);
  assert.deepEqual(
    digest.map(({ reportId }) => reportId),
    ["a", "b"],
  );
  for (const { reportId, text, start, end } of digest) {
    assert.equal([expulsion, secondly].find(({ id }) => id === reportId)!.text.slice(start, end), text);
  }
});
