/** `chancery read` of addresses on loopback: pages, feeds, sites, lists and dumps, and what it needs for them. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Loopback, listen } from "../../sources/testing/loopback.ts";
import { inFolder, runChancery } from "./testing/run-chancery.ts";

const PAGE = (n: number) =>
  `<html><body><h1>Page ${n}</h1><p>Kenya and Ghana met in Accra on Friday. They spoke. Page ${n}.</p></body></html>`;

/** A site with a feed of two reports, a sitemap of two days, a list, a dump, and a page that robots.txt bars. */
async function withSite<T>(act: (site: Loopback, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const site: Loopback = await listen((request, answer) => {
    const path = request.url ?? "";
    asked.push(`${path} ${request.headers["user-agent"]}`);
    const send = (type: string, body: string) =>
      answer.writeHead(200, { "content-type": type }).end(body.replaceAll("SITE", site.origin));
    const page = /^\/(\d+)$/.exec(path)?.[1];
    if (page !== undefined) return send("text/html", PAGE(Number(page)));
    if (path === "/robots.txt")
      return send("text/plain", "User-agent: *\nDisallow: /private\nSitemap: SITE/map.xml\n");
    if (path === "/feed")
      return send(
        "application/rss+xml",
        `<rss><channel><title>Daily</title>${[1, 2].map((n) => `<item><link>SITE/${n}</link><title>T${n}</title><pubDate>0${n} Mar 2021 08:00:00 GMT</pubDate><description>Kenya and Ghana met.</description></item>`).join("")}</channel></rss>`,
      );
    if (path === "/map.xml")
      return send(
        "application/xml",
        `<urlset>${[3, 4].map((n) => `<url><loc>SITE/${n}</loc><lastmod>2021-0${n}-01</lastmod></url>`).join("")}</urlset>`,
      );
    if (path === "/list.txt") return send("text/plain", "SITE/5\nSITE/6\nSITE/private\n");
    if (path === "/dump.jsonl")
      return send(
        "application/json",
        '{"maintext":"Kenya and Ghana met. A.","source_domain":"d.example","date_publish":"2017-08-10 01:02:03"}\n{"url":"SITE/7"}\n',
      );
    return answer.writeHead(404).end();
  });
  try {
    return await act(site, asked);
  } finally {
    await site.close();
  }
}

const OPEN = ["--allow-private-networks", "--contact", "desk@example.org", "--json"];

async function outcomes(cwd: string, args: readonly string[]): Promise<unknown> {
  const ran = await runChancery(["read", ...args, ...OPEN], { cwd });
  return ran.json().map((line) => {
    const { outcome, origin, error, account } = line as {
      outcome?: string;
      origin?: string;
      error?: { code: string };
      account?: { read: number };
    };
    return outcome === undefined
      ? account?.read
      : `${outcome} ${new URL(origin ?? "").pathname} ${error?.code ?? ""}`.trim();
  });
}

test("pages, feeds, sites, lists and dumps are read by address; a second reading stores nothing", () =>
  inFolder((cwd) =>
    withSite(async (site, asked) => {
      const at = (path: string) => `${site.origin}${path}`;
      const read = (...args: string[]) => outcomes(cwd, args);
      assert.deepEqual(await read(at("/8"), at("/absent")), [
        "stored /8",
        "refused /absent sources/http-status",
        2,
      ]);
      assert.deepEqual(await read(at("/8")), ["duplicate /8", 1]);
      assert.deepEqual(await read(at("/feed"), "--until", "2021-03-01"), ["stored /1", 1]);
      assert.deepEqual(await read(at("/"), "--site", "--since", "2021-03-15"), ["stored /4", 1]);
      assert.deepEqual(await read(at("/map.xml"), "--limit", "1"), ["stored /3", 1]);
      assert.deepEqual(await read(at("/dump.jsonl")), ["stored /dump.jsonl", "stored /7", 2]);
      const listed = ["stored /5", "stored /6", "refused /private sources/robots", 3];
      assert.deepEqual(await read(at("/list.txt")), listed);
      writeFileSync(join(cwd, "urls.txt"), `${at("/5")}\n${at("/6")}\n`);
      assert.deepEqual(await read("urls.txt"), ["duplicate /5", "duplicate /6", 2]);
      for (const line of asked) assert.match(line, /Chancery \(.*desk@example\.org\)$/);
    }),
  ));

test("a feed alone is read without its pages", () =>
  inFolder((cwd) =>
    withSite(async (site, asked) => {
      assert.deepEqual(await outcomes(cwd, [`${site.origin}/feed`, "--feed-only"]), [
        "stored /1",
        "stored /2",
        2,
      ]);
      assert.deepEqual(
        asked.map((line) => line.split(" ")[0]),
        ["/robots.txt", "/feed"],
      );
    }),
  ));

test("without a contact nothing is asked; without the flag no private host is", () =>
  inFolder((cwd) =>
    withSite(async (site) => {
      const bare = await runChancery(["read", `${site.origin}/8`], { cwd });
      assert.equal(bare.code, 2);
      assert.match(bare.err, /sources\/no-contact.*\n.*--contact/);
      const shut = await runChancery(["read", `${site.origin}/8`, "--contact", "desk@example.org"], { cwd });
      assert.equal(shut.code, 1);
      assert.match(shut.err, /sources\/private-address/);
      assert.equal(site.connections(), 0);
    }),
  ));

test("extract takes addresses, too", () =>
  inFolder((cwd) =>
    withSite(async (site) => {
      const args = OPEN.filter((arg) => arg !== "--json");
      const ran = await runChancery(["extract", `${site.origin}/8`, ...args], { cwd });
      assert.equal(ran.code, 0, ran.err);
      assert.equal(ran.json()[0]?.title, "Page 8");
    }),
  ));
