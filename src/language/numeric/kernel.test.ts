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
