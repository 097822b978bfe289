/** Sitemaps, indexes, news sitemaps, gzip, date limits and hostile files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { createFetcher } from "../fetch/create-fetcher.ts";
import { isUrlList, urlsOf } from "../fetch/url-list.ts";
import { cpuMs } from "../testing/cpu-time.ts";
import { simulatedClock } from "../testing/loopback.ts";
import { filesOf, lacking } from "../testing/shared-data.ts";
import { parseSitemap } from "./parse-sitemap.ts";
import { readSitemap } from "./read-sitemap.ts";

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://outlet.example/a?x=1&amp;y=2 </loc>
  <n:news><n:publication><n:name>Outlet</n:name><n:language>en</n:language></n:publication>
  <n:publication_date>2017-08-10T09:00:00Z</n:publication_date><n:title>France &amp; Kenya sign a pact</n:title></n:news></url>
  <url><loc><![CDATA[/b]]></loc><lastmod>2017-08-01</lastmod></url><url><loc>javascript:x</loc></url><url/></urlset>`;

test("entries carry address, days, title, outlet and language", () => {
  const entries = [...parseSitemap(NEWS, "https://outlet.example/news.xml")];
  const none = {
    isSitemap: false,
    lastModified: null,
    published: null,
    title: null,
    outlet: null,
    language: null,
  };
  assert.deepEqual(entries, [
    {
      ...none,
      url: "https://outlet.example/a?x=1&y=2",
      published: "2017-08-10T09:00:00Z",
      title: "France & Kenya sign a pact",
      outlet: "Outlet",
      language: "en",
    },
    { ...none, url: "https://outlet.example/b", lastModified: "2017-08-01" },
  ]);
});

test("what is no sitemap, is cut off or has too many entries says so, and the rest lands", () => {
  const last = (text: string) => [...parseSitemap(text, "https://outlet.example/")].at(-1);
  for (const text of ["", "<html><body>x</body></html>", "<rss/>", "words"])
    assert.ok("code" in last(text)!, text);
  const cut = [...parseSitemap(NEWS.slice(0, -12), "https://outlet.example/")];
  assert.equal(cut.length, 3);
  assert.ok("code" in cut[2]!);
  const many = `<urlset>${"<url><loc>https://outlet.example/x</loc></url>".repeat(50_001)}</urlset>`;
  assert.equal([...parseSitemap(many, null)].length, 50_001);
  assert.match(JSON.stringify(last(many)), /more than 50000/);
  const from = cpuMs();
  for (const bad of [
    `<urlset>${"<url>".repeat(1e5)}`,
    `<urlset>${"<".repeat(1e6)}`,
    `<urlset>${"&#65;".repeat(1e6)}`,
  ])
    last(bad);
  assert.ok(cpuMs() - from < 2_000);
});

test("a site's sitemaps are found by robots.txt, indexes followed, days limited", async () => {
  const asked: string[] = [];
  const loc = (url: string, day: string) => `<loc>${url}</loc><lastmod>${day}</lastmod>`;
  const files: Record<string, Buffer> = {
    "/robots.txt": Buffer.from("Sitemap: https://outlet.example/index.xml\nUser-agent: *\nDisallow:\n"),
    "/index.xml": Buffer.from(
      `<sitemapindex><sitemap>${loc("/new.xml.gz", "2017-08-20")}</sitemap><sitemap>${loc("/old.xml", "2016-01-01")}</sitemap>
      <sitemap>${loc("/index.xml", "2017-08-20")}</sitemap><sitemap>${loc("/gone.xml", "2017-08-20")}</sitemap></sitemapindex>`,
    ),
    "/new.xml.gz": gzipSync(NEWS),
    "/old.xml": Buffer.from("<urlset/>"),
  };
  const fetcher = createFetcher({
    contact: "t@example.org",
    clock: simulatedClock(0),
    send: async ({ url }) => {
      asked.push(url.pathname);
      const body = files[url.pathname];
      return {
        ok: true,
        value: { status: body === undefined ? 404 : 200, headers: {}, body: body ?? Buffer.alloc(0) },
      };
    },
  });
  const read = async (days: { since?: string; until?: string }) => {
    const found: string[] = [];
    for await (const entry of readSitemap("https://outlet.example/", { fetcher, ...days })) {
      found.push("kind" in entry ? entry.code : entry.url);
    }
    return found;
  };
  const [a, b] = ["https://outlet.example/a?x=1&y=2", "https://outlet.example/b"];
  assert.deepEqual(await read({ since: "2017-08-01" }), [a, b, "sources/http-status"]);
  assert.ok(!asked.includes("/old.xml"), "older than the first day");
  assert.deepEqual(await read({ since: "2017-08-02", until: "2017-08-10" }), [a, "sources/http-status"]);
  assert.deepEqual(await read({ until: "2017-08-09" }), [b, "sources/http-status"]);
});

test("lists of addresses: plain, CSV, and tables with tabs", async () => {
  const read = async (text: string) => {
    const found: (string | number)[] = [];
    for await (const { url, line } of urlsOf([Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>))
      found.push(url ?? line);
    return found;
  };
  const url = "https://outlet.example/a,b?c=1";
  assert.deepEqual(await read(`# list\n${url}\r\n\n${url}\nhttp://x.example/\nwords`), [
    url,
    "http://x.example/",
    6,
  ]);
  assert.deepEqual(await read(`day,title,url\n2017,"A, B","${url}"\n`), [1, url]);
  assert.deepEqual(await read(`1\t20170810\tRUS\t-4.0\thttp://y.example/1\n`), ["http://y.example/1"]);
  assert.equal(isUrlList(`url\n${url}\n${url}\n`), true);
  assert.equal(isUrlList("Some text\nthat runs on\nand on"), false);
});

test("real sitemaps are read", { skip: lacking("feeds/trafilatura") }, () => {
  for (const { name, bytes } of filesOf("feeds/trafilatura").filter(({ name }) =>
    /^sitemap.*xml$/.test(name),
  )) {
    const entries = [...parseSitemap(bytes.toString(), "https://www.example.com/")];
    assert.ok(entries.length > 0 && entries.every((entry) => "url" in entry), name);
  }
});
