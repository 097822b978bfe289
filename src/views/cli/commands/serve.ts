/** `chancery serve`: the record as pages and as an API, until it is stopped. */
import { fileURLToPath } from "node:url";
import { enterLedgers, linkRecord } from "../../../pipeline/index.ts";
import { isLoopback } from "../../api/guards/host.ts";
import { openServices, readTokens, serve, tokenFile } from "../../api/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { ActorsOptions, GlobalOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import type { Terminal } from "../terminal.ts";
import { type WebFlags, webSettings } from "../web-options.ts";

export interface ServeOptions
  extends GlobalOptions,
    ActorsOptions,
    Pick<WebFlags, "contact" | "allowPrivateNetworks"> {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly tokens?: string;
  readonly workers?: number;
}

/** So long may a question of a page or a client take, all its statements together. */
const READ_LIMIT_MS = 5_000;
/** Where the built pages lie, in a checkout and in the package. */
const WEB = fileURLToPath(new URL("../../../../dist/web", import.meta.url));

export async function serveCommand(options: ServeOptions, terminal: Terminal): Promise<number> {
  const { host, port, allowHost = [] } = options;
  const stop = stopOnSignal();
  const file = options.tokens ?? tokenFile();
  const needed = options.tokens !== undefined || !isLoopback(host);
  const tell = (line: string) => terminal.say(`${line}\n`);
  const actors = await readOwnActors(options, terminal);
  const services = await openServices({
    record: options.record,
    web: webSettings(options),
    actors,
    tell,
    limitMs: READ_LIMIT_MS,
    ...(options.workers === undefined ? {} : { workers: options.workers }),
  });
  try {
    if ((await services.writer.unlinked()) > 0) {
      terminal.say("Linking what is not linked yet.\n");
      await linkRecord(services.writer, { signal: stop.signal });
      if (!stop.signal.aborted) await enterLedgers(services.writer);
    }
    const serving = await serve({
      services,
      host,
      port,
      allowedHosts: allowHost,
      tokens: needed ? () => readTokens(file) : null,
      web: WEB,
      tell,
    });
    await terminal.out(`${serving.url}\n`);
    const who = needed ? "who has a token" : "this machine alone";
    terminal.say(`The record ${services.record.where}, for ${who}. Ctrl-C ends it.\n`);
    if (!stop.signal.aborted)
      await new Promise((resolve) => stop.signal.addEventListener("abort", resolve, { once: true }));
    await serving.close();
    return EXIT.ok;
  } finally {
    await services.close();
  }
}

/** Aborts at Ctrl-C or SIGTERM; at the second the process ends at once. */
function stopOnSignal(): AbortController {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(EXIT.stopped);
    stop.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop;
}
