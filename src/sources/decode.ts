/**
 * Bytes in, text out, or null where they are no text. A byte-order mark decides
 * first, then strict UTF-8, then the charset that an HTML page names, then
 * windows-1252 for old texts. Bytes with NULs are text only as UTF-16.
 */

/** How far NULs, marks and charset names are looked for, in bytes. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of control characters from which windows-1252 is no text any more. */
const MOST_CONTROLS = 0.002;
/** First bytes of formats that may hold no NUL: PDF, ZIP, GIF, PNG, JPEG, RTF-like containers of Office. */
const MAGIC = [
  "%PDF-",
  "PK\u0003\u0004",
  "GIF8",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "\u00d0\u00cf\u0011\u00e0",
];
const HAS_CONTROL = /[\x00-\x08\x0b\x0e-\x1f]/;
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f]/g;
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})/i;

/** The text of the bytes; null where they are binary. */
export function decodeText(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const marked = markedEncoding(sample);
  if (marked !== null) return decoded(bytes, marked);
  const head = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, 8)).toString("latin1");
  if (MAGIC.some((magic) => head.startsWith(magic))) return null;
  if (bytes.includes(0)) {
    const wide = wideEncoding(sample);
    return wide === null ? null : decoded(bytes, wide);
  }
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== null) return controls(utf8) > MOST_CONTROLS ? null : utf8;
  const named = CHARSET.exec(Buffer.from(sample).toString("latin1"))?.[1];
  const legacy = decoded(bytes, named ?? "windows-1252") ?? decoded(bytes, "windows-1252");
  return legacy === null || controls(legacy) > MOST_CONTROLS ? null : legacy;
}

/** The encoding that a byte-order mark names. */
export function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: nearly every second byte of Latin text is NUL. */
function wideEncoding(sample: Uint8Array): string | null {
  let [even, odd] = [0, 0];
  for (let k = 0; k < sample.length; k++) if (sample[k] === 0) k % 2 === 0 ? even++ : odd++;
  const pairs = sample.length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of control characters other than tab, line feed, form feed, carriage return; C1 of legacy text included. */
function controls(text: string): number {
  const length = Math.min(text.length, SAMPLE_BYTES);
  if (length === 0) return 0;
  const sample = text.length > length ? text.slice(0, length) : text;
  const count = HAS_CONTROL.test(sample) ? (sample.match(CONTROLS)?.length ?? 0) : 0;
  return count / length;
}
