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
const META = /<meta\s[^>]{0,400}>/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Bytes read as text. */
export interface DecodedText {
  readonly text: string;
  /** Name of the character set by the Encoding Standard, in lower case. */
  readonly charset: string;
}

/** The text of the bytes; null where they are binary. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
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
  if (utf8 !== null) return controls(utf8.text) > MOST_CONTROLS ? null : utf8;
  const named = metaCharset(Buffer.from(sample).toString("latin1"));
  const legacy = decoded(bytes, named ?? "windows-1252") ?? decoded(bytes, "windows-1252");
  return legacy === null || controls(legacy.text) > MOST_CONTROLS ? null : legacy;
}

/** The charset that a page's meta elements name, as the HTML Standard looks for it: none in comments, a
 * description is no Content-Type, and who says UTF-16 in bytes that can be read as letters means UTF-8. */
function metaCharset(sample: string): string | null {
  for (const [element] of sample.replace(COMMENT, "").matchAll(META)) {
    const own = /\scharset\s*=\s*(?:"\s*([^">]{2,40}?)\s*"|'\s*([^'>]{2,40}?)\s*'|([^\s"'>;]{2,40}))/i.exec(
      element,
    );
    const isType = /\shttp-equiv\s*=\s*["']?content-type/i.test(element);
    const inType = isType ? /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(element) : null;
    const name = own?.[1] ?? own?.[2] ?? own?.[3] ?? inType?.[1];
    if (name === undefined || !isCharset(name)) continue;
    if (/^utf-?16/i.test(name)) return "utf-8";
    return /^x-user-defined$/i.test(name) ? "windows-1252" : name;
  }
  return null;
}

function isCharset(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return /^x-user-defined$/i.test(name);
  }
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

/** The text in this encoding; null where the bytes are none in it. */
export function decoded(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes), charset: decoder.encoding };
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
