/** Keys as sorted lists: what goes in is found again, whole, joined and with reports taken out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { joinLists, type KeyList, keyList, meet, packList, unpackList, withoutReports } from "./key-list.ts";

const LARGEST = 2 ** 32 - 1;
const A = { num: 4097, keys: [7, LARGEST, 0] };
const B = { num: 12, keys: [7, 5] };
const C = { num: 5000, keys: [7, 5, 900] };

const pairs = ({ keys, nums }: KeyList) => Array.from(keys, (key, at) => [key, nums[at]]);

/** What the list holds of the sought keys. */
function found(list: KeyList, sought: readonly number[]): [number, number[]][] {
  const hits: [number, number[]][] = [];
  meet(list, Uint32Array.from(sought), (place, first, last) =>
    hits.push([sought[place]!, [...list.nums.subarray(first, last + 1)]]),
  );
  return hits;
}

const SORTED = [
  [0, 4097],
  [5, 12],
  [5, 5000],
  [7, 12],
  [7, 4097],
  [7, 5000],
  [900, 5000],
  [LARGEST, 4097],
];

test("a list is in order of keys, then of reports, however it was made", () => {
  assert.deepEqual(pairs(keyList([A, C, B])), SORTED);
  assert.deepEqual(pairs(joinLists(keyList([C, A]), keyList([B]))), SORTED);
  assert.deepEqual(pairs(unpackList(packList(keyList([A, B, C])))), SORTED);
  assert.deepEqual(pairs(keyList([])), []);
});

test("reports are taken out with all their keys", () => {
  assert.deepEqual(pairs(withoutReports(keyList([A, B, C]), new Set([5000, 12]))), pairs(keyList([A])));
});

test("what is sought is found, with all who hold it", () => {
  const list = keyList([A, B, C]);
  assert.deepEqual(found(list, [0, 1, 7, LARGEST]), [
    [0, [4097]],
    [7, [12, 4097, 5000]],
    [LARGEST, [4097]],
  ]);
  assert.deepEqual(found(list, []), []);
  assert.deepEqual(found(keyList([]), [7]), []);
});

test("a few keys are found in a long list as many are", () => {
  const long = keyList([{ num: 1, keys: Array.from({ length: 5000 }, (_, at) => at * 3) }, A]);
  assert.deepEqual(found(long, [0, 1, 6, 14_997, LARGEST]), [
    [0, [1, 4097]],
    [6, [1]],
    [14_997, [1]],
    [LARGEST, [4097]],
  ]);
});
