/**
 * `chancery code`: JSON Lines in, JSON Lines out, in the same order: a text to
 * its mentions, statements and times. A bad line is told on standard error in
 * JSON and the rest goes on; the exit code says that there was one.
 */
import { availableParallelism } from "node:os";
import { isDay } from "../../../base/index.ts";
import { loadOntology } from "../../../knowledge/ontology.ts";
import { coderName, createPool, inOrder, type Pool, STAGES } from "../../../pipeline/index.ts";
import type { CodeAnswer, CodeRequest } from "../../../pipeline/types.ts";
import { entryLines, statementLines } from "../../../record/index.ts";
import { mentionJson, type Scores } from "../../json/mention-json.ts";
import { timeJson } from "../../json/report-json.ts";
import { statementJson } from "../../json/statement-json.ts";
import { EXIT } from "../exit-codes.ts";
import { LONGEST_LINE, type NumberedLine, numberedLines } from "../numbered-lines.ts";
import type { ActorsOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";

export interface CodeOptions extends ActorsOptions {
  readonly workers?: number;
}

const WINDOW_PER_WORKER = 32;
const MINUTE_MS = 60_000;

type Answer =
  | { readonly ok: true; readonly line: string }
  | { readonly ok: false; readonly number: number; readonly code: string; readonly message: string };

export async function codeCommand(
  files: readonly string[],
  options: CodeOptions,
  terminal: Terminal,
): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const workers = options.workers ?? availableParallelism();
  const pool = createPool({ workers, stages: STAGES, coder: coderName(actors), actors });
  const stop = stopOnSignal(terminal);
  const scores = loadOntology();
  let bad = 0;
  try {
    const lines = numberedLines(files);
    const answers = inOrder(
      lines,
      workers * WINDOW_PER_WORKER,
      (line) => answer(line, pool, scores),
      stop.signal,
    );
    for (;;) {
      const one = await answers.next(MINUTE_MS);
      if (one === undefined || (one === null && stop.signal.aborted)) break;
      if (one === null) continue;
      if (one.ok) await terminal.out(one.line);
      else {
        bad += 1;
        const { number, code, message } = one;
        terminal.say(`${JSON.stringify({ error: { code, message, line: number } })}\n`);
      }
    }
    if (stop.signal.aborted) return EXIT.stopped;
    return bad > 0 ? EXIT.partly : EXIT.ok;
  } finally {
    await pool.close();
  }
}

async function answer(
  { number, line, unreadable }: NumberedLine,
  pool: Pool,
  scores: Scores,
): Promise<Answer> {
  if (unreadable !== null) return refused(number, "sources/unreadable", unreadable);
  if (line.length > LONGEST_LINE)
    return refused(number, "sources/line-too-long", `Line ${number} is longer than 8 MiB.`);
  const request = requestOf(line, number);
  if ("ok" in request) return request;
  const done = await pool.run({ kind: "filter", request: request.request } as const);
  if (!done.ok) return refused(number, done.code, `Line ${number}: ${done.message}`);
  return { ok: true, line: `${JSON.stringify(answerJson(done.answer, request.id, scores))}\n` };
}

function answerJson({ entry, relation }: CodeAnswer, id: unknown, scores: Scores) {
  const mentions = entryLines(entry).map((line) => mentionJson(line, scores));
  return {
    id,
    mentions,
    statements: statementLines(entry).map(statementJson),
    times: entry.times.map(timeJson),
    ...(relation === null ? {} : { relation }),
  };
}

function refused(number: number, code: string, message: string): Answer {
  return { ok: false, number, code, message };
}

function requestOf(
  line: string,
  number: number,
): Answer | { readonly request: CodeRequest; readonly id: unknown } {
  const bad = (message: string) => refused(number, "cli/bad-line", `Line ${number}: ${message}`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return bad(`it is not JSON (${(error as Error).message}).`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return bad("it is no JSON object.");
  const {
    id = null,
    text,
    date = null,
    actor = null,
    recipient = null,
  } = value as { [key: string]: unknown };
  if (typeof text !== "string") return bad("it has no text.");
  if (date !== null && (typeof date !== "string" || !isDay(date)))
    return bad("its date is no day such as 2017-08-10.");
  for (const [name, span] of Object.entries({ actor, recipient }))
    if (span !== null && !isSpan(span, text))
      return bad(`its ${name} is no span {start, end} inside the text.`);
  const spans = { actor, recipient } as Pick<CodeRequest, "actor" | "recipient">;
  return { request: { id: id === null ? null : String(id), text, date, ...spans }, id };
}

function isSpan(value: unknown, text: string): boolean {
  const { start, end } = (value ?? {}) as { start?: unknown; end?: unknown };
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false;
  return (start as number) >= 0 && (start as number) < (end as number) && (end as number) <= text.length;
}
