/**
 * Arguments of a command in, pages and refusals out, one at a time: files,
 * folders, `-` for standard input. Nothing is thrown for a bad input; each
 * comes out as a refusal with its place, and the rest goes on. What the pages
 * say is left to the reading room.
 */
import { createReadStream } from "node:fs";
import { filesAt } from "./files.ts";
import { readStream } from "./read-stream.ts";
import { DEFAULT_LIMITS, refusal, refusalOf } from "./refusal.ts";
import type { SourceLimits, SourceOptions, SourceResult } from "./types.ts";

const URL_LIKE = /^[a-z][a-z0-9+.-]+:\/\//i;

/** The pages of the sources, in order of the arguments; folders in order of their names.
 * Breaking off the loop closes what is open. */
export async function* readSources(
  args: readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<SourceResult> {
  const limits: SourceLimits = { ...DEFAULT_LIMITS, ...options.limits };
  for (const arg of args) {
    if (arg === "-") {
      yield* stopping(guarded(options.stdin ?? process.stdin, arg, limits), options.signal);
      continue;
    }
    if (URL_LIKE.test(arg)) {
      yield refusal("sources/unsupported", arg, `${arg} is an address; addresses are not read.`, {
        advice: "Save the page to a file and read the file.",
      });
      continue;
    }
    for await (const file of filesAt(arg, options.onLeftAside)) {
      if ("kind" in file) yield file;
      else yield* stopping(guarded(createReadStream(file.path), file.path, limits), options.signal);
      if (options.signal?.aborted) return;
    }
    if (options.signal?.aborted) return;
  }
}

/** The stream's pages; a failing read becomes its last refusal. */
async function* guarded(
  stream: AsyncIterable<Uint8Array>,
  origin: string,
  limits: SourceLimits,
): AsyncGenerator<SourceResult> {
  try {
    yield* readStream(stream, origin, limits);
  } catch (error) {
    yield refusalOf(error, origin);
  }
}

async function* stopping(
  items: AsyncGenerator<SourceResult>,
  signal: AbortSignal | undefined,
): AsyncGenerator<SourceResult> {
  for await (const item of items) {
    if (signal?.aborted) return;
    yield item;
  }
}
