/**
 * The server on its socket: loopback unless another address is asked for and
 * tokens are there; headers of 16 KB at most; what does not finish its request
 * within a minute is cut off; a bounded number of connections.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Fault } from "../../base/index.ts";
import { createApp } from "./app.ts";
import { hostNames, isLoopback } from "./guards/host.ts";
import type { KeptToken } from "./guards/tokens.ts";
import type { Services } from "./services.ts";

export interface ServeSettings {
  readonly services: Services;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Further names under which it may be asked. */
  readonly allowedHosts?: readonly string[];
  /** The tokens as they are kept now; null where there are none. */
  readonly tokens?: (() => readonly KeptToken[]) | null;
  readonly web: string;
  readonly tell?: (line: string) => void;
  /** Time for the headers of a request (default 30 s). */
  readonly headersMs?: number;
  /** How often slow clients are looked for (default 5 s). */
  readonly checkMs?: number;
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Ends it; open answers may finish for a second. */
  close(): Promise<void>;
}

export const HEADER_BYTES = 16 * 1024;
const HEADERS_MS = 30_000;
const REQUEST_MS = 60_000;
const CHECK_MS = 5_000;
/** More than this at once are closed as they come: so many held take about 210 MB (measured 2026-11-27). */
export const MOST_CONNECTIONS = 10_000;

/** The server, listening.
 * @throws {@link Fault} `cli/usage` where others could reach it and there is no token, or the port is taken */
export async function serve(settings: ServeSettings): Promise<Serving> {
  const { services, host, port, tokens = null, web, tell } = settings;
  if (!isLoopback(host) && (tokens === null || tokens().length === 0))
    throw new Fault(
      "cli/usage",
      `${host} can be reached from other machines, and whoever reaches it reads the record.`,
      {
        advice:
          "Make a token first: `chancery token new NAME`. Without --host only this machine can reach it.",
      },
    );
  const app = createApp({
    services,
    hosts: hostNames(host, settings.allowedHosts ?? []),
    tokens,
    web,
    ...(tell === undefined ? {} : { tell }),
  });
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: settings.headersMs ?? HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: settings.checkMs ?? CHECK_MS,
      requireHostHeader: true,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listening(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${shown}:${taken}/`,
    port: taken,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const last = setTimeout(() => server.closeAllConnections(), 1_000);
      await closed;
      clearTimeout(last);
    },
  };
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const message = taken
        ? `Port ${port} of ${host} is taken.`
        : `${host}:${port} cannot be listened on (${error.message}).`;
      reject(
        new Fault("cli/usage", message, { advice: "Name another with --port, or 0 for any that is free." }),
      );
    });
    server.listen(port, host, resolve);
  });
}
