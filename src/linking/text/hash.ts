/** Words in, 32-bit keys out: FNV-1a with a final mix, the same on every machine. */
import { FNV_START, fnvOn } from "../../base/fnv.ts";

/** Key of a word. */
export function hashText(text: string): number {
  return mix(fnvOn(FNV_START, text));
}

/** Key of two keys in this order. */
export function hashPair(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15));
}

function mix(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
