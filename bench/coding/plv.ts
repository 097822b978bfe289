/**
 * plv-train without spans: is the marked relation among the mentions of its sentence?
 *
 * In: plv-train.jsonl and the coding tools. Out: how many rows have a mention with
 * the right root whose parties overlap the gold spans, and mentions per sentence.
 * How the gold is read: ../shared/data/README.md (mentions follow manual 2.0).
 */
import { readFileSync } from "node:fs";
import type { Span } from "../../src/base/types.ts";
import type { Actor, Mention } from "../../src/coding/types.ts";

export interface PlvRow {
  readonly id: string;
  readonly text: string;
  readonly marked: string;
  readonly event: string;
  readonly quad: number;
  /** Where the words stand, once or more often; empty where the row marks nobody ("a recipient"). */
  readonly actor: readonly Span[];
  readonly recipient: readonly Span[];
}

/** The rows with the offsets of their spans. */
export function readPlv(data: string): readonly PlvRow[] {
  return readFileSync(`${data}/plover/plv-train.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        text: string;
        marked: string;
        event: string;
        quad: number;
      };
      return { ...row, actor: spansOf(row.marked, "s"), recipient: spansOf(row.marked, "t") };
    });
}

/** Spans of the words between `<tag>` and `</tag>`, in the text without marks. */
function spansOf(marked: string, tag: string): readonly Span[] {
  const clean = (text: string) => text.replace(/<\/?[st]>/g, "").length;
  return [...marked.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "g"))].map((match) => ({
    start: clean(marked.slice(0, match.index)),
    end: clean(marked.slice(0, match.index + match[0].length)),
  }));
}

/** True when the mention's event counts as the gold root. */
export function rootFits(mention: Mention, gold: string): boolean {
  const { event, mode } = mention;
  if (gold === "YIELD") return event === "CONCEDE" || event === "RETREAT";
  if (event === gold) return true;
  if (event !== "SANCTION") return false;
  if (mode.includes("discontinue")) return gold === "COERCE";
  return mode.includes("convict") && (gold === "ACCUSE" || gold === "COERCE");
}

export type Verdict =
  | "right"
  | "silent"
  | "wrong root"
  | "no actor"
  | "no recipient"
  | "wrong actor"
  | "wrong recipient"
  | "swapped";

/** What became of a row: the best verdict over its mentions. */
export function judgeRow(row: PlvRow, mentions: readonly Mention[]): Verdict {
  if (mentions.length === 0) return "silent";
  const fitting = mentions.filter((mention) => rootFits(mention, row.event));
  if (fitting.length === 0) return "wrong root";
  let best: Verdict = "wrong actor";
  for (const mention of fitting) {
    const parties = [...mention.actor, ...mention.recipient];
    const both = mention.recipient.length === 0;
    const actor = touches(mention.actor, row.actor);
    const recipient = touches(both ? mention.actor : mention.recipient, row.recipient);
    if (actor && recipient) return "right";
    if (touches(mention.actor, row.recipient) && touches(both ? mention.actor : mention.recipient, row.actor))
      best = "swapped";
    else if (mention.actor.length === 0) best = "no actor";
    else if (actor) best = mention.recipient.length === 0 ? "no recipient" : "wrong recipient";
    else if (!touches(parties, row.actor)) best = "wrong actor";
  }
  return best;
}

/** True when one of the actors stands on one of the spans, or the gold marks nobody. */
function touches(actors: readonly Actor[], spans: readonly Span[]): boolean {
  if (spans.length === 0) return true;
  return actors.some(
    (actor) =>
      actor.start !== undefined && spans.some((span) => actor.start! < span.end && span.start < actor.end!),
  );
}
