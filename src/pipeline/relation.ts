/**
 * The one event between two given spans: the mention whose parties fit the
 * spans best, in that direction if there is one; always an answer.
 */
import { overlaps, type Span } from "../base/index.ts";
import type { Actor, Mention } from "../coding/types.ts";
import type { Relation } from "./types.ts";

/** The answer where no mention fits: the most frequent event of the trade, with hardly any confidence. */
const NOTHING: Relation = { event: "CONSULT", mode: [], confidence: 0.05 };

/** The relation that the mentions hold between the spans. */
export function relationOf(mentions: readonly Mention[], actor: Span, recipient: Span): Relation {
  let best: { readonly mention: Mention; readonly fit: number } | null = null;
  for (const mention of mentions) {
    const fit = fitOf(mention, actor, recipient) + mention.confidence;
    if (best === null || fit > best.fit) best = { mention, fit };
  }
  if (best === null) return NOTHING;
  const { event, mode, confidence } = best.mention;
  return { event, mode, confidence: best.fit >= 4 ? confidence : confidence / 2 };
}

function fitOf(mention: Mention, actor: Span, recipient: Span): number {
  const stands = (side: readonly Actor[], span: Span) =>
    side.some(({ start, end }) => start !== undefined && end !== undefined && overlaps({ start, end }, span));
  const straight = Number(stands(mention.actor, actor)) + Number(stands(mention.recipient, recipient));
  const turned = Number(stands(mention.actor, recipient)) + Number(stands(mention.recipient, actor));
  return Math.max(2 * straight, turned);
}
