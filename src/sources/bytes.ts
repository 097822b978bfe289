/** Streams of bytes: opening, unpacking under a cap, gathering under a cap, hashing. */
import { hash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Thrown inside this room where a stream outgrows its cap; turned into a refusal by the caller. */
export class TooLarge extends Error {
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`more than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}

/** Hexadecimal SHA-256 of the bytes. */
export function hashOf(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** Bytes looked at before it is decided what a stream is. */
export const HEAD_BYTES = 4096;

/** The first bytes of a stream (4 KiB or all there are) and the stream with them put back. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < HEAD_BYTES && !ended) {
    const next = await iterator.next();
    ended = next.done === true;
    if (next.done !== true) chunks.push(next.value);
    size += next.done === true ? 0 : next.value.length;
  }
  const head = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      while (!ended) {
        const next = await iterator.next();
        if (next.done === true) ended = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, whole: whole() };
}

/** True where the bytes begin like a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The unpacked stream.
 * @throws {@link TooLarge} once it has given `limitBytes` */
export async function* unpacked(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(stream);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let size = 0;
  try {
    for await (const chunk of gunzip) {
      size += chunk.length;
      if (size > limitBytes) throw new TooLarge(limitBytes);
      yield chunk;
    }
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** All bytes of the stream.
 * @throws {@link TooLarge} once they are more than `limitBytes` */
export async function gathered(stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limitBytes) throw new TooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The stream in UTF-8 where its mark says UTF-16; as it is otherwise, without a UTF-8 mark. */
export async function* inUtf8(
  stream: AsyncIterable<Uint8Array>,
  encoding: string | null,
): AsyncGenerator<Uint8Array> {
  if (encoding === null) {
    yield* stream;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
