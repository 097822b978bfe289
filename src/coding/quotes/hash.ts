/** Up to three strings in, one of 2^19 numbers out: FNV-1a over their UTF-16 code units. */
import { FNV_START, fnvOn } from "../../base/fnv.ts";

/** Parts what is hashed together. */
const PART = "\u001f";
/** Number of weights that the features are hashed into. */
export const BUCKETS = 1 << 19;

/** The bucket of a feature. */
export function hash(name: string, one = "", two = ""): number {
  let value = fnvOn(fnvOn(FNV_START, name), PART);
  value = fnvOn(fnvOn(value, one), PART);
  value = fnvOn(value, two);
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}
