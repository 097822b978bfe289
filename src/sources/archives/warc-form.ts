/**
 * The heads of WARC records.
 *
 * @see ISO 28500 (WARC 1.0 and 1.1)
 */
import type { RecordForm, RecordHead } from "./types.ts";

const MOST_HEAD_BYTES = 64 * 1024;
const TYPES = new Set([
  "warcinfo",
  "response",
  "resource",
  "request",
  "metadata",
  "revisit",
  "conversion",
  "continuation",
]);
const NEEDS_URI = new Set(["response", "resource", "request", "revisit", "conversion", "continuation"]);

/** Fields that a head has once; twice, where it was cut off and the next record's head follows. */
const ONLY_ONCE = [/^warc-type:[\s\S]*?^warc-type:/im, /^content-length:[\s\S]*?^content-length:/im];

export const WARC_FORM: RecordForm = {
  start: /WARC\/[01]\.\d{1,3}\r?\n/g,
  startBytes: 12,
  parseHead(bytes) {
    const version = /^WARC\/[01]\.\d{1,3}\r?\n/.exec(bytes.toString("latin1", 0, 16));
    if (version === null) return { fault: "no record begins here" };
    const end = endOfHead(bytes.subarray(0, MOST_HEAD_BYTES));
    if (end === -1) return bytes.length < MOST_HEAD_BYTES ? "more" : { fault: "the head does not end" };
    const head = bytes.subarray(version[0].length, end).toString("utf8");
    if (ONLY_ONCE.some((name) => name.test(head))) return { fault: "two heads run into each other" };
    return headOf(fieldsOf(head), end);
  },
};

/** Bytes of a head with the empty line that ends it; -1 where it does not end. */
export function endOfHead(bytes: Buffer): number {
  const strict = bytes.indexOf("\r\n\r\n");
  const loose = (strict === -1 ? bytes : bytes.subarray(0, strict)).indexOf("\n\n");
  if (loose !== -1) return loose + 2;
  return strict === -1 ? -1 : strict + 4;
}

/** The fields of a head, names in lower case, folded lines joined; of a repeated one the first. */
export function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function headOf(fields: ReadonlyMap<string, string>, headBytes: number): RecordHead | { fault: string } {
  const length = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(length)) return { fault: `the length "${length.slice(0, 40)}" is none` };
  const type = (fields.get("warc-type") ?? "").toLowerCase();
  if (!TYPES.has(type)) return { fault: `the type "${type.slice(0, 40)}" is none` };
  const uri = fields.get("warc-target-uri")?.replace(/^<|>$/g, "") ?? null;
  if (uri === null && NEEDS_URI.has(type)) return { fault: `the ${type} names no address` };
  const get = (name: string) => fields.get(name) ?? null;
  return {
    headBytes,
    blockBytes: Number(length),
    type,
    uri,
    date: get("warc-date"),
    contentType: get("content-type"),
    blockDigest: get("warc-block-digest"),
    payloadDigest: get("warc-payload-digest"),
  };
}
