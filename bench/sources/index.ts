/**
 * Shares of real feeds and archives that are read, and the speed of archives
 * and feeds. Archives for speed are made here, so that figures do not hang on
 * files; nothing is fetched.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { SOURCES_FAULTS } from "../../src/sources/faults.ts";
import { parseFeed, readArchive } from "../../src/sources/index.ts";
import type { Figure, MeasureOptions } from "../types.ts";

/** Not feeds: expected output of other parsers, a file without a known root, sitemaps. */
const NO_FEEDS = /(?:guardian|heise|heraldsun|uolNoticias)\.json$|unrecognized|sitemap/;
const FOLDERS = ["feedjira", "rsparser", "rss-parser", "trafilatura"];

export const corpus: readonly string[] = ["feeds/README.md"];

/** Figures of the sources room. */
export async function measure({ data, short }: MeasureOptions): Promise<Figure[]> {
  const feeds = filesIn(FOLDERS.map((name) => `${data}/feeds/${name}`)).filter(
    ({ name }) => !NO_FEEDS.test(name),
  );
  const withItems = feeds.filter(({ bytes }) => {
    const feed = parseFeed(bytes, null, "https://outlet.example/");
    return feed.ok && feed.value.items.length > 0;
  });
  const hostile = filesIn([`${data}/hostile/feeds`]);
  const refused = [...feeds, ...hostile].flatMap(({ name, bytes }) => {
    const feed = parseFeed(bytes, null, "https://outlet.example/");
    return feed.ok ? [] : [{ name, code: feed.refusal.code }];
  });
  for (const { name, code } of refused)
    if (!Object.hasOwn(SOURCES_FAULTS, code))
      throw new Error(`${name} is refused with no known code: ${code}`);
  const readable = hostile.filter(({ bytes }) => parseFeed(bytes, null, null).ok);
  const repeats = short ? 2 : 10;
  const size = feeds.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const feedMs = timed(() => {
    for (let n = 0; n < repeats; n++) for (const { bytes } of feeds) parseFeed(bytes, null, null);
  });
  const page = recordOf(
    `<html><body>${"<p>France hosted a minister of Kenya.</p>".repeat(400)}</body></html>`,
  );
  const packed = gzipSync(page);
  const count = short ? 500 : 5_000;
  const rate = (ms: number, bytes: number) => bytes / 1e6 / (ms / 1000);
  const figure = (name: string, value: number, unit = "", best?: string): Figure => ({
    name: `sources/${name}`,
    value,
    unit,
    higherIsBetter: true,
    ...(best === undefined ? {} : { best }),
    ...(unit === "" ? {} : { margin: 0.5 }),
  });
  const plainMs = await drained(page, count);
  const packedMs = await drained(packed, count);
  return [
    figure("feeds-with-items", withItems.length / feeds.length, "", "0.95 (bar)"),
    figure(
      "hostile-feeds-read",
      readable.length / hostile.length,
      "",
      "0.82 (feedsmith 3.0.1, another part)",
    ),
    figure("feed-speed", rate(feedMs, size * repeats), "MB/s"),
    figure("warc-speed", rate(plainMs, page.length * count), "MB/s"),
    figure("warc-gz-speed", rate(packedMs, page.length * count), "MB/s"),
  ];
}

function filesIn(folders: readonly string[]): { name: string; bytes: Buffer }[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })),
    );
}

function recordOf(html: string): Buffer {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet.example/1\r\nContent-Length: ${block.length}`;
  return Buffer.from(`${head}\r\n\r\n${block}\r\n\r\n`);
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Milliseconds to read the record so many times over. */
async function drained(record: Buffer, count: number): Promise<number> {
  async function* stream() {
    const many = Buffer.concat(Array(50).fill(record));
    for (let n = 0; n < count; n += 50) yield many;
  }
  const from = performance.now();
  let pages = 0;
  for await (const each of readArchive(stream(), "bench.warc")) if (each.kind !== "refused") pages++;
  if (pages !== count) throw new Error(`${pages} pages of ${count}`);
  return performance.now() - from;
}
