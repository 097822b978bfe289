/**
 * `chancery read`: reports into the record. On a terminal a line shows how it
 * gets on; at the end stands the account. With --json there is one line for
 * each input, printed when it is on the disk, and the account as the last.
 */
import { existsSync } from "node:fs";
import { endOfRefused, openJob, peekSources, STAGES } from "../../../pipeline/index.ts";
import type { InputEnd, ReadResult, SourceItem } from "../../../pipeline/types.ts";
import { openRecord } from "../../../record/index.ts";
import { inputEndJson } from "../../json/read-json.ts";
import { accountJson } from "../../json/report-json.ts";
import { EXIT } from "../exit-codes.ts";
import { letHeapsGrow } from "../heap.ts";
import type { ActorsOptions, GlobalOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { accountText, hints, type Told } from "../show/account.ts";
import { type Gauge, openGauge } from "../show/gauge.ts";
import { printable } from "../show/printable.ts";
import { openProgress, stopOnSignal } from "../show/progress.ts";
import { countAside, countEnd, newTally, type Tally } from "../show/tally.ts";
import type { Terminal } from "../terminal.ts";
import { type WebFlags, webSettings } from "../web-options.ts";

export interface ReadOptions extends GlobalOptions, ActorsOptions, WebFlags {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly workers?: number;
}

/** Refusals that are told one by one; the rest is counted. */
const TOLD = 20;

export async function readCommand(
  sources: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const stop = stopOnSignal(terminal);
  const { workers } = options;
  const began = Date.now();
  const tally = newTally();
  const progress = openProgress(terminal, options.quiet === true || options.json === true);
  const gauge = openGauge(sources, progress, stop.signal);
  const onEnd = teller(tally, gauge, options, terminal);
  const tell = async (result: ReadResult, where: string | null) => {
    gauge.end();
    const told = { result, tally, where, ms: Date.now() - began, strict: options.strict === true };
    await tellEnd(told, options, terminal);
    return exitOf(result, options);
  };
  const job = openJob({
    sources,
    stages: STAGES,
    actors,
    web: webSettings(options),
    ...(workers === undefined ? {} : { workers }),
    onEnd,
    onLinking: letHeapsGrow,
    onProgress: (at) => gauge.advance(at),
    onLeftAside: (path) => {
      countAside(tally, path);
      gauge.leaveAside(path);
    },
    signal: stop.signal,
  });
  let record: Awaited<ReturnType<typeof openRecord>> | null = null;
  try {
    let source: AsyncIterable<SourceItem> = job.items;
    // A record that is not there yet is not made for the sake of names that were mistyped.
    if (!options.record.includes("://") && !existsSync(options.record) && !sources.includes("-")) {
      const { refused, all } = await peekSources(job.items);
      if (all === null) {
        for (const item of refused) await onEnd(endOfRefused(item));
        const account = { read: 0, stored: 0, duplicate: 0, refused: 0, quarantined: 0 };
        const counts = { ...account, read: refused.length, refused: refused.length };
        return await tell({ run: null, account: counts, mentions: 0, stopped: stop.signal.aborted }, null);
      }
      source = all;
    }
    record = await openRecord(options.record);
    return await tell(await job.into(record, source), record.where);
  } finally {
    gauge.end();
    await job.close();
    await record?.close();
  }
}

function teller(tally: Tally, gauge: Gauge, options: ReadOptions, terminal: Terminal) {
  return async (end: InputEnd) => {
    countEnd(tally, end);
    if (options.json) await terminal.out(`${JSON.stringify(inputEndJson(end))}\n`);
    else if (end.code !== null && tally.troubled <= TOLD) {
      gauge.clear();
      sayTrouble(end, terminal);
    }
    gauge.count(end.origin, tally);
  };
}

function sayTrouble(end: InputEnd, { say, sayPaint: paint }: Terminal): void {
  const what = end.outcome === "refused" ? paint.yellow("refused") : paint.red("quarantined");
  say(`${what} ${printable(end.origin)} ${paint.dim(end.code ?? "")}\n  ${printable(end.message ?? "")}\n`);
  if (end.advice !== null) say(`  ${printable(end.advice)}\n`);
}

async function tellEnd(told: Told, options: ReadOptions, terminal: Terminal): Promise<void> {
  const { result, tally, ms } = told;
  const { account, mentions, run, stopped } = result;
  if (options.json) {
    const warnings = Object.fromEntries([...tally.warnings].map(([code, { count }]) => [code, count]));
    const line = {
      run,
      account: accountJson(account),
      mentions,
      warnings,
      left_aside: tally.aside.count,
      stopped,
      seconds: Math.round(ms / 10) / 100,
    };
    return await terminal.out(`${JSON.stringify(line)}\n`);
  }
  if (tally.troubled > TOLD)
    terminal.say(`… and ${tally.troubled - TOLD} more inputs that were not stored.\n`);
  await terminal.out(accountText(told, terminal));
  if (!options.quiet) terminal.say(hints(told, terminal));
}

function exitOf({ account, stopped }: ReadResult, options: ReadOptions): number {
  if (stopped) return EXIT.stopped;
  const { stored, duplicate, refused, quarantined } = account;
  if (stored + duplicate === 0) return EXIT.failed;
  return options.strict && refused + quarantined > 0 ? EXIT.partly : EXIT.ok;
}
