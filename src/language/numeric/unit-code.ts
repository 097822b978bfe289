/**
 * The functions beside the products: `units` makes the next state of an LSTM
 * from its gates, four units at a time; `quantise` rounds single-precision
 * numbers to 16 bits. The hyperbolic tangent is a quotient of polynomials, off
 * by less than one in a million.
 */
import * as w from "./wasm.ts";

const { get, set, bump, drop, constant, join } = w;

/** Coefficients of the odd polynomial above (of x, x³ …) and the even one below the line. */
const ABOVE = [
  4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
  2.00018790482477e-13, -2.76076847742355e-16,
];
const BELOW = [4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6];
const LIMIT = 7.9053111;

// units(gates, cells, state, out, bytes, scale): gates i, f, o, g of `bytes` each; `out` also gets the state in 16 bits at `state`
const [GATES, CELLS, STATE, OUT, BYTES, SCALE] = [0, 1, 2, 3, 4, 5] as const;
const [LEFT, AT] = [6, 7] as const;
const [X, SQUARE, I, F, G, LOW, HIGH] = [8, 9, 10, 11, 12, 13, 14] as const;

/** Value of a polynomial of SQUARE. */
function polynomial(coefficients: readonly number[]): w.Code {
  let code = w.all(coefficients.at(-1) as number);
  for (let i = coefficients.length - 2; i >= 0; i--) {
    code = join(code, get(SQUARE), w.MUL_F32, w.all(coefficients[i] as number), w.ADD_F32);
  }
  return code;
}

/** tanh of the vector on the stack. */
const TANH = join(
  join(w.all(LIMIT), w.PMIN_F32, w.all(-LIMIT), w.PMAX_F32, set(X)),
  join(get(X), get(X), w.MUL_F32, set(SQUARE)),
  join(get(X), polynomial(ABOVE), w.MUL_F32, polynomial(BELOW), w.DIV_F32),
);

/** Logistic function of the vector on the stack. */
const SIGMOID = join(w.all(0.5), w.MUL_F32, TANH, w.all(0.5), w.MUL_F32, w.all(0.5), w.ADD_F32);

/** Four units at AT, their new outputs left in `into` and stored. */
function fourUnits(into: number, offset: number): w.Code {
  const gate = (number: number) => {
    const shifts = Array.from({ length: number }, () => join(get(BYTES), w.ADD));
    return join(get(GATES), get(AT), w.ADD, ...shifts, w.load(offset));
  };
  const at = (base: number) => join(get(base), get(AT), w.ADD);
  return join(
    join(gate(0), SIGMOID, set(I), gate(3), TANH, set(G), gate(1), SIGMOID, set(F)),
    join(
      at(CELLS),
      get(I),
      get(G),
      w.MUL_F32,
      get(F),
      at(CELLS),
      w.load(offset),
      w.MUL_F32,
      w.ADD_F32,
      set(G),
      get(G),
      w.store(offset),
    ),
    join(gate(2), SIGMOID, set(I), get(G), TANH, get(I), w.MUL_F32, set(into)),
    join(at(OUT), get(into), w.store(offset)),
  );
}

const round = (from: number) => join(get(from), get(SCALE), w.SPLAT_F32, w.MUL_F32, w.ROUND);

/** The next state of an LSTM. */
export const UNITS: w.Func = {
  name: "units",
  parameters: [w.I32, w.I32, w.I32, w.I32, w.I32, w.F32],
  locals: [
    [2, w.I32],
    [7, w.V128],
  ],
  body: join(
    get(BYTES),
    set(LEFT),
    w.loop(
      fourUnits(LOW, 0),
      fourUnits(HIGH, 16),
      join(get(STATE), round(LOW), round(HIGH), w.NARROW, w.store(0)),
      bump(STATE, constant(16)),
      bump(AT, constant(32)),
      drop(LEFT, 32),
      join(get(LEFT), constant(32), w.GE, w.branchIf(0)),
    ),
  ),
};

// trainingUnits(gates, before, cells, out, bytes): gates are left activated, `before` are the cells of the step before
/** The next state of an LSTM in training, which needs the gates on its way back. */
export const TRAINING_UNITS: w.Func = {
  name: "trainingUnits",
  parameters: [w.I32, w.I32, w.I32, w.I32, w.I32],
  locals: [
    [3, w.I32],
    [7, w.V128],
  ],
  body: (() => {
    const [before, cells, out, bytes] = [1, 2, 3, 4];
    const address = (base: number, times: number) =>
      join(get(base), get(AT), w.ADD, ...Array.from({ length: times }, () => join(get(bytes), w.ADD)));
    const activate = (gate: number, how: w.Code, into: number) =>
      join(address(GATES, gate), address(GATES, gate), w.load(0), how, set(into), get(into), w.store(0));
    return join(
      get(bytes),
      set(LEFT),
      w.loop(
        activate(0, SIGMOID, I),
        activate(3, TANH, G),
        activate(1, SIGMOID, F),
        join(
          address(cells, 0),
          get(I),
          get(G),
          w.MUL_F32,
          get(F),
          address(before, 0),
          w.load(0),
          w.MUL_F32,
          w.ADD_F32,
        ),
        join(set(G), get(G), w.store(0)),
        activate(2, SIGMOID, I),
        join(address(out, 0), get(G), TANH, get(I), w.MUL_F32, w.store(0)),
        bump(AT, constant(16)),
        drop(LEFT, 16),
        join(get(LEFT), constant(16), w.GE, w.branchIf(0)),
      ),
    );
  })(),
};

// quantise(from, to, bytes, scale)
/** Rounds numbers times a scale to 16 bits. */
export const QUANTISE: w.Func = {
  name: "quantise",
  parameters: [w.I32, w.I32, w.I32, w.F32],
  locals: [],
  body: w.loop(
    (() => {
      const half = (offset: number) => join(get(0), w.load(offset), get(3), w.SPLAT_F32, w.MUL_F32, w.ROUND);
      return join(get(1), half(0), half(16), w.NARROW, w.store(0));
    })(),
    bump(0, constant(32)),
    bump(1, constant(16)),
    drop(2, 32),
    join(get(2), constant(32), w.GE, w.branchIf(0)),
  ),
};
