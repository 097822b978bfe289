/**
 * Arguments of a command in, pages and refusals out, one at a time: files,
 * folders, `-` for standard input, addresses, bytes under a name. Nothing is
 * thrown for a bad input; each comes out as a refusal with its place, and the
 * rest goes on. What the pages say is left to the reading room.
 */
import { createReadStream } from "node:fs";
import { shownUrl } from "./fetch/check-url.ts";
import { readUrl, readUrls, type UrlOptions } from "./fetch/read-url.ts";
import type { ListedUrl } from "./fetch/url-list.ts";
import { filesAt } from "./files.ts";
import { readStream, type StreamSettings } from "./read-stream.ts";
import { DEFAULT_LIMITS, refusal, refusalOf } from "./refusal.ts";
import type { NamedBytes, SourceOptions, SourceResult, WebOptions } from "./types.ts";

const URL_LIKE = /^[a-z][a-z0-9+.-]+:\/\//i;

/** The pages of the sources, in order of the arguments; folders in order of their names.
 * Breaking off the loop closes what is open. */
export async function* readSources(
  args: readonly (string | NamedBytes)[],
  options: SourceOptions = {},
): AsyncGenerator<SourceResult> {
  const { signal } = options;
  for (const arg of args) {
    yield* stopping(readSource(arg, options), signal);
    if (signal?.aborted) return;
  }
}

async function* readSource(arg: string | NamedBytes, options: SourceOptions): AsyncGenerator<SourceResult> {
  const { web, stdin = process.stdin, onLeftAside } = options;
  const settings = settingsOf(options);
  if (typeof arg !== "string") yield* guarded(counted(arg.bytes, arg.name, options), arg.name, settings);
  else if (arg === "-") yield* guarded(counted(stdin, arg, options), arg, settings);
  else if (!URL_LIKE.test(arg)) {
    for await (const file of filesAt(arg, onLeftAside)) {
      if ("kind" in file) yield file;
      else {
        const stream = counted(createReadStream(file.path), file.path, options);
        yield* guarded(stream, file.path, settings);
      }
      if (options.signal?.aborted) return;
    }
  } else if (web === undefined) {
    yield refusal(
      "sources/unsupported",
      shownUrl(arg),
      `${shownUrl(arg)} is an address; addresses are not read here.`,
      {
        advice: "Save the page to a file and read the file.",
      },
    );
  } else {
    options.onProgress?.({ at: shownUrl(arg), bytes: 0 });
    yield* readUrl(arg, await urlOptions(web, options.signal));
  }
}

function settingsOf({ limits, web, signal }: SourceOptions): StreamSettings {
  const listed = async function* (found: AsyncIterable<SourceResult | ListedUrl>, way: WebOptions) {
    // A list of pages alone needs no fetcher, and so no contact.
    let options: UrlOptions | null = null;
    const opened = async () => (options ??= await urlOptions(way, signal));
    yield* readUrls(found, opened, signal);
  };
  return {
    limits: { ...DEFAULT_LIMITS, ...limits },
    ...(web === undefined
      ? {}
      : { listed: (found: AsyncIterable<SourceResult | ListedUrl>) => listed(found, web) }),
    ...(signal === undefined ? {} : { signal }),
  };
}

async function urlOptions(web: WebOptions, signal: AbortSignal | undefined): Promise<UrlOptions> {
  return { ...web, fetcher: await web.fetcher(), ...(signal === undefined ? {} : { signal }) };
}

/** The stream, telling how far it has come. */
async function* counted(
  stream: AsyncIterable<Uint8Array>,
  at: string,
  { onProgress }: SourceOptions,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onProgress?.({ at, bytes: chunk.length });
    yield chunk;
  }
}

/** The stream's pages; a failing read becomes its last refusal. */
async function* guarded(
  stream: AsyncIterable<Uint8Array>,
  origin: string,
  settings: StreamSettings,
): AsyncGenerator<SourceResult> {
  try {
    yield* readStream(stream, origin, settings);
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
