/**
 * Groups that are merged two by two, with the ties between them, kept in a few
 * long lists of numbers: where reports copy one another, a million ties are grouped
 * at once. A group goes by the place of its first member among all of them.
 */

export class TiedGroups {
  /** Members of each group; none where it went up in another. */
  readonly members: number[][];
  /** A place of the same group that comes before, or itself. */
  readonly #before: Int32Array;
  /** Ties of each group, by their numbers, those that ended among them. */
  readonly #ties: number[][];
  /** A place at both ends of each tie, the sum of its scores and their number; ended where that is 0. */
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;
  /** While ties are put together: number of the tie to each group. */
  readonly #tieTo: Int32Array;
  /** Groups that must not be merged. */
  readonly #apart = new Map<number, Set<number>>();
  readonly #missing: number;

  /** @param count of members, each a group of its own
   * @param most ties that are added
   * @param missing what a pair without a tie counts for, 0 to 1 */
  constructor(count: number, most: number, missing: number) {
    this.members = Array.from({ length: count }, (_, place) => [place]);
    this.#before = Int32Array.from({ length: count }, (_, place) => place);
    this.#ties = Array.from({ length: count }, () => []);
    this.#a = new Int32Array(most);
    this.#b = new Int32Array(most);
    this.#sums = new Float64Array(most);
    this.#counts = new Int32Array(most);
    this.#tieTo = new Int32Array(count).fill(-1);
    this.#missing = missing;
  }

  /** The group of a place. */
  groupOf(place: number): number {
    const before = this.#before;
    let at = place;
    while (before[at] !== at) {
      before[at] = before[before[at]!]!;
      at = before[at]!;
    }
    return at;
  }

  /** Adds a tie of two groups under this number; more ties of the same two are put together by `settle`. */
  tie(number: number, a: number, b: number, score: number): void {
    this.#a[number] = a;
    this.#b[number] = b;
    this.#sums[number] = score;
    this.#counts[number] = 1;
    this.#ties[a]!.push(number);
    this.#ties[b]!.push(number);
  }

  /** Puts the ties of the same two groups together, in the order in which they were added. */
  settle(): void {
    for (const [group, ties] of this.#ties.entries()) {
      this.#gather(group, ties, []);
      this.#forget(group, ties);
    }
  }

  keepApart(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.#apart.set(one, (this.#apart.get(one) ?? new Set()).add(other));
  }

  areApart(a: number, b: number): boolean {
    return this.#apart.get(a)?.has(b) === true;
  }

  /** The group at the other end of the tie; -1 where it ended or is none of this group. */
  across(group: number, tie: number): number {
    if (this.#counts[tie] === 0) return -1;
    const [a, b] = [this.groupOf(this.#a[tie]!), this.groupOf(this.#b[tie]!)];
    return a === group ? b : b === group ? a : -1;
  }

  /** Average score of the two groups of the tie. */
  average(tie: number, a: number, b: number): number {
    const count = this.#counts[tie]!;
    const pairs = this.members[a]!.length * this.members[b]!.length;
    return this.#sums[tie]! / (count + (pairs - count) * this.#missing);
  }

  /** The ties of the group, none of which has ended. */
  tiesOf(group: number): readonly number[] {
    const ties = this.#ties[group]!;
    let kept = 0;
    for (const tie of ties) if (this.#counts[tie] !== 0) ties[kept++] = tie;
    ties.length = kept;
    return ties;
  }

  /** Merges the second, which comes after the first, into the first. */
  merge(a: number, b: number): void {
    const ties: number[] = [];
    this.#before[b] = a;
    this.#gather(a, this.#ties[a]!, ties);
    this.#gather(a, this.#ties[b]!, ties);
    this.#forget(a, ties);
    this.#ties[a] = ties;
    this.#ties[b] = [];
    for (const member of this.members[b]!) this.members[a]!.push(member);
    this.members[b] = [];
    for (const other of this.#apart.get(b) ?? []) {
      this.#apart.get(other)!.delete(b);
      this.keepApart(a, other);
    }
    this.#apart.delete(b);
  }

  /** Puts ties of the group that lead to one other together; the first of each goes into `into`. What leads to the group itself ends. */
  #gather(group: number, ties: readonly number[], into: number[]): void {
    for (const tie of ties) {
      if (this.#counts[tie] === 0) continue;
      const other = this.across(group, tie);
      const known = this.#tieTo[other]!;
      if (other !== group && known === -1) {
        this.#tieTo[other] = tie;
        into.push(tie);
        continue;
      }
      if (other !== group) {
        this.#sums[known]! += this.#sums[tie]!;
        this.#counts[known]! += this.#counts[tie]!;
      }
      this.#counts[tie] = 0;
    }
  }

  #forget(group: number, ties: readonly number[]): void {
    for (const tie of ties) {
      const other = this.across(group, tie);
      if (other !== -1) this.#tieTo[other] = -1;
    }
  }
}
