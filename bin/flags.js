/** Flags of V8 that the command sets before it loads its modules; plain JavaScript that old versions of Node can read. */

/** Heaps that grow slowly: less memory for nearly the same processor time (docs/decisions/0082, 0143). */
export const HEAP_FLAGS = [
  "--semi-space-growth-factor=1",
  // Young heaps of worker threads begin with so many MB, since they do not grow either.
  "--min-semi-space-size=4",
  "--heap-growing-percent=60",
];

/** Code is compiled to the utmost only where it runs long enough to pay (docs/decisions/0105, 0143). */
export const COMPILER_FLAGS = [
  "--invocation-count-for-turbofan=60000",
  "--max-inlined-bytecode-size-cumulative=400",
  // The parser's network takes vectors of 256 bits where the processor has them, with the same results (docs/decisions/0142).
  "--experimental-wasm-revectorize",
];
