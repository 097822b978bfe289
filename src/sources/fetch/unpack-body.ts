/**
 * A body as sent and its Content-Encoding in, the body as written out, under a
 * cap. Two encodings on top of each other are the most; more, or unknown ones,
 * are refused before a byte is unpacked.
 *
 * @see RFC 9110, section 8.4
 */
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { mebibytes } from "../refusal.ts";
import { refuseFetch } from "./refuse-fetch.ts";
import type { FetchOutcome } from "./types.ts";

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const gzip: Unpack = promisify(gunzip);
const zlib: Unpack = promisify(inflate);
const raw: Unpack = promisify(inflateRaw);
/** "deflate" is zlib by the standard and raw deflate from some servers; the first byte tells. */
const deflate: Unpack = (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? zlib : raw)(bytes, options);
const UNPACK = new Map<string, Unpack>([
  ["gzip", gzip],
  ["x-gzip", gzip],
  ["deflate", deflate],
  ["br", promisify(brotliDecompress)],
  ["zstd", promisify(zstdDecompress)],
]);
const MOST_LAYERS = 2;

/** What the fetcher says that it can unpack. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

/** The unpacked body.
 * @param encoding the header as it came; null where there is none */
export async function unpackBody(
  body: Buffer,
  encoding: string | null,
  limitBytes: number,
  shown: string,
): Promise<FetchOutcome<Buffer>> {
  const names = (encoding ?? "")
    .slice(0, 1000)
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => !UNPACK.has(name));
  if (names.length > MOST_LAYERS || unknown !== undefined) {
    const what = unknown === undefined ? `${names.length} layers` : `as "${unknown.slice(0, 40)}"`;
    return refuseFetch("sources/unsupported", `The body of ${shown} is packed in ${what}.`);
  }
  let bytes = body;
  for (const name of names.reverse()) {
    if (bytes.length === 0) break;
    try {
      bytes = await UNPACK.get(name)!(bytes, { maxOutputLength: limitBytes });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (code === "ERR_BUFFER_TOO_LARGE") {
        const message = `The body of ${shown} unpacks to more than ${mebibytes(limitBytes)}.`;
        return refuseFetch("sources/too-large", message);
      }
      return refuseFetch("sources/damaged", `The ${name} body of ${shown} is broken or cut off (${code}).`, {
        passing: true,
      });
    }
  }
  return { ok: true, value: bytes };
}
