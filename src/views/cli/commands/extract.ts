/**
 * `chancery extract`: pages in, one JSON object a page out, in the same order,
 * without a record and whatever their language. What gives no page is told on
 * standard error in JSON and the rest goes on; the exit code says so.
 */
import { availableParallelism } from "node:os";
import { createPool, inOrder, PAGE_STAGES, type Pool, sourceItems } from "../../../pipeline/index.ts";
import type { SourceItem } from "../../../pipeline/types.ts";
import { extractJson } from "../../json/extract-json.ts";
import { EXIT } from "../exit-codes.ts";
import { stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";
import { type WebFlags, webSettings } from "../web-options.ts";

export interface ExtractOptions extends WebFlags {
  readonly workers?: number;
}

const WINDOW_PER_WORKER = 4;
const MINUTE_MS = 60_000;

interface Answer {
  readonly isPage: boolean;
  readonly line: string;
}

export async function extractCommand(
  files: readonly string[],
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  const workers = options.workers ?? availableParallelism();
  const stop = stopOnSignal(terminal);
  const pool = createPool({ workers, stages: PAGE_STAGES, coder: "" });
  const today = new Date().toISOString().slice(0, 10);
  const counts = { pages: 0, troubled: 0 };
  try {
    const items = sourceItems(files.length === 0 ? ["-"] : files, {
      web: webSettings(options),
      pool,
      signal: stop.signal,
    });
    const act = (item: SourceItem) => answer(item, pool, today);
    const answers = inOrder(items, workers * WINDOW_PER_WORKER, act, stop.signal);
    for (;;) {
      const one = await answers.next(MINUTE_MS);
      if (one === undefined || (one === null && stop.signal.aborted)) break;
      if (one === null) continue;
      counts[one.isPage ? "pages" : "troubled"] += 1;
      if (one.isPage) await terminal.out(one.line);
      else terminal.say(one.line);
    }
  } finally {
    await pool.close();
  }
  if (stop.signal.aborted) return EXIT.stopped;
  if (counts.troubled === 0) return EXIT.ok;
  return counts.pages === 0 ? EXIT.failed : EXIT.partly;
}

async function answer(item: SourceItem, pool: Pool, today: string): Promise<Answer> {
  if (item.kind === "refused") {
    const { origin, code, message, advice } = item.refused;
    return trouble(origin, code, message, advice);
  }
  const { page } = item;
  const done = await pool.run({ kind: "extract", page, today } as const);
  if (!done.ok) return trouble(page.origin, done.code, done.message, null);
  return { isPage: true, line: `${JSON.stringify(extractJson(page.origin, done.answer))}\n` };
}

function trouble(file: string, code: string, message: string, advice: string | null): Answer {
  return { isPage: false, line: `${JSON.stringify({ error: { code, message, advice, file } })}\n` };
}
