/**
 * How a list is answered: one page as JSON, its latest lines as a feed, or the whole of it as
 * JSON Lines or CSV, made page by page while the client reads, so that memory
 * stays flat however long it is.
 */
import { csvHeading, csvLine } from "../cli/csv.ts";
import { unwrapCursor, wrapCursor } from "./cursor.ts";
import type { ListEndpoint } from "./endpoint.ts";
import { apiFault } from "./faults.ts";
import { atomFeed, jsonFeed } from "./feeds.ts";
import { type Format, formatOf, MEDIA } from "./formats.ts";
import { latestLines } from "./latest.ts";
import { MOST_LINES, ORDINARY_LINES } from "./schemas/filters.ts";
import type { Services } from "./services.ts";
import { tagged } from "./tagged.ts";

/** Lines that are asked of the record at once while a whole list is written. */
const AT_ONCE = 500;

type List = ListEndpoint<unknown, unknown>;

interface Paging {
  readonly limit?: number;
  readonly after?: string;
  readonly format?: Format;
}

/** The forms that the list has. */
export function formatsOf(list: Pick<ListEndpoint, "entry">): Format[] {
  return ["json", "jsonl", "csv", ...(list.entry === undefined ? [] : (["atom", "feed"] as const))];
}

/** The list in the form that the request wants. */
export async function answerList(
  endpoint: ListEndpoint,
  services: Services,
  query: Record<string, unknown>,
  request: Request,
): Promise<Response> {
  const list = endpoint as unknown as List;
  const { limit, after, format: asked, ...filter } = query as Paging & Record<string, unknown>;
  const format = formatOf(request.headers.get("accept"), asked, formatsOf(endpoint));
  const from = after === undefined ? null : unwrapCursor(list.name, after);
  if (format === "jsonl" || format === "csv") {
    const stream = wholeList(list, services, filter, from, limit ?? Number.POSITIVE_INFINITY, format);
    return new Response(await started(stream), { headers: streamHeaders(list, format) });
  }
  const wanted = { limit: Math.min(MOST_LINES, limit ?? ORDINARY_LINES), after: from };
  if (format !== "json") {
    if (from !== null)
      throw apiFault(
        "api/bad-request",
        "after: a feed has the latest lines.",
        "The other forms go on from there.",
      );
    const lines = await latestLines(list, services, filter, wanted.limit);
    const entries = lines.flatMap((line) => list.entry?.(line, services) ?? []);
    const head = { title: `Chancery: ${list.summary}`, self: new URL(request.url), entries };
    return tagged(request, format === "atom" ? atomFeed(head) : jsonFeed(head), MEDIA[format]);
  }
  const page = await list.page(services, filter, wanted);
  const next = page.next === null ? null : wrapCursor(list.name, page.next);
  const nextUrl = next === null ? null : withAfter(request.url, next);
  const headers: Record<string, string> = nextUrl === null ? {} : { link: `<${nextUrl}>; rel="next"` };
  const data = page.lines.map((line) => list.json(line, services));
  return tagged(request, `${JSON.stringify({ data, next })}\n`, MEDIA.json, headers);
}

function withAfter(address: string, next: string): string {
  const url = new URL(address);
  url.searchParams.set("after", next);
  return url.href;
}

function streamHeaders(list: List, format: "jsonl" | "csv"): Record<string, string> {
  const file = list.path.slice(list.path.lastIndexOf("/") + 1);
  return {
    "content-type": `${MEDIA[format]}; charset=utf-8${format === "csv" ? "; header=present" : ""}`,
    "content-disposition": `${format === "csv" ? "attachment" : "inline"}; filename="${file}.${format}"`,
    "cache-control": "private, no-store",
    vary: "accept",
  };
}

async function* wholeList(
  list: List,
  services: Services,
  filter: unknown,
  from: string | null,
  limit: number,
  format: "jsonl" | "csv",
): AsyncGenerator<string> {
  const columns = list.columns(services, filter);
  const atOnce = list.atOnce ?? AT_ONCE;
  if (format === "csv") yield csvHeading(columns);
  let after = from;
  let left = limit;
  do {
    const page = await list.page(services, filter, { limit: Math.min(atOnce, left), after });
    const lines = page.lines.map((line) =>
      format === "csv" ? csvLine(columns, line) : `${JSON.stringify(list.json(line, services))}\n`,
    );
    if (lines.length > 0) yield lines.join("");
    left -= lines.length;
    after = page.next;
  } while (after !== null && left > 0);
}

/** The stream after its first piece is there, so that a fault in the filter is a problem and no broken file. */
async function started(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const first = [await pieces.next(), await pieces.next()];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = first.shift() ?? (await pieces.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
