/** Tables of whole numbers that are searched by hash, with open addressing or chains. */

/** Slots for so many things: a power of two, at most two thirds of them taken. */
export function slotsFor(things: number): Int32Array {
  let size = 16;
  while (size < 1.5 * things) size *= 2;
  return new Int32Array(size);
}

/** The slot of a table at which a search for this hash begins. */
export function slotOf(hash: number, slots: Int32Array): number {
  return (hash ^ (hash >>> 15)) & (slots.length - 1);
}
