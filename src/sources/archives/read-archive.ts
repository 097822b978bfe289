/**
 * The bytes of a WARC or ARC file in, plain or gzip, its pages out: captured
 * responses, resources and conversions that are HTML, text or documents. Records of other
 * kinds are counted; damaged ones come out as refusals with their byte and the
 * number of records read before them. Memory is one record, whatever the size.
 */
import { isGzip, peek } from "../bytes.ts";
import { documentKind } from "../documents/read-documents.ts";
import { mediaTypeOf } from "../fetch/decode-body.ts";
import { pagesOfFetched } from "../fetch/read-fetched.ts";
import { unpackBody } from "../fetch/unpack-body.ts";
import { DEFAULT_LIMITS, refusal } from "../refusal.ts";
import type { SourceRefusal, SourceResult } from "../types.ts";
import { parseHttpBlock } from "./http-block.ts";
import { RECORD_BYTES, readRecords } from "./read-records.ts";
import type { ArchiveDamage, ArchiveRecord } from "./types.ts";
import { unpackMembers } from "./unpack-members.ts";

/** What became of an archive's records: records = pages + refused + the sum of passed; damages stand beside. */
export interface ArchiveAccount {
  readonly records: number;
  readonly pages: number;
  /** Records that should have been pages and are none. */
  readonly refused: number;
  /** Stretches that could not be read as records. */
  readonly damages: number;
  /** Records that are no pages, by why: their type, the status or the media type of the capture. */
  readonly passed: Readonly<Record<string, number>>;
}

export interface ArchiveOptions {
  readonly recordBytes?: number;
  /** Bytes that a captured page may unpack to. */
  readonly unpackedBytes?: number;
  readonly signal?: AbortSignal;
  /** Called once, when the archive has been read to its end. */
  readonly onEnd?: (account: ArchiveAccount) => void;
}

const HOLDS_PAGES = new Set(["response", "resource", "conversion"]);
/** Schemes of records that the crawler wrote about itself or about names. */
const OTHER_SCHEME = /^(?:metadata|dns|whois|mailto|warcinfo):/i;
const PAGE_TYPE = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;
/** Types under which documents are captured; the bytes decide whether they are one. */
const DOCUMENT_TYPE =
  /^(?:application\/(?:pdf|rtf|x-pdf|x-rtf|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|text\/rtf|multipart\/related)$/;

/** The pages and refusals of an archive, in its order. */
export async function* readArchive(
  stream: AsyncIterable<Uint8Array>,
  origin: string,
  options: ArchiveOptions = {},
): AsyncGenerator<SourceResult> {
  const { head, whole } = await peek(stream);
  const isPacked = isGzip(head);
  const { recordBytes = RECORD_BYTES, unpackedBytes = DEFAULT_LIMITS.unpackedBytes } = options;
  const account = { records: 0, pages: 0, refused: 0, damages: 0, passed: new Map<string, number>() };
  for await (const item of readRecords(unpackMembers(whole), { isPacked, recordBytes })) {
    if (options.signal?.aborted) return;
    if (item.kind === "damage") {
      account.damages++;
      yield refusalOfDamage(item, origin);
      continue;
    }
    account.records++;
    const results = await pagesOfRecord(item, origin, unpackedBytes);
    if (typeof results === "string") account.passed.set(results, (account.passed.get(results) ?? 0) + 1);
    else {
      if (results.every(({ kind }) => kind === "refused")) account.refused++;
      else account.pages++;
      yield* results;
    }
  }
  if (account.records === 0 && account.damages === 0)
    yield refusal("sources/empty", origin, `${origin} is empty.`);
  options.onEnd?.({ ...account, passed: Object.fromEntries(account.passed) });
}

/** True where the first bytes (unpacked) are those of a WARC or ARC file. */
export function isArchive(head: Uint8Array): boolean {
  return /^(?:WARC\/[01]\.\d|filedesc:\/\/)/.test(Buffer.from(head.subarray(0, 16)).toString("latin1"));
}

/** The page of a record, or the pages of a document; a refusal; or, where it is no page, why. */
async function pagesOfRecord(
  record: ArchiveRecord,
  origin: string,
  unpackedBytes: number,
): Promise<readonly SourceResult[] | string> {
  const { type, uri, offset } = record;
  if (!HOLDS_PAGES.has(type) || uri === null) return type;
  if (OTHER_SCHEME.test(uri)) return "other protocol";
  const place = placeOf(origin, record);
  const http =
    /^application\/http/i.test(record.contentType ?? "") || isHttpUri(uri)
      ? parseHttpBlock(record.block)
      : null;
  if (http === null && type === "response") return isHttpUri(uri) ? "no HTTP response" : "other protocol";
  if (http !== null && (http.status < 200 || http.status > 299)) return `status ${http.status}`;
  const contentType = http === null ? record.contentType : (http.headers.get("content-type") ?? null);
  const media = mediaTypeOf(contentType);
  if (media !== null && !PAGE_TYPE.test(media) && !DOCUMENT_TYPE.test(media)) return media;
  let body = http?.body ?? record.block;
  const encoding = http?.headers.get("content-encoding") ?? null;
  if (encoding !== null) {
    const unpacked = await unpackBody(body, encoding, unpackedBytes, uri);
    const isPlain =
      !unpacked.ok &&
      unpacked.refusal.code === "sources/damaged" &&
      /^\s*</.test(body.toString("latin1", 0, 64));
    if (!unpacked.ok && !isPlain) return [refusedRecord(place, offset, unpacked.refusal.message)];
    if (unpacked.ok) body = unpacked.value;
  }
  if (body.length === 0) return "empty body";
  // Bytes of no known kind stay what the capture calls them.
  if (media !== null && !PAGE_TYPE.test(media) && documentKind(body) === null) return media;
  const pages = await pagesOfFetched({ finalUrl: uri, contentType, body });
  return pages.map((page) => {
    if (page.kind === "refused") return refusedRecord(place, offset, page.message);
    return { ...page, origin: `${place}${page.origin.startsWith(uri) ? page.origin.slice(uri.length) : ""}` };
  });
}

function isHttpUri(uri: string): boolean {
  return /^https?:/i.test(uri);
}

function refusedRecord(place: string, offset: number, message: string): SourceRefusal {
  return { ...refusal("sources/archive-record", place, message), offset };
}

/** The file with the byte: `file#120`, or `file#0+512` inside a gzip member of many records. */
function placeOf(origin: string, { offset, inside }: Pick<ArchiveDamage, "offset" | "inside">): string {
  return `${origin}#${offset}${inside === 0 ? "" : `+${inside}`}`;
}

function refusalOfDamage(damage: ArchiveDamage, origin: string): SourceRefusal {
  const { offset, reason, tooLarge, recordsBefore } = damage;
  const what = tooLarge ? "A record is passed over" : "Damage";
  const message = `${what} at byte ${offset} of ${origin}, after ${recordsBefore} records: ${reason}.`;
  const advice = tooLarge ? {} : { advice: "Fetch the archive again; what else it holds has been read." };
  const code = tooLarge ? "sources/too-large" : "sources/archive-damaged";
  return { ...refusal(code, placeOf(origin, damage), message, advice), offset };
}
