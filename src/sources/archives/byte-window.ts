/**
 * A stream of bytes in, a window on it out that can be looked at before it is
 * consumed: a place to look ahead and to go on after damage. Memory is what is
 * asked for and not yet consumed.
 */
export class ByteWindow {
  readonly #source: AsyncIterator<Uint8Array>;
  #data: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Byte of the stream at which the window begins. */
  offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Tries to hold this many bytes; fewer come only at the end of the stream. */
  async fill(count: number): Promise<Buffer> {
    if (this.#data.length >= count || this.#ended) return this.#data;
    const chunks: Uint8Array[] = [this.#data];
    let size = this.#data.length;
    while (size < count && !this.#ended) {
      const next = await this.#source.next();
      if (next.done === true) this.#ended = true;
      else {
        chunks.push(next.value);
        size += next.value.length;
      }
    }
    this.#data = Buffer.concat(chunks);
    return this.#data;
  }

  /** What is held. */
  get held(): Buffer {
    return this.#data;
  }

  consume(count: number): void {
    this.#data = this.#data.subarray(count);
    this.offset += count;
  }

  /** Closes the stream. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
