/** Up to three strings in, one of 2^19 numbers out: FNV-1a over their UTF-16 code units. */

/** Number of weights that the features are hashed into. */
export const BUCKETS = 1 << 19;

/** The bucket of a feature. */
export function hash(name: string, one = "", two = ""): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ 0x1f, 0x01000193);
  for (let at = 0; at < one.length; at++) value = Math.imul(value ^ one.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ 0x1f, 0x01000193);
  for (let at = 0; at < two.length; at++) value = Math.imul(value ^ two.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}
