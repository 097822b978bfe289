/**
 * The functions that make the next state of an LSTM from its gates: `units`, eight
 * units at a time, and `trainingUnits`. What the gates do: gate-code.ts.
 */
import { EXIT, each, FORGET, gates, IN, LANES, localsFrom, NEW, tanh } from "./gate-code.ts";
import * as w from "./wasm.ts";

const { get, set, bump, drop, constant, join } = w;

// units(gates, cells, state, out, bytes, scale): gates i, f, o, g of `bytes` each; `out` also gets the state in 16 bits at `state`
const [GATES, CELLS, STATE, OUT, BYTES, SCALE] = [0, 1, 2, 3, 4, 5] as const;
const [LEFT, AT] = [6, 7] as const;

/** The next state of an LSTM, eight units at a time. */
export const UNITS: w.Func = (() => {
  const l = localsFrom(8);
  const at = (base: number) => join(get(base), get(AT), w.ADD);
  const gate = (number: number) =>
    join(at(GATES), ...Array.from({ length: number }, () => join(get(BYTES), w.ADD)));
  const cell = (from: number) => {
    const [i, f, g] = [IN, FORGET, NEW].map((lane) => l.x(from + lane)) as [number, number, number];
    const before = join(at(CELLS), w.load(4 * from));
    return join(get(i), get(g), w.MUL_F32, get(f), before, w.MUL_F32, w.ADD_F32, set(g));
  };
  const exit = (from: number) => {
    const g = l.x(from + NEW);
    return join(get(g), get(l.x(from + EXIT)), w.MUL_F32, set(g));
  };
  const stored = (base: number, from: number) => join(at(base), get(l.x(from + NEW)), w.store(4 * from));
  const rounded = (from: number) =>
    join(get(l.x(from + NEW)), get(l.scale), w.MUL_F32, w.round(l.number(w.ROUNDER)));
  return {
    name: "units",
    parameters: [w.I32, w.I32, w.I32, w.I32, w.I32, w.F32],
    locals: [
      [2, w.I32],
      [l.count, w.V128],
    ],
    body: join(
      l.setNumbers,
      join(get(SCALE), w.SPLAT_F32, set(l.scale), get(BYTES), set(LEFT)),
      w.loop(
        each(LANES, (lane) => join(gate(lane % 4), w.load(lane < 4 ? 0 : 16), set(l.x(lane)))),
        gates(l, LANES),
        // neighbours are stored one right after the other, so that both can be joined to vectors twice as wide
        join(cell(0), cell(4), stored(CELLS, 0), stored(CELLS, 4)),
        tanh(l, [NEW, 4 + NEW]),
        join(exit(0), exit(4), stored(OUT, 0), stored(OUT, 4)),
        join(get(STATE), rounded(0), rounded(4), w.NARROW, w.store(0)),
        bump(STATE, constant(16)),
        bump(AT, constant(32)),
        drop(LEFT, 32),
        join(get(LEFT), constant(32), w.GE, w.branchIf(0)),
      ),
    ),
  };
})();

const TRAINING = localsFrom(7);

// trainingUnits(gates, before, cells, out, bytes): gates are left activated, `before` are the cells of the step before
/** The next state of an LSTM in training, which needs the gates on its way back. */
export const TRAINING_UNITS: w.Func = {
  name: "trainingUnits",
  parameters: [w.I32, w.I32, w.I32, w.I32, w.I32],
  locals: [
    [2, w.I32],
    [TRAINING.count, w.V128],
  ],
  body: (() => {
    const l = TRAINING;
    const [before, cells, out, bytes, left, at] = [1, 2, 3, 4, 5, 6];
    const lanes = [IN, FORGET, EXIT, NEW];
    const [i, f, o, g] = lanes.map(l.x) as [number, number, number, number];
    const gate = (number: number) =>
      join(get(GATES), get(at), w.ADD, ...Array.from({ length: number }, () => join(get(bytes), w.ADD)));
    const address = (base: number) => join(get(base), get(at), w.ADD);
    return join(
      l.setNumbers,
      join(get(bytes), set(left)),
      w.loop(
        each(lanes, (lane) => join(gate(lane), w.load(0), set(l.x(lane)))),
        gates(l, lanes),
        each(lanes, (lane) => join(gate(lane), get(l.x(lane)), w.store(0))),
        join(get(i), get(g), w.MUL_F32, get(f), address(before), w.load(0), w.MUL_F32, w.ADD_F32, set(g)),
        join(address(cells), get(g), w.store(0)),
        tanh(l, [NEW]),
        join(address(out), get(g), get(o), w.MUL_F32, w.store(0)),
        bump(at, constant(16)),
        drop(left, 16),
        join(get(left), constant(16), w.GE, w.branchIf(0)),
      ),
    );
  })(),
};
