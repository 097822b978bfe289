import assert from "node:assert/strict";
import { test } from "node:test";
import { Kernel } from "./kernel.ts";

function naive(a: Float32Array, b: Float32Array, m: number, k: number, n: number): number[] {
  const c = new Array<number>(m * n).fill(1);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) c[i * n + j]! += a[i * k + p]! * b[p * n + j]!;
  }
  return c;
}

for (const [m, k, n] of [
  [1, 3, 8],
  [1, 5, 40],
  [1, 64, 256],
  [4, 1, 8],
  [7, 13, 24],
  [32, 96, 48],
] as const) {
  test(`multiplies ${m} by ${k} with ${k} by ${n} and adds`, () => {
    const kernel = new Kernel();
    const a = Float32Array.from({ length: m * k }, (_, i) => ((i * 7) % 11) - 5);
    const b = Float32Array.from({ length: k * n }, (_, i) => ((i * 5) % 13) - 6);
    const c = kernel.place(new Float32Array(m * n).fill(1));
    const guard = kernel.place(Float32Array.of(42));
    kernel.multiply(kernel.place(a).at, kernel.placePacked(b, k, n).at, c.at, m, k, n);
    assert.deepEqual([...kernel.view(c)], naive(a, b, m, k, n));
    assert.equal(kernel.view(guard)[0], 42);
  });
}

for (const [m, k, n] of [
  [1, 96, 384],
  [3, 8, 32],
  [4, 16, 64],
  [7, 112, 32],
] as const) {
  test(`multiplies ${m} by ${k} whole numbers with ${k} by ${n} exactly, and adds`, () => {
    const kernel = new Kernel();
    // multiples of the largest weight's 2047th part, so that rounding changes nothing
    const a = Float32Array.from({ length: m * k }, (_, i) => ((i * 7) % 11) - 5);
    const b = Float32Array.from({ length: k * n }, (_, i) => (i === 0 ? 2047 : ((i * 5) % 13) - 6));
    const rounded = kernel.quantise(kernel.place(padded(a)), 1);
    const packed = kernel.placePacked16(b, k, n);
    const bias = Float32Array.from({ length: n }, (_, i) => i - 3);
    const biasRow = kernel.place(bias);
    const c = kernel.place(new Float32Array(m * n).fill(1));
    const guard = kernel.place(Float32Array.of(42));
    const products = naive(a, b, m, k, n).map((sum) => sum - 1);
    kernel.multiply16(rounded.at, packed, c.at, m, k, n, 1, biasRow.at, 0);
    assert.deepEqual(
      [...kernel.view(c)],
      products.map((sum, i) => sum + bias[i % n]!),
    );
    kernel.multiply16(rounded.at, packed, c.at, m, k, n, 0.5, c.at, 4 * n);
    assert.deepEqual(
      [...kernel.view(c)],
      products.map((sum, i) => 1.5 * sum + bias[i % n]!),
    );
    assert.equal(kernel.view(guard)[0], 42);
  });
}

/** The numbers with zeros behind them, to a multiple of 8. */
function padded(values: Float32Array): Float32Array {
  const more = new Float32Array((values.length + 7) & ~7);
  more.set(values);
  return more;
}

test("refuses matrices that fill no whole panels", () => {
  const kernel = new Kernel();
  assert.throws(() => kernel.placePacked16(new Float32Array(8 * 24), 8, 24), RangeError);
  assert.throws(() => kernel.placePacked16(new Float32Array(4 * 32), 4, 32), RangeError);
});

const MIXED = Float32Array.from({ length: 32 }, (_, i) => 3 * Math.sin(2.3 * i) - (i === 9 ? 7 : 0));

test("finds the number farthest from zero", () => {
  const kernel = new Kernel();
  assert.equal(kernel.largest(kernel.place(MIXED)), Math.max(...MIXED.map(Math.abs)));
  assert.equal(kernel.largest(kernel.take(0)), 0);
});

test("shrinks what is below zero to the very tenth", () => {
  const kernel = new Kernel();
  const block = kernel.place(MIXED);
  kernel.rectify(block);
  assert.deepEqual([...kernel.view(block)], [...MIXED.map((x) => Math.max(x, x * 0.1))]);
});

test("adds to each row the row of its partner", () => {
  const kernel = new Kernel();
  const rows = kernel.place(MIXED);
  const partners = kernel.place(MIXED.map((x) => x * x - 4));
  const numbers = kernel.take(4);
  new Int32Array(kernel.floats.buffer, numbers.at, 4).set([2, 0, 3, 2]);
  const to = kernel.take(32);
  kernel.pairs(rows.at, partners.at, numbers.at, to.at, 4, 8);
  const expected = [2, 0, 3, 2].flatMap((partner, row) =>
    Array.from({ length: 8 }, (_, i) => {
      const sum = Math.fround(MIXED[8 * row + i]! + kernel.view(partners)[8 * partner + i]!);
      return Math.fround(Math.max(sum, sum * 0.1));
    }),
  );
  assert.deepEqual([...kernel.view(to)], expected);
});

test("makes LSTM units from gates", () => {
  const kernel = new Kernel();
  const count = 16;
  const gates = Float32Array.from({ length: 4 * count }, (_, i) => 3 * Math.sin(1.7 * i));
  const before = Float32Array.from({ length: count }, (_, i) => Math.cos(i));
  const cells = kernel.place(before);
  const out = kernel.take(count);
  kernel.units(kernel.place(gates).at, cells.at, kernel.take(count).at, out.at, count);
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  for (let k = 0; k < count; k++) {
    const [i, f, o, g] = [0, 1, 2, 3].map((gate) => gates[gate * count + k]!) as [
      number,
      number,
      number,
      number,
    ];
    const cell = sigmoid(i) * Math.tanh(g) + sigmoid(f) * before[k]!;
    assert.ok(Math.abs(kernel.view(cells)[k]! - cell) < 1e-5);
    assert.ok(Math.abs(kernel.view(out)[k]! - sigmoid(o) * Math.tanh(cell)) < 1e-5);
  }
});
