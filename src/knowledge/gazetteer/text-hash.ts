/** Hash of a stretch of a text that can be carried on with the next stretch (FNV-1a, 32 bits). */

/** What `hashOn` begins with. */
export const HASH_START = 0x811c9dc5 | 0;

/** The hash, carried on over the letters from `from` to `to`. */
export function hashOn(hash: number, text: string, from = 0, to = text.length): number {
  let on = hash;
  for (let at = from; at < to; at++) on = Math.imul(on ^ text.charCodeAt(at), 0x01000193);
  return on;
}

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
