/**
 * Who may ask: everybody on this machine where the server listens on loopback
 * alone, else who has a token. It comes as `Authorization: Bearer`, as the
 * password of `Basic` (feed readers), or, for the pages, as a session in a
 * cookie that no script can read. It is never taken from an address.
 */
import { randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { apiFault } from "../faults.ts";
import { readBytes } from "./body.ts";
import { hashOf, type KeptToken, tokenName } from "./tokens.ts";

export const SESSION_PATH = "/api/v1/session";
const COOKIE = "chancery_session";
const SESSION_MS = 12 * 3_600_000;
const SESSIONS_KEPT = 1_000;
const SIGN_IN_BYTES = 4_096;

const SIGN_IN = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chancery</title>
<h1>Chancery</h1>
<p>This server needs a token. Whoever runs it can make one with <code>chancery token new NAME</code>.</p>
<form method="post" action="${SESSION_PATH}">
<p><label>Token <input type="password" name="token" autocomplete="current-password" required></label>
<button>Open</button></p>
</form>
</html>
`;

export interface Auth {
  /** Turns away who has no token. */
  readonly guard: MiddlewareHandler;
  /** Answers at SESSION_PATH: a token in, a session out; DELETE ends it. */
  readonly session: MiddlewareHandler;
}

/** The check of tokens.
 * @param tokens what is kept now, asked at each request so that a removed token ends at once; null: nobody needs one */
export function openAuth(tokens: (() => readonly KeptToken[]) | null, nowMs: () => number = Date.now): Auth {
  const sessions = new Map<string, { readonly name: string; readonly untilMs: number }>();

  const nameOfSession = (context: Context, kept: readonly KeptToken[]): string | null => {
    const key = cookieOf(context);
    const held = key === null ? undefined : sessions.get(hashOf(key));
    if (held === undefined || held.untilMs < nowMs()) return null;
    return kept.some((token) => token.name === held.name) ? held.name : null;
  };

  return {
    async guard(context, next) {
      if (tokens === null || context.req.path === SESSION_PATH) return await next();
      const kept = tokens();
      const token = tokenOf(context.req.header("authorization"));
      const name = token === null ? nameOfSession(context, kept) : tokenName(kept, token);
      if (name !== null) return await next();
      const page = /\btext\/html\b/.test(context.req.header("accept") ?? "");
      if (page) return context.html(SIGN_IN, 401, { "cache-control": "no-store" });
      context.header("www-authenticate", 'Bearer realm="chancery", Basic realm="chancery"');
      throw apiFault(
        "api/no-token",
        "This server answers only to who has a token.",
        "Send it as `Authorization: Bearer TOKEN`. Make one with `chancery token new NAME`.",
      );
    },
    async session(context) {
      if (context.req.method === "DELETE") {
        const key = cookieOf(context);
        if (key !== null) sessions.delete(hashOf(key));
        context.header("set-cookie", `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
        return context.body(null, 204);
      }
      const form = await readForm(context.req.raw);
      const name = tokens === null ? null : tokenName(tokens(), form.token);
      if (name === null) {
        if (form.page) return context.html(SIGN_IN, 401, { "cache-control": "no-store" });
        throw apiFault(
          "api/no-token",
          "This is no token of this server.",
          "Make one with `chancery token new NAME`.",
        );
      }
      const key = randomBytes(32).toString("base64url");
      for (const oldest of sessions.keys()) if (sessions.size >= SESSIONS_KEPT) sessions.delete(oldest);
      sessions.set(hashOf(key), { name, untilMs: nowMs() + SESSION_MS });
      context.header(
        "set-cookie",
        `${COOKIE}=${key}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1_000}`,
      );
      return form.page ? context.redirect("/", 303) : context.body(null, 204);
    },
  };
}

function cookieOf(context: Context): string | null {
  const header = context.req.header("cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(header)?.[1] ?? null;
}

/** The token of an Authorization header: all of a Bearer's, the password of a Basic's. */
function tokenOf(header: string | undefined): string | null {
  const [, scheme = "", value = ""] = /^(Bearer|Basic)\s+(\S+)$/i.exec(header ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return null;
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return decoded.slice(decoded.indexOf(":") + 1);
}

async function readForm(request: Request): Promise<{ readonly token: string; readonly page: boolean }> {
  const text = (await readBytes(request, SIGN_IN_BYTES)).toString("utf8");
  const isForm = (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  if (isForm) return { token: new URLSearchParams(text).get("token") ?? "", page: true };
  try {
    return { token: String((JSON.parse(text) as { token?: unknown }).token ?? ""), page: false };
  } catch {
    throw apiFault("api/bad-request", "The body is no JSON with a token.");
  }
}
