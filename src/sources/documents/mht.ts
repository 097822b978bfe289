/**
 * Bytes of a saved page (.mht, .mhtml) in, the page with its address out: the first part in HTML of the MIME
 * message, else the first in plain text. Pictures, styles and frames beside it are left out.
 *
 * @see RFC 2557, RFC 2045
 */
import { charsetOf, decodeBody, mediaTypeOf } from "../fetch/decode-body.ts";
import { BadDocument, type DocumentText } from "./types.ts";

/** Messages inside messages that are looked into. */
const MOST_DEEP = 5;
const MOST_PARTS = 10_000;
const LONGEST_HEAD = 256 * 1024;

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** True where the bytes begin like a MIME message. */
export function isMht(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 4096)).toString("latin1");
  return /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?content-type:\s*multipart\/related/i.test(start);
}

/** The page in the message.
 * @throws {@link BadDocument} where it holds none */
export function pageOfMht(bytes: Buffer): DocumentText {
  const message = partOf(bytes.toString("latin1"));
  const found = htmlIn(message, 0, { left: MOST_PARTS });
  if (found === null) throw new BadDocument("holds no page");
  const { headers, body } = found;
  const type = headers.get("content-type") ?? null;
  const read = decodeBody(decoded(body, headers.get("content-transfer-encoding") ?? ""), charsetOf(type));
  if (read === null) throw new BadDocument("holds a page whose bytes are no text", "sources/binary");
  const address = headers.get("content-location") ?? message.headers.get("snapshot-content-location") ?? "";
  const given = /^https?:\/\//i.test(address) ? { url: address } : {};
  return {
    kind: mediaTypeOf(type) === "text/plain" ? "text" : "html",
    content: read.text,
    charset: read.charset,
    given,
  };
}

function htmlIn(part: Part, depth: number, budget: { left: number }): Part | null {
  const type = part.headers.get("content-type") ?? "text/plain";
  const media = mediaTypeOf(type);
  if (media === "text/html" || media === "application/xhtml+xml") return part;
  if (media === null || !media.startsWith("multipart/") || depth >= MOST_DEEP) return null;
  const boundary = /;\s*boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw new BadDocument("names no boundary between its parts");
  let text: Part | null = null;
  for (const inner of partsOf(part.body, name)) {
    if (budget.left-- <= 0) throw new BadDocument(`has more than ${MOST_PARTS} parts`);
    const found = htmlIn(inner, depth + 1, budget);
    if (found !== null) return found;
    if (text === null && mediaTypeOf(inner.headers.get("content-type") ?? null) === "text/plain")
      text = inner;
  }
  return text;
}

function* partsOf(body: string, boundary: string): Generator<Part> {
  const mark = `--${boundary}`;
  let start = body.indexOf(mark);
  while (start !== -1) {
    const from = start + mark.length;
    if (body.startsWith("--", from)) return;
    const end = body.indexOf(mark, from);
    // The line ends around a part belong to the boundaries.
    const part = body.slice(from, end === -1 ? body.length : end);
    yield partOf(part.replace(/^[ \t]*\r?\n/, "").replace(/\r?\n$/, ""));
    start = end;
  }
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n|^\r?\n/.exec(text.slice(0, LONGEST_HEAD));
  if (end === null) return { headers: new Map(), body: text };
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return { headers, body: text.slice(end.index + end[0].length) };
}

function decoded(body: string, encoding: string): Buffer {
  const name = encoding.toLowerCase().trim();
  if (name === "base64") return Buffer.from(body, "base64");
  if (name !== "quoted-printable") return Buffer.from(body, "latin1");
  const joined = body.replace(/=[ \t]*\r?\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
