/**
 * The head of a gzip member.
 *
 * @see RFC 1952, section 2.3
 */
import { constants, crc32, inflateRawSync } from "node:zlib";

/** Bytes of the member's head; null where they are none; "more" where they end in it. */
export function gzipHeadBytes(bytes: Buffer): number | null | "more" {
  if (bytes.length < 10) return bytes.length === 0 || bytes[0] === 0x1f ? "more" : null;
  const flags = bytes[3]!;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || (flags & 0xe0) !== 0) return null;
  let at = 10;
  if ((flags & 4) !== 0) {
    if (bytes.length < at + 2) return "more";
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return bytes.length > 70_000 ? null : "more";
    at = end + 1;
  }
  if ((flags & 2) !== 0) {
    if (bytes.length < at + 2) return "more";
    if ((crc32(bytes.subarray(0, at)) & 0xffff) !== bytes.readUInt16LE(at)) return null;
    at += 2;
  }
  return bytes.length < at ? "more" : at;
}

/** The first unpacked bytes of what may be a member; empty where it is none. */
export function firstUnpacked(bytes: Buffer): Buffer {
  const head = gzipHeadBytes(bytes);
  if (typeof head !== "number") return Buffer.alloc(0);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 };
    return inflateRawSync(bytes.subarray(head), options);
  } catch {
    return Buffer.alloc(0);
  }
}
