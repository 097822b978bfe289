/**
 * `chancery watch`: polls the feeds of the list, politely, and tells each new
 * report when it is on the disk; goes on until it is stopped, or with --once
 * ends after one round. A round and what it found is one line on standard error.
 */
import { availableParallelism } from "node:os";
import {
  coderName,
  createPool,
  openFetcher,
  type RoundResult,
  STAGES,
  watchOn,
  watchOnce,
} from "../../../pipeline/index.ts";
import type { InputEnd } from "../../../pipeline/types.ts";
import { openRecord } from "../../../record/index.ts";
import { accountJson } from "../../json/report-json.ts";
import { usageFault } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import type { ActorsOptions, GlobalOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { counted, printable } from "../show/printable.ts";
import { stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";
import { type WebFlags, webSettings } from "../web-options.ts";

export interface WatchOptions extends GlobalOptions, WebFlags, ActorsOptions {
  readonly once?: boolean;
  /** Minutes. */
  readonly interval?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly workers?: number;
}

const WINDOW_PER_WORKER = 16;
const MINUTE_MS = 60_000;

export async function watchCommand(options: WatchOptions, terminal: Terminal): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const stop = stopOnSignal(terminal);
  const record = await openRecord(options.record, { mustExist: true });
  const workers = options.workers ?? availableParallelism();
  const pool = createPool({ workers, stages: STAGES, coder: coderName(actors), actors });
  try {
    const { lines } = await record.listFeeds({ limit: 1 });
    if (lines.length === 0)
      throw usageFault("No feed is watched.", "Add one: chancery watch add https://example.org/feed");
    const settings = {
      record,
      pool,
      fetcher: await openFetcher(webSettings(options)),
      window: workers * WINDOW_PER_WORKER,
      ...(options.interval === undefined ? {} : { intervalMs: options.interval * MINUTE_MS }),
      onEnd: (end: InputEnd) => tellEnd(end, options, terminal),
      signal: stop.signal,
    };
    const onRound = (round: RoundResult) => tellRound(round, options, terminal);
    if (options.once) await onRound(await watchOnce(settings));
    else await watchOn(settings, onRound);
    return stop.signal.aborted ? EXIT.stopped : EXIT.ok;
  } finally {
    await pool.close();
    await record.close();
  }
}

async function tellEnd(end: InputEnd, options: WatchOptions, terminal: Terminal): Promise<void> {
  const { outcome, origin, reportId, report, mentions, code, message } = end;
  if (options.json) {
    const head = report === null ? {} : { ...report };
    const error = code === null ? {} : { error: { code, message } };
    return await terminal.out(
      `${JSON.stringify({ outcome, origin, report_id: reportId, ...head, mentions, ...error })}\n`,
    );
  }
  if (outcome === "stored") {
    const { title = null, outlet = null, date = null } = report ?? {};
    const what = title ?? origin;
    const words = `${date ?? "no date"}  ${outlet === null ? "" : `${outlet}: `}${what}`;
    await terminal.out(
      `${printable(words)}\n  ${terminal.paint.dim(`${counted(mentions, "mention")} · ${printable(origin)} · ${reportId}`)}\n`,
    );
  } else if (code !== null && !options.quiet)
    terminal.say(
      `${terminal.sayPaint.yellow(outcome)} ${printable(origin)} ${terminal.sayPaint.dim(code)}\n  ${printable(message ?? "")}\n`,
    );
}

async function tellRound(round: RoundResult, options: WatchOptions, terminal: Terminal): Promise<void> {
  const { polled, failed, account, mentions, nextDueMs } = round;
  const next = nextDueMs === null ? null : new Date(nextDueMs).toISOString();
  if (options.json) {
    const line = { polled, failed, account: accountJson(account), mentions, next_due_at: next };
    return await terminal.out(`${JSON.stringify(line)}\n`);
  }
  if (options.quiet) return;
  const { read, stored, duplicate, refused, quarantined } = account;
  const due = next === null ? "No feed will be asked again." : `Next at ${next.slice(11, 16)} UTC.`;
  terminal.say(
    terminal.sayPaint.dim(
      `${counted(polled, "feed")} asked, ${failed} failed. Read ${read} = ${stored} stored + ${duplicate} duplicate + ` +
        `${refused} refused + ${quarantined} quarantined. ${due}\n`,
    ),
  );
}
