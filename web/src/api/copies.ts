/** Copies among a few reports: the API lists those of one report at a time. */
import { getLines } from "./client.ts";
import type { Copy } from "./types.ts";

const MOST_REPORTS = 40;
const MOST_COPIES = 300;

/** Every copy that one of the reports has, once. */
export async function copiesAmong(
  reportIds: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Copy[]> {
  if (reportIds.length < 2) return [];
  const lists = await Promise.all(
    reportIds
      .slice(0, MOST_REPORTS)
      .map((report) => getLines<Copy>("/copies", { report }, MOST_COPIES, signal)),
  );
  return [...new Map(lists.flatMap(({ lines }) => lines).map((copy) => [copy.id, copy])).values()];
}
