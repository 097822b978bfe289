/**
 * A stream of bytes in, the addresses that stand in it out: plain lists, one a
 * line, and tables (CSV or TSV, such as GDELT's exports), of which each line
 * gives its last whole field that is an address. Lines without one are told.
 */
import { linesOf } from "../lines.ts";
import type { GivenFields } from "../types.ts";

export interface ListedUrl {
  readonly url: string;
  /** From 1. */
  readonly line: number;
  /** What the list says of the page. */
  readonly given?: GivenFields;
}

export interface UrlListOptions {
  /** Bytes of a line; longer ones are told and passed over. */
  readonly lineBytes?: number;
}

/** Addresses held to find repeats; then the memory starts anew. */
const MOST_KNOWN = 500_000;
const ADDRESS = /^https?:\/\/[^\s"<>]{1,4000}$/i;

/** The addresses of a list, each once (as far as memory goes), and the numbers of lines that hold none (as `url: null`). */
export async function* urlsOf(
  stream: AsyncIterable<Uint8Array>,
  { lineBytes = 1024 * 1024 }: UrlListOptions = {},
): AsyncGenerator<ListedUrl | { readonly url: null; readonly line: number }> {
  const known = new Set<string>();
  for await (const { number, bytes } of linesOf(stream, lineBytes)) {
    const line =
      bytes
        ?.toString("utf8")
        .replace(/^\ufeff/, "")
        .trim() ?? null;
    if (line === "" || line?.startsWith("#")) continue;
    const url = line === null ? null : addressIn(line);
    if (url === null) yield { url, line: number };
    else if (!known.has(url)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(url);
      yield { url, line: number };
    }
  }
}

/** True where the first lines of a text read as a list of addresses: each line holds one, but for a heading.
 * @param isWhole true where the head is all there is; else its last line may be cut and says nothing */
export function isUrlList(head: string, isWhole = false): boolean {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const seen = isWhole || lines.length === 1 ? lines : lines.slice(0, -1);
  const [first = "", ...rest] = seen;
  if (!rest.every((line) => addressIn(line) !== null)) return false;
  return addressIn(first) !== null || (rest.length > 0 && /^[\w\t,; "]{1,400}$/.test(first));
}

function addressIn(line: string): string | null {
  if (ADDRESS.test(line) && !/,https?:/i.test(line)) return line;
  for (const field of fieldsOf(line).reverse()) {
    if (ADDRESS.test(field)) return field;
  }
  return null;
}

/** The fields of a line: by tabs where there are any, else by commas outside quotation marks. */
function fieldsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t").map((field) => field.trim());
  const fields: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (line[at] !== "," || isQuoted)) continue;
    fields.push(line.slice(from, at).trim().replace(/^"|"$/g, ""));
    from = at + 1;
  }
  return fields;
}
