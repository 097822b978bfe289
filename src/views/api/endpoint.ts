/**
 * One entry of the API: where it lies, what it takes, what it answers with and
 * how it gets it. From these entries come the routes, the checks of what comes
 * in, the OpenAPI description, docs/api.md and the client's types, so that none
 * can say another thing than the others.
 */
import type { z } from "zod";
import type { Page, PageRequest } from "../../record/types.ts";
import type { Columns } from "../cli/csv.ts";
import type { FeedEntry } from "./feeds.ts";
import type { Services } from "./services.ts";

export type Shape = Readonly<Record<string, z.ZodType>>;

interface Common {
  /** Name of the operation, such as `listMentions`. */
  readonly name: string;
  /** With parameters in braces, such as `/api/v1/reports/{id}`. */
  readonly path: string;
  /** Heading under which documents list it. */
  readonly group: string;
  readonly summary: string;
  readonly description?: string;
}

/** A list: pages of JSON, or all of it as JSON Lines, CSV or a feed. */
export interface ListEndpoint<Query = never, Line = never> extends Common {
  readonly kind: "list";
  readonly query: Shape;
  readonly line: z.ZodType;
  page(services: Services, query: Query, request: PageRequest): Promise<Page<Line>>;
  /** Lines that are asked of `page` at once while the whole list is written (default 500). */
  readonly atOnce?: number;
  json(line: Line, services: Services): unknown;
  columns(services: Services, query: Query): Columns<Line>;
  entry?(line: Line, services: Services): FeedEntry;
}

/** What an endpoint that answers with one object is given. */
export interface Call<Query, Body> {
  readonly services: Services;
  /** Values in the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly signal: AbortSignal;
}

/** One object in answer to a GET or a POST. */
export interface ObjectEndpoint<Query = never, Body = never> extends Common {
  readonly kind: "object";
  readonly method: "GET" | "POST" | "DELETE";
  readonly query?: Shape;
  /** What is sent along, as JSON. */
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Status of success (default 200). */
  readonly status?: number;
  run(call: Call<Query, Body>): Promise<unknown>;
}

/** An endpoint that takes the request and makes the answer itself: streams of events, files that are sent. */
export interface RawEndpoint<Query = never> extends Common {
  readonly kind: "raw";
  readonly method: "GET" | "POST" | "DELETE";
  readonly query?: Shape;
  readonly body?: z.ZodType;
  /** Media type of the body, for the description. */
  readonly takes?: string;
  readonly answer: z.ZodType;
  readonly gives: string;
  readonly status?: number;
  /** Bytes of the body at most; absent: as for JSON. */
  readonly bodyLimit?: number;
  run(call: Call<Query, undefined>, request: Request): Promise<Response>;
}

export type Endpoint = ListEndpoint | ObjectEndpoint | RawEndpoint;

/** The values of a query that is checked. */
export type Values<Q extends Shape> = { -readonly [Name in keyof Q]: z.output<Q[Name]> };

/** A list, with the types of its query and lines inferred. */
export function listEndpoint<Q extends Shape, Line>(
  entry: Omit<ListEndpoint<Values<Q>, Line>, "kind" | "query"> & { readonly query: Q },
): Endpoint {
  return { ...entry, kind: "list" } as unknown as Endpoint;
}

/** An object, with the types of its query and body inferred. */
export function objectEndpoint<Q extends Shape = Record<never, never>, B extends z.ZodType = z.ZodUndefined>(
  entry: Omit<ObjectEndpoint<Values<Q>, z.output<B>>, "kind" | "query" | "body"> & {
    readonly query?: Q;
    readonly body?: B;
  },
): Endpoint {
  return { ...entry, kind: "object" } as unknown as Endpoint;
}

/** An endpoint that makes its answer itself. */
export function rawEndpoint<Q extends Shape = Record<never, never>>(
  entry: Omit<RawEndpoint<Values<Q>>, "kind" | "query"> & { readonly query?: Q },
): Endpoint {
  return { ...entry, kind: "raw" } as unknown as Endpoint;
}
