/** A watched feed through an edit, a redirect, a 304, a 429, a dead host and a restart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFetcher } from "../fetch/create-fetcher.ts";
import { refuseFetch } from "../fetch/refuse-fetch.ts";
import type { Hop, HopAnswer, Send } from "../fetch/types.ts";
import { simulatedClock } from "../testing/loopback.ts";
import { type FeedState, POLL_MS } from "./feed-state.ts";
import { nextDueMs, watchFeeds } from "./watch-feeds.ts";

const FEED = "https://outlet.example/feed";
const feedOf = (items: readonly string[]) =>
  `<rss><channel><title>Outlet</title>${items.join("")}</channel></rss>`;
const item = (n: number, text = "words") =>
  `<item><guid>g${n}</guid><link>https://outlet.example/${n}</link><title>T${n}</title><description>${text}</description></item>`;

function bench(reply: (path: string, hop: Hop) => HopAnswer | "dead") {
  const clock = simulatedClock(Date.parse("2026-03-01T00:00:00Z"));
  const asked: string[] = [];
  const send: Send = async (hop) => {
    const path = hop.url.href;
    if (path.endsWith("/robots.txt"))
      return { ok: true, value: { status: 404, headers: {}, body: Buffer.alloc(0) } };
    asked.push(path);
    const answer = reply(path, hop);
    return answer === "dead"
      ? refuseFetch("sources/unreachable", "no answer", { passing: true })
      : { ok: true, value: answer };
  };
  const fetcher = createFetcher({ contact: "t@example.org", clock, send, limits: { tries: 1 } });
  const states = new Map<string, FeedState>();
  const round = async (options: { feedOnly?: boolean } = {}) => {
    const results: string[] = [];
    // A state survives as JSON: this is what a restart does to it.
    for await (const step of watchFeeds([FEED], states, { fetcher, clock, ...options })) {
      states.set(step.feed, JSON.parse(JSON.stringify(step.state)));
      const { result } = step;
      if (result !== null) results.push(result.kind === "refused" ? result.code : `${result.given.id}`);
    }
    return results;
  };
  return { round, clock, asked, states };
}

const html = (body: string): HopAnswer => ({
  status: 200,
  headers: { "content-type": "text/html" },
  body: Buffer.from(`<html><body><p>${body}</p></body></html>`),
});
const xml = (body: string, headers = {}): HopAnswer => ({ status: 200, headers, body: Buffer.from(body) });

test("new items are read once, edited ones again, in the order of time", async () => {
  let items = [item(2), item(1)];
  const { round, clock } = bench((path) => (path === FEED ? xml(feedOf(items)) : html("page")));
  assert.deepEqual(await round(), ["g1", "g2"]);
  assert.deepEqual(await round(), [], "not due");
  clock.advance(POLL_MS);
  assert.deepEqual(await round(), []);
  items = [item(3), item(2, "edited"), item(1)];
  clock.advance(POLL_MS);
  assert.deepEqual(await round(), ["g2", "g3"]);
});

test("a 304 stores nothing and a permanent redirect is remembered", async () => {
  const { round, clock, asked, states } = bench((path, { headers }) => {
    if (path === FEED) return { status: 301, headers: { location: "/new" }, body: Buffer.alloc(0) };
    if (!path.endsWith("/new")) return html("page");
    return headers["if-none-match"] === '"v"'
      ? { status: 304, headers: {}, body: Buffer.alloc(0) }
      : xml(feedOf([item(1)]), { etag: '"v"' });
  });
  assert.deepEqual(await round(), ["g1"]);
  clock.advance(POLL_MS);
  asked.length = 0;
  assert.deepEqual(await round(), []);
  assert.deepEqual(asked, ["https://outlet.example/new"]);
  assert.equal(states.get(FEED)?.etag, '"v"');
});

test("a 429 is waited out, a dead host backs off, a gone feed is left alone", async () => {
  let mode: "busy" | "dead" | "gone" = "busy";
  const { round, clock, states, asked } = bench(() => {
    if (mode === "dead") return "dead";
    return {
      status: mode === "busy" ? 429 : 410,
      headers: mode === "busy" ? { "retry-after": "7200" } : {},
      body: Buffer.alloc(0),
    };
  });
  const from = clock.now();
  assert.deepEqual(await round(), ["sources/try-later"]);
  assert.ok(nextDueMs([FEED], states)! >= from + 7_200_000);
  clock.advance(7_200_000);
  mode = "dead";
  const waits: number[] = [];
  for (let n = 0; n < 4; n++) {
    clock.advance(Math.max(0, nextDueMs([FEED], states)! - clock.now()));
    await round();
    waits.push(Math.round((nextDueMs([FEED], states)! - clock.now()) / POLL_MS));
  }
  assert.deepEqual(waits, [2, 4, 8, 16]);
  mode = "gone";
  clock.advance(86_400_000);
  assert.deepEqual(await round(), ["sources/http-status"]);
  asked.length = 0;
  clock.advance(86_400_000);
  assert.deepEqual(await round(), []);
  assert.deepEqual(asked, []);
  assert.equal(nextDueMs([FEED], states), null);
});

test("a page that cannot be had now is tried again at the next poll, three times at most", async () => {
  let up = false;
  const { round, clock } = bench((path) => {
    if (path === FEED) return xml(feedOf([item(1)]), { etag: '"v"' });
    return up ? html("page") : { status: 503, headers: {}, body: Buffer.alloc(0) };
  });
  assert.deepEqual(await round(), ["sources/http-status"]);
  clock.advance(POLL_MS);
  up = true;
  assert.deepEqual(await round(), ["g1"], "asked without a condition, for an item is waiting");
  clock.advance(POLL_MS);
  assert.deepEqual(await round(), []);
});

test("with feedOnly no page is fetched", async () => {
  const { round, asked } = bench(() => xml(feedOf([item(1)])));
  assert.deepEqual(await round({ feedOnly: true }), ["g1"]);
  assert.deepEqual(asked, [FEED]);
});

test("what is no feed is told, and asked less and less", async () => {
  const { round, states } = bench(() => html("a page"));
  assert.deepEqual(await round(), ["sources/bad-feed"]);
  assert.equal(states.get(FEED)?.failures, 1);
});
