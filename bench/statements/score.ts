/**
 * Statements found and gold in, F1 of contents and the share of right speakers
 * out. Contents pair one to one, best overlap first, within direct and mixed
 * together and within indirect, by the kind that is printed.
 */
import type { Span } from "../../src/base/types.ts";
import { type GoldReport, type GoldStatement, overlap } from "./gold.ts";

export interface Found {
  readonly kind: GoldStatement["kind"];
  readonly content: Span;
  readonly speaker?: Span | null;
}

/** Gold, found and right by group and limit: "quoted 0.3". */
export type Tally = ReadonlyMap<string, readonly [gold: number, found: number, right: number]>;

export const LIMITS = [0.3, 0.8] as const;
export const GROUPS = ["quoted", "indirect"] as const;
export type Group = (typeof GROUPS)[number];

/** The group of a kind. */
export function groupOf({ kind }: Pick<Found, "kind">): Group {
  return kind === "indirect" ? "indirect" : "quoted";
}

/** Pairs of found and gold of one group that overlap by `limit` at least, best first, one to one. */
export function pairsOf<T extends Found>(
  report: GoldReport,
  found: readonly T[],
  group: Group,
  limit: number,
): readonly (readonly [GoldStatement, T])[] {
  const gold = report.statements.filter((one) => groupOf(one) === group);
  const own = found.filter((one) => groupOf(one) === group);
  const all = gold.flatMap((one) =>
    own.map((two) => ({ one, two, share: overlap(one.content, two.content) })),
  );
  const used = new Set<unknown>();
  const pairs: (readonly [GoldStatement, T])[] = [];
  for (const { one, two, share } of all.sort((a, b) => b.share - a.share)) {
    if (share < limit || used.has(one) || used.has(two)) continue;
    used.add(one).add(two);
    pairs.push([one, two]);
  }
  return pairs;
}

/** The tally of one report. */
export function tallyContents(report: GoldReport, found: readonly Found[]): Tally {
  const tally = new Map<string, [number, number, number]>();
  for (const group of GROUPS) {
    const gold = report.statements.filter((one) => groupOf(one) === group).length;
    const own = found.filter((one) => groupOf(one) === group).length;
    for (const limit of LIMITS)
      tally.set(`${group} ${limit}`, [gold, own, pairsOf(report, found, group, limit).length]);
  }
  return tally;
}

/** True where the words named overlap the gold's, or both name nobody. */
export function isRightSpeaker(gold: GoldStatement, speaker: Span | null): boolean {
  if (speaker === null) return gold.source.length === 0;
  return gold.source.some((span) => span.start < speaker.end && speaker.start < span.end);
}

/** F1 by group and limit. */
export function figuresOf(tallies: readonly Tally[]): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const group of GROUPS)
    for (const limit of LIMITS) {
      const sum = [0, 0];
      for (const tally of tallies) {
        const [gold, found, right] = tally.get(`${group} ${limit}`)!;
        sum[0]! += 2 * right;
        sum[1]! += gold + found;
      }
      figures[`${group}-f1-${limit}`] = Math.round((1000 * sum[0]!) / Math.max(1, sum[1]!)) / 1000;
    }
  return figures;
}
