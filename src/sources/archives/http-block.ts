/** The block of a captured HTTP response in, its status, headers and body out, chunks put together. */
import { endOfHead, fieldsOf } from "./warc-form.ts";

export interface HttpBlock {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** As captured. */
  readonly raw: Buffer;
  /** Without the chunk sizes, where the capture kept them; the same as `raw` otherwise. */
  readonly body: Buffer;
}

/** The response; null where the block is none. */
export function parseHttpBlock(block: Buffer): HttpBlock | null {
  const line = /^HTTP\/\d(?:\.\d)? +(\d{3})[^\r\n]{0,2000}\r?\n/i.exec(
    block.subarray(0, 4096).toString("latin1"),
  );
  if (line === null) return null;
  const end = endOfHead(block);
  const headEnd = end === -1 ? block.length : end;
  const headers = fieldsOf(block.subarray(line[0].length, headEnd).toString("latin1"));
  const raw = block.subarray(headEnd);
  const isChunked = /chunked/i.test(headers.get("transfer-encoding") ?? "");
  return { status: Number(line[1]), headers, raw, body: isChunked ? (joinChunks(raw) ?? raw) : raw };
}

/** The body without chunk sizes; null where it has none, as many captures have already joined it. */
function joinChunks(raw: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = raw.indexOf("\n", at);
    if (end === -1 || end - at > 200) return null;
    const size = /^([0-9a-f]{1,8})\s*(?:;[^\r\n]*)?\r?$/i.exec(raw.subarray(at, end).toString("latin1"))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    if (end + 1 + length > raw.length) return null;
    parts.push(raw.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (raw[at] === 13) at++;
    if (raw[at] === 10) at++;
    if (at >= raw.length) return Buffer.concat(parts);
  }
}
