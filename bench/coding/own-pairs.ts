/**
 * Marked pairs of our own (cases/relations/pairs.jsonl): sentences of the trade, each
 * with two parties and the root that PLV's coders would give it. Rows to train on,
 * never measured.
 */
import { readJsonLines } from "../../src/knowledge/read-file.ts";
import type { MarkedPair } from "./cases.ts";

interface Line {
  readonly event: string;
  readonly actor: string;
  readonly recipient: string;
  readonly text: string;
}

/** The pairs; the recipient is looked for behind the actor first.
 * @throws Error where a party does not stand in its sentence */
export function readOwnPairs(): readonly MarkedPair[] {
  const lines = readJsonLines<Line>("..", "cases", "relations", "pairs.jsonl");
  return lines.map(({ event, actor, recipient, text }) => {
    const start = text.indexOf(actor);
    const behind = text.indexOf(recipient, start + actor.length);
    const other = behind < 0 ? text.indexOf(recipient) : behind;
    if (start < 0 || other < 0) throw new Error(`own pairs: no such party in "${text}"`);
    return {
      set: "own",
      text,
      label: event,
      actor: { start, end: start + actor.length },
      recipient: { start: other, end: other + recipient.length },
    };
  });
}
