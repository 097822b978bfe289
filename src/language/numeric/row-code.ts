/**
 * Functions over rows of numbers, four numbers at a time: `quantise` rounds to 16
 * bits, `largest` finds how far numbers are from zero, `rectify` shrinks those
 * below it, `pairs` adds to each row the row of its partner.
 */
import * as w from "./wasm.ts";

const { get, set, bump, drop, constant, join } = w;

/** Repeats the code while `bytes` are left, so many at a time. */
const over = (bytes: number, step: number, ...code: w.Code[]) =>
  w.loop(...code, drop(bytes, step), get(bytes), constant(step), w.GE, w.branchIf(0));

// quantise(from, to, bytes, scale)
/** Rounds numbers times a scale to 16 bits. */
export const QUANTISE: w.Func = (() => {
  const [from, to, bytes, scale, scales, rounder] = [0, 1, 2, 3, 4, 5] as const;
  const half = (offset: number) =>
    join(get(from), w.load(offset), get(scales), w.MUL_F32, w.round(get(rounder)));
  return {
    name: "quantise",
    parameters: [w.I32, w.I32, w.I32, w.F32],
    locals: [[2, w.V128]],
    body: join(
      join(get(scale), w.SPLAT_F32, set(scales), w.all(w.ROUNDER), set(rounder)),
      over(
        bytes,
        32,
        join(get(to), half(0), half(16), w.NARROW, w.store(0)),
        bump(from, constant(32)),
        bump(to, constant(16)),
      ),
    ),
  };
})();

// largest(from, bytes, to)
/** Writes to `to` four numbers of which the greatest is the distance of the farthest number from zero. */
export const LARGEST: w.Func = (() => {
  const [from, bytes, to, most] = [0, 1, 2, 3] as const;
  return {
    name: "largest",
    parameters: [w.I32, w.I32, w.I32],
    locals: [[1, w.V128]],
    body: join(
      join(w.ZERO, set(most)),
      over(
        bytes,
        16,
        join(get(most), get(from), w.load(0), w.ABS_F32, w.PMAX_F32, set(most)),
        bump(from, constant(16)),
      ),
      join(get(to), get(most), w.store(0)),
    ),
  };
})();

/** Slope of the rectifier below zero. */
const LEAK = 0.1;

/** The vector at `x` with its numbers below zero made smaller; multiplied in double precision, so that a tenth is a tenth. */
const rectified = (x: number, leak: number) => {
  const tenth = (half: w.Code) => join(get(x), half, w.PROMOTE, get(leak), w.MUL_F64, w.DEMOTE);
  return join(tenth([]), tenth(join(get(x), w.halves(1, 1))), w.halves(0, 2), get(x), w.PMAX_F32);
};

// rectify(at, bytes)
/** Shrinks the numbers below zero to a tenth. */
export const RECTIFY: w.Func = (() => {
  const [at, bytes, x, leak] = [0, 1, 2, 3] as const;
  return {
    name: "rectify",
    parameters: [w.I32, w.I32],
    locals: [[2, w.V128]],
    body: join(
      join(w.both(LEAK), set(leak)),
      over(
        bytes,
        16,
        join(get(at), w.load(0), set(x)),
        join(get(at), rectified(x, leak), w.store(0)),
        bump(at, constant(16)),
      ),
    ),
  };
})();

// pairs(rows, partners, numbers, to, count, bytes)
/** Writes for each row its sum with the row of `partners` that `numbers` (32 bits each) names, rectified. */
export const PAIRS: w.Func = (() => {
  const [rows, partners, numbers, to, count, bytes] = [0, 1, 2, 3, 4, 5] as const;
  const [partner, left, x, leak] = [6, 7, 8, 9] as const;
  return {
    name: "pairs",
    parameters: [w.I32, w.I32, w.I32, w.I32, w.I32, w.I32],
    locals: [
      [2, w.I32],
      [2, w.V128],
    ],
    body: join(
      join(w.both(LEAK), set(leak)),
      w.loop(
        join(get(numbers), w.LOAD_I32, get(bytes), w.MUL, get(partners), w.ADD, set(partner)),
        join(get(bytes), set(left)),
        over(
          left,
          16,
          join(get(rows), w.load(0), get(partner), w.load(0), w.ADD_F32, set(x)),
          join(get(to), rectified(x, leak), w.store(0)),
          bump(rows, constant(16)),
          bump(partner, constant(16)),
          bump(to, constant(16)),
        ),
        bump(numbers, constant(4)),
        drop(count, 1),
        join(get(count), constant(1), w.GE, w.branchIf(0)),
      ),
    ),
  };
})();
