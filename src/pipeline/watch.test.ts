/**
 * A site on loopback with a feed, robots.txt and pages, watched into a record
 * through an edit, a redirect, a 304, a 429, a page that fails, a dead host and
 * restarts. The clock is simulated: waits jump, nothing else is made up.
 */
import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, test } from "node:test";
import { type OpenRecord, openRecord } from "../record/index.ts";
import { onEachBackend, withPlace } from "../record/testing/backends.ts";
import { createFetcher } from "../sources/fetch/create-fetcher.ts";
import { type Loopback, listen, simulatedClock } from "../sources/testing/loopback.ts";
import { createPool } from "./pool.ts";
import type { InputEnd } from "./types.ts";
import { type RoundResult, watchOnce } from "./watch.ts";

const STAGES = new URL("./testing/stand-in-stages.ts", import.meta.url).href;
const MINUTES_15 = 900_000;
const START = Date.parse("2026-03-01T00:00:00Z");

const pool = createPool({ workers: 1, stages: STAGES, coder: "stand-in" });
after(() => pool.close());

interface Site extends Loopback {
  /** Answers by path; a path without one is 404. */
  readonly pages: Map<string, (request: IncomingMessage, answer: ServerResponse) => void>;
  readonly asked: string[];
}

async function openSite(): Promise<Site> {
  const pages: Site["pages"] = new Map();
  const asked: string[] = [];
  const loopback = await listen((request, answer) => {
    const path = request.url ?? "";
    if (path !== "/robots.txt") asked.push(path);
    const page = pages.get(path);
    if (page === undefined) answer.writeHead(404).end();
    else page(request, answer);
  });
  pages.set("/robots.txt", (_request, answer) => answer.end("User-agent: *\nDisallow: /private\n"));
  return { ...loopback, pages, asked };
}

const html = (text: string) => (_request: unknown, answer: ServerResponse) =>
  answer.writeHead(200, { "content-type": "text/html" }).end(text);

function feed(items: readonly (readonly [path: string, words: string])[], etag: string) {
  const body = items.map(
    ([path, words]) =>
      `<item><guid>${path}</guid><link>${path}</link><description>${words}</description></item>`,
  );
  return (request: IncomingMessage, answer: ServerResponse) => {
    if (request.headers["if-none-match"] === etag) return answer.writeHead(304).end();
    return answer
      .writeHead(200, { etag })
      .end(`<rss><channel><title>Daily</title>${body.join("")}</channel></rss>`);
  };
}

function watcher(clock: ReturnType<typeof simulatedClock>) {
  return async (record: OpenRecord): Promise<{ round: RoundResult; ends: string[] }> => {
    // A new fetcher each time: what is known of a feed is in the record alone.
    const fetcher = createFetcher({
      contact: "desk@example.org",
      allowPrivateNetworks: true,
      clock,
      limits: { tries: 1, connectMs: 2_000 },
    });
    const ends: InputEnd[] = [];
    const onEnd = (end: InputEnd) => void ends.push(end);
    const round = await watchOnce({ record, pool, fetcher, window: 8, clock, onEnd });
    return {
      round,
      ends: ends.map(({ outcome, origin, code }) =>
        `${outcome} ${new URL(origin).pathname} ${code ?? ""}`.trim(),
      ),
    };
  };
}

