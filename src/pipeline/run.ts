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
import type { FeedMark, RunItem } from "../record/types.ts";
import type { RawPage } from "../sources/types.ts";
import { type InOrder, inOrder } from "./in-order.ts";
import { joinStatements } from "./join-statements.ts";
import { enterLedgers } from "./ledgers/enter-ledgers.ts";
import { linkRecord } from "./linking/link-record.ts";
import type { Pool, TaskResult } from "./pool.ts";
import { stageOf, type Task } from "./tasks.ts";
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
  readonly signal?: AbortSignal;
}

const BATCH_ITEMS = 50;
const BATCH_MS = 1_000;
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
export type WorkSettings = Pick<ReadSettings, "record" | "pool" | "today">;

/** The account of the run, with everything in it on the disk. */
export async function readInto(settings: ReadSettings): Promise<ReadResult> {
  const { record, signal, source, window } = settings;
  const run = await record.startRun("read", settings.names);
  let mentions = 0;
  const commit = async (batch: readonly Worked[]) => {
    for (const end of await commitBatch(record, run, batch)) {
      mentions += end.mentions;
      await settings.onEnd?.(end);
    }
  };
  try {
    await drain(source, window, (item) => work(settings, item), commit, signal);
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
  record: OpenRecord,
  run: string,
  batch: readonly Worked[],
): Promise<InputEnd[]> {
  const done = batch.flatMap(({ origin, item }) => (item === null ? [] : [{ origin, item }]));
  const marks = batch.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  const items = done.map(({ item }) => item);
  const outcomes = await record.write(run, items, marks);
  await joinStatements(record);
  return done.map((worked, index) => endOf(worked, outcomes[index] ?? "refused"));
}

/** Does what the source gives, `window` things at once, and commits the results in its order, batch by batch. */
export async function drain<Item>(
  source: AsyncIterable<Item>,
  window: number,
  act: (item: Item) => Promise<Worked>,
  commit: (batch: readonly Worked[]) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const results = inOrder(source, window, act, signal);
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
  let since = Date.now();
  for (;;) {
    const worked = await results.next(signal?.aborted ? STOP_MS : BATCH_MS);
    if (worked === undefined || (worked === null && signal?.aborted)) break;
    if (worked !== null) batch.push(worked);
    const due = batch.length >= BATCH_ITEMS || Date.now() - since >= BATCH_MS;
    if (!due) continue;
    await commit(batch);
    batch = [];
    since = Date.now();
  }
  await commit(batch);
}

/** What becomes of the item, before it is written. */
export async function work(settings: WorkSettings, item: SourceItem): Promise<Worked> {
  const worked = item.kind === "refused" ? refusedItem(item) : await workPage(settings, item.page);
  return item.mark === undefined ? worked : { ...worked, mark: item.mark };
}

function refusedItem({ refused }: Extract<SourceItem, { kind: "refused" }>): Worked {
  return { origin: refused.origin, item: { kind: "refused", refused } };
}

async function workPage({ pool, record, today = null }: WorkSettings, page: RawPage): Promise<Worked> {
  const { origin } = page;
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
  const known = await record.known([report.id]);
  if (known.has(report.id))
    return { origin, item: { kind: "duplicate", reportId: report.id, inputHash: page.bytesHash } };
  const code = { kind: "code", report } as const;
  const coding = await pool.run(code);
  if (!coding.ok) return { origin, item: setApart(page, code, coding) };
  return { origin, item: { kind: "coded", entry: coding.answer, inputHash: page.bytesHash } };
}

function setApart(page: RawPage, task: Task, failure: TaskResult<unknown> & { ok: false }): RunItem {
  const { code, message, tries } = failure;
  const input = { origin: page.origin, inputHash: page.bytesHash };
  return { kind: "quarantined", quarantined: { ...input, stage: stageOf(task), code, message, tries, page } };
}

function endOf({ origin, item }: { origin: string; item: RunItem }, outcome: InputEnd["outcome"]): InputEnd {
  const told = { code: null, message: null, advice: null, warnings: [] };
  const end = { origin, outcome, reportId: null, report: null, mentions: 0, ...told };
  if (item.kind === "duplicate") return { ...end, reportId: item.reportId };
  if (item.kind === "coded") {
    const { report, mentions } = item.entry;
    const { title, outlet, url, date } = report;
    const known = { ...end, reportId: report.id, report: { title, outlet, url, date } };
    if (outcome !== "stored") return known;
    return { ...known, mentions: mentions.length, warnings: report.warnings ?? [] };
  }
  if (item.kind === "refused") return { ...end, ...pick(item.refused), advice: item.refused.advice };
  const { stage } = item.quarantined;
  const { code, message } = pick(item.quarantined);
  return { ...end, code, message: `${message} (${stage})` };
}

/** How an input ended that never became a page. */
export function endOfRefused({ refused }: Extract<SourceItem, { kind: "refused" }>): InputEnd {
  return endOf({ origin: refused.origin, item: { kind: "refused", refused } }, "refused");
}

function pick({ code, message }: { code: string; message: string }) {
  return { code, message };
}
