/** Reading over the API: files sent or addresses named, how a read gets on, what is quarantined. */
import { isDay } from "../../../base/index.ts";
import type { NamedBytes, WebSettings } from "../../../pipeline/types.ts";
import { quarantineJson } from "../../json/report-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint, rawEndpoint } from "../endpoint.ts";
import { eventStream } from "../event-stream.ts";
import { apiFault } from "../faults.ts";
import { flatColumns } from "../flat-columns.ts";
import { readBytes } from "../guards/body.ts";
import {
  quarantineSchema,
  type ReadJson,
  readAddressesSchema,
  readEventSchema,
  readFilesSchema,
  readSchema,
} from "../schemas/read.ts";
import { shortList } from "../short-list.ts";
import { given } from "./filters.ts";

const group = "Reading";
/** Files of one request together; what is larger is read with the command. */
const FILES_BYTES = 64 * 1024 * 1024;
const NAME_CHARS = 200;

export const READ_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "readAddresses",
    path: "/api/v1/reads",
    group,
    summary: "Read addresses into the record",
    description:
      "Pages, feeds and sitemaps, under the manners of [fetching](fetching.md). The server needs --contact. Answers at once; the read goes on.",
    method: "POST",
    body: readAddressesSchema,
    answer: readSchema,
    status: 202,
    async run({ services, body }) {
      const { addresses, site, feed_only, since, until, limit } = body;
      if ([since, until].some((day) => day !== undefined && !isDay(day)))
        throw apiFault("api/bad-request", "since, until: a day is written YYYY-MM-DD.");
      const wanted = given({ isSite: site, feedOnly: feed_only, since, until, limit });
      const web = { ...services.web, ...wanted } as WebSettings;
      return services.reads.begin({ sources: addresses, names: addresses, web });
    },
  }),
  rawEndpoint({
    name: "readFiles",
    path: "/api/v1/reads/files",
    group,
    summary: "Read files into the record",
    description: "All forms that `chancery read` takes, 64 MiB together. Answers at once; the read goes on.",
    method: "POST",
    takes: "multipart/form-data",
    body: readFilesSchema,
    gives: "application/json",
    answer: readSchema,
    status: 202,
    async run({ services }, request) {
      const files = await filesOf(request);
      const names = files.map(({ name }) => name);
      const read = services.reads.begin({ sources: files, names, web: services.web });
      return Response.json(read, { status: 202 });
    },
  }),
  listEndpoint({
    name: "listReads",
    path: "/api/v1/reads",
    group,
    summary: "Reads that this server was asked for, the latest first",
    query: {},
    line: readSchema,
    ...shortList(({ reads }) => reads.list(), latestFirst),
    json: (read) => read,
    columns: () => flatColumns(readSchema, (read: ReadJson) => read),
  }),
  objectEndpoint({
    name: "getRead",
    path: "/api/v1/reads/{id}",
    group,
    summary: "How a read gets on, with its account",
    method: "GET",
    answer: readSchema,
    run: async ({ services, params }) => services.reads.get(params.id ?? ""),
  }),
  objectEndpoint({
    name: "stopRead",
    path: "/api/v1/reads/{id}",
    group,
    summary: "Stop a read; what is read is stored",
    method: "DELETE",
    answer: readSchema,
    run: async ({ services, params }) => services.reads.stop(params.id ?? ""),
  }),
  rawEndpoint({
    name: "watchRead",
    path: "/api/v1/reads/{id}/events",
    group,
    summary: "A read as it goes, as server-sent events",
    description:
      "`input` when an input is on the disk, `end` with the account, then the stream ends. `Last-Event-ID` goes on from there.",
    method: "GET",
    gives: "text/event-stream",
    answer: readEventSchema,
    async run({ services, params }, request) {
      const after = Number(request.headers.get("last-event-id") ?? 0);
      const { id = "" } = params;
      services.reads.get(id);
      return eventStream(request.signal, (signal) => watched(services.reads.watch(id, after || 0, signal)));
    },
  }),
  listEndpoint({
    name: "listQuarantine",
    path: "/api/v1/quarantine",
    group,
    summary: "Inputs that made a step fail",
    query: {},
    line: quarantineSchema,
    page: ({ record }, _query, request) => record.listQuarantine(request),
    json: quarantineJson,
    columns: () => flatColumns(quarantineSchema, quarantineJson),
    entry: ({ id, origin, stage, code, message, putAt }) => ({
      id,
      title: `${code}: ${origin}`,
      summary: `${stage}: ${message}`,
      link: "/read",
      source: null,
      published: null,
      updated: putAt,
    }),
  }),
];

/** Keys that grow as the moments of asking fall. */
function latestFirst({ asked_at: askedAt, id }: ReadJson): string {
  return `${String(Number.MAX_SAFE_INTEGER - Date.parse(askedAt)).padStart(16, "0")} ${id}`;
}

async function* watched(events: AsyncGenerator<{ readonly number: number; readonly kind: string }>) {
  for await (const event of events) yield { id: event.number, event: event.kind, data: event };
}

async function filesOf(request: Request): Promise<NamedBytes[]> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data"))
    throw apiFault(
      "api/unsupported-type",
      "The body must be multipart/form-data.",
      "Send each file as a part `file`.",
    );
  const bytes = await readBytes(request, FILES_BYTES);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  const parts = form?.getAll("file").filter((part) => typeof part !== "string") ?? [];
  if (parts.length === 0)
    throw apiFault("api/bad-request", "There is no file in the body.", "Send each file as a part `file`.");
  return parts.map((part) => ({
    name: nameOf(part.name),
    bytes: part.stream() as AsyncIterable<Uint8Array>,
  }));
}

/** The last part of a name that a client gave; it is shown and never opened. */
function nameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, NAME_CHARS) || "file";
}
