/** Answers that a client may keep: a body in, the body with its ETag out, or 304 where the client has it already. */
import { createHash } from "node:crypto";

/** The strong ETag of a body. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** True when the request says that it has this body already. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.split(",").some((each) => each.trim().replace(/^W\//, "") === etag || each.trim() === "*");
}

/** The answer with the body, or 304 without it. */
export function tagged(
  request: Request,
  body: string,
  type: string,
  headers: Record<string, string> = {},
  status = 200,
): Response {
  const etag = etagOf(body);
  const all = new Headers(headers);
  all.set("etag", etag);
  if (!all.has("cache-control")) all.set("cache-control", "private, no-cache");
  all.append("vary", "accept");
  if (status === 200 && isKnown(request, etag)) return new Response(null, { status: 304, headers: all });
  all.set("content-type", `${type}; charset=utf-8`);
  return new Response(body, { status, headers: all });
}
