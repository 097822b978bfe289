/**
 * Writes the WebAssembly module that multiplies matrices: one function,
 * `gemm(a, b, c, m, k, n)`, which adds A (m by k, row by row) times B (k by n,
 * packed in panels of 8 columns) to C (m by n). Single precision, four lanes,
 * no fused steps: the result is the same on every machine.
 *
 * @see webassembly.github.io/spec (binary format, fixed-width SIMD)
 */

const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY = 0x40;

// parameters, then locals
const [A, B, C, M, K, N] = [0, 1, 2, 3, 4, 5] as const;
const [ROWS, LEFT, PA, PC, P1, P2, P3, Q, KK, ROW_A, ROW_C, PANEL] = [
  6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
] as const;
const I32_LOCALS = 12;
const ACC = 18;
const [B0, B1, X] = [34, 35, 36] as const;
const V128_LOCALS = 19;

function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

const get = (local: number) => [0x20, ...leb(local)];
const set = (local: number) => [0x21, ...leb(local)];
// constants are 0 to 8191: a second byte keeps the sign bit clear
const constant = (value: number) => [0x41, ...(value < 64 ? [value] : [(value & 0x7f) | 0x80, value >> 7])];
const ADD = [0x6a];
const SUB = [0x6b];
const GE = [0x4e];
const SHL = [0x74];
const loop = (...body: number[][]) => [0x03, EMPTY, ...body.flat(), 0x0b];
const block = (...body: number[][]) => [0x02, EMPTY, ...body.flat(), 0x0b];
const when = (...body: number[][]) => [0x04, EMPTY, ...body.flat(), 0x0b];
const again = (depth: number) => [0x0d, depth];
const load = (offset: number) => [0xfd, 0x00, 4, ...leb(offset)];
const splat = (offset: number) => [0xfd, 0x09, 2, ...leb(offset)];
const store = (offset: number) => [0xfd, 0x0b, 4, ...leb(offset)];
const VADD = [0xfd, 0xe4, 0x01];
const VMUL = [0xfd, 0xe6, 0x01];
const ZERO = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const bump = (local: number, by: number[]) => [...get(local), ...by, ...ADD, ...set(local)];
const drop = (local: number, by: number) => [...get(local), ...constant(by), ...SUB, ...set(local)];

/** acc += x * vector */
const accumulate = (acc: number, vector: number[]) => [
  ...get(acc),
  ...get(X),
  ...vector,
  ...VMUL,
  ...VADD,
  ...set(acc),
];

/** C at `base` plus `offset` += acc */
const addTo = (base: number, offset: number, acc: number) => [
  ...get(base),
  ...get(base),
  ...load(offset),
  ...get(acc),
  ...VADD,
  ...store(offset),
];

/** Four rows of A against one panel. */
function fourRows(): number[] {
  const starts = [PA, P1, P2, P3];
  const inner = loop(
    [...get(Q), ...load(0), ...set(B0), ...get(Q), ...load(16), ...set(B1)],
    ...starts.map((p, r) => [
      ...get(p),
      ...splat(0),
      ...set(X),
      ...accumulate(ACC + 2 * r, get(B0)),
      ...accumulate(ACC + 2 * r + 1, get(B1)),
      ...bump(p, constant(4)),
    ]),
    bump(Q, constant(32)),
    drop(KK, 1),
    [...get(KK), ...constant(1), ...GE, ...again(0)],
  );
  const stores = [0, 1, 2, 3].flatMap((r) => [
    ...addTo(PC, 0, ACC + 2 * r),
    ...addTo(PC, 16, ACC + 2 * r + 1),
    ...bump(PC, get(ROW_C)),
  ]);
  return [
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [...ZERO, ...set(ACC + i)]),
    ...[P1, P2, P3].flatMap((p, i) => [...get(starts[i] as number), ...get(ROW_A), ...ADD, ...set(p)]),
    ...get(B),
    ...set(Q),
    ...get(K),
    ...set(KK),
    ...inner,
    ...stores,
    ...get(P3),
    ...set(PA),
    ...drop(ROWS, 4),
  ];
}

/** One row of A against `panels` panels at once. */
function oneRow(panels: number): number[] {
  const panelAt = [Q, P1, P2, P3];
  const inner = loop(
    [...get(PA), ...splat(0), ...set(X)],
    ...panelAt
      .slice(0, panels)
      .map((q, p) => [
        ...accumulate(ACC + 2 * p, [...get(q), ...load(0)]),
        ...accumulate(ACC + 2 * p + 1, [...get(q), ...load(16)]),
        ...bump(q, constant(32)),
      ]),
    bump(PA, constant(4)),
    drop(KK, 1),
    [...get(KK), ...constant(1), ...GE, ...again(0)],
  );
  const indices = Array.from({ length: panels }, (_, p) => p);
  return [
    ...indices.flatMap((p) => [...ZERO, ...set(ACC + 2 * p), ...ZERO, ...set(ACC + 2 * p + 1)]),
    ...get(B),
    ...set(Q),
    ...indices
      .slice(1)
      .flatMap((p) => [
        ...get(panelAt[p - 1] as number),
        ...get(PANEL),
        ...ADD,
        ...set(panelAt[p] as number),
      ]),
    ...get(K),
    ...set(KK),
    ...inner,
    ...indices.flatMap((p) => [
      ...addTo(PC, 32 * p, ACC + 2 * p),
      ...addTo(PC, 32 * p + 16, ACC + 2 * p + 1),
    ]),
  ];
}

/** The body of `gemm`. */
function body(): number[] {
  const rowLoop = [
    ...get(A),
    ...set(PA),
    ...get(C),
    ...set(PC),
    ...get(M),
    ...set(ROWS),
    ...loop([...get(ROWS), ...constant(4), ...GE], when(fourRows(), [0x0c, 1])),
    ...loop(
      [...get(ROWS), ...constant(1), ...GE],
      when(oneRow(1), bump(PC, get(ROW_C)), drop(ROWS, 1), [0x0c, 1]),
    ),
  ];
  // a single row goes over four panels at a time, which keeps more sums in flight
  const single = loop(
    [...get(LEFT), ...constant(32), ...GE],
    when(
      [...get(A), ...set(PA), ...get(C), ...set(PC)],
      oneRow(4),
      bump(B, [...get(PANEL), ...constant(2), ...SHL]),
      bump(C, constant(128)),
      drop(LEFT, 32),
      [0x0c, 1],
    ),
  );
  const panels = loop(
    [...get(LEFT), ...constant(8), ...GE],
    when(rowLoop, bump(B, get(PANEL)), bump(C, constant(32)), drop(LEFT, 8), [0x0c, 1]),
  );
  return [
    ...get(K),
    ...constant(2),
    ...SHL,
    ...set(ROW_A),
    ...get(N),
    ...constant(2),
    ...SHL,
    ...set(ROW_C),
    ...get(K),
    ...constant(5),
    ...SHL,
    ...set(PANEL),
    ...get(N),
    ...set(LEFT),
    ...block([...get(M), ...constant(2), ...GE, ...again(0)], single),
    ...panels,
    0x0b,
  ];
}

const section = (id: number, content: number[]) => [id, ...leb(content.length), ...content];
const text = (value: string) => [...leb(value.length), ...[...value].map((c) => c.charCodeAt(0))];

/** The bytes of the module; it imports its memory as `env.memory` and exports `gemm`. */
export function kernelCode(): Uint8Array<ArrayBuffer> {
  const code = [2, ...leb(I32_LOCALS), I32, ...leb(V128_LOCALS), V128, ...body()];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...text("env"), ...text("memory"), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text("gemm"), 0x00, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}
