/**
 * `chancery read`: reports into the record. On a terminal a line shows how it
 * gets on; at the end stands the account. With --json there is one line for
 * each input, printed when it is on the disk, and the account as the last.
 */
import { availableParallelism } from "node:os";
import { coderName, createPool, readInto, STAGES, sourceItems } from "../../../pipeline/index.ts";
import type { InputEnd, ReadResult } from "../../../pipeline/types.ts";
import { openRecord } from "../../../record/index.ts";
import { accountJson } from "../../json/report-json.ts";
import { EXIT } from "../exit-codes.ts";
import type { GlobalOptions } from "../options.ts";
import { printable } from "../show/printable.ts";
import { openProgress, stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";

export interface ReadOptions extends GlobalOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly workers?: number;
  readonly outlet?: string;
}

/** Reports under way for each worker: enough that none waits for the record. */
const WINDOW_PER_WORKER = 16;
/** Refusals that are told one by one; the rest is counted. */
const TOLD = 20;

export async function readCommand(
  sources: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<number> {
  const workers = options.workers ?? availableParallelism();
  const record = await openRecord(options.record);
  const stop = stopOnSignal(terminal);
  const progress = openProgress(terminal, options.quiet === true || options.json === true);
  const pool = createPool({ workers, stages: STAGES, coder: coderName() });
  const began = Date.now();
  const tally = { done: 0, stored: 0, troubled: 0 };
  const onEnd = async (end: InputEnd) => {
    tally.done += 1;
    if (end.outcome === "stored") tally.stored += 1;
    if (options.json) await terminal.out(`${JSON.stringify(endJson(end))}\n`);
    else if (end.code !== null) {
      tally.troubled += 1;
      if (tally.troubled <= TOLD) {
        progress.end();
        sayTrouble(end, terminal);
      }
    }
    const rate = Math.round(tally.done / Math.max(0.5, (Date.now() - began) / 1000));
    progress.tell(`${tally.done} read, ${tally.stored} stored, ${rate} a second · ${printable(end.origin)}`);
  };
  try {
    const source = sourceItems(sources, stop.signal);
    const window = workers * WINDOW_PER_WORKER;
    const result = await readInto({
      record,
      pool,
      source,
      names: sources,
      window,
      onEnd,
      signal: stop.signal,
    });
    progress.end();
    if (tally.troubled > TOLD)
      terminal.say(`… and ${tally.troubled - TOLD} more inputs that were not stored.\n`);
    await tellAccount(result, record.where, Date.now() - began, options, terminal);
    return exitOf(result, options);
  } finally {
    progress.end();
    await pool.close();
    await record.close();
  }
}

function endJson(end: InputEnd) {
  const { origin, outcome, reportId, mentions, code, message, advice } = end;
  const why = code === null ? {} : { error: { code, message, advice } };
  return { origin, outcome, report_id: reportId, mentions, ...why };
}

function sayTrouble(end: InputEnd, { say, sayPaint: paint }: Terminal): void {
  const what = end.outcome === "refused" ? paint.yellow("refused") : paint.red("quarantined");
  say(`${what} ${printable(end.origin)} ${paint.dim(end.code ?? "")}\n  ${printable(end.message ?? "")}\n`);
  if (end.advice !== null) say(`  ${printable(end.advice)}\n`);
}

async function tellAccount(
  result: ReadResult,
  where: string,
  ms: number,
  options: ReadOptions,
  terminal: Terminal,
): Promise<void> {
  const { account, mentions, run, stopped } = result;
  if (options.json) {
    const line = {
      run,
      account: accountJson(account),
      mentions,
      stopped,
      seconds: Math.round(ms / 10) / 100,
    };
    return await terminal.out(`${JSON.stringify(line)}\n`);
  }
  const { read, stored, duplicate, refused, quarantined } = account;
  const { paint } = terminal;
  const rate = ms > 3000 ? `, ${Math.round((read / ms) * 1000)} reports a second` : "";
  await terminal.out(
    `${stopped ? "Stopped. " : ""}Read ${paint.bold(String(read))} = ${stored} stored + ${duplicate} duplicate + ` +
      `${refused} refused + ${quarantined} quarantined\n` +
      `${mentions} mentions of events went into ${where} in ${Math.round(ms / 100) / 10} s${rate}.\n`,
  );
  if (options.quiet) return;
  if (stopped) terminal.say("The same command goes on where it stopped.\n");
  else if (quarantined > 0) terminal.say("See why some were quarantined: chancery quarantine\n");
  else if (read === 0)
    terminal.say("There was nothing to read. Name files, folders, or - for standard input.\n");
  else if (stored + duplicate > 0) terminal.say(paint.dim("See them: chancery mentions\n"));
}

function exitOf({ account, stopped }: ReadResult, options: ReadOptions): number {
  if (stopped) return EXIT.stopped;
  const { stored, duplicate, refused, quarantined } = account;
  if (stored + duplicate === 0) return EXIT.failed;
  return options.strict && refused + quarantined > 0 ? EXIT.partly : EXIT.ok;
}
