/**
 * The list of watched feeds in, their new and edited reports in the record out,
 * round after round. What a poll says of its feed lands in the transaction of
 * what it gave, so a watch that is killed at any moment goes on where it was.
 */
import type { OpenRecord } from "../record/index.ts";
import type { Account, FeedMark } from "../record/types.ts";
import { watchFeeds } from "../sources/index.ts";
import type { Clock, Fetcher, WatchStep } from "../sources/types.ts";
import { enterLedgers } from "./ledgers/enter-ledgers.ts";
import { linkRecord } from "./linking/link-record.ts";
import type { Pool } from "./pool.ts";
import { boundOf, commitBatch, drain, type Worked, type WorkSettings, work } from "./run.ts";
import { itemOf } from "./sources.ts";
import { createTwins } from "./twins.ts";
import type { InputEnd } from "./types.ts";
import { parsersIn } from "./web.ts";

export interface WatchSettings {
  readonly record: OpenRecord;
  readonly pool: Pool;
  readonly fetcher: Fetcher;
  /** Pages under way at once. */
  readonly window: number;
  /** Time between two polls of a feed, milliseconds (default 15 minutes). */
  readonly intervalMs?: number;
  readonly clock?: Clock;
  /** Called for each report or refusal when it is on the disk. */
  readonly onEnd?: (end: InputEnd) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** How a round ended. */
export interface RoundResult {
  /** Feeds that were due and asked. */
  readonly polled: number;
  /** Feeds whose poll failed. */
  readonly failed: number;
  readonly account: Account;
  readonly mentions: number;
  /** When the next feed is due, milliseconds since 1970; null where none will be. */
  readonly nextDueMs: number | null;
}

/** Feeds polled at once; hosts still have their turns. */
const AT_ONCE = 6;
const PAGE = 500;
/** The list is looked at again at least so often: others may add to it. */
const LONGEST_SLEEP_MS = 60_000;

/** One round: every feed that is due is asked once. */
export async function watchOnce(settings: WatchSettings): Promise<RoundResult> {
  const { record, window, signal, onEnd, clock } = settings;
  const now = clock?.now ?? Date.now;
  const due = await dueFeeds(record, now());
  const counts = { read: 0, stored: 0, duplicate: 0, refused: 0, quarantined: 0 };
  const tally = { failed: 0, mentions: 0 };
  const today = new Date(now()).toISOString().slice(0, 10);
  const working: WorkSettings = { ...settings, today, twins: createTwins() };
  let run: string | null = null;
  const commit = async (batch: readonly Worked[]) => {
    // A round that finds nothing new leaves no run behind.
    if (run === null && batch.some(({ item }) => item !== null)) run = await record.startRun("watch", due);
    for (const { mark } of batch) if (mark?.poll?.fault) tally.failed += 1;
    for (const end of await commitBatch(working, run ?? "", batch)) {
      counts.read += 1;
      counts[end.outcome] += 1;
      tally.mentions += end.mentions;
      await onEnd?.(end);
    }
  };
  const steps = merged(due.map((feed) => () => pollOf(feed, settings)));
  try {
    await drain(steps, boundOf(window, charsOfStep), (step) => workStep(working, step), commit, signal);
    // What is stored is linked at once: stories and events are there when the round is told.
    if (counts.stored > 0) await linkRecord(record, signal === undefined ? {} : { signal });
    if (signal?.aborted !== true) await enterLedgers(record);
  } finally {
    if (run !== null) await record.endRun(run, signal?.aborted ? "stopped" : "done");
  }
  return { polled: due.length, ...tally, account: counts, nextDueMs: await nextDue(record) };
}

/** Rounds until the signal says stop.
 * @param onRound called after each round in which a feed was asked */
export async function watchOn(
  settings: WatchSettings,
  onRound: (round: RoundResult) => void | Promise<void>,
): Promise<void> {
  const { signal } = settings;
  while (!signal?.aborted) {
    const round = await watchOnce(settings);
    if (round.polled > 0) await onRound(round);
    const waitMs = (round.nextDueMs ?? Number.POSITIVE_INFINITY) - Date.now();
    await slept(Math.max(250, Math.min(LONGEST_SLEEP_MS, waitMs)), signal);
  }
}

function slept(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal?.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}

async function* allFeeds(record: OpenRecord) {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<OpenRecord["listFeeds"]>> = await record.listFeeds({ limit: PAGE, after });
    yield* page.lines;
    after = page.next;
  } while (after !== null);
}

async function dueFeeds(record: OpenRecord, nowMs: number): Promise<string[]> {
  const due: string[] = [];
  for await (const { url, isGone, dueAt } of allFeeds(record))
    if (!isGone && Date.parse(dueAt) <= nowMs) due.push(url);
  return due;
}

async function nextDue(record: OpenRecord): Promise<number | null> {
  let next = Number.POSITIVE_INFINITY;
  for await (const { isGone, dueAt } of allFeeds(record))
    if (!isGone) next = Math.min(next, Date.parse(dueAt));
  return Number.isFinite(next) ? next : null;
}

async function* pollOf(
  feed: string,
  { record, pool, fetcher, intervalMs, clock, signal }: WatchSettings,
): AsyncGenerator<WatchStep> {
  const state = await record.feedState(feed);
  if (state === null) return;
  yield* watchFeeds([feed], new Map([[feed, state]]), {
    fetcher,
    parsers: parsersIn(pool),
    feedOnly: state.isFeedOnly,
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(clock === undefined ? {} : { clock }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function charsOfStep({ result }: WatchStep): number {
  return result === null || result.kind === "refused" ? 0 : result.content.length;
}

async function workStep(settings: WorkSettings, step: WatchStep): Promise<Worked> {
  const { feed, state, result, item, isLast } = step;
  const failed = isLast && result?.kind === "refused";
  const fault = failed ? { code: result.code, message: result.message } : null;
  const mark: FeedMark = { feed, item, poll: isLast ? { state, fault } : null };
  // A feed that cannot be had is told of the feed; it is no report that was refused.
  if (result === null || isLast) return { origin: feed, item: null, mark };
  return await work(settings, { ...itemOf(result), mark });
}

/** The values of several generators as they come, a few generators open at once; each one's in its order. */
async function* merged<T>(openers: readonly (() => AsyncGenerator<T>)[]): AsyncGenerator<T> {
  const left = openers.values();
  const open = new Map<AsyncGenerator<T>, Promise<{ source: AsyncGenerator<T>; next: IteratorResult<T> }>>();
  const ask = (source: AsyncGenerator<T>) => {
    const asked = source.next().then((next) => ({ source, next }));
    asked.catch(() => {});
    open.set(source, asked);
  };
  const openNext = () => {
    const { value, done } = left.next();
    if (!done) ask(value());
  };
  for (let n = 0; n < AT_ONCE; n += 1) openNext();
  try {
    while (open.size > 0) {
      const { source, next } = await Promise.race(open.values());
      if (next.done) {
        open.delete(source);
        openNext();
      } else {
        ask(source);
        yield next.value;
      }
    }
  } finally {
    for (const source of open.keys()) source.return(undefined).catch(() => {});
  }
}
