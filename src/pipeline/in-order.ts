/**
 * Many things at once, their results in the order of the input: what goes in
 * waits when `window` of them are under way, so that memory stays flat.
 */

export interface InOrder<Result> {
  /** The next result in order, or null when `waitMs` went by without one; undefined at the end. */
  next(waitMs: number): Promise<Result | null | undefined>;
  /** Takes nothing more from the source. */
  stop(): void;
}

/** The results of `act` on everything that `source` gives, in its order.
 * @param window things under way at once
 * @param signal once aborted, nothing more is taken from the source */
export function inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  window: number,
  act: (item: Item) => Promise<Result>,
  signal?: AbortSignal,
): InOrder<Result> {
  const pending: Promise<Result>[] = [];
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
        while (pending.length >= window && !ended) await changed.promise;
        if (ended) break;
        const result = act(item);
        result.catch(() => {});
        pending.push(result);
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
        const first = await Promise.race([head ?? changed.promise.then(() => changed), timer.promise]);
        timer.stop();
        if (first === over) return null;
        if (head !== undefined) {
          pending.shift();
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
