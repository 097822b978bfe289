/**
 * The whole way for `read`: pages in, the record filled, an account out.
 *
 * Pages are read and coded by worker threads, many at once; they reach the
 * record in the order of the input, a batch in one transaction, and only then
 * are they told as ended. What fails is quarantined with its stage and reason;
 * the rest lands. Order and number of workers change nothing in the record.
 */

import type { Day } from "../base/types.ts";
import type { OpenRecord } from "../record/index.ts";
import type { CodedEntry, FeedMark, RunItem } from "../record/types.ts";
import type { RawPage } from "../sources/types.ts";
import { type Bound, type InOrder, inOrder } from "./in-order.ts";
import { endOf } from "./input-end.ts";
import { joinStatements } from "./join-statements.ts";
import { enterLedgers } from "./ledgers/enter-ledgers.ts";
import { linkRecord } from "./linking/link-record.ts";
import type { Pool, TaskResult } from "./pool.ts";
import { stageOf, type Task } from "./tasks.ts";
import { createTwins, type Twins } from "./twins.ts";
import type { InputEnd, ReadResult, SourceItem } from "./types.ts";

export interface ReadSettings {
  readonly record: OpenRecord;
  readonly pool: Pool;
  readonly source: AsyncIterable<SourceItem>;
  /** The sources as the user named them. */
  readonly names: readonly string[];
  /** Pages under way at once. */
  readonly window: number;
  /** The day of reading: a report is not dated later. Null or absent: any day of the calendar is believed. */
  readonly today?: Day | null;
  /** Called for each input when it is on the disk. */
  readonly onEnd?: (end: InputEnd) => void | Promise<void>;
  /** Called when all inputs are done and the workers gone: what follows links the record. */
  readonly onLinking?: () => void;
  readonly signal?: AbortSignal;
}

const BATCH_ITEMS = 50;
const BATCH_MS = 1_000;
/** Letters of pages under way, and of those that wait for their transaction: 32 MiB where all take two bytes. */
const MOST_CHARS = 16 * 1024 * 1024;
/** After a stop, how long what is under way may still take. */
const STOP_MS = 2_000;

/** What became of one input. */
export interface Worked {
  readonly origin: string;
  /** Null where there is only a mark. */
  readonly item: RunItem | null;
  readonly mark?: FeedMark | undefined;
}

/** What is needed to do the items of a source. */
export interface WorkSettings extends Pick<ReadSettings, "record" | "pool" | "today"> {
  readonly twins: Twins<TaskResult<CodedEntry>>;
}

/** The account of the run, with everything in it on the disk. */
export async function readInto(settings: ReadSettings): Promise<ReadResult> {
  const { record, signal, source, window } = settings;
  const run = await record.startRun("read", settings.names);
  const working = { ...settings, twins: createTwins<TaskResult<CodedEntry>>() };
  let mentions = 0;
  const commit = async (batch: readonly Worked[]) => {
    for (const end of await commitBatch(working, run, batch)) {
      mentions += end.mentions;
      await settings.onEnd?.(end);
    }
  };
  try {
    await drain(source, boundOf(window, charsOf), (item) => work(working, item), commit, signal);
    // What comes now needs memory of its own and none of the workers.
    await settings.pool.rest();
    settings.onLinking?.();
    // Once all are there, for then it does not matter which of them were committed together.
    await linkRecord(record, signal === undefined ? {} : { signal });
    if (signal?.aborted !== true) await enterLedgers(record);
  } catch (error) {
    await record.endRun(run, "failed").catch(() => {});
    throw error;
  }
  const stopped = signal?.aborted ?? false;
  await record.endRun(run, stopped ? "stopped" : "done");
  return { run, account: await record.account(run), mentions, stopped };
}

/** How each input of the batch ended; they and their marks are on the disk. */
export async function commitBatch(
  { record, twins }: WorkSettings,
  run: string,
  batch: readonly Worked[],
): Promise<InputEnd[]> {
  const done = batch.flatMap(({ origin, item }) => (item === null ? [] : [{ origin, item }]));
  const marks = batch.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  const items = done.map(({ item }) => item);
  const outcomes = await record.write(run, items, marks);
  for (const item of items) if (item.kind === "coded") twins.forget(item.entry.report.id);
  await joinStatements(record);
  return done.map((worked, index) => endOf(worked, outcomes[index] ?? "refused"));
}

