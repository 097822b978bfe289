/**
 * Code for the gates of LSTM units: logistic function and hyperbolic tangent of
 * many vectors side by side. The tangent is a quotient of polynomials, off by
 * less than one in a million.
 */
import * as w from "./wasm.ts";

const { get, set, join } = w;

/** Coefficients of the odd polynomial above (of x, x³ …) and the even one below the line. */
const ABOVE = [
  4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
  2.00018790482477e-13, -2.76076847742355e-16,
];
const BELOW = [4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6];
const LIMIT = 7.9053111;

/** Numbers that the functions use, each in a local of its own: made anew at every use they would cost more than the sums. */
const NUMBERS = [LIMIT, -LIMIT, 0.5, w.ROUNDER, ...ABOVE, ...BELOW];

/** Vectors of one pass: the gates i, f, o, g of units 1 to 4, then those of units 5 to 8. */
export const LANES = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export const [IN, FORGET, EXIT, NEW] = [0, 1, 2, 3] as const;

/** Locals of vectors of a function, from number `first` on. */
export function localsFrom(first: number) {
  return {
    x: (lane: number) => first + lane,
    square: (lane: number) => first + 8 + lane,
    product: (lane: number) => first + 16 + lane,
    scale: first + 24,
    number: (value: number) => get(first + 25 + NUMBERS.indexOf(value)),
    setNumbers: join(...NUMBERS.map((value, i) => join(w.all(value), set(first + 25 + i)))),
    count: 25 + NUMBERS.length,
  };
}

type Locals = ReturnType<typeof localsFrom>;

/** Code for each of the lanes, one after the other. */
export const each = (lanes: readonly number[], code: (lane: number) => w.Code) => join(...lanes.map(code));

/** tanh of `x` of the lanes. The lanes go step by step side by side, since each step waits for the one before. */
export function tanh(l: Locals, lanes: readonly number[]): w.Code {
  const polynomial = (coefficients: readonly number[], into: (lane: number) => number) =>
    coefficients
      .slice(0, -1)
      .reverse()
      .flatMap((coefficient, step) =>
        each(lanes, (lane) =>
          join(
            step === 0 ? l.number(coefficients.at(-1) as number) : get(into(lane)),
            join(get(l.square(lane)), w.MUL_F32, l.number(coefficient), w.ADD_F32, set(into(lane))),
          ),
        ),
      );
  return join(
    each(lanes, (lane) =>
      join(get(l.x(lane)), l.number(LIMIT), w.PMIN_F32, l.number(-LIMIT), w.PMAX_F32, set(l.x(lane))),
    ),
    each(lanes, (lane) => join(get(l.x(lane)), get(l.x(lane)), w.MUL_F32, set(l.square(lane)))),
    polynomial(ABOVE, l.product),
    each(lanes, (lane) => join(get(l.x(lane)), get(l.product(lane)), w.MUL_F32, set(l.product(lane)))),
    polynomial(BELOW, l.x),
    each(lanes, (lane) => join(get(l.product(lane)), get(l.x(lane)), w.DIV_F32, set(l.x(lane)))),
  );
}

/** Gates: the logistic function of `x` of the lanes i, f and o, tanh of those of g. */
export function gates(l: Locals, lanes: readonly number[]): w.Code {
  const logistic = lanes.filter((lane) => lane % 4 !== NEW);
  const half = (lane: number) => join(get(l.x(lane)), l.number(0.5), w.MUL_F32);
  return join(
    each(logistic, (lane) => join(half(lane), set(l.x(lane)))),
    tanh(l, lanes),
    each(logistic, (lane) => join(half(lane), l.number(0.5), w.ADD_F32, set(l.x(lane)))),
  );
}
