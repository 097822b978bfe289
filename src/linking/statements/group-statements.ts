/**
 * Tied statements in, groups of the same words out, the strongest ties first; a
 * tie that would join two different speakers over one that is unknown is left
 * out. The first of a group is the earliest by day, then by id, so that the
 * order in which reports come changes nothing.
 */
import type { StatementFacts, StatementTie } from "../types.ts";
import { compareSpeakers } from "./speakers.ts";

const STRENGTH = { same: 0, shortened: 1, reworded: 2 } as const;

/** For each statement the id of the first of its group. */
export function groupStatements(
  statements: readonly StatementFacts[],
  ties: readonly StatementTie[],
): ReadonlyMap<string, string> {
  const groups = new Map(statements.map((one) => [one.id, { members: [one], speakers: one.speakers }]));
  const order = [...ties].sort(
    (one, two) =>
      STRENGTH[one.kind] - STRENGTH[two.kind] ||
      two.share - one.share ||
      compareText(one.a, two.a) ||
      compareText(one.b, two.b),
  );
  for (const { a, b } of order) {
    const [one, two] = [groups.get(a), groups.get(b)];
    if (one === undefined || two === undefined || one === two) continue;
    if (compareSpeakers(one.speakers, two.speakers) === "other") continue;
    const merged = {
      members: [...one.members, ...two.members],
      speakers: [...new Set([...one.speakers, ...two.speakers])],
    };
    for (const { id } of merged.members) groups.set(id, merged);
  }
  const firsts = new Map<string, string>();
  for (const [id, { members }] of groups) {
    const first = members.reduce((best, one) => (isBefore(one, best) ? one : best));
    firsts.set(id, first.id);
  }
  return firsts;
}

/** Statements without a day come last. */
function isBefore(one: StatementFacts, two: StatementFacts): boolean {
  const order = compareText(one.day ?? "~", two.day ?? "~");
  return order < 0 || (order === 0 && one.id < two.id);
}

function compareText(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}
