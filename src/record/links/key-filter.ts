/**
 * Whether a key was ever put in, without asking the table: three bits of a
 * fixed field for each key (Bloom 1970). What it says no to is surely not
 * there; of the rest it lets a few through that are not there either, one of
 * twenty once there are twenty million keys. No database here.
 */

/** Two to the power of 27: 16 MB. */
const BITS = 2 ** 27;
const SHIFT = 5;
/** Odd numbers that scatter the bits (Steele and Vigna 2022), for keys are the least of many hashes and lie low. */
const [FIRST, SECOND, THIRD] = [0x915f77f5, 0xadb4a92d, 0x93d765dd] as const;

export class KeyFilter {
  /** The field as it is kept. */
  readonly bytes: Uint8Array;

  constructor(bytes = new Uint8Array(BITS / 8)) {
    this.bytes = bytes;
  }

  add(key: number): void {
    this.#set(Math.imul(key, FIRST) >>> SHIFT);
    this.#set(Math.imul(key, SECOND) >>> SHIFT);
    this.#set(Math.imul(key, THIRD) >>> SHIFT);
  }

  /** False where the key was surely never put in. */
  mayHold(key: number): boolean {
    return (
      this.#has(Math.imul(key, FIRST) >>> SHIFT) &&
      this.#has(Math.imul(key, SECOND) >>> SHIFT) &&
      this.#has(Math.imul(key, THIRD) >>> SHIFT)
    );
  }

  #set(bit: number): void {
    this.bytes[bit >>> 3]! |= 1 << (bit & 7);
  }

  #has(bit: number): boolean {
    return (this.bytes[bit >>> 3]! & (1 << (bit & 7))) !== 0;
  }
}
