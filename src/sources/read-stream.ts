/**
 * One stream of bytes in, its pages out: JSON Lines line by line, archives
 * record by record, documents report by report, lists of addresses address by
 * address, everything else as one text or HTML page. The name's ending decides
 * where it says something, else the first bytes.
 */

import { isArchive, readArchive } from "./archives/read-archive.ts";
import { gathered, HEAD_BYTES, hashOf, inUtf8, isGzip, peek, TooLarge, unpacked } from "./bytes.ts";
import { decodeText, markedEncoding } from "./decode.ts";
import { documentKind, readDocument, readDownload } from "./documents/read-documents.ts";
import type { DocumentKind } from "./documents/types.ts";
import { shownUrl } from "./fetch/check-url.ts";
import { isUrlList, type ListedUrl, urlsOf } from "./fetch/url-list.ts";
import { pageOfLine, pageOfValue } from "./json-record.ts";
import { linesOf } from "./lines.ts";
import { mebibytes, refusal, refusalOf } from "./refusal.ts";
import type { SourceLimits, SourceResult } from "./types.ts";

type Form = "lines" | "json" | "html" | "text" | "list";
type Found = SourceResult | ListedUrl;

const ENDINGS: readonly [RegExp, Form][] = [
  [/\.(?:jsonl|ndjson|jsonlines)$/i, "lines"],
  [/\.json$/i, "json"],
  [/\.x?html?$/i, "html"],
];
/** Archives are unpacked member by member, so that their size has no limit. */
const ARCHIVE_NAME = /\.w?arc(?:\.gz)?$/i;
const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)\b/i;

export interface StreamSettings {
  readonly limits: SourceLimits;
  /** Reads the addresses that stand in the stream; null or absent: they are refused. */
  readonly listed?: ((found: AsyncIterable<Found>) => AsyncIterable<SourceResult>) | null;
  readonly signal?: AbortSignal;
}

/** The pages and refusals of a stream.
 * @param origin path, or `-` for standard input */
export async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  origin: string,
  { limits, listed = null, signal }: StreamSettings,
): AsyncGenerator<SourceResult> {
  const raw = await peek(stream);
  if (ARCHIVE_NAME.test(origin) || isArchive(raw.head)) {
    const stop = signal === undefined ? {} : { signal };
    yield* readArchive(raw.whole, origin, { unpackedBytes: limits.unpackedBytes, ...stop });
    return;
  }
  const found = readOthers(raw, origin, limits);
  if (listed !== null) yield* listed(found);
  else for await (const each of found) yield "kind" in each ? each : addressRefused(each, origin);
}

function addressRefused({ url, line }: ListedUrl, origin: string): SourceResult {
  const message = `Line ${line} holds an address and no text; addresses are not read here: ${shownUrl(url)}`;
  return refusal("sources/unsupported", `${origin}#${line}`, message, { line });
}

async function* readOthers(
  raw: Awaited<ReturnType<typeof peek>>,
  origin: string,
  limits: SourceLimits,
): AsyncGenerator<Found> {
  const packed = isGzip(raw.head);
  const opened = packed ? unpacked(raw.whole, limits.unpackedBytes) : raw.whole;
  const { head, whole } = await peek(opened);
  const kind = documentKind(head);
  if (kind !== null) {
    yield* readWholeDocument(whole, kind, origin, limits);
    return;
  }
  const form = formOf(origin.replace(/\.gz$/i, ""), head);
  if (form === "lines") yield* readLines(whole, head, origin, limits);
  else if (form === "list") yield* readList(whole, origin);
  else
    yield* readWhole(whole, origin, form, packed ? { ...limits, bodyBytes: limits.unpackedBytes } : limits);
}

