/**
 * Only requests that name this server by a name it goes by: a page of another
 * host whose name was made to point here (DNS rebinding) is turned away with
 * 421, on every route.
 */
import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { apiFault } from "../faults.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/** The names under which the server may be asked: loopback's, the address that it listens on, and what was allowed. */
export function hostNames(listening: string, allowed: readonly string[]): Set<string> {
  const own = isIP(listening) === 6 ? `[${listening}]` : listening;
  const any = listening === "0.0.0.0" || listening === "::";
  return new Set([...LOOPBACK, ...(any ? [] : [own]), ...allowed].map((name) => name.toLowerCase()));
}

/** Turns away what asks under another name. */
export function onlyHosts(names: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    if (!names.has(hostOf(context.req.header("host") ?? "")))
      throw apiFault(
        "api/host",
        "This server does not go by the name that was asked for.",
        "Use the address that `chancery serve` printed, or start it with --allow-host NAME.",
      );
    await next();
  };
}

/** The host of a Host header without its port; "" where it is none. */
export function hostOf(header: string): string {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header)?.[1]?.toLowerCase() ?? "";
}
