/** What `read` was given, as items of the pipeline: pages, and refusals in the form that the record keeps. */
import { readSources } from "../sources/index.ts";
import type { SourceItem } from "./types.ts";

/** The items of the sources, in order.
 * @param onLeftAside told of each file of a folder that is not read because of its ending */
export async function* sourceItems(
  args: readonly string[],
  signal?: AbortSignal,
  onLeftAside?: (path: string) => void,
): AsyncGenerator<SourceItem> {
  const options = {
    ...(signal === undefined ? {} : { signal }),
    ...(onLeftAside === undefined ? {} : { onLeftAside }),
  };
  for await (const result of readSources(args, options)) {
    if (result.kind !== "refused") {
      yield { kind: "page", page: result };
      continue;
    }
    const { origin, code, message, advice, inputHash } = result;
    yield { kind: "refused", refused: { origin, code, message, advice, inputHash } };
  }
}

/** What stands before the first page, and everything together as it came.
 * Lets a command see that there is nothing to store before it makes a record. */
export async function peekSources(
  items: AsyncGenerator<SourceItem>,
): Promise<{ readonly refused: readonly RefusedItem[]; readonly all: AsyncIterable<SourceItem> | null }> {
  const refused: RefusedItem[] = [];
  for (;;) {
    const { value, done } = await items.next();
    if (done) return { refused, all: null };
    if (value.kind === "refused" && refused.length < MOST_HELD) refused.push(value);
    else return { refused, all: joined([...refused, value], items) };
  }
}

export type RefusedItem = Extract<SourceItem, { kind: "refused" }>;

/** So many refusals are held in memory at most. */
const MOST_HELD = 1_000;

async function* joined(
  first: readonly SourceItem[],
  rest: AsyncGenerator<SourceItem>,
): AsyncGenerator<SourceItem> {
  yield* first;
  yield* rest;
}
