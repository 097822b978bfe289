/**
 * A map that keeps the values that were used lately and lets go of the others:
 * two generations, of which the older is dropped when the younger is full, so
 * that looking a value up moves nothing. What it keeps is bounded by weight
 * (one a value, or what the caller weighs: bytes, as a rule).
 */
export class Recent<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #weight = 0;
  readonly #most: number;
  readonly #weigh: (value: Value) => number;

  /** @param most weight of all that is kept
   * @param weigh weight of a value (default 1) */
  constructor(most: number, weigh: (value: Value) => number = () => 1) {
    this.#most = most;
    this.#weigh = weigh;
  }

  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    this.#weight += this.#weigh(value);
    this.#young.set(key, value);
    if (this.#weight * 2 <= this.#most) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#weight = 0;
  }

  /** The values of these keys; `load` brings those that are not kept. */
  async through(
    keys: Iterable<Key>,
    load: (missing: readonly Key[]) => Promise<Iterable<readonly [Key, Value]>>,
  ): Promise<Map<Key, Value>> {
    const found = new Map<Key, Value>();
    const missing = new Set<Key>();
    for (const key of keys) {
      const value = this.get(key);
      if (value === undefined) missing.add(key);
      else found.set(key, value);
    }
    if (missing.size === 0) return found;
    for (const [key, value] of await load([...missing])) {
      this.set(key, value);
      found.set(key, value);
    }
    return found;
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  deleteWhere(test: (value: Value) => boolean): void {
    for (const values of [this.#young, this.#old])
      for (const [key, value] of values) if (test(value)) values.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#weight = 0;
  }
}
