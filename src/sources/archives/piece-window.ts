/**
 * Pieces of an archive in, a window on its unpacked bytes out, which knows at
 * which byte of the file it begins, whether the next bytes begin a member, and
 * whether the member at hand has turned out to be damaged. Damage stops the
 * filling until the reader has passed it.
 */
import type { Piece } from "./types.ts";

type Broken = Piece & { readonly kind: "broken" };

export class PieceWindow {
  readonly #pieces: AsyncIterator<Piece>;
  #data: Buffer = Buffer.alloc(0);
  /** Beginnings of members: place in the unpacked bytes and byte of the file. */
  #members: { readonly at: number; readonly offset: number }[] = [];
  /** Place of the window in the unpacked bytes. */
  #at = 0;
  #ended = false;
  #broken: Broken | null = null;

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Tries to hold this many bytes; fewer come at the end and before damage. */
  async fill(count: number): Promise<Buffer> {
    if (this.#data.length >= count) return this.#data;
    const chunks: Buffer[] = [this.#data];
    let size = this.#data.length;
    while (size < count && !this.#ended && this.#broken === null) {
      const next = await this.#pieces.next();
      if (next.done === true) this.#ended = true;
      else if (next.value.kind === "data") {
        chunks.push(next.value.bytes);
        size += next.value.bytes.length;
      } else if (next.value.kind === "start") {
        this.#members.push({ at: this.#at + size, offset: next.value.offset });
      } else if (next.value.kind === "broken") this.#broken = next.value;
    }
    if (chunks.length > 1) this.#data = Buffer.concat(chunks);
    return this.#data;
  }

  get held(): Buffer {
    return this.#data;
  }

  /** The damage at which the filling has stopped; null where there is none. */
  get broken(): Broken | null {
    return this.#broken;
  }

  /** Where the window begins: byte of the file, or of the member and the unpacked bytes since its beginning. */
  place(isPacked: boolean): { readonly offset: number; readonly inside: number } {
    const member = this.#members.findLast(({ at }) => at <= this.#at);
    if (member === undefined) return { offset: this.#at, inside: 0 };
    const inside = this.#at - member.at;
    return isPacked ? { offset: member.offset, inside } : { offset: member.offset + inside, inside: 0 };
  }

  /** Bytes from the window's beginning to the next member after `ahead`; null where none has begun in what is held. */
  nextMember(ahead: number): number | null {
    const member = this.#members.find(({ at }) => at > this.#at + ahead);
    return member === undefined ? null : member.at - this.#at;
  }

  consume(count: number): void {
    this.#data = this.#data.subarray(count);
    this.#at += count;
    while (this.#members.length > 1 && this.#members[1]!.at <= this.#at) this.#members.shift();
  }

  /** Drops what is held and goes on after the damage. */
  passBroken(): void {
    this.consume(this.#data.length);
    this.#broken = null;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
