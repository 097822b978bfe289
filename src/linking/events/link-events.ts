/**
 * Coded mentions with their facts in, edges and events out. Pairs are proposed
 * by keys (type and party, within days), scored by the event model, and grouped
 * by average link; two mentions of one sentence are never one event unless the
 * same act is named twice.
 */
import { groupByAverage } from "../average-link.ts";
import { hashText } from "../text/hash.ts";
import type { Decision, Edge, FactMention, LinkMention, PairMention } from "../types.ts";
import { type MentionScorer, partyKeys } from "./event-model.ts";

export interface EventSettings {
  readonly threshold: number;
  readonly leastEdge: number;
  /** What two mentions that were not compared count for in the average, 0 to 1. */
  readonly missing: number;
  /** Days apart from which two mentions cannot be one happening. */
  readonly mostDaysApart: number;
  readonly mostPerKey: number;
  readonly mostMentions: number;
}

/** Keys of mentions that were asked for before: a mention meets others many times. */
const keysOf = new WeakMap<PairMention, readonly number[]>();

/** Keys by which mentions of one happening find each other. */
export function eventKeys(mention: PairMention): readonly number[] {
  const known = keysOf.get(mention);
  if (known !== undefined) return known;
  const keys = makeKeys(mention);
  keysOf.set(mention, keys);
  return keys;
}

function makeKeys(mention: PairMention): number[] {
  const types = [mention.event, ...(mention.content === null ? [] : [mention.content.event])];
  const parties = [...mention.actor, ...mention.recipient].flatMap(partyKeys);
  const names = parties.length === 0 ? [mention.place?.name ?? ""] : parties;
  return [...new Set(types.flatMap((type) => names.map((name) => hashText(`${type} ${name}`))))];
}

/** Keys by which reports that tell one act of two known parties find each other whatever else they tell. */
export function partyPairKeys(mention: LinkMention): number[] {
  const actors = mention.actor.flatMap(({ code }) => code ?? []);
  const recipients = mention.recipient.flatMap(({ code }) => code ?? []);
  const types = [mention.event, ...(mention.content === null ? [] : [mention.content.event])];
  const pairs = actors.flatMap((actor) => recipients.map((recipient) => [actor, recipient].sort().join(" ")));
  return [...new Set(types.flatMap((type) => pairs.map((pair) => hashText(`${type} ${pair}`))))];
}

/** Edges between one report's mentions and others, and among themselves.
 * @param alike cosine of the profiles of two reports */
export function eventEdges(
  own: readonly FactMention[],
  others: readonly FactMention[],
  scorer: MentionScorer,
  alike: (a: string, b: string) => number,
  settings: EventSettings,
): Edge[] {
  const byKey = new Map<number, FactMention[]>();
  const edges: Edge[] = [];
  const keep = (each: FactMention) => {
    for (const key of eventKeys(each.mention)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [each]);
      else list.push(each);
    }
  };
  for (const each of others) keep(each);
  for (const each of own) {
    const seen = new Set<FactMention>();
    for (const key of eventKeys(each.mention)) {
      for (const other of (byKey.get(key) ?? []).slice(-settings.mostPerKey)) seen.add(other);
    }
    for (const other of seen) {
      if (!mayBeOne(each, other, settings)) continue;
      const score = scorer.score(each, other, { reports: alike(each.facts.reportId, other.facts.reportId) });
      if (score < settings.leastEdge) continue;
      const [a, b] = [each.mention.id, other.mention.id].sort() as [string, string];
      edges.push({ a, b, score });
    }
    keep(each);
  }
  return edges;
}

function mayBeOne(a: FactMention, b: FactMention, settings: EventSettings): boolean {
  const [x, y] = [a.facts.days, b.facts.days];
  if (x !== null && y !== null) {
    const gap = Math.max(x[0], y[0]) - Math.min(x[1], y[1]);
    const promised = a.mention.content !== null || b.mention.content !== null;
    if (gap > (promised ? settings.mostDaysApart * 3 : settings.mostDaysApart)) return false;
  }
  return a.mention.event === b.mention.event || a.mention.content !== null || b.mention.content !== null;
}

/** Groups of mention ids: one for each event. */
export function groupEvents(
  mentionIds: readonly string[],
  edges: readonly Edge[],
  decisions: readonly Decision[],
  settings: EventSettings,
): string[][] {
  return groupByAverage(mentionIds, edges, {
    threshold: settings.threshold,
    missing: settings.missing,
    most: settings.mostMentions,
    decisions: decisions.filter(({ kind }) => kind === "event"),
  });
}
