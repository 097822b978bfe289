/**
 * Gold groups and found groups in, scores of clustering out: B-cubed (Bagga and
 * Baldwin 1998), MUC (Vilain et al. 1995), CEAF-e (Luo 2005) and their mean, the
 * CoNLL score. Groups are given as the name of the group of each thing.
 */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Thing to group. */
export type Groups = ReadonlyMap<string, string>;

function scoreOf(precision: number, recall: number): Score {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function membersOf(groups: Groups): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [thing, group] of groups) {
    const list = members.get(group);
    if (list === undefined) members.set(group, [thing]);
    else list.push(thing);
  }
  return members;
}

/** B-cubed over the things of gold. */
export function bCubed(gold: Groups, found: Groups): Score {
  const side = (by: Groups, other: Groups) => {
    let sum = 0;
    for (const list of membersOf(by).values()) {
      const counts = new Map<string, number>();
      for (const thing of list) counts.set(other.get(thing)!, (counts.get(other.get(thing)!) ?? 0) + 1);
      for (const count of counts.values()) sum += (count * count) / list.length;
    }
    return sum / by.size;
  };
  return scoreOf(side(found, gold), side(gold, found));
}

/** MUC: links of the groups; groups of one count nothing. */
export function muc(gold: Groups, found: Groups): Score {
  const side = (by: Groups, other: Groups) => {
    let kept = 0;
    let all = 0;
    for (const list of membersOf(by).values()) {
      const parts = new Set(list.map((thing) => other.get(thing) ?? thing)).size;
      kept += list.length - parts;
      all += list.length - 1;
    }
    return all === 0 ? 0 : kept / all;
  };
  return scoreOf(side(found, gold), side(gold, found));
}

/** CEAF with the entity similarity 2|K∩R| / (|K|+|R|), under the best one-to-one alignment. */
export function ceafE(gold: Groups, found: Groups): Score {
  const goldMembers = [...membersOf(gold).values()];
  const foundMembers = membersOf(found);
  const names = [...foundMembers.keys()];
  const column = new Map(names.map((name, at) => [name, at]));
  const similarity = goldMembers.map((list) => {
    const row = new Map<number, number>();
    for (const thing of list) {
      const at = column.get(found.get(thing)!)!;
      row.set(at, (row.get(at) ?? 0) + 1);
    }
    for (const [at, count] of row) {
      row.set(at, (2 * count) / (list.length + foundMembers.get(names[at]!)!.length));
    }
    return row;
  });
  const total = bestAlignment(similarity, names.length);
  return scoreOf(total / names.length, total / goldMembers.length);
}

/** Mean F1 of MUC, B-cubed and CEAF-e. */
export function conll(gold: Groups, found: Groups): number {
  return (muc(gold, found).f1 + bCubed(gold, found).f1 + ceafE(gold, found).f1) / 3;
}

/** Largest sum of a one-to-one alignment, by the connected parts of the sparse table. */
function bestAlignment(rows: readonly ReadonlyMap<number, number>[], columns: number): number {
  const rowsOfColumn: number[][] = Array.from({ length: columns }, () => []);
  for (const [at, row] of rows.entries()) for (const column of row.keys()) rowsOfColumn[column]!.push(at);
  const seen = new Set<number>();
  let total = 0;
  for (const start of rows.keys()) {
    if (seen.has(start)) continue;
    const part: number[] = [start];
    const partColumns = new Set<number>();
    seen.add(start);
    for (let i = 0; i < part.length; i++) {
      for (const column of rows[part[i]!]!.keys()) {
        if (partColumns.has(column)) continue;
        partColumns.add(column);
        for (const row of rowsOfColumn[column]!) {
          if (seen.has(row)) continue;
          part.push(row);
          seen.add(row);
        }
      }
    }
    const list = [...partColumns];
    total += hungarian(part.map((row) => list.map((column) => rows[row]!.get(column) ?? 0)));
  }
  return total;
}

/** Kuhn-Munkres on a table of gains (rows and columns may differ in number). */
export function hungarian(gains: readonly (readonly number[])[]): number {
  const size = Math.max(gains.length, gains[0]?.length ?? 0);
  const cost = (i: number, j: number) => -(gains[i]?.[j] ?? 0);
  const u = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const match = new Int32Array(size + 1);
  for (let i = 1; i <= size; i++) {
    const way = new Int32Array(size + 1);
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    match[0] = i;
    let j0 = 0;
    do {
      used[j0] = 1;
      const i0 = match[j0]!;
      let delta = Number.POSITIVE_INFINITY;
      let j1 = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j] === 1) continue;
        const reduced = cost(i0 - 1, j - 1) - u[i0]! - v[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = j0;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          j1 = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j] === 1) {
          u[match[j]!] = u[match[j]!]! + delta;
          v[j] = v[j]! - delta;
        } else least[j] = least[j]! - delta;
      }
      j0 = j1;
    } while (match[j0] !== 0);
    while (j0 !== 0) {
      const j1 = way[j0]!;
      match[j0] = match[j1]!;
      j0 = j1;
    }
  }
  let total = 0;
  for (let j = 1; j <= size; j++) total -= match[j]! > 0 ? cost(match[j]! - 1, j - 1) : 0;
  return total;
}
