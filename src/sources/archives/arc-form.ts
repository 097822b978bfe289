/**
 * The heads of ARC records: one line, of five fields in version 1 and ten in
 * version 2; the address may hold blanks, so fields are counted from the end.
 *
 * @see https://archive.org/web/researcher/ArcFileFormat.php
 */
import type { RecordForm } from "./types.ts";

const MOST_LINE_BYTES = 16 * 1024;
const SCHEME = /^(?:filedesc|https?|ftp|dns|whois|news|mailto|warcinfo|metadata):/;
const LINE = /^(\S.*) (\S+) (\d{8,18}) (\S+)(?: \d{3} \S+ \S+ \d+ \S+)? (-?\w+)$/;

export const ARC_FORM: RecordForm = {
  start: /(?:filedesc|https?|ftp|dns|whois|news|mailto|metadata|warcinfo):/g,
  startBytes: MOST_LINE_BYTES,
  parseHead(bytes) {
    const end = bytes.subarray(0, MOST_LINE_BYTES).indexOf(10);
    if (end === -1) return bytes.length < MOST_LINE_BYTES ? "more" : { fault: "no record begins here" };
    const line = bytes.subarray(0, end).toString("utf8").replace(/\r$/, "");
    const [, uri = "", , date = "", contentType = "", length = ""] = LINE.exec(line) ?? [];
    if (!SCHEME.test(uri)) return { fault: "no record begins here" };
    if (!/^\d{1,15}$/.test(length)) return { fault: `the length "${length.slice(0, 40)}" is none` };
    const type = uri.startsWith("filedesc:") ? "filedesc" : "response";
    const digests = { blockDigest: null, payloadDigest: null };
    return { headBytes: end + 1, blockBytes: Number(length), type, uri, date, contentType, ...digests };
  },
};
