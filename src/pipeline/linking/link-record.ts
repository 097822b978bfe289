/**
 * Links what the record has not linked yet, a batch in one transaction: reports
 * are read, tied to those before them, and the stories and events that hang
 * together with them are made anew. What is left to do stands in the record, so
 * that a process that was killed is completed by the next.
 */
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { createLinking, type Linking } from "../../linking/index.ts";
import type { LinkDelta } from "../../linking/types.ts";
import type { LinkStore, OpenRecord } from "../../record/index.ts";
import { regroup } from "./regroup.ts";

/** Reports of one transaction: more at once cost less each, fewer hold the writer's lock for a shorter time. */
const BATCH_REPORTS = 400;

export interface LinkProgress {
  /** Reports that were linked or grouped anew by now. */
  readonly done: number;
  /** Those that are left. */
  readonly left: number;
}

export interface LinkRecordSettings {
  readonly onProgress?: (progress: LinkProgress) => void;
  readonly signal?: AbortSignal;
  readonly batch?: number;
}

let shared: Linking | null = null;

/** The steps of linking over everything in knowledge/, loaded when first needed. */
export function openLinking(): Linking {
  shared ??= createLinking(loadLinkingKnowledge());
  return shared;
}

/** Number of reports that were linked or grouped anew; nothing is left to do unless it was stopped. */
export async function linkRecord(record: OpenRecord, settings: LinkRecordSettings = {}): Promise<number> {
  let done = 0;
  for (;;) {
    if (settings.signal?.aborted) return done;
    const left = await record.unlinked();
    if (left === 0) return done;
    const linking = openLinking();
    done += await record.linking((store) => linkBatch(store, linking, settings.batch ?? BATCH_REPORTS));
    settings.onProgress?.({ done, left: await record.unlinked() });
  }
}

/** Links the next batch; the number of reports that it did. */
export async function linkBatch(store: LinkStore, linking: Linking, batch: number): Promise<number> {
  const { link, group } = await store.todo(batch);
  const others = await store.drop(link);
  const reports = await store.loadReports(link);
  if (reports.length > 0) await tie(store, linking, reports);
  await regroup(store, linking, [...new Set([...link, ...group, ...others])]);
  await store.done([...link, ...group]);
  return link.length + group.length;
}

async function tie(
  store: LinkStore,
  linking: Linking,
  reports: Awaited<ReturnType<LinkStore["loadReports"]>>,
): Promise<void> {
  const counts = await store.countWords(reports.map((report) => linking.countedWords(report)));
  const reads = reports.map((report) => linking.read(report, counts));
  const indexes = await store.keep(reads, reads.map(linking.parts.storyPart));
  const deltas: LinkDelta[] = await Promise.all(
    reads.map((read, at) => linking.linkReport(read, indexes[at]!)),
  );
  await store.keepDeltas(deltas);
}
