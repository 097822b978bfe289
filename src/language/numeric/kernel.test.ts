import assert from "node:assert/strict";
import { test } from "node:test";
import { Kernel, UNIT_SCALE } from "./kernel.ts";

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

test("multiplies 16-bit numbers as it does single precision", () => {
  for (const [m, k, n] of [
    [1, 96, 384],
    [5, 64, 24],
  ] as const) {
    const kernel = new Kernel();
    const a = Float32Array.from({ length: m * k }, (_, i) => Math.sin(i));
    const b = Float32Array.from({ length: k * n }, (_, i) => Math.cos(3 * i));
    const c = kernel.place(new Float32Array(m * n).fill(1));
    const rounded = kernel.quantise(kernel.place(a), UNIT_SCALE);
    kernel.multiply16(rounded.at, kernel.placePacked16(b, k, n), c.at, m, k, n, 1 / UNIT_SCALE);
    const expected = naive(a, b, m, k, n);
    kernel.view(c).forEach((value, i) => {
      assert.ok(Math.abs(value - expected[i]!) < 0.02, `${value} for ${expected[i]}`);
    });
  }
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
