/** What `read` was given, as items of the pipeline: pages, and refusals in the form that the record keeps. */
import { readSources } from "../sources/index.ts";
import type { NamedBytes, SourceProgress, SourceResult } from "../sources/types.ts";
import type { Pool } from "./pool.ts";
import type { SourceItem } from "./types.ts";
import { type WebSettings, webOptions } from "./web.ts";

export interface ItemSettings {
  /** How addresses are read; needs the pool, in which feeds and sitemaps are parsed. */
  readonly web?: WebSettings;
  readonly pool?: Pool;
  readonly signal?: AbortSignal;
  /** Told of each file of a folder that is not read because of its ending. */
  readonly onLeftAside?: (path: string) => void;
  readonly onProgress?: (progress: SourceProgress) => void;
}

/** The items of the sources, in order. */
export async function* sourceItems(
  args: readonly (string | NamedBytes)[],
  { web, pool, ...rest }: ItemSettings = {},
): AsyncGenerator<SourceItem> {
  const isOpen = web !== undefined && pool !== undefined;
  const options = { ...rest, ...(isOpen ? { web: webOptions(web, pool) } : {}) };
  for await (const result of readSources(args, options)) yield itemOf(result);
}

/** The item that a page or a refusal of a source is. */
export function itemOf(result: SourceResult): SourceItem {
  if (result.kind !== "refused") return { kind: "page", page: result };
  const { origin, code, message, advice, inputHash } = result;
  return { kind: "refused", refused: { origin, code, message, advice, inputHash } };
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
