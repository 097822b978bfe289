/**
 * A URL in, the answer at the end of its redirects out. Every hop is checked
 * anew (address, scheme, robots.txt), waits for its host's turn, and takes from
 * one store of time; a downgrade from https is not followed.
 */
import { bareHost, checkUrl, shownUrl } from "./check-url.ts";
import type { HostGate } from "./host-gate.ts";
import { refuseFetch } from "./refuse-fetch.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Clock, FetchLimits, FetchOutcome, HopAnswer, Send } from "./types.ts";

export interface FollowSettings {
  readonly send: Send;
  readonly gate: HostGate;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  readonly allowPrivate: boolean;
  /** Refuses what robots.txt bars; null where the hop may go on. */
  readonly barred: (url: URL) => Promise<(FetchOutcome<never> & { readonly ok: false }) | null>;
}

export interface Followed {
  readonly answer: HopAnswer;
  readonly url: URL;
  /** True where there were redirects and all were permanent. */
  readonly moved: boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** The last answer, whose status is 2xx or 304, or why there is none. */
export async function follow(
  start: URL,
  headers: Readonly<Record<string, string>>,
  settings: FollowSettings,
  signal?: AbortSignal,
): Promise<FetchOutcome<Followed>> {
  const { limits, allowPrivate } = settings;
  let url = start;
  let leftMs = limits.totalMs;
  let permanent = true;
  for (let hops = 0; ; hops++) {
    const barred = await settings.barred(url);
    if (barred !== null) return barred;
    const { outcome, spentMs } = await oneHop(url, headers, leftMs, settings, signal);
    leftMs -= spentMs;
    if (!outcome.ok) return outcome;
    const { status, headers: answered } = outcome.value;
    const isFinal = (status >= 200 && status < 300) || status === 304;
    if (isFinal) return { ok: true, value: { answer: outcome.value, url, moved: hops > 0 && permanent } };
    const location = answered.location;
    if (!REDIRECTS.has(status) || location === undefined) return statusRefusal(url, outcome.value, settings);
    if (hops >= limits.redirects) {
      const message = `${shownUrl(start.href)} redirects more than ${limits.redirects} times.`;
      return refuseFetch("sources/too-many-redirects", message, { status });
    }
    permanent &&= PERMANENT.has(status);
    const next = checkUrl(location, allowPrivate, url);
    if (!next.ok) {
      const message = `${shownUrl(url.href)} redirects to where it may not: ${next.refusal.message}`;
      return { ok: false, refusal: { ...next.refusal, message } };
    }
    if (url.protocol === "https:" && next.value.protocol === "http:") {
      const message = `${shownUrl(url.href)} redirects from https to http.`;
      return refuseFetch("sources/bad-redirect", message, { status });
    }
    if (leftMs <= 0) {
      const message = `${shownUrl(start.href)} did not answer in time.`;
      return refuseFetch("sources/timeout", message, { passing: true });
    }
    url = next.value;
  }
}

async function oneHop(
  url: URL,
  headers: Readonly<Record<string, string>>,
  leftMs: number,
  { send, gate, limits, clock }: FollowSettings,
  signal: AbortSignal | undefined,
): Promise<{ outcome: FetchOutcome<HopAnswer>; spentMs: number }> {
  const host = bareHost(url);
  const waitMs = gate.waitMs(host);
  if (waitMs > limits.patienceMs) {
    const againAtMs = clock.now() + waitMs;
    const message = `${host} asked to be left alone until ${new Date(againAtMs).toISOString()}.`;
    return { outcome: refuseFetch("sources/try-later", message, { passing: true, againAtMs }), spentMs: 0 };
  }
  return gate.turn(host, signal, async () => {
    if (signal?.aborted) {
      const message = `The request to ${shownUrl(url.href)} was stopped.`;
      return { outcome: refuseFetch("sources/stopped", message), spentMs: 0 };
    }
    const from = performance.now();
    const outcome = await send({ url, headers, totalMs: leftMs, signal });
    if (outcome.ok && outcome.value.status < 500 && outcome.value.status !== 429) gate.succeeded(host);
    else if (!outcome.ok && outcome.refusal.passing) gate.failed(host, null);
    return { outcome, spentMs: performance.now() - from };
  });
}

/** The refusal that a status such as 404, 429 or 503 comes to; notes the wait that it asks for. */
function statusRefusal(
  url: URL,
  { status, headers }: HopAnswer,
  { gate, clock }: FollowSettings,
): FetchOutcome<never> & { readonly ok: false } {
  const shown = shownUrl(url.href);
  if (status === 429 || status >= 500) {
    const asked = retryAfterMs(headers["retry-after"], clock.now());
    const againAtMs = gate.failed(bareHost(url), asked);
    const message = `${shown} answered ${status}.`;
    return refuseFetch(
      status === 429 || asked !== null ? "sources/try-later" : "sources/http-status",
      message,
      {
        passing: true,
        againAtMs,
        status,
        advice: `Ask again after ${new Date(againAtMs).toISOString()}.`,
      },
    );
  }
  return refuseFetch("sources/http-status", `${shown} answered ${status}.`, { status });
}
