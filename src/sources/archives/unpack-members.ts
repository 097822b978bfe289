/**
 * The bytes of an archive in, its unpacked bytes out with marks at the gzip
 * members: where each begins, that it ended well (checksum and length are
 * checked here), or that it is damaged. After damage the next place that looks
 * like a member with a record in it is taken. Plain files pass through as one
 * member. Memory is a window, whatever a member unpacks to.
 *
 * @see RFC 1952; ISO 28500, annex on compression
 */
import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from "node:zlib";
import { ByteWindow } from "./byte-window.ts";
import { firstUnpacked, gzipHeadBytes } from "./gzip-head.ts";
import type { Piece } from "./types.ts";

const WINDOW_BYTES = 256 * 1024;
const SLICE_BYTES = 16 * 1024;
const FAST_BYTES = 4 * 1024 * 1024;
const TRAILER_BYTES = 8;
const LOOK_BYTES = 8 * 1024;
const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
const RECORD_START = /^(?:WARC\/|filedesc:|(?:https?|ftp|dns|whois|warcinfo|metadata):)/;

/** The pieces of an archive, in order. */
export async function* unpackMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const window = new ByteWindow(source);
  try {
    const head = await window.fill(3);
    const isPacked = head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
    if (isPacked) yield* packed(window);
    else yield* plain(window);
  } finally {
    await window.close();
  }
}

async function* plain(window: ByteWindow): AsyncGenerator<Piece> {
  yield { kind: "start", offset: 0 };
  for (let bytes = await window.fill(1); bytes.length > 0; bytes = await window.fill(1)) {
    window.consume(bytes.length);
    yield { kind: "data", bytes };
  }
  yield { kind: "end" };
}

async function* packed(window: ByteWindow): AsyncGenerator<Piece> {
  for (
    let bytes = await window.fill(WINDOW_BYTES);
    bytes.length > 0;
    bytes = await window.fill(WINDOW_BYTES)
  ) {
    const { offset } = window;
    const head = gzipHeadBytes(bytes);
    if (typeof head !== "number") {
      const reason = head === "more" ? "the gzip member ends in its head" : "there is no gzip member here";
      yield { kind: "start", offset };
      yield { kind: "broken", offset, reason };
      await findMember(window, offset);
      continue;
    }
    yield { kind: "start", offset };
    const fast = unpackAtOnce(bytes, head);
    if (fast !== null) {
      yield { kind: "data", bytes: fast.unpacked };
      window.consume(fast.consumed);
      yield { kind: "end" };
      continue;
    }
    const broken = yield* unpackSlowly(window, head);
    if (broken === null) yield { kind: "end" };
    else {
      yield { kind: "broken", offset, reason: broken };
      await findMember(window, offset);
    }
  }
}

/** A small member that lies whole in the window and is sound; null where it is not. */
function unpackAtOnce(bytes: Buffer, head: number): { unpacked: Buffer; consumed: number } | null {
  try {
    const options = { info: true, maxOutputLength: FAST_BYTES } as const;
    const { buffer, engine } = inflateRawSync(bytes.subarray(head), options) as unknown as {
      buffer: Buffer;
      engine: InflateRaw;
    };
    const at = head + engine.bytesWritten;
    if (at + TRAILER_BYTES > bytes.length) return null;
    const isSound = trailerFault(bytes.subarray(at), crc32(buffer), buffer.length) === null;
    return isSound ? { unpacked: buffer, consumed: at + TRAILER_BYTES } : null;
  } catch {
    return null;
  }
}

function trailerFault(trailer: Buffer, crc: number, size: number): string | null {
  if (trailer.length < TRAILER_BYTES) return "the gzip member ends before its checksum";
  if (trailer.readUInt32LE(0) !== crc >>> 0) return "the gzip checksum is wrong";
  return trailer.readUInt32LE(4) === size % 2 ** 32 ? null : "the gzip length is wrong";
}

/** Unpacks a member slice by slice; gives why it is damaged, or null. Of a damaged one that lies in the window only
 * the first byte is consumed, so that what it seems to swallow is looked through. */
async function* unpackSlowly(window: ByteWindow, head: number): AsyncGenerator<Piece, string | null> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  const ready: Buffer[] = [];
  let state: "open" | "ended" | Error = "open";
  let wake = () => {};
  inflate.on("data", (bytes: Buffer) => ready.push(bytes));
  inflate.on("end", () => {
    state = "ended";
    wake();
  });
  inflate.on("error", (error) => {
    state = error;
    wake();
  });
  const dataStart = window.offset + head;
  let [crc, size, passed] = [0, 0, dataStart];
  try {
    while (state === "open") {
      const from = passed - window.offset;
      const slice = (await window.fill(from + SLICE_BYTES)).subarray(from, from + SLICE_BYTES);
      if (slice.length === 0) return "the gzip member is cut off";
      await new Promise<void>((done) => {
        wake = done;
        inflate.write(slice, () => done());
      });
      passed += slice.length;
      for (const bytes of ready.splice(0)) {
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield { kind: "data", bytes };
      }
      if (state === "open" && passed - window.offset > WINDOW_BYTES) window.consume(passed - window.offset);
    }
    if (state !== "ended")
      return `the gzip data is broken (${(state as NodeJS.ErrnoException).code ?? "error"})`;
    const at = dataStart + inflate.bytesWritten - window.offset;
    const trailer = (await window.fill(at + TRAILER_BYTES)).subarray(at, at + TRAILER_BYTES);
    const fault = trailerFault(trailer, crc, size);
    if (fault === null) window.consume(at + TRAILER_BYTES);
    return fault;
  } finally {
    inflate.destroy();
  }
}

/** Moves the window to the next place where a member begins that holds the start of a record; to the end where there
 * is none. */
async function findMember(window: ByteWindow, damagedAt: number): Promise<void> {
  let from = window.offset === damagedAt ? 1 : 0;
  for (;;) {
    const bytes = await window.fill(from + LOOK_BYTES);
    const at = bytes.indexOf(MAGIC, from);
    if (at === -1) {
      const isEnd = bytes.length < from + LOOK_BYTES;
      window.consume(isEnd ? bytes.length : bytes.length - MAGIC.length + 1);
      if (isEnd) return;
      from = 0;
      continue;
    }
    const start = (await window.fill(at + LOOK_BYTES)).subarray(at, at + LOOK_BYTES);
    if (RECORD_START.test(firstUnpacked(start).subarray(0, 16).toString("latin1"))) {
      window.consume(at);
      return;
    }
    from = at + 1;
    if (from > WINDOW_BYTES) {
      window.consume(from);
      from = 0;
    }
  }
}
