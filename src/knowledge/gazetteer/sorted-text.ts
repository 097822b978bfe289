/**
 * Binary search in the bytes of a text (byte-text.ts) whose lines, the head aside, are sorted by code unit.
 * Lines end with a line feed; nothing is copied but what is compared.
 */

import { bytesOf, lettersOf } from "./byte-text.ts";

/** Where the first line starts that is not less than `prefix`; the text's length where none is. */
export function lineAt(text: string, prefix: string): number {
  let low = text.indexOf("\n") + 1;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = text.lastIndexOf("\n", middle - 1) + 1;
    if (text.slice(start, start + prefix.length) < prefix) low = text.indexOf("\n", middle) + 1;
    else high = Math.max(low, start);
    if (low === 0) return text.length;
  }
  return low;
}

/** Cells of the first line whose first cell is `key`, or null. */
export function rowAt(text: string, key: string): string[] | null {
  const ahead = bytesOf(`${key}\t`);
  const start = lineAt(text, ahead);
  if (!text.startsWith(ahead, start)) return null;
  return lettersOf(text.slice(start, text.indexOf("\n", start))).split("\t");
}
