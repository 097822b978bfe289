/**
 * How many requests one client may send: 100 a second, with as many at once;
 * then 429 and when to come back. A client is the address of its socket; an
 * IPv6 client is its /64, for it has all of that.
 */
import type { MiddlewareHandler } from "hono";
import { apiFault } from "../faults.ts";

export const REQUESTS_PER_SECOND = 100;
/** Clients that are remembered; a flood of addresses must not fill the memory. */
const CLIENTS_KEPT = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Turns away what comes too fast.
 * @param clientOf who sends the request
 * @param nowMs the clock, in milliseconds */
export function onlySoMany(
  clientOf: (env: unknown) => string,
  perSecond: number = REQUESTS_PER_SECOND,
  nowMs: () => number = () => performance.now(),
): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  return async (context, next) => {
    const client = networkOf(clientOf(context.env));
    const now = nowMs();
    const kept = buckets.get(client) ?? { tokens: perSecond, at: now };
    const tokens = Math.min(perSecond, kept.tokens + ((now - kept.at) / 1_000) * perSecond);
    buckets.delete(client);
    buckets.set(client, { tokens: Math.max(0, tokens - 1), at: now });
    if (buckets.size > CLIENTS_KEPT)
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    if (tokens < 1) {
      context.header("retry-after", "1");
      throw apiFault("api/too-many", `More than ${perSecond} requests a second.`, "Come back in a second.");
    }
    await next();
  };
}

/** The address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter((part) => part !== "");
  const right = tail.split(":").filter((part) => part !== "");
  const missing = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const all = address.includes("::") ? [...left, ...missing, ...right] : left;
  return `${all.slice(0, 4).join(":")}::/64`;
}
