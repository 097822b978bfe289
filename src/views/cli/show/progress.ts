/**
 * The line that shows how a run gets on, on a terminal only: rewritten in place
 * ten times a second at most, gone at the end. Nothing at all in a pipe.
 */
import type { Terminal } from "../terminal.ts";
import { cut } from "./printable.ts";

export interface Progress {
  /** False where nobody watches. */
  readonly isShown: boolean;
  tell(words: string): void;
  end(): void;
}

const EVERY_MS = 100;
/** A stop takes no longer than this; five seconds are promised, also on a busy machine. */
const STOP_LIMIT_MS = 3_500;

/** A progress line on standard error, or nothing where nobody watches. */
export function openProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.watched) return { isShown: false, tell() {}, end() {} };
  let last = 0;
  let shown = false;
  return {
    isShown: true,
    tell(words) {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      terminal.say(`\r\x1b[2K${terminal.sayPaint.dim(cut(words, columns() - 1))}`);
    },
    end() {
      if (shown) terminal.say("\r\x1b[2K");
      shown = false;
    },
  };
}

/** Columns of standard error; some terminals do not know their own and say 0. */
function columns(): number {
  return process.stderr.columns || 80;
}

/** Aborts at the first Ctrl-C or SIGTERM; at the second the process ends at once. */
export function stopOnSignal(terminal: Terminal): AbortController {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    terminal.say("\nStopping; what is read is being stored. Press Ctrl-C again to stop at once.\n");
    stop.abort();
    // Whatever still holds the process then, what was acknowledged is safe.
    setTimeout(() => process.exit(130), STOP_LIMIT_MS).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop;
}