onEachBackend("watch", (backend) => {
  test("through an edit, a redirect, a 304, a 429, a failing page, a dead host and restarts", () =>
    withPlace(backend, async (place) => {
      const target = await place.target();
      const site = await openSite();
      const clock = simulatedClock(START);
      const watch = watcher(clock);
      const address = `${site.origin}/feed`;
      let record = await openRecord(target);
      const restarted = async () => {
        await record.close();
        record = await openRecord(target);
        clock.advance(MINUTES_15);
        site.asked.length = 0;
        return await watch(record);
      };
      const line = async () => (await record.listFeeds({ limit: 9 })).lines[0];
      try {
        assert.equal(await record.addFeed(address), true);
        assert.equal(await record.addFeed(address), false);

        site.pages.set(
          "/feed",
          feed(
            [
              ["/2", "b"],
              ["/private", "c"],
              ["/1", "a"],
            ],
            '"one"',
          ),
        );
        site.pages.set("/1", html("<p>Report 1. Kenya and Ghana met.</p>"));
        site.pages.set("/2", html("<p>Report 2. They spoke.</p>"));
        const first = await watch(record);
        assert.deepEqual(first.ends, ["stored /1", "refused /private sources/robots", "stored /2"]);
        assert.deepEqual(first.round.account, {
          read: 3,
          stored: 2,
          duplicate: 0,
          refused: 1,
          quarantined: 0,
        });
        assert.equal(first.round.nextDueMs, Date.parse((await line())?.dueAt ?? ""));
        assert.equal((await watch(record)).round.polled, 0, "it is not due");

        const unchanged = await restarted();
        assert.deepEqual(unchanged.ends, [], "a 304 stores nothing");
        assert.deepEqual(site.asked, ["/feed"]);

        site.pages.set(
          "/feed",
          feed(
            [
              ["/3", "d"],
              ["/2", "edited"],
              ["/1", "a"],
            ],
            '"two"',
          ),
        );
        site.pages.set("/2", html("<p>Report 2 in other words. They spoke again.</p>"));
        site.pages.set("/3", (_request, answer) => answer.writeHead(503).end());
        const edited = await restarted();
        assert.deepEqual(edited.ends, ["stored /2", "refused /3 sources/http-status"]);
        const { lines } = await record.listReports({ allVersions: true }, { limit: 9 });
        const versions = lines.filter(({ url }) => url?.endsWith("/2")).map(({ version }) => version);
        assert.deepEqual(versions.sort(), [1, 2], "an edited report is a version of the same");

        site.pages.set("/feed", (_request, answer) => answer.writeHead(301, { location: "/moved" }).end());
        site.pages.set(
          "/moved",
          feed(
            [
              ["/3", "d"],
              ["/2", "edited"],
            ],
            '"two"',
          ),
        );
        site.pages.set("/3", html("<p>Report 3. Ghana met Togo.</p>"));
        assert.deepEqual((await restarted()).ends, ["stored /3"], "tried again without a condition");
        assert.equal((await line())?.address, `${site.origin}/moved`);
        assert.deepEqual((await restarted()).ends, []);
        assert.deepEqual(site.asked, ["/moved"], "a permanent redirect is remembered");

        site.pages.set("/moved", (_request, answer) =>
          answer.writeHead(429, { "retry-after": "7200" }).end(),
        );
        const busy = await restarted();
        assert.deepEqual([busy.round.failed, busy.ends], [1, []]);
        assert.equal((await line())?.fault?.code, "sources/try-later");
        assert.ok((busy.round.nextDueMs ?? 0) >= clock.now() + 7_199_000);
        assert.equal((await restarted()).round.polled, 0, "the host is left alone as long as it asked");

        clock.advance(7_200_000);
        await site.close();
        const dead = await restarted();
        assert.equal(dead.round.failed, 1);
        assert.deepEqual(
          [(await line())?.failures, (await line())?.fault?.code],
          [2, "sources/robots-unread"],
        );
        assert.ok((dead.round.nextDueMs ?? 0) >= clock.now() + 2 * MINUTES_15, "the wait doubles");

        assert.equal(await record.removeFeed(address), true);
        assert.equal(await record.removeFeed(address), false);
        assert.equal((await record.listReports({}, { limit: 9 })).lines.length, 3, "its reports stay");
        assert.equal(await record.feedState(address), null);
      } finally {
        await record.close();
        await site.close().catch(() => {});
      }
    }));

  test("marks land with their items or not at all", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const url = "https://outlet.example/feed";
      await record.addFeed(url, true);
      const item = { key: "i1", version: "v1", tries: 0 };
      const bad = { kind: "refused", refused: null } as never;
      await assert.rejects(record.write("no-run", [bad], [{ feed: url, item, poll: null }]));
      assert.deepEqual((await record.feedState(url))?.seen, {});
      await record.write("", [], [{ feed: url, item, poll: null }]);
      const state = await record.feedState(url);
      assert.deepEqual([state?.seen, state?.isFeedOnly], [{ i1: "v1" }, true]);
      await record.write("", [], [{ feed: "https://outlet.example/other", item, poll: null }]);
      await record.close();
    }));
});

test("many feeds are asked at once, each host one request at a time, and what one gives stays in order", async () => {
  const clock = simulatedClock(START);
  const sites = await Promise.all(Array.from({ length: 8 }, () => openSite()));
  const record = await openRecord(":memory:");
  try {
    for (const site of sites) {
      await record.addFeed(`${site.origin}/feed`, true);
      site.pages.set(
        "/feed",
        feed(
          [
            ["/2", "They spoke."],
            ["/1", `They met at ${site.port}.`],
          ],
          '"x"',
        ),
      );
    }
    const { round, ends } = await watcher(clock)(record);
    assert.equal(round.polled, 8);
    assert.equal(round.account.stored, 16);
    assert.equal(ends.filter((end) => end === "stored /1").length, 8);
    for (const site of sites) assert.deepEqual(site.asked, ["/feed"]);
  } finally {
    await record.close();
    await Promise.all(sites.map((site) => site.close()));
  }
});
