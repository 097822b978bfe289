/**
 * A tree in, the same tree out with the marks that need no judgement where the
 * treebanks have them: the full stop at the end on the root (98 % of the English
 * Web Treebank), both marks of a pair on the head of what stands between them
 * (98 %). Commas and dashes are left to the network.
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
