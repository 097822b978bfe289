/** 32-bit hashes of words and of feature parts (FNV-1a, finished as in MurmurHash3). */

import { FNV_START, fnvOn } from "../../base/fnv.ts";

/** Hash of a stretch of a string. */
export function hashText(text: string, from = 0, to = text.length): number {
  return fnvOn(FNV_START, text, from, to) >>> 0;
}

/** Key of a feature: the number of its template and one part. */
export function key1(template: number, a: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Key of a feature with two parts. */
export function key2(template: number, a: number, b: number): number {
  return key1(template, Math.imul(a, 0x27d4eb2f) ^ ((b << 15) | (b >>> 17)));
}

/** Key of a feature with three parts. */
export function key3(template: number, a: number, b: number, c: number): number {
  return key2(template, Math.imul(a, 0x165667b1) ^ ((b << 11) | (b >>> 21)), c);
}
