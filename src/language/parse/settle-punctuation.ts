/**
 * A tree in, the same tree out with the marks that need no judgement where the
 * treebanks have them: the full stop at the end on the root (98 % of the English
 * Web Treebank), both marks of a pair on the head of what stands between them
 * (98 %), commas, colons and dashes on the head of what they set apart (97 %), as
 * the guidelines of Universal Dependencies have it: a mark before or behind a
 * subordinate unit hangs on that unit.
 */

/** The relation of marks. */
const MARK = "punct";
/** Penn Treebank tags of what opens and closes a pair, and of what ends a sentence. */
const OPENING: ReadonlySet<string> = new Set(["``", "-LRB-"]);
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["''", "``"],
  ["-RRB-", "-LRB-"],
]);
const ENDING = ".";
const DIVIDING: ReadonlySet<string> = new Set([",", ":", "HYPH"]);

/** The one word between two places whose head lies outside them; -1 when there is none or more than one. */
function headBetween(
  heads: readonly number[],
  deprels: readonly string[],
  open: number,
  close: number,
): number {
  let found = -1;
  for (let i = open + 1; i < close; i++) {
    const head = heads[i] as number;
    if (deprels[i] === MARK || (head > open && head < close)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

/** What hangs together on one side of a place: its topmost word that is reached from `from` without leaving the side, and all on the way. */
function unit(heads: readonly number[], from: number, inside: (i: number) => boolean): Set<number> {
  const way = new Set([from]);
  let at = from;
  for (let head = heads[at] as number; head >= 0 && inside(head); head = heads[at] as number) {
    way.add(head);
    at = head;
  }
  return way;
}

/** Head of the unit that the mark at `mark` sets apart: the one beside it that hangs on the other side; -1 when there is none. */
function headOfDivided(heads: readonly number[], deprels: readonly string[], mark: number): number {
  let before = mark - 1;
  while (before >= 0 && deprels[before] === MARK) before--;
  let behind = mark + 1;
  while (behind < heads.length && deprels[behind] === MARK) behind++;
  if (before < 0 || behind >= heads.length) return -1;
  const left = unit(heads, before, (i) => i < mark);
  const right = unit(heads, behind, (i) => i > mark);
  const leftTop = [...left].at(-1) as number;
  const rightTop = [...right].at(-1) as number;
  const leftHead = heads[leftTop] as number;
  const rightHead = heads[rightTop] as number;
  // both may hang on the other side: then the one that hangs on the other unit is the lower
  if (rightHead >= 0 && rightHead < mark && (leftHead < mark || left.has(rightHead))) return rightTop;
  if (leftHead > mark && (rightHead < 0 || rightHead > mark || right.has(leftHead))) return leftTop;
  return -1;
}

/** Heads with the marks settled; words and their relations stay.
 * @param heads index of each word's head, -1 for the root */
export function settlePunctuation(
  heads: readonly number[],
  deprels: readonly string[],
  xpos: readonly string[],
): number[] {
  const settled = [...heads];
  const carries = new Set(heads);
  const free = (i: number) => deprels[i] === MARK && !carries.has(i);
  const last = heads.length - 1;
  if (last > 0 && xpos[last] === ENDING && free(last)) settled[last] = heads.indexOf(-1);
  const open: number[] = [];
  xpos.forEach((tag, i) => {
    if (DIVIDING.has(tag) && free(i)) {
      const head = headOfDivided(heads, deprels, i);
      if (head >= 0) settled[i] = head;
    }
    if (OPENING.has(tag)) open.push(i);
    const opening = CLOSING.get(tag);
    if (opening === undefined || xpos[open.at(-1) ?? -1] !== opening) return;
    const start = open.pop() as number;
    const head = headBetween(heads, deprels, start, i);
    if (head < 0) return;
    for (const mark of [start, i]) if (free(mark)) settled[mark] = head;
  });
  return settled;
}