/** At most so many things, and not too many letters of them. */
export function boundOf<Item>(things: number, sizeOf: (item: Item) => number): Bound<Item> {
  return { things, size: MOST_CHARS, sizeOf };
}

/** Letters of the page that an item is. */
export function charsOf(item: SourceItem): number {
  return item.kind === "page" ? item.page.content.length : 0;
}

/** Does what the source gives, so much at once, and commits the results in its order, batch by batch. */
export async function drain<Item>(
  source: AsyncIterable<Item>,
  bound: Bound<Item>,
  act: (item: Item) => Promise<Worked>,
  commit: (batch: readonly Worked[]) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const results = inOrder(source, bound, act, signal);
  try {
    await commitInBatches(results, signal, commit);
  } finally {
    results.stop();
  }
}

async function commitInBatches(
  results: InOrder<Worked>,
  signal: AbortSignal | undefined,
  commit: (batch: readonly Worked[]) => Promise<void>,
): Promise<void> {
  let batch: Worked[] = [];
  let chars = 0;
  let since = Date.now();
  for (;;) {
    const worked = await results.next(signal?.aborted ? STOP_MS : BATCH_MS);
    if (worked === undefined || (worked === null && signal?.aborted)) break;
    if (worked !== null) {
      batch.push(worked);
      chars += heldBy(worked);
    }
    const due = batch.length >= BATCH_ITEMS || chars >= MOST_CHARS || Date.now() - since >= BATCH_MS;
    if (!due) continue;
    await commit(batch);
    batch = [];
    chars = 0;
    since = Date.now();
  }
  await commit(batch);
}

/** Letters that a result holds until it is on the disk. */
function heldBy({ item }: Worked): number {
  if (item?.kind === "coded") return item.entry.report.text.length;
  return item?.kind === "quarantined" ? (item.quarantined.page?.content.length ?? 0) : 0;
}

/** What becomes of the item, before it is written. */
export async function work(settings: WorkSettings, item: SourceItem): Promise<Worked> {
  const worked = item.kind === "refused" ? refusedItem(item) : await workPage(settings, item.page);
  return item.mark === undefined ? worked : { ...worked, mark: item.mark };
}

function refusedItem({ refused }: Extract<SourceItem, { kind: "refused" }>): Worked {
  return { origin: refused.origin, item: { kind: "refused", refused } };
}

async function workPage(settings: WorkSettings, page: RawPage): Promise<Worked> {
  const { pool, record, twins, today = null } = settings;
  const { origin } = page;
  const place = twins.place();
  const same = twins.reportOf(page);
  if (same !== null) {
    const ending = twins.earlier(same, place);
    const isThere = ending === null ? (await record.known([same])).has(same) : (await ending).ok;
    if (isThere) return duplicateOf(page, same);
  }
  const read = { kind: "read", page, today } as const;
  const reading = await pool.run(read);
  if (!reading.ok) return { origin, item: setApart(page, read, reading) };
  if (!reading.answer.ok) {
    const { code, message, advice = null } = reading.answer.refusal;
    return {
      origin,
      item: { kind: "refused", refused: { origin, code, message, advice, inputHash: page.bytesHash } },
    };
  }
  const report = reading.answer.value;
  twins.noteReport(page, report.id);
  const known = await record.known([report.id]);
  if (known.has(report.id)) return duplicateOf(page, report.id);
  const code = { kind: "code", report } as const;
  const earlier = twins.earlier(report.id, place);
  const ending = earlier ?? pool.run(code);
  if (earlier === null) twins.begin(report.id, place, ending);
  const coding = await ending;
  if (earlier !== null && coding.ok) return duplicateOf(page, report.id);
  if (!coding.ok) return { origin, item: setApart(page, code, coding) };
  return { origin, item: { kind: "coded", entry: coding.answer, inputHash: page.bytesHash } };
}

function duplicateOf({ origin, bytesHash }: RawPage, reportId: string): Worked {
  return { origin, item: { kind: "duplicate", reportId, inputHash: bytesHash } };
}

function setApart(page: RawPage, task: Task, failure: TaskResult<unknown> & { ok: false }): RunItem {
  const { code, message, tries } = failure;
  const input = { origin: page.origin, inputHash: page.bytesHash };
  return { kind: "quarantined", quarantined: { ...input, stage: stageOf(task), code, message, tries, page } };
}
