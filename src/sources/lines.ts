/**
 * A stream of bytes in, its lines out, each with its number. A line over the
 * limit is dropped as it streams, so memory stays at one line; it comes out as
 * a line without bytes.
 */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without the line end; null where the line is longer than the limit. */
  readonly bytes: Buffer | null;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The lines of the stream; the last one counts without a line feed too. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<ByteLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size > limitBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): ByteLine => {
    const bytes =
      size > limitBytes ? null : withoutReturn(parts.length === 1 ? viewOf(parts[0]!) : Buffer.concat(parts));
    parts = [];
    size = 0;
    return { number: number++, bytes };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

/** The same bytes, not copied: a line is used up before the next one is asked for. */
function viewOf(part: Uint8Array): Buffer {
  return Buffer.from(part.buffer, part.byteOffset, part.length);
}
