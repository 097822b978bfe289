/**
 * Addresses that stay whole: sites, e-mail addresses, handles and hash tags.
 * Trailing punctuation is not part of them.
 */
import { isWordUnit } from "./characters.ts";

/** Longest address kept whole, in code units; longer ones are split like words. */
const MAX_LENGTH = 2000;
const SITE = /^(?:https?:\/\/|ftp:\/\/|www\.)\S/i;
const MAIL = /^[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/;
const HANDLE = /^[@#][A-Za-z_]\w{1,60}/;

/** Offset after the address that starts at `at`; `at` itself when none starts there. */
export function siteEnd(text: string, at: number, end: number): number {
  if (end - at < 3 || end - at > MAX_LENGTH) return at;
  const code = text.charCodeAt(at);
  if (code === 0x40 || code === 0x23) {
    const handle = HANDLE.exec(text.slice(at, Math.min(end, at + 64)));
    return handle === null ? at : at + handle[0].length;
  }
  if (!isWordUnit(code) || (at > 0 && isWordUnit(text.charCodeAt(at - 1)))) return at;
  const chunk = text.slice(at, end);
  if (chunk.includes("@")) {
    const mail = MAIL.exec(chunk);
    if (mail !== null) return at + mail[0].length;
  }
  if (!SITE.test(chunk)) return at;
  let last = end;
  while (last > at && /[.,;:!?"'”’)\]>}]/.test(text[last - 1] as string)) last--;
  return last;
}
