/**
 * No other site's page may change anything here: a method that is not safe
 * needs Sec-Fetch-Site same-origin or none, or an Origin that is this host;
 * a request without either comes from no browser. The rule of Go 1.25 and
 * Datasette. CORS stays off: no answer names another origin.
 */
import type { MiddlewareHandler } from "hono";
import { apiFault } from "../faults.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Turns away what another site's page sends. */
export function sameSite(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    if (
      !SAFE.has(req.method) &&
      !isSame(req.header("sec-fetch-site"), req.header("origin"), req.header("host"))
    )
      throw apiFault("api/cross-site", "Another site's page may not change anything here.");
    await next();
  };
}

function isSame(site: string | undefined, origin: string | undefined, host: string | undefined): boolean {
  if (site !== undefined) return site === "same-origin" || site === "none";
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host?.toLowerCase();
  } catch {
    return false;
  }
}
