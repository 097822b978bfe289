/** Stretches of a text that are taken, kept by blocks so that a look-up does not grow with their number. */
import type { Span } from "../../base/types.ts";

/** Characters of a block, as a power of two. */
const BLOCK = 8;

export class Taken {
  readonly #blocks = new Map<number, Span[]>();

  add(span: Span): void {
    for (let block = span.start >> BLOCK; block <= span.end >> BLOCK; block++) {
      const list = this.#blocks.get(block);
      if (list === undefined) this.#blocks.set(block, [span]);
      else list.push(span);
    }
  }

  overlaps(span: Span): boolean {
    for (let block = span.start >> BLOCK; block <= span.end >> BLOCK; block++)
      for (const one of this.#blocks.get(block) ?? [])
        if (one.start < span.end && span.start < one.end) return true;
    return false;
  }
}
