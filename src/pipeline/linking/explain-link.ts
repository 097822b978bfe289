/**
 * Two ids in, why what they mean belongs together or does not: the features of
 * the pair with their weights, what a person decided, and whether they are
 * together now (a pair may stand apart and yet be joined by others).
 */
import { Fault } from "../../base/index.ts";
import type { LinkReason } from "../../linking/types.ts";
import { type OpenRecord, onlyMention } from "../../record/index.ts";
import { linkRecord, openLinking } from "./link-record.ts";

/** The two of one kind: reports for stories, mentions for events. */
export interface LinkPair {
  readonly kind: "story" | "event";
  readonly a: string;
  readonly b: string;
}

export interface LinkExplanation extends LinkPair {
  readonly reason: LinkReason;
  /** True where they are of one story, or one event, in the record as it stands. */
  readonly together: boolean;
}

/** The reports or mentions that two ids mean: a story stands for its first report, an event for its first mention.
 * @throws {@link Fault} `record/not-found`, `pipeline/unlike-ids` where one is a report and the other a mention */
export async function pairOf(record: OpenRecord, first: string, second: string): Promise<LinkPair> {
  const [x, y] = [await meant(record, first), await meant(record, second)];
  if (x.kind !== y.kind)
    throw new Fault("pipeline/unlike-ids", `${first} and ${second} are not of one kind.`, {
      advice: "Give two mentions or events, or two reports or stories.",
    });
  return { kind: x.kind, a: x.id, b: y.id };
}

async function meant(
  record: OpenRecord,
  id: string,
): Promise<{ readonly kind: "story" | "event"; readonly id: string }> {
  if (id.startsWith("m_")) {
    return { kind: "event", id: onlyMention(await record.findMentions(id), id).id };
  }
  if (id.startsWith("e_")) return { kind: "event", id: (await record.event(id)).event.mentions[0]! };
  if (id.startsWith("s_")) return { kind: "story", id: (await record.story(id)).story.reports[0]! };
  const [report, ...more] = await record.findReports(id);
  if (report === undefined || (more.length > 0 && report !== id && id.startsWith("r_")))
    throw new Fault(
      report === undefined ? "record/not-found" : "record/bad-filter",
      report === undefined
        ? `The record has no report ${id}.`
        : `${id} can mean several reports: ${[report, ...more].join(", ")}.`,
      { advice: "See the ids with `chancery reports`, `mentions`, `events` or `stories`." },
    );
  return { kind: "story", id: report };
}

/** Why the two belong together or do not; the record is linked first. */
export async function explainLink(
  record: OpenRecord,
  first: string,
  second: string,
): Promise<LinkExplanation> {
  await linkRecord(record);
  return await linkReasonOf(record, first, second);
}

/** Why the two belong together or do not in the record as it stands; changes nothing. */
export async function linkReasonOf(
  record: OpenRecord,
  first: string,
  second: string,
): Promise<LinkExplanation> {
  const pair = await pairOf(record, first, second);
  const { kind, a, b } = pair;
  const { parts } = openLinking();
  const reportOf = async (mention: string) => (await record.findMentions(mention))[0]!.reportId;
  const reports = kind === "story" ? [a, b] : [await reportOf(a), await reportOf(b)];
  const reason = await record.links(async (store) => {
    const profiles = await store.profiles(reports);
    const [x, y] = reports.map((id) => profiles.find(({ reportId }) => reportId === id));
    if (x === undefined || y === undefined) throw notLinked(reports.join(" or "));
    const decided = await store.decisionOf(a, b);
    let found: LinkReason;
    if (kind === "story") found = parts.explainReports(x, y);
    else {
      const [one, other] = [await store.fact(a, reports[0]!), await store.fact(b, reports[1]!)];
      if (one === undefined || other === undefined) throw notLinked(`${a} or ${b}`);
      found = parts.explainMentions(one, other, [x, y]);
    }
    return decided === null ? found : { ...found, joined: decided === "join", reason: "linking/decision" };
  });
  return { ...pair, reason, together: await areTogether(record, pair) };
}

function notLinked(what: string): Fault {
  return new Fault("pipeline/not-linked", `${what} is not linked: an older version, or no event.`);
}

async function areTogether(record: OpenRecord, { kind, a, b }: LinkPair): Promise<boolean> {
  const groupOf = async (id: string) =>
    kind === "event"
      ? (await record.findMentions(id))[0]?.eventId
      : (await record.getReport(id)).line.storyId;
  const [x, y] = [await groupOf(a), await groupOf(b)];
  return x != null && x === y;
}
