/**
 * Addresses in, their pages out in the same order: a few are fetched at once,
 * so that one slow host does not hold up the others; each host still has its
 * turns from the fetcher. What is no address (a page, a refusal) goes through,
 * and nothing that is ready waits for a source that gives its next item late.
 */
import type { SourceResult } from "../types.ts";
import type { ListedUrl } from "./url-list.ts";

/** Fetched at once: each body may take 32 MiB. */
const AT_ONCE = 6;

type Pages = Promise<AsyncIterable<SourceResult>>;

/** The results of `read` on each address, and what is none as it came.
 * @param read begins to fetch at once; its pages are taken in turn */
export async function* readListed(
  listed: AsyncIterable<SourceResult | ListedUrl>,
  read: (listed: ListedUrl) => Pages,
  signal?: AbortSignal,
): AsyncGenerator<SourceResult> {
  const source = listed[Symbol.asyncIterator]();
  const waiting: Pages[] = [];
  const ask = () => source.next().then((next) => ({ next }));
  let asked: ReturnType<typeof ask> | null = ask();
  try {
    while (!signal?.aborted) {
      const [head] = waiting;
      if (asked === null && head === undefined) return;
      const ready = head?.then(readyNow, readyNow);
      const mayTake = asked !== null && waiting.length < AT_ONCE;
      const first = await Promise.race([...(ready ? [ready] : []), ...(mayTake ? [asked!] : [])]);
      if (first === null) yield* await waiting.shift()!;
      else if (first.next.done === true) asked = null;
      else {
        asked = ask();
        asked.catch(() => {});
        const each = first.next.value;
        waiting.push("kind" in each ? Promise.resolve(one(each)) : begun(read(each)));
      }
    }
  } finally {
    await source.return?.();
  }
}

const readyNow = () => null;

async function* one(result: SourceResult): AsyncGenerator<SourceResult> {
  yield result;
}

/** The promise, whose failure is told when its turn comes and not before. */
function begun<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
