/**
 * Seeded mutations for the tests of SAFETY bar 17: seeds of a format in, and for each changed input the promise
 * that nothing crashes, hangs over 2 s of processor time or fails untold.
 *
 * CHANCERY_FUZZ sets the inputs of each format (default 1,000; 10,000 for `npm run test:fuzz`), CHANCERY_SEED the
 * seed. An input that fails is printed with its number, so that it can become a fixture.
 */
import assert from "node:assert/strict";
import { cpuMs } from "./cpu-time.ts";

const GIVEN = process.env.CHANCERY_FUZZ;
/** Inputs of each format. */
export const FUZZ_COUNT = Number(GIVEN ?? 1_000);
const LONGEST_MS = 2_000;
/** One format's share of the time of a test run, milliseconds. */
const BUDGET_MS = 240_000;
/** For the test runner: more than one format may take. */
export const FUZZ_TIMEOUT_MS = BUDGET_MS * 2;
const LONGEST_BYTES = 200_000;

/** Whole numbers below a bound, the same for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SEED = Number(process.env.CHANCERY_SEED ?? 20_261_121);
const PIECES = [
  "\0",
  "\r\n",
  "<",
  "]]>",
  "<![CDATA[",
  "&#x110000;",
  "\xff\xfe",
  "@",
  "\\",
  "%00",
  "..",
  "[::1]",
  "-1",
  "9".repeat(20),
  '"',
  "{",
  "\u2028",
  "WARC/1.0\r\n",
  "\x1f\x8b\x08",
  "Content-Length: 5\r\n",
  "http://",
  "__proto__",
  "1e999",
  "<!DOCTYPE a [",
  "\ud800",
];

/** A seed changed in one to eight ways. */
export function mutated(seed: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(seed);
  for (let n = 1 + random(8); n > 0; n--) {
    const at = random(bytes.length + 1);
    const end = Math.min(bytes.length, at + random(64));
    const way = random(6);
    if (way === 0 && bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = random(256);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (way === 2) bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    else if (way === 3) bytes = bytes.subarray(0, at);
    else {
      const piece = Buffer.from(
        PIECES[random(PIECES.length)]!.repeat(way === 4 ? 1 : 1 + random(200)),
        "latin1",
      );
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
    if (bytes.length > LONGEST_BYTES) bytes = bytes.subarray(0, LONGEST_BYTES);
  }
  return bytes;
}

export interface FuzzedFormat {
  readonly name: string;
  readonly seeds: readonly (Buffer | string)[];
  /** Reads one input; throws where a promise is broken. */
  run(bytes: Buffer): unknown;
}

/** What was done, once every input of the format has kept the promise. */
export async function fuzz({ seeds, run }: FuzzedFormat): Promise<string> {
  const random = randomOf(SEED);
  const bytes = seeds.map((seed) => Buffer.from(seed as string));
  const from = performance.now();
  let [done, slowestMs] = [0, 0];
  for (; done < FUZZ_COUNT && performance.now() - from < BUDGET_MS; done++) {
    const input = mutated(bytes[random(bytes.length)]!, random);
    const start = cpuMs();
    try {
      await run(input);
    } catch (error) {
      const shown = JSON.stringify(input.toString("latin1").slice(0, 2_000));
      throw new Error(`input ${done} of seed ${SEED}: ${shown}`, { cause: error });
    }
    const ms = cpuMs() - start;
    slowestMs = Math.max(slowestMs, ms);
    assert.ok(ms < LONGEST_MS, `input ${done} of seed ${SEED} took ${ms} ms`);
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  // A count that was asked for is a gate; the default must not fail on a machine that is busy with else.
  assert.ok(
    done >= (GIVEN === undefined ? FUZZ_COUNT / 10 : FUZZ_COUNT),
    `only ${done} inputs within ${seconds} s`,
  );
  return `${done} inputs, slowest ${slowestMs.toFixed(0)} ms, ${seconds} s in all`;
}
