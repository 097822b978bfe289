/**
 * The function that multiplies matrices of whole numbers of 16 bits.
 *
 * `gemm16(a, b, c, m, k, n, scale, add, stride)` makes C (m by n, single
 * precision) of the sums of A (m by k, row by row) times B, times `scale`, plus
 * the rows from `add` on, `stride` bytes from one to the next: 0 for one row
 * that is added to all. B lies in panels of 32 columns, two rows side by side;
 * k counts groups of eight rows, which one pass of the loop takes.
 */
import * as w from "./wasm.ts";

const { get, set, bump, drop, constant, join } = w;

// parameters, then locals
const [A, B, C, M, K, N, SCALE, ADD, STRIDE] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const [ROWS, LEFT, QUARTER, Q, KK, ROW_A, ROW_C, PANEL] = [9, 10, 11, 12, 13, 14, 15, 16] as const;
const [PA, P1, P2, P3, PC, PD] = [17, 18, 19, 20, 21, 22] as const;
const WHOLE = 14;
const acc = (i: number) => 9 + WHOLE + i;
const [B0, B1, X] = [acc(8), acc(9), acc(10)];

/** Columns of a panel. */
export const PANEL16 = 32;
/** Pairs of rows that one pass takes, and the rows that they are. */
const PAIRS = 4;
export const PASS_ROWS = 2 * PAIRS;
/** Bytes of two rows of a panel side by side. */
const PAIR_BYTES = PANEL16 * 4;

const clear = join(...Array.from({ length: 8 }, (_, i) => join(w.ZERO, set(acc(i)))));
const again = join(drop(KK, 1), get(KK), constant(1), w.GE, w.branchIf(0));
const add = (to: number, weights: w.Code) => join(get(to), get(X), weights, w.DOT_I16, w.ADD_I32, set(to));
const scaled = (from: number) => join(get(from), w.TO_F32, get(SCALE), w.SPLAT_F32, w.MUL_F32);
/** Makes what is stored of sums from `first` on, and only then stores it: neighbours that nothing parts can be joined
 * to vectors twice as wide. */
const finish = (first: number, count: number) => {
  const sums = Array.from({ length: count }, (_, i) => i);
  return join(
    ...sums.map((i) => join(get(PD), w.load(16 * i), scaled(acc(first + i)), w.ADD_F32, set(acc(first + i)))),
    ...sums.map((i) => join(get(PC), get(acc(first + i)), w.store(16 * i))),
  );
};
const nextRow = join(bump(PC, get(ROW_C)), bump(PD, get(STRIDE)));
const pairs = (code: (pair: number) => w.Code) => join(...Array.from({ length: PAIRS }, (_, i) => code(i)));

/** Four rows against a quarter of a panel, eight columns. */
const fourRows = join(
  clear,
  ...[PA, P1, P2].map((p, i) => join(get(p), get(ROW_A), w.ADD, set([P1, P2, P3][i] as number))),
  join(get(B), get(QUARTER), w.ADD, set(Q), get(K), set(KK)),
  w.loop(
    pairs((pair) =>
      join(
        join(get(Q), w.load(pair * PAIR_BYTES), set(B0), get(Q), w.load(pair * PAIR_BYTES + 16), set(B1)),
        ...[PA, P1, P2, P3].map((p, row) =>
          join(
            get(p),
            w.splat32(4 * pair),
            set(X),
            add(acc(2 * row), get(B0)),
            add(acc(2 * row + 1), get(B1)),
          ),
        ),
      ),
    ),
    ...[PA, P1, P2, P3].map((p) => bump(p, constant(4 * PAIRS))),
    bump(Q, constant(PAIRS * PAIR_BYTES)),
    again,
  ),
  ...[0, 1, 2, 3].map((row) => join(finish(2 * row, 2), nextRow)),
  join(get(P3), set(PA), drop(ROWS, 4)),
);

/** One row against a whole panel. */
const oneRow = join(
  clear,
  join(get(B), set(Q), get(K), set(KK)),
  w.loop(
    pairs((pair) =>
      join(
        join(get(PA), w.splat32(4 * pair), set(X)),
        ...Array.from({ length: 8 }, (_, i) => add(acc(i), join(get(Q), w.load(pair * PAIR_BYTES + 16 * i)))),
      ),
    ),
    bump(PA, constant(4 * PAIRS)),
    bump(Q, constant(PAIRS * PAIR_BYTES)),
    again,
  ),
  finish(0, 8),
  nextRow,
  drop(ROWS, 1),
);

const shifted = (from: number, by: number, to: number) => join(get(from), constant(by), w.SHL, set(to));
const atLeast = (what: number, count: number) => join(get(what), constant(count), w.GE);
const shiftedBy = (from: number, by: number, to: number) => join(get(from), get(by), w.ADD, set(to));
const toStart = join(
  join(get(A), set(PA), get(M), set(ROWS)),
  join(shiftedBy(C, QUARTER, PC), shiftedBy(ADD, QUARTER, PD)),
);

/** Whole numbers of 16 bits. */
export const GEMM16: w.Func = {
  name: "gemm16",
  parameters: [w.I32, w.I32, w.I32, w.I32, w.I32, w.I32, w.F32, w.I32, w.I32],
  locals: [
    [WHOLE, w.I32],
    [11, w.V128],
  ],
  body: join(
    join(shifted(K, 4, ROW_A), shifted(N, 2, ROW_C), shifted(K, 9, PANEL), get(N), set(LEFT)),
    w.loop(
      join(constant(0), set(QUARTER)),
      w.loop(
        toStart,
        w.loop(atLeast(ROWS, 4), w.when(fourRows, w.branch(1))),
        bump(QUARTER, constant(32)),
        join(constant(PAIR_BYTES - 32), get(QUARTER), w.GE, w.branchIf(0)),
      ),
      // what is left of the rows, where the last quarter ended
      join(drop(PC, PAIR_BYTES - 32), drop(PD, PAIR_BYTES - 32)),
      w.loop(atLeast(ROWS, 1), w.when(oneRow, w.branch(1))),
      bump(B, get(PANEL)),
      bump(C, constant(PAIR_BYTES)),
      bump(ADD, constant(PAIR_BYTES)),
      drop(LEFT, PANEL16),
      join(atLeast(LEFT, PANEL16), w.branchIf(0)),
    ),
  ),
};
