/**
 * The functions that multiply matrices in single precision. `gemm(a, b, c, m, k, n)`
 * adds A (m by k, row by row) times B (k by n, packed in panels of 8 columns) to
 * C (m by n). It fuses no steps, so that results are the same on every machine;
 * the fused variant is for training. Whole numbers: multiply16-code.ts.
 */
import * as w from "./wasm.ts";

// parameters, then locals
const [A, B, C, M, K, N] = [0, 1, 2, 3, 4, 5] as const;
const LOCALS = ["rows", "left", "pa", "pc", "p1", "p2", "p3", "q", "kk", "rowA", "rowC", "panel"] as const;
const VECTORS = 12;

interface Style {
  /** From two vectors on the stack to their products, and from a sum below them to the new sum. */
  readonly accumulate: w.Code;
  /** The sum is the last operand instead of the first. */
  readonly sumLast?: boolean;
}

const { get, set, bump, drop, constant, join } = w;

const PARAMETERS = new Array<number>(6).fill(w.I32);

function multiplyFunction(style: Style): w.Func {
  const first = PARAMETERS.length;
  const local = Object.fromEntries(LOCALS.map((name, i) => [name, first + i])) as Record<
    (typeof LOCALS)[number],
    number
  >;
  const acc = (i: number) => first + LOCALS.length + i;
  const [b0, b1, x] = [acc(8), acc(9), acc(10)];
  const accumulate = (to: number, factor: w.Code) =>
    style.sumLast === true
      ? join(get(x), factor, get(to), style.accumulate, set(to))
      : join(get(to), get(x), factor, style.accumulate, set(to));
  // neighbours are stored one right after the other, so that both can be joined to vectors twice as wide
  const addTo = (offset: number, first: number) =>
    join(
      ...[0, 1].map((i) =>
        join(get(local.pc), w.load(offset + 16 * i), get(first + i), w.ADD_F32, set(first + i)),
      ),
      ...[0, 1].map((i) => join(get(local.pc), get(first + i), w.store(offset + 16 * i))),
    );
  const clear = (count: number) =>
    join(...Array.from({ length: count }, (_, i) => join(w.ZERO, set(acc(i)))));
  const again = join(get(local.kk), constant(1), w.GE, w.branchIf(0));

  const starts = [local.pa, local.p1, local.p2, local.p3];
  const fourRows = join(
    clear(8),
    ...[local.p1, local.p2, local.p3].map((p, i) =>
      join(get(starts[i] as number), get(local.rowA), w.ADD, set(p)),
    ),
    join(get(B), set(local.q), get(K), set(local.kk)),
    w.loop(
      join(get(local.q), w.load(0), set(b0), get(local.q), w.load(16), set(b1)),
      ...starts.map((p, r) =>
        join(
          get(p),
          w.splat32(0),
          set(x),
          accumulate(acc(2 * r), get(b0)),
          accumulate(acc(2 * r + 1), get(b1)),
          bump(p, constant(4)),
        ),
      ),
      bump(local.q, constant(32)),
      drop(local.kk, 1),
      again,
    ),
    ...[0, 1, 2, 3].map((r) => join(addTo(0, acc(2 * r)), bump(local.pc, get(local.rowC)))),
    join(get(local.p3), set(local.pa), drop(local.rows, 4)),
  );

  // one row against several panels at once, which keeps more sums in flight
  const panelAt = [local.q, local.p1, local.p2, local.p3];
  const oneRow = (panels: number) => {
    const indices = Array.from({ length: panels }, (_, p) => p);
    return join(
      clear(2 * panels),
      join(get(B), set(local.q)),
      ...indices
        .slice(1)
        .map((p) => join(get(panelAt[p - 1] as number), get(local.panel), w.ADD, set(panelAt[p] as number))),
      join(get(K), set(local.kk)),
      w.loop(
        join(get(local.pa), w.splat32(0), set(x)),
        ...indices.map((p) => {
          const at = panelAt[p] as number;
          const low = accumulate(acc(2 * p), join(get(at), w.load(0)));
          return join(low, accumulate(acc(2 * p + 1), join(get(at), w.load(16))), bump(at, constant(32)));
        }),
        bump(local.pa, constant(4)),
        drop(local.kk, 1),
        again,
      ),
      ...indices.map((p) => addTo(32 * p, acc(2 * p))),
    );
  };
  const atLeast = (what: number, count: number) => join(get(what), constant(count), w.GE);
  const toStart = join(get(A), set(local.pa), get(C), set(local.pc));
  const single = w.loop(
    atLeast(local.left, 32),
    w.when(
      toStart,
      oneRow(4),
      bump(B, join(get(local.panel), constant(2), w.SHL)),
      bump(C, constant(128)),
      drop(local.left, 32),
      w.branch(1),
    ),
  );
  const panels = w.loop(
    atLeast(local.left, 8),
    w.when(
      toStart,
      join(get(M), set(local.rows)),
      w.loop(atLeast(local.rows, 4), w.when(fourRows, w.branch(1))),
      w.loop(
        atLeast(local.rows, 1),
        w.when(oneRow(1), bump(local.pc, get(local.rowC)), drop(local.rows, 1), w.branch(1)),
      ),
      bump(B, get(local.panel)),
      bump(C, constant(32)),
      drop(local.left, 8),
      w.branch(1),
    ),
  );
  const shifted = (from: number, by: number, to: number) => join(get(from), constant(by), w.SHL, set(to));
  return {
    name: "gemm",
    parameters: PARAMETERS,
    locals: [
      [LOCALS.length, w.I32],
      [VECTORS, w.V128],
    ],
    body: join(
      shifted(K, 2, local.rowA),
      shifted(N, 2, local.rowC),
      shifted(K, 5, local.panel),
      join(get(N), set(local.left)),
      w.block(join(get(M), constant(2), w.GE, w.branchIf(0)), single),
      panels,
    ),
  };
}

/** Single precision. */
export const GEMM = multiplyFunction({ accumulate: join(w.MUL_F32, w.ADD_F32) });

/** Single precision with fused steps, for training. */
export const GEMM_FUSED = multiplyFunction({ accumulate: w.MADD_F32, sumLast: true });
