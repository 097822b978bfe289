/**
 * A Retry-After header in, the wait in milliseconds out.
 *
 * @see RFC 9110, section 10.2.3
 */

/** Milliseconds to wait, 0 to a day; null where the header is absent or says nothing. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const given = header?.trim() ?? "";
  if (given === "") return null;
  const waitMs = /^\d{1,9}$/.test(given) ? Number(given) * 1_000 : Date.parse(given) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), 86_400_000);
}
