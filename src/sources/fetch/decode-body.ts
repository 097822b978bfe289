/**
 * Bytes and what was said of their charset in, text out, in the order of the
 * browsers: byte-order mark, HTTP header, what the bytes themselves declare,
 * strict UTF-8, windows-1252. A header that names a charset in which the bytes
 * are no text is passed over.
 *
 * @see https://encoding.spec.whatwg.org/
 */
import { type DecodedText, decoded, decodeText, markedEncoding } from "../decode.ts";

/** The charset that a Content-Type names; null where it names none. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The media type of a Content-Type in lower case; null where there is none. */
export function mediaTypeOf(contentType: string | null): string | null {
  return /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The text of a page's bytes; null where they are none. */
export function decodeBody(bytes: Uint8Array, charset: string | null): DecodedText | null {
  if (charset !== null && markedEncoding(bytes) === null && !bytes.subarray(0, 4096).includes(0)) {
    const text = decoded(bytes, charset);
    if (text !== null) return text;
  }
  return decodeText(bytes);
}

/** The text of an XML file's bytes, whose declaration may name the charset. */
export function decodeXml(bytes: Uint8Array, charset: string | null): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return loosely(bytes, marked);
  const [first, second] = bytes;
  if (first === 0x3c && second === 0) return loosely(bytes, "utf-16le");
  if (first === 0 && second === 0x3c) return loosely(bytes, "utf-16be");
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ?? null;
  const asked = [charset, declared, "utf-8"].filter((name) => name !== null && !/^utf-?16/i.test(name));
  for (const name of asked) {
    const read = decoded(bytes, name!);
    if (read !== null) return read.text;
  }
  return loosely(bytes, declared ?? "windows-1252");
}

function loosely(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
