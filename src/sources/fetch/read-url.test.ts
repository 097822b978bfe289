/** A site on loopback with feed, sitemap, robots.txt and archive, read by address behind the flag for private networks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { listen } from "../testing/loopback.ts";
import { createFetcher } from "./create-fetcher.ts";
import { readUrl } from "./read-url.ts";

test("pages, feeds, sitemaps and archives are told apart by what they are", async () => {
  const block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Kept.</p>";
  const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet.example/1\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
  const files: Record<string, string | Buffer> = {
    "/robots.txt": "User-agent: *\nDisallow: /private\nSitemap: SITE/sitemap.xml\n",
    "/page": "<html><body><p>France hosted a minister of Kenya.</p></body></html>",
    "/private": "<p>not for machines</p>",
    "/feed":
      "<rss><channel><title>Outlet</title><item><link>/page</link><title>T</title></item><item><link>/private</link></item></channel></rss>",
    "/sitemap.xml": "<urlset><url><loc>/page</loc></url></urlset>",
    "/crawl.warc": warc,
    "/crawl.warc.gz": gzipSync(warc),
  };
  const site = await listen((request, answer) => {
    const file = files[request.url ?? ""];
    if (file === undefined) answer.writeHead(404).end();
    else answer.writeHead(200).end(typeof file === "string" ? file.replace("SITE", site.origin) : file);
  });
  const clock = { now: () => Date.now(), sleep: async () => {} };
  const fetcher = createFetcher({ contact: "t@example.org", allowPrivateNetworks: true, clock });
  const read = async (path: string, options = {}) => {
    const found: string[] = [];
    for await (const each of readUrl(`${site.origin}${path}`, { fetcher, ...options })) {
      found.push(
        each.kind === "refused"
          ? each.code
          : `${each.kind} ${each.given.title ?? "-"} ${each.content.length}`,
      );
    }
    return found;
  };
  try {
    assert.deepEqual(await read("/page"), ["html - 67"]);
    assert.deepEqual(await read("/feed"), ["html T 67", "sources/robots"]);
    assert.deepEqual(await read("/sitemap.xml"), ["html - 67"]);
    assert.deepEqual(await read("/", { isSite: true }), ["html - 67"]);
    assert.deepEqual(await read("/crawl.warc"), ["html - 12"]);
    assert.deepEqual(await read("/crawl.warc.gz"), ["html - 12"]);
    assert.deepEqual(await read("/absent"), ["sources/http-status"]);
  } finally {
    await site.close();
  }
});
