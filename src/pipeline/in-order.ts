/**
 * Many things at once, their results in the order of the input: what goes in
 * waits when so many of them, or so much of them, are under way, so that memory
 * stays flat whatever their sizes.
 */

export interface InOrder<Result> {
  /** The next result in order, or null when `waitMs` went by without one; undefined at the end. */
  next(waitMs: number): Promise<Result | null | undefined>;
  /** Takes nothing more from the source. */
  stop(): void;
}

/** How much may be under way at once. */
export interface Bound<Item> {
  readonly things: number;
  /** Sum of their sizes; a thing that is larger by itself goes alone. */
  readonly size: number;
  sizeOf(item: Item): number;
}

/** The results of `act` on everything that `source` gives, in its order.
 * @param bound what is under way at once; a number: so many things of any size
 * @param signal once aborted, nothing more is taken from the source */
export function inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  bound: number | Bound<Item>,
  act: (item: Item) => Promise<Result>,
  signal?: AbortSignal,
): InOrder<Result> {
  const most = typeof bound === "number" ? { things: bound, size: 0, sizeOf: () => 0 } : bound;
  const pending: { readonly result: Promise<Result>; readonly size: number }[] = [];
  let underWay = 0;
  let ended = false;
  let failure: { readonly error: unknown } | null = null;
  let changed = Promise.withResolvers<void>();
  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  const end = () => {
    ended = true;
    tell();
  };
  // A source that waits for input may never give its next item; nobody waits for it.
  signal?.addEventListener("abort", end, { once: true });

  void (async () => {
    try {
      for await (const item of source) {
        const size = most.sizeOf(item);
        const isFull = () =>
          pending.length >= most.things || (pending.length > 0 && underWay + size > most.size);
        while (isFull() && !ended) await changed.promise;
        if (ended) break;
        const result = act(item);
        result.catch(() => {});
        pending.push({ result, size });
        underWay += size;
        tell();
      }
    } catch (error) {
      failure = { error };
    }
    end();
  })();

  return {
    stop: end,
    async next(waitMs) {
      const until = Date.now() + waitMs;
      for (;;) {
        const [head] = pending;
        const left = until - Date.now();
        if (head === undefined && ended) {
          if (failure !== null) throw failure.error;
          return undefined;
        }
        const over = Symbol();
        const timer = timeout(Math.max(0, left), over);
        const first = await Promise.race([
          head?.result ?? changed.promise.then(() => changed),
          timer.promise,
        ]);
        timer.stop();
        if (first === over) return null;
        if (head !== undefined) {
          pending.shift();
          underWay -= head.size;
          tell();
          return first as Result;
        }
      }
    },
  };
}

function timeout<T>(ms: number, value: T): { promise: Promise<T>; stop(): void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(resolve, ms, value);
  return { promise, stop: () => clearTimeout(timer) };
}
