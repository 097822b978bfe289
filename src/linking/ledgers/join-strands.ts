/**
 * Strands in order of time in, groups out: each joins the entry that it fits
 * best, or begins a new one. How well it fits is score-strand.ts.
 */
import { clueKeys } from "./clue-keys.ts";
import { isMending, scoreOf } from "./score-strand.ts";
import type { Strand } from "./strands.ts";
import type { LedgerLinkTools } from "./types.ts";
import { asPart, isPackage, membersOf } from "./whole-package.ts";

interface Group {
  readonly strands: Strand[];
  /** Place among the groups: the earlier wins where two fit alike. */
  readonly order: number;
}

/** The strands of each entry. */
export function joinStrands(strands: readonly Strand[], tools: LedgerLinkTools): Strand[][] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group[]>();
  const left: Strand[] = [];
  for (const strand of strands) {
    const keys = new Set(strand.clues.flatMap((placed) => clueKeys(placed, tools)));
    const near = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
    const { best, score } = bestOf(strand, near, tools);
    let own = best !== null && score >= tools.settings.joinAt! ? best : null;
    if (own === null && strand.steps.length > 0 && isWhole(strand)) {
      own = { strands: [], order: groups.length };
      groups.push(own);
    }
    if (own === null) {
      left.push(strand);
      continue;
    }
    own.strands.push(strand);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [own]);
      else if (!known.includes(own)) known.push(own);
    }
  }
  return settled(groups, left, byKey, tools).map(({ strands: joined }) => joined);
}

/** Entries of one strand, and what began none, that fit another entry now that it is whole ("the court had heard both sides"
 * of a case whose order is told behind it) join it. */
function settled(
  groups: readonly Group[],
  left: readonly Strand[],
  byKey: ReadonlyMap<string, readonly Group[]>,
  tools: LedgerLinkTools,
): readonly Group[] {
  const gone = new Set<Group>();
  const join = (strand: Strand, own: Group | null): boolean => {
    const keys = strand.clues.flatMap((placed) => clueKeys(placed, tools));
    const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const isOther = (one: Group) => one !== own && !gone.has(one) && (own === null || one.strands.length > 1);
    const { best, score } = bestOf(strand, new Set([...near].filter(isOther)), tools);
    if (best === null || score < tools.settings.joinAt!) return false;
    best.strands.push(strand);
    return true;
  };
  for (const group of groups)
    if (group.strands.length === 1 && join(group.strands[0]!, group)) gone.add(group);
  for (const strand of left) join(strand, null);
  for (const group of groups) {
    if (gone.has(group) || !isPackage(group.strands)) continue;
    const near = group.strands.flatMap(({ clues }) =>
      clues.flatMap((placed) => clueKeys(placed, tools).flatMap((key) => byKey.get(key) ?? [])),
    );
    const members = membersOf(
      group.strands,
      new Set(near.filter((one) => one !== group && !gone.has(one))),
      tools,
    );
    if (members.length === 0) continue;
    for (const member of members) member.strands.push(...group.strands.map(asPart));
    gone.add(group);
  }
  return groups.filter((group) => !gone.has(group));
}

const RECALL = "recall";
const LIFTED = "lifted";

/** An entry can begin with it: somebody or something is named. */
function isWhole(strand: Strand): boolean {
  const { ledger, by, on, others, kind, words, instrument, names } = strand;
  if (ledger === "contact") return by.size > 0;
  // Relations restored end the measure that broke them, where one is known.
  if (isMending(strand) && strand.steps.every((step) => step === strand.steps[0])) return false;
  // "agreed that their ambassadors return": the end of what nobody told the beginning of, from nowhere.
  if (kind === RECALL && on.size === 0 && strand.steps.every((step) => step === LIFTED)) return false;
  const isLaw = instrument !== null && (names.size > 0 || (by.size > 0 && on.size > 0));
  if (ledger === "measure" && kind === null && !isLaw) return false;
  return by.size + on.size + others.size > 0 || words.size > 0;
}

function bestOf(strand: Strand, groups: ReadonlySet<Group>, tools: LedgerLinkTools) {
  let best: Group | null = null as Group | null;
  let score = Number.NEGATIVE_INFINITY;
  for (const group of groups) {
    if (group.strands[0]!.ledger !== strand.ledger) continue;
    const own = scoreOf(strand, group.strands, tools);
    if (own > score || (own === score && best !== null && isNearer(strand, group, best)))
      [best, score] = [group, own];
  }
  return { best, score };
}

/** Of two that fit alike the one told nearest in time, then the earlier. */
function isNearer(strand: Strand, group: Group, best: Group): boolean {
  const gap = ({ strands }: Group) =>
    Math.min(
      ...strands.map(({ day }) =>
        day === null || strand.day === null ? Number.MAX_SAFE_INTEGER : Math.abs(day - strand.day),
      ),
    );
  const [own, other] = [gap(group), gap(best)];
  return own < other || (own === other && group.order < best.order);
}
