/**
 * Options in, a fetcher out: checked addresses, robots.txt, one request at a
 * time and a second to each host, conditional requests, retries after what the
 * host asks for. It sends no cookies and no credentials, and reads no proxy
 * from the environment. What the pages mean is left to other rooms.
 *
 * @see SAFETY bars 1 to 7, 41 and 42
 */
import { Fault } from "../../base/fault.ts";
import { DEFAULT_LIMITS } from "../refusal.ts";
import { bareHost, checkUrl, shownUrl } from "./check-url.ts";
import { systemClock } from "./clock.ts";
import { systemResolve } from "./connect.ts";
import { type Followed, type FollowSettings, follow } from "./follow.ts";
import { HostGate } from "./host-gate.ts";
import { refuseFetch } from "./refuse-fetch.ts";
import { RobotsOfHost } from "./robots-of-host.ts";
import { createSender } from "./send-request.ts";
import type {
  Clock,
  FetchCall,
  FetchedPage,
  Fetcher,
  FetcherOptions,
  FetchLimits,
  FetchOutcome,
  FetchRefusal,
} from "./types.ts";
import { ACCEPT_ENCODING } from "./unpack-body.ts";

/** Name in the User-Agent and in robots.txt. */
export const PRODUCT_TOKEN = "chancery";

/** SAFETY limits: 10 s to connect, 20 s for all, 15 MiB sent, 32 MiB unpacked, 5 redirects. */
export const FETCH_LIMITS: FetchLimits = Object.freeze({
  wireBytes: DEFAULT_LIMITS.bodyBytes,
  unpackedBytes: DEFAULT_LIMITS.unpackedBytes,
  connectMs: 10_000,
  totalMs: 20_000,
  redirects: 5,
  tries: 3,
  patienceMs: 300_000,
  intervalMs: 1_000,
});

/** A fetcher that keeps the turns of hosts and their robots.txt for as long as it is held.
 * @throws {@link Fault} `sources/no-contact` where the contact is blank */
export function createFetcher(options: FetcherOptions): Fetcher {
  const contact = options.contact.replace(/[^\x20-\x7e]|[()]/g, "").trim();
  if (contact === "") {
    throw new Fault("sources/no-contact", "No contact is given for the User-Agent.", {
      advice: "Give a URL or mail address by which those who run a site can reach you.",
    });
  }
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const clock = options.clock ?? systemClock;
  const allowPrivate = options.allowPrivateNetworks ?? false;
  const resolve = options.resolve ?? systemResolve;
  const gate = new HostGate(clock, limits.intervalMs);
  const open: FollowSettings = {
    send: options.send ?? createSender({ resolve, allowPrivate, limits }),
    gate,
    clock,
    limits,
    allowPrivate,
    barred: async () => null,
  };
  const base = {
    "user-agent": `Chancery (reads news into a record; ${contact})`,
    "accept-encoding": ACCEPT_ENCODING,
  };
  const robots = new RobotsOfHost(clock, PRODUCT_TOKEN, async (url, signal) => {
    const headers = { ...base, accept: "text/plain,*/*;q=0.1" };
    const followed = await tried(() => follow(url, headers, open, signal), open, url, signal);
    return followed.ok ? { ok: true, value: followed.value.answer } : followed;
  });
  const barredFor = (signal?: AbortSignal) => async (url: URL) => {
    if (options.robots === false) return null;
    const answer = await robots.of(url, signal);
    if (!answer.ok) return robotsUnread(url, answer.refusal);
    gate.slow(bareHost(url), answer.robots.crawlDelayS);
    if (answer.robots.isAllowed(`${url.pathname}${url.search}`)) return null;
    return refuseFetch<never>("sources/robots", `The robots.txt of ${url.host} bars ${shownUrl(url.href)}.`);
  };

  async function fetchPage(given: string, call: FetchCall = {}): Promise<FetchOutcome<FetchedPage>> {
    const url = checkUrl(given, allowPrivate);
    if (!url.ok) return url;
    const settings = { ...open, barred: barredFor(call.signal) };
    const headers = { ...base, ...ACCEPT, ...conditions(call) };
    const once = () => follow(url.value, headers, settings, call.signal);
    const followed = await tried(once, open, url.value, call.signal);
    if (!followed.ok) return followed;
    return { ok: true, value: pageOf(url.value, followed.value, call, clock) };
  }

  return {
    fetchPage,
    async sitemapsOf(given, signal) {
      const url = checkUrl(given, allowPrivate);
      if (!url.ok) return [];
      const answer = await robots.of(url.value, signal);
      return answer.ok ? answer.robots.sitemaps : [];
    },
  };
}

const ACCEPT = {
  accept:
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5",
};

function conditions({ etag, lastModified }: FetchCall): Record<string, string> {
  const clean = (value: string) => /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value);
  return {
    ...(etag && clean(etag) ? { "if-none-match": etag } : {}),
    ...(lastModified && clean(lastModified) ? { "if-modified-since": lastModified } : {}),
  };
}

/** The outcome of the last of several tries; between them lies the wait that the host's gate holds. */
async function tried<T>(
  once: () => Promise<FetchOutcome<T>>,
  { gate, limits }: FollowSettings,
  url: URL,
  signal?: AbortSignal,
): Promise<FetchOutcome<T>> {
  for (let n = 1; ; n++) {
    const outcome = await once();
    if (outcome.ok || !outcome.refusal.passing || n >= limits.tries || signal?.aborted) return outcome;
    if (outcome.refusal.code === "sources/robots-unread") return outcome;
    if (gate.waitMs(bareHost(url)) > limits.patienceMs) return outcome;
  }
}

function robotsUnread(url: URL, refusal: FetchRefusal) {
  if (!refusal.passing) return { ok: false as const, refusal };
  const message = `The robots.txt of ${url.host} could not be read, so nothing is fetched there: ${refusal.message}`;
  return { ok: false as const, refusal: { ...refusal, code: "sources/robots-unread" as const, message } };
}

function pageOf(asked: URL, { answer, url, moved }: Followed, call: FetchCall, clock: Clock): FetchedPage {
  const { status, headers, body } = answer;
  const notModified = status === 304;
  const kept = notModified ? call : {};
  return {
    url: asked.href,
    finalUrl: url.href,
    movedTo: moved ? url.href : null,
    status,
    notModified,
    contentType: headers["content-type"] ?? null,
    etag: headers.etag ?? kept.etag ?? null,
    lastModified: headers["last-modified"] ?? kept.lastModified ?? null,
    body: notModified ? Buffer.alloc(0) : body,
    fetchedAt: new Date(clock.now()).toISOString(),
  };
}
