/**
 * The gold of attributions, as ../shared/data/README.md has it read: the first
 * annotator alone, a content in pieces as the span from its first to its last
 * character.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/base/types.ts";

export interface GoldStatement {
  readonly kind: "direct" | "mixed" | "indirect";
  readonly content: Span;
  /** Pieces of the source; empty where nobody is named. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

export interface GoldReport {
  readonly id: string;
  readonly day: string | null;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

interface Row {
  readonly doc_id: string;
  readonly date: string | null;
  readonly text: string;
  readonly annotators: readonly string[];
  readonly attributions: readonly {
    readonly annotator: string;
    readonly kind: GoldStatement["kind"];
    readonly content: readonly Span[];
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
  }[];
}

/** The reports of "dev" or "train". @param data absolute path of the development data */
export function readGold(data: string, split: "dev" | "train"): readonly GoldReport[] {
  const lines = gunzipSync(readFileSync(`${data}/quotes/polnear-${split}.jsonl.gz`))
    .toString()
    .trim()
    .split("\n");
  return lines
    .map((line) => goldOf(JSON.parse(line) as Row))
    .filter((report) => report.statements.length > 0);
}

/** One row as gold. */
export function goldOf(row: Row): GoldReport {
  const statements = row.attributions
    .filter((one) => one.annotator === row.annotators[0] && one.content.length > 0)
    .map(({ kind, content, source, cue }) => ({ kind, content: around(content), source, cue }));
  return { id: row.doc_id, day: row.date, text: row.text, statements };
}

function around(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

/** Intersection over the longer of the two. */
export function overlap(one: Span, two: Span): number {
  const shared = Math.min(one.end, two.end) - Math.max(one.start, two.start);
  return shared <= 0 ? 0 : shared / Math.max(one.end - one.start, two.end - two.start);
}
