/**
 * Requests to a server of `chancery serve`: a filter in, typed values out. A
 * problem is thrown with its code, status and advice. Lists come page by page,
 * or line by line as long as the caller goes on; breaking off ends the request.
 */
import type {
  ExplanationsJson,
  MentionJson,
  MentionQuery,
  ProblemJson,
  ReportDetailJson,
  ReportJson,
  ReportQuery,
} from "./client-types.ts";

export interface ClientSettings {
  /** Where the server is, such as `http://127.0.0.1:4400`. */
  readonly url: string;
  /** Where the server asks for one. */
  readonly token?: string;
  /** Instead of the global one. */
  readonly fetch?: typeof fetch;
}

export interface CallSettings {
  readonly signal?: AbortSignal;
}

/** A page of a list. */
export interface ListPage<Line> {
  readonly data: readonly Line[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** A list of the API. */
export interface ListCalls<Line, Query> {
  /** One page. */
  page(query?: Query, settings?: CallSettings): Promise<ListPage<Line>>;
  /** Every line, fetched as the caller goes on. */
  all(query?: Query, settings?: CallSettings): AsyncGenerator<Line>;
}

export interface Client {
  readonly mentions: ListCalls<MentionJson, MentionQuery> & {
    get(id: string, settings?: CallSettings): Promise<MentionJson>;
  };
  readonly reports: ListCalls<ReportJson, ReportQuery> & {
    get(id: string, settings?: CallSettings): Promise<ReportDetailJson>;
  };
  explain(id: string, settings?: CallSettings): Promise<ExplanationsJson>;
  /** Any other entry, by its path below /api/v1. */
  get<T>(path: string, query?: object, settings?: CallSettings): Promise<T>;
  send<T>(method: "POST" | "DELETE", path: string, body?: unknown, settings?: CallSettings): Promise<T>;
  /** Any other list, by its path below /api/v1. */
  list<Line>(path: string): ListCalls<Line, object>;
}

/** A request that the server answered with a problem. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly advice: string | null;

  constructor(problem: ProblemJson) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.advice = problem.advice;
  }
}

/** A client of the server.
 * @example const chancery = createClient({ url: "http://127.0.0.1:4400" });
 * for await (const mention of chancery.mentions.all({ between: ["USA", "RUS"] })) console.log(mention.text); */
export function createClient({ url, token, fetch: send = fetch }: ClientSettings): Client {
  const ask = async <T>(path: string, query: object, init: RequestInit): Promise<T> => {
    const headers = new Headers(init.headers);
    headers.set("accept", "application/json");
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const answer = await send(addressOf(url, path, query), { ...init, headers });
    if (answer.status === 204) return undefined as T;
    const body = (await answer.json().catch(() => null)) as unknown;
    if (answer.ok) return body as T;
    throw new ApiProblem({ ...UNTOLD, status: answer.status, ...(body as Partial<ProblemJson> | null) });
  };
  const get = <T>(path: string, query: object = {}, { signal }: CallSettings = {}) =>
    ask<T>(path, query, signal === undefined ? {} : { signal });
  const list = <Line, Query extends object>(path: string): ListCalls<Line, Query> => ({
    page: (query, settings) => get(path, query, settings),
    async *all(query, settings) {
      let after: string | null = null;
      do {
        const page: ListPage<Line> = await get(
          path,
          { limit: 500, ...query, ...(after === null ? {} : { after }) },
          settings,
        );
        yield* page.data;
        after = page.next;
      } while (after !== null);
    },
  });
  const one = (path: string) => (id: string, settings?: CallSettings) =>
    get(`${path}/${encodeURIComponent(id)}`, {}, settings);
  return {
    mentions: { ...list("/mentions"), get: one("/mentions") as never },
    reports: { ...list("/reports"), get: one("/reports") as never },
    explain: one("/explain") as never,
    get,
    send: (method, path, body, { signal } = {}) =>
      ask(
        path,
        {},
        {
          method,
          ...(signal === undefined ? {} : { signal }),
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
        },
      ),
    list,
  };
}

const UNTOLD: ProblemJson = {
  type: "about:blank",
  title: "No answer of the API",
  status: 0,
  code: "client/no-problem",
  detail: "The server answered with something else than JSON.",
  advice: "Is this the address of `chancery serve`?",
};

function addressOf(url: string, path: string, query: object): string {
  const address = new URL(`/api/v1${path}`, url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") address.searchParams.set(name, String(value));
  return address.href;
}
