/** What `read` was given, as items of the pipeline: pages, and refusals in the form that the record keeps. */
import { readSources } from "../sources/index.ts";
import type { SourceItem } from "./types.ts";

/** The items of the sources, in order. */
export async function* sourceItems(
  args: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<SourceItem> {
  for await (const result of readSources(args, signal === undefined ? {} : { signal })) {
    if (result.kind !== "refused") {
      yield { kind: "page", page: result };
      continue;
    }
    const { origin, code, message, advice, inputHash } = result;
    yield { kind: "refused", refused: { origin, code, message, advice, inputHash } };
  }
}
