/**
 * Keys of the reports of one day as one sorted list, each with the number of a
 * report that holds it: thousands of keys are one row of the table, and the
 * keys of a hundred reports meet it in one pass. No database here.
 */
/** Keys (32 bits, without a sign) in order; those of one key in order of their reports' numbers. */
export interface KeyList {
  readonly keys: Uint32Array;
  readonly nums: Uint32Array;
}

/** Reports of one list that there is room for: a key and a report's place make one number of 53 bits. */
const ROOM = 2 ** 21;

/** The keys of these reports as a list. */
export function keyList(
  reports: readonly { readonly num: number; readonly keys: readonly number[] }[],
): KeyList {
  const inOrder = reports.toSorted((a, b) => a.num - b.num);
  const pairs = Float64Array.from(
    inOrder.flatMap(({ keys }, place) => keys.map((key) => (key >>> 0) * ROOM + place)),
  ).sort();
  const list = emptyList(pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const place = pairs[at]! % ROOM;
    list.keys[at] = (pairs[at]! - place) / ROOM;
    list.nums[at] = inOrder[place]!.num;
  }
  return list;
}

function emptyList(size: number): KeyList {
  return { keys: new Uint32Array(size), nums: new Uint32Array(size) };
}

/** Both lists as one. */
export function joinLists(a: KeyList, b: KeyList): KeyList {
  const list = emptyList(a.keys.length + b.keys.length);
  for (let at = 0, x = 0, y = 0; at < list.keys.length; at++) {
    const first = y >= b.keys.length || (x < a.keys.length && comesFirst(a, x, b, y));
    const [from, place] = first ? [a, x++] : [b, y++];
    list.keys[at] = from.keys[place]!;
    list.nums[at] = from.nums[place]!;
  }
  return list;
}

function comesFirst(a: KeyList, x: number, b: KeyList, y: number): boolean {
  return a.keys[x] === b.keys[y] ? a.nums[x]! <= b.nums[y]! : a.keys[x]! < b.keys[y]!;
}

/** The list without the keys of these reports. */
export function withoutReports({ keys, nums }: KeyList, gone: ReadonlySet<number>): KeyList {
  const stays = (_: number, at: number) => !gone.has(nums[at]!);
  return { keys: keys.filter(stays), nums: nums.filter(stays) };
}

/** The list as bytes. */
export function packList({ keys, nums }: KeyList): Buffer {
  return bytesOf([keys, nums]);
}

function bytesOf(columns: readonly ArrayBufferView[]): Buffer {
  return Buffer.concat(
    columns.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

/** A list that tells the day of each entry's report, too. */
export interface DatedList extends KeyList {
  readonly days: Int32Array;
}

/** The list with the days of its reports. */
export function withDays({ keys, nums }: KeyList, dayOf: (num: number) => number): DatedList {
  return { keys, nums, days: Int32Array.from(nums, dayOf) };
}

/** Both lists as one; each report stands in one of them. */
export function joinDated(a: DatedList, b: DatedList): DatedList {
  const days = new Map<number, number>();
  for (const { nums, days: of } of [a, b])
    for (let at = 0; at < nums.length; at++) days.set(nums[at]!, of[at]!);
  return withDays(joinLists(a, b), (num) => days.get(num)!);
}

/** The list as bytes. */
export function packDated({ keys, nums, days }: DatedList): Buffer {
  return bytesOf([keys, nums, days]);
}

/** The list in the bytes. */
export function unpackDated(packed: Uint8Array): DatedList {
  const { buffer } = new Uint8Array(packed);
  const size = buffer.byteLength / 12;
  return {
    keys: new Uint32Array(buffer, 0, size),
    nums: new Uint32Array(buffer, size * 4, size),
    days: new Int32Array(buffer, size * 8, size),
  };
}

/** The list in the bytes. */
export function unpackList(packed: Uint8Array): KeyList {
  const bytes = new Uint8Array(packed);
  const numbers = new Uint32Array(bytes.buffer);
  return { keys: numbers.subarray(0, numbers.length / 2), nums: numbers.subarray(numbers.length / 2) };
}

/** From so many entries for each sought key a look-up costs less than a pass. */
const SPARSE = 24;

/** Calls `act` with the place of each sought key that the list holds, and the first and last of its entries.
 * @param sought in order */
export function meet(
  { keys }: KeyList,
  sought: Uint32Array,
  act: (place: number, first: number, last: number) => void,
): void {
  const sparse = keys.length > sought.length * SPARSE;
  for (let place = 0, at = 0; place < sought.length && at < keys.length; place++) {
    const key = sought[place]!;
    if (sparse) at = lowerBound(keys, key, at);
    else while (at < keys.length && keys[at]! < key) at++;
    if (keys[at] !== key) continue;
    const first = at;
    while (keys[at] === key) at++;
    act(place, first, at - 1);
  }
}

function lowerBound(keys: Uint32Array, key: number, from: number): number {
  let low = from;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
