/**
 * The relation cases: features and gold root of every marked pair of plv-train, and
 * of the first pair of each record of plover-gsr-dev as further rows to train on,
 * with folds by groups of like texts.
 */
import type { openCodingTools } from "../../scripts/coding-tools.ts";
import type { Span } from "../../src/base/types.ts";
import { type RelationCase, relationCase, YIELD } from "../../src/coding/relation/code-relation.ts";
import { foldsOf } from "./folds.ts";
import { type GsrRow, readGsr } from "./gsr.ts";
import { readOwnPairs } from "./own-pairs.ts";
import { readPlv } from "./plv.ts";

export interface MarkedPair {
  readonly set: "plv" | "gsr" | "own";
  readonly text: string;
  readonly actor: Span;
  readonly recipient: Span;
  readonly label: string;
}

export interface PlvCase extends RelationCase, MarkedPair {
  /** How much the row counts in training: records and our own sentences differ from the pairs that are measured. */
  readonly weight: number;
  /** Rows of like texts share a fold. */
  readonly fold: number;
}

/** What a row of each set counts in training; the records and our own follow PLV's conventions less surely. */
const WEIGHTS = { plv: 1, gsr: 0.5, own: 0.5 } as const;

/** Every marked pair as a case. */
export function plvCases(
  data: string,
  tools: Awaited<ReturnType<typeof openCodingTools>>,
): readonly PlvCase[] {
  const pairs: MarkedPair[] = readPlv(data).map(({ text, actor, recipient, event }) => ({
    set: "plv",
    text,
    actor: actor[0] ?? { start: text.length, end: text.length },
    recipient: recipient[0] ?? { start: text.length, end: text.length },
    label: event,
  }));
  for (const row of readGsr(data)) pairs.push(...pairOf(row));
  pairs.push(...readOwnPairs());
  const folds = foldsOf(pairs.map((pair) => pair.text));
  return pairs.map((pair) => {
    const report = { text: pair.text, sections: [], datelines: [], day: null };
    const { language, openActors, coder } = tools;
    const found = relationCase(report, pair.actor, pair.recipient, language, openActors, coder.tools);
    return { ...found, ...pair, weight: WEIGHTS[pair.set], fold: folds.get(pair.text)! };
  });
}

/** The record's first actor and first recipient (or second actor), where its text holds both. */
function pairOf(row: GsrRow): readonly MarkedPair[] {
  const [first, second] = [row.actor[0]?.text, (row.recipient[0] ?? row.actor[1])?.text];
  if (first === undefined || second === undefined) return [];
  const [start, other] = [row.text.indexOf(first), row.text.indexOf(second)];
  if (start < 0 || other < 0) return [];
  const label = row.event === "CONCEDE" || row.event === "RETREAT" ? YIELD : row.event;
  const actor = { start, end: start + first.length };
  return [
    { set: "gsr", text: row.text, label, actor, recipient: { start: other, end: other + second.length } },
  ];
}
