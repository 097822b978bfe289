/**
 * The state of the arc-hybrid parser (Kuhlmann et al. 2011) over one sentence:
 * a stack, the words still to come, and the arcs made so far. The root stands
 * after the last word.
 */

export const SHIFT = 0;
/** The next word becomes head of the top of the stack. */
export const LEFT = 1;
/** The word below the top of the stack becomes head of the top. */
export const RIGHT = 2;

export class ParseState {
  readonly size: number;
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Outermost children found so far, -1 where none; index `size` is the root. */
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly valency: Int32Array;
  depth = 0;
  next = 0;

  constructor(size: number) {
    this.size = size;
    this.stack = new Int32Array(size + 1);
    this.heads = new Int32Array(size + 1).fill(-1);
    this.labels = new Int32Array(size + 1).fill(-1);
    this.leftmost = new Int32Array(size + 1).fill(-1);
    this.rightmost = new Int32Array(size + 1).fill(-1);
    this.valency = new Int32Array(size + 1);
  }

  /** Word `i` of the stack from its top, -1 where there is none. */
  stackAt(i: number): number {
    return i < this.depth ? (this.stack[this.depth - 1 - i] as number) : -1;
  }

  done(): boolean {
    return this.next === this.size && this.depth === 0;
  }

  allowed(action: number): boolean {
    if (action === SHIFT) return this.next < this.size;
    if (action === LEFT) return this.depth > 0 && (this.next < this.size || this.depth === 1);
    return this.depth > 1;
  }

  apply(action: number, label: number): void {
    if (action === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stackAt(0);
    const head = action === LEFT ? this.next : this.stackAt(1);
    this.depth--;
    this.heads[child] = head;
    this.labels[child] = label;
    this.valency[head] = (this.valency[head] as number) + 1;
    const left = this.leftmost[head] as number;
    const right = this.rightmost[head] as number;
    if (child < head && (left < 0 || child < left)) this.leftmost[head] = child;
    if (child > head && child > right) this.rightmost[head] = child;
  }
}
