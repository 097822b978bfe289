/**
 * cameo-news and cameo-manual-dev: do the parties stand where the gold marks source
 * and target? In: gold rows with spans, the mentions of their sentences. Out: F1 of
 * overlap over the most confident mention, source and target apart.
 */
import type { Span } from "../../src/base/types.ts";
import type { Actor, Mention } from "../../src/coding/types.ts";
import type { Gold } from "./judgement-gold.ts";

interface Tally {
  gold: number;
  own: number;
  right: number;
}

/** Overlap F1 of source and target over the rows that tell an event and have marks. */
export function spanScores(
  rows: readonly Gold[],
  mentionsOf: (text: string) => readonly Mention[],
): { readonly source: number; readonly target: number } {
  const source = { gold: 0, own: 0, right: 0 };
  const target = { gold: 0, own: 0, right: 0 };
  for (const row of rows) {
    if (row.quad === 0 || row.actor === null || row.recipient === null) continue;
    const best = mentionsOf(row.text)[0];
    const mutual = best !== undefined && best.recipient.length === 0 && best.actor.length > 1;
    count(source, best?.actor ?? [], row.actor);
    count(target, (mutual ? best.actor : best?.recipient) ?? [], row.recipient);
  }
  return { source: f1(source), target: f1(target) };
}

function count(tally: Tally, actors: readonly Actor[], spans: readonly Span[]): void {
  const own = actors.filter((one) => one.start !== undefined);
  if (spans.length > 0) tally.gold++;
  if (own.length > 0) tally.own++;
  const meets = own.some((one) => spans.some((span) => one.start! < span.end && span.start < one.end!));
  if (meets) tally.right++;
}

function f1({ gold, own, right }: Tally): number {
  return gold + own === 0 ? 0 : (2 * right) / (gold + own);
}