function formOf(name: string, head: Uint8Array): Form {
  const named = ENDINGS.find(([ending]) => ending.test(name))?.[1];
  if (named !== undefined && named !== "json") return named;
  const start = Buffer.from(head.subarray(0, 4096)).toString(
    markedEncoding(head) === "utf-16le" ? "utf16le" : "utf8",
  );
  const text = start.replace(/^\ufeff/, "").trimStart();
  if (named === "json") return startsWithObjectLine(text) ? "lines" : "json";
  if (/^\{\s*"/.test(text)) return /^\{\s*\n/.test(text) ? "json" : "lines";
  if (HTML_START.test(text)) return "html";
  return isUrlList(text, head.length < HEAD_BYTES) ? "list" : "text";
}

async function* readList(whole: AsyncIterable<Uint8Array>, origin: string): AsyncGenerator<Found> {
  for await (const each of urlsOf(whole)) {
    const { url, line } = each;
    if (url !== null) yield each;
    // The first line of a table names its columns.
    else if (line > 1)
      yield refusal("sources/bad-record", `${origin}#${line}`, `Line ${line} holds no address.`, { line });
  }
}

/** True where the first of several lines is a whole JSON object. */
function startsWithObjectLine(text: string): boolean {
  const end = text.indexOf("\n");
  if (end === -1 || !text.startsWith("{") || text.slice(end).trim() === "") return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

async function* readLines(
  whole: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  origin: string,
  limits: SourceLimits,
): AsyncGenerator<Found> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let last = 0;
  let any = false;
  try {
    for await (const { number, bytes } of linesOf(inUtf8(whole, markedEncoding(head)), limits.lineBytes)) {
      last = number;
      const place = { origin: `${origin}#${number}`, line: number };
      if (bytes === null) {
        any = true;
        const message = `Line ${number} is longer than ${mebibytes(limits.lineBytes)}.`;
        yield refusal("sources/line-too-long", place.origin, message, {
          advice: "Split the report, or leave out fields that are not read.",
          line: number,
        });
        continue;
      }
      if (isBlank(bytes)) continue;
      any = true;
      const bytesHash = hashOf(bytes);
      let line: string;
      try {
        line = strict.decode(bytes);
      } catch {
        yield refusal("sources/binary", place.origin, `Line ${number} is not UTF-8.`, {
          advice: "Write the file in UTF-8.",
          inputHash: bytesHash,
          line: number,
        });
        continue;
      }
      yield pageOfLine(line, { ...place, bytesHash });
    }
  } catch (error) {
    any = true;
    yield streamRefusal(error, origin, `after line ${last}`, last + 1);
  }
  if (!any) yield refusal("sources/empty", origin, `${origin} holds no lines.`);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

async function* readWhole(
  whole: AsyncIterable<Uint8Array>,
  origin: string,
  form: Exclude<Form, "lines" | "list">,
  limits: SourceLimits,
): AsyncGenerator<Found> {
  let bytes: Buffer;
  try {
    bytes = await gathered(whole, limits.bodyBytes);
  } catch (error) {
    yield streamRefusal(error, origin, "in it", null);
    return;
  }
  const bytesHash = hashOf(bytes);
  const read = decodeText(bytes);
  const content = read?.text ?? "";
  if (read === null) {
    yield refusal("sources/binary", origin, `${origin} is not a text file.`, {
      advice: "Give plain text, HTML or JSON Lines; turn other formats into text first.",
      inputHash: bytesHash,
    });
  } else if (content.trim() === "") {
    yield refusal("sources/empty", origin, `${origin} is empty.`, { inputHash: bytesHash });
  } else if (form === "json") yield* readJson(content, origin, bytesHash);
  else {
    const reports = form === "text" ? readDownload(content, origin, bytesHash) : null;
    if (reports === null) yield { origin, kind: form, content, charset: read.charset, bytesHash, given: {} };
    else yield* reports;
  }
}

async function* readWholeDocument(
  whole: AsyncIterable<Uint8Array>,
  kind: DocumentKind,
  origin: string,
  limits: SourceLimits,
): AsyncGenerator<SourceResult> {
  let bytes: Buffer;
  try {
    bytes = await gathered(whole, limits.bodyBytes);
  } catch (error) {
    yield streamRefusal(error, origin, "in it", null);
    return;
  }
  yield* readDocument(bytes, kind, origin);
}

/** A `.json` file: one object over many lines, or a list of objects. */
function* readJson(content: string, origin: string, bytesHash: string): Generator<Found> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    yield pageOfLine(content, { origin, bytesHash, line: 1 });
    return;
  }
  if (!Array.isArray(value)) yield pageOfValue(value, { origin, bytesHash, line: 1 });
  else {
    for (const [index, each] of value.entries()) {
      const hash = hashOf(Buffer.from(JSON.stringify(each) ?? ""));
      yield pageOfValue(each, { origin: `${origin}#${index + 1}`, bytesHash: hash, line: index + 1 });
    }
  }
}

function streamRefusal(error: unknown, origin: string, where: string, line: number | null): SourceResult {
  if (error instanceof TooLarge) {
    const message = `${origin} holds more than ${mebibytes(error.limitBytes)} (${where}); the rest is not read.`;
    return refusal("sources/too-large", origin, message, {
      advice: "Split the file; unpack a large .jsonl.gz and read it from standard input with -.",
      ...(line === null ? {} : { line }),
    });
  }
  const refused = refusalOf(error, origin);
  return line === null ? refused : { ...refused, line };
}
