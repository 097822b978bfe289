/**
 * Requests to a server of `chancery serve`: a filter in, typed values out. A
 * problem is thrown with its code, status and advice. Lists come page by page,
 * or line by line as long as the caller goes on; breaking off ends the request.
 */
import type * as Api from "./client-types.ts";

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

/** A list whose lines can be asked for one by one, too. */
export interface Entries<Line, Query, Whole = Line> extends ListCalls<Line, Query> {
  /** The one with this id, or the beginning of it. */
  get(id: string, settings?: CallSettings): Promise<Whole>;
}

type Ledger = Entries<Api.EntryJson, Api.LedgerQuery, Api.EntryDetailJson>;

export interface Client {
  readonly events: Entries<Api.EventJson, Api.EventQuery, Api.EventDetailJson>;
  readonly mentions: Entries<Api.MentionJson, Api.MentionQuery>;
  readonly statements: Entries<Api.StatementJson, Api.StatementQuery>;
  readonly measures: Ledger;
  readonly agreements: Ledger;
  readonly contacts: Ledger;
  readonly inquiries: Ledger;
  readonly stories: Entries<Api.StoryJson, Api.StoryQuery>;
  readonly copies: ListCalls<Api.CopyJson, Api.CopyQuery>;
  readonly contradictions: ListCalls<Api.ContradictionJson, Api.ContradictionQuery>;
  readonly reports: Entries<Api.ReportJson, Api.ReportQuery, Api.ReportDetailJson>;
  readonly quarantine: ListCalls<Api.QuarantinedJson, Api.PageQuery>;
  /** The front page. */
  today(query?: Api.TodayQuery, settings?: CallSettings): Promise<Api.TodayJson>;
  /** Events by day and type. */
  days(query?: Api.EventFilterQuery, settings?: CallSettings): Promise<Api.EventDaysJson>;
  facets(query?: Api.EventFilterQuery, settings?: CallSettings): Promise<Api.EventFacetsJson>;
  /** Two actors over time. */
  pair(
    one: string,
    other: string,
    query?: Api.EventFilterQuery,
    settings?: CallSettings,
  ): Promise<Api.PairJson>;
  counts(query: Api.CountsQuery, settings?: CallSettings): Promise<Api.CountsJson>;
  digest(story: string, sentences?: number, settings?: CallSettings): Promise<Api.DigestJson>;
  actor(id: string, settings?: CallSettings): Promise<Api.ActorJson>;
  /** Why a mention or a report says what it says. */
  explain(id: string, settings?: CallSettings): Promise<Api.ExplanationsJson>;
  /** Why two are one event or story, or are not. */
  explainLink(one: string, other: string, settings?: CallSettings): Promise<Api.LinkReasonJson>;
  decisions(settings?: CallSettings): Promise<readonly Api.DecisionJson[]>;
  decide(decision: Api.DecisionInputJson, settings?: CallSettings): Promise<Api.DecisionJson>;
  undecide(id: string, settings?: CallSettings): Promise<Api.DecisionJson>;
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

  constructor(problem: Api.ProblemJson) {
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
    throw new ApiProblem({ ...UNTOLD, status: answer.status, ...(body as Partial<Api.ProblemJson> | null) });
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
  const part = (id: string) => encodeURIComponent(id);
  const entries = (path: string) => ({
    ...list(path),
    get: (id: string, settings?: CallSettings) => get(`${path}/${part(id)}`, {}, settings),
  });
  const post: Client["send"] = (method, path, body, { signal } = {}) =>
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
    );
  // Paths in, calls out: what the types above say of each comes from the schemas of the same paths.
  const lists = Object.fromEntries(ENTRIES.map((name) => [name, entries(`/${name}`)])) as unknown as Lists;
  return {
    ...lists,
    copies: list("/copies"),
    contradictions: list("/contradictions"),
    quarantine: list("/quarantine"),
    today: (query, settings) => get("/today", query, settings),
    days: (query, settings) => get("/events/days", query, settings),
    facets: (query, settings) => get("/events/facets", query, settings),
    pair: (one, other, query, settings) => get("/pair", { ...query, between: `${one},${other}` }, settings),
    counts: (query, settings) => get("/counts", query, settings),
    digest: (story, sentences, settings) =>
      get(`/stories/${part(story)}/digest`, sentences === undefined ? {} : { sentences }, settings),
    actor: (id, settings) => get(`/actors/${part(id)}`, {}, settings),
    explain: (id, settings) => get(`/explain/${part(id)}`, {}, settings),
    explainLink: (one, other, settings) => get(`/explain/${part(one)}/${part(other)}`, {}, settings),
    decisions: async (settings) =>
      (await get<{ readonly data: readonly Api.DecisionJson[] }>("/decisions", {}, settings)).data,
    decide: (decision, settings) => post("POST", "/decisions", decision, settings),
    undecide: (id, settings) => post("DELETE", `/decisions/${part(id)}`, undefined, settings),
    get,
    send: post,
    list,
  };
}

const ENTRIES = [
  "events",
  "mentions",
  "statements",
  "measures",
  "agreements",
  "contacts",
  "inquiries",
  "stories",
  "reports",
] as const;

type Lists = Pick<Client, (typeof ENTRIES)[number]>;

const UNTOLD: Api.ProblemJson = {
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
