/**
 * Bytes of a ZIP file and a name in, the bytes of that entry out, under a cap.
 *
 * The central directory alone says what there is. Encrypted, split and ZIP64 files are refused: a document that
 * holds one report after another in 15 MiB needs none of them.
 *
 * @see PKWARE's APPNOTE, version 6.3, sections 4.3 and 4.4
 */
import { crc32, inflateRawSync } from "node:zlib";
import { mebibytes } from "../refusal.ts";
import { BadDocument } from "./types.ts";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;
const WIDE = 0xffffffff;
const ENCRYPTED = 1;

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** True where the bytes begin like a ZIP file. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** The entry's bytes, unpacked and checked; null where the file has none of that name.
 * @throws {@link BadDocument} where the file is broken, locked, or unpacks to more than `limitBytes` */
export function zipEntry(file: Buffer, name: string, limitBytes: number): Buffer | null {
  const entry = entriesOf(file).get(name);
  if (entry === undefined) return null;
  const { method, flags, crc, packedBytes, bytes, offset } = entry;
  if ((flags & ENCRYPTED) !== 0)
    throw new BadDocument("is locked with a password", "sources/locked-document");
  if (packedBytes === WIDE || bytes === WIDE || offset === WIDE) throw new BadDocument("is a ZIP64 file");
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL)
    throw new BadDocument("is broken: an entry is not where its directory says");
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packedBytes > file.length) throw new BadDocument("is cut off");
  const unpacked = unpack(file.subarray(start, start + packedBytes), method, limitBytes);
  if (crc32(unpacked) !== crc) throw new BadDocument("is broken: an entry does not have its checksum");
  return unpacked;
}

function unpack(packed: Buffer, method: number, limitBytes: number): Buffer {
  const tooLarge = () =>
    new BadDocument(`unpacks to more than ${mebibytes(limitBytes)}`, "sources/too-large");
  if (method === 0) {
    if (packed.length > limitBytes) throw tooLarge();
    return packed;
  }
  if (method !== 8) throw new BadDocument(`is packed by a method that is not read (${method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: limitBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : new BadDocument(`is broken (${code})`);
  }
}

function entriesOf(file: Buffer): Map<string, Entry> {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new BadDocument(`holds more than ${MOST_ENTRIES} entries`);
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL)
      throw new BadDocument("is broken: its directory cannot be read");
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameBytes);
    if (!entries.has(name))
      entries.set(name, {
        flags: file.readUInt16LE(at + 8),
        method: file.readUInt16LE(at + 10),
        crc: file.readUInt32LE(at + 16),
        packedBytes: file.readUInt32LE(at + 20),
        bytes: file.readUInt32LE(at + 24),
        offset: file.readUInt32LE(at + 42),
      });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the end of the central directory stands; a comment may follow it. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  for (let at = file.length - END_BYTES; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw new BadDocument("is cut off: it has no directory");
}
