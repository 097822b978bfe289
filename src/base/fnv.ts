/**
 * FNV-1a with 32 bits over the UTF-16 code units of a text, signed, so that it can
 * be carried on with the next stretch. Fowler, Noll, Vo (draft-eastlake-fnv).
 */

/** What a hash begins with. */
export const FNV_START = 0x811c9dc5 | 0;
/** What it is multiplied with after each code unit; for loops that do other things with the units, too. */
export const FNV_PRIME = 0x01000193;

/** The hash, carried on over the code units from `from` to `to`. */
export function fnvOn(hash: number, text: string, from = 0, to = text.length): number {
  let on = hash;
  for (let at = from; at < to; at++) on = Math.imul(on ^ text.charCodeAt(at), FNV_PRIME);
  return on;
}
