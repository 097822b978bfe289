/**
 * Linking measured: copies on generated edits and real pages, stories on two
 * gold sets read as one stream, events with gold mentions given, digests,
 * counting on a synthetic wire day, and the cost of one more report.
 */
import { loadLinkingKnowledge } from "../../src/knowledge/linking.ts";
import { createLinking } from "../../src/linking/index.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { measureCopies } from "./copies.ts";
import { measureCost } from "./cost.ts";
import { measureCounting } from "./counting.ts";
import { measureDigests } from "./digests.ts";
import { measureEvents } from "./events.ts";
import { measureRecordCost } from "./record-cost.ts";
import { measureStories } from "./stories.ts";

/** The gold sets that the figures rest on. */
export const corpus = [
  "stories/basil-dev.jsonl.gz",
  "stories/allsides-dev.jsonl.gz",
  "coreference/ecbplus-dev.jsonl.gz",
  "coreference/gvc-dev.jsonl.gz",
];

/** All figures of linking. */
export async function measure({ data, short }: MeasureOptions): Promise<readonly Figure[]> {
  const knowledge = loadLinkingKnowledge();
  const linking = createLinking(knowledge);
  return [
    ...measureCopies(linking, data),
    ...(await measureStories(linking, knowledge, data)),
    ...(await measureEvents(linking, knowledge, data)),
    ...measureDigests(linking, data),
    ...(await measureCounting(linking, short)),
    ...(await measureCost(linking, short)),
    ...(await measureRecordCost(short)),
  ];
}
