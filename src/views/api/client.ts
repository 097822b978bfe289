/**
 * The calls to a server of `chancery serve`: a filter in, typed values out. A
 * problem is thrown with its code, status and advice. Lists come page by page,
 * or line by line as long as the caller goes on; breaking off ends the request.
 */
import { type CallSettings, type ClientSettings, openRequests, type Requests } from "./client-requests.ts";
import type * as Api from "./client-types.ts";

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

/** Reads that the server is asked for. */
export interface ReadCalls extends Entries<Api.ReadJson, Api.PageQuery> {
  /** Reads pages, feeds or sitemaps; answers at once, the read goes on. */
  addresses(asked: Api.ReadAddressesJson, settings?: CallSettings): Promise<Api.ReadJson>;
  /** Reads files, of all forms that `chancery read` takes; answers at once, the read goes on. */
  files(files: readonly File[], settings?: CallSettings): Promise<Api.ReadJson>;
  /** The read as it goes, each input when it is on the disk, until it has ended. */
  watch(id: string, settings?: CallSettings): AsyncGenerator<Api.ReadEventJson>;
  /** Stops it; what is read is stored. */
  stop(id: string, settings?: CallSettings): Promise<Api.ReadJson>;
}

/** What persons decided. */
export interface DecisionCalls extends ListCalls<Api.DecisionJson, Api.PageQuery> {
  /** Keeps a decision; what rests on it is made anew before the answer comes. */
  decide(decision: Api.DecisionInputJson, settings?: CallSettings): Promise<Api.DecisionJson>;
  /** Takes one back. */
  drop(id: string, settings?: CallSettings): Promise<Api.DecisionJson>;
}

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
  readonly counts: ListCalls<Api.CountJson, Api.CountsQuery>;
  readonly reports: Entries<Api.ReportJson, Api.ReportQuery, Api.ReportDetailJson>;
  readonly decisions: DecisionCalls;
  readonly reads: ReadCalls;
  readonly quarantine: ListCalls<Api.QuarantinedJson, Api.PageQuery>;
  /** Feeds that `chancery watch` polls. */
  readonly feeds: ListCalls<Api.FeedJson, Api.PageQuery>;
  /** Steps from the world to the record. */
  readonly steps: ListCalls<Api.StepJson, Api.PageQuery>;
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
  digest(story: string, sentences?: number, settings?: CallSettings): Promise<Api.DigestJson>;
  actor(id: string, settings?: CallSettings): Promise<Api.ActorJson>;
  /** Why a mention or a report says what it says. */
  explain(id: string, settings?: CallSettings): Promise<Api.ExplanationsJson>;
  /** Why two are one event or story, or are not. */
  explainLink(one: string, other: string, settings?: CallSettings): Promise<Api.LinkReasonJson>;
}

const LISTS = ["copies", "contradictions", "counts", "quarantine", "feeds", "steps"] as const;
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

/** A client of the server.
 * @example const chancery = createClient({ url: "http://127.0.0.1:4400" });
 * for await (const mention of chancery.mentions.all({ between: ["USA", "RUS"] })) console.log(mention.text); */
export function createClient(settings: ClientSettings): Client {
  const { get, send, events } = openRequests(settings);
  // Paths in, calls out: what the types above say of each comes from the schemas of the same paths.
  const lists = Object.fromEntries(LISTS.map((name) => [name, listOf(get, `/${name}`)]));
  const entries = Object.fromEntries(ENTRIES.map((name) => [name, entriesOf(get, `/${name}`)]));
  return {
    ...(lists as unknown as Pick<Client, (typeof LISTS)[number]>),
    ...(entries as unknown as Pick<Client, (typeof ENTRIES)[number]>),
    decisions: {
      ...listOf(get, "/decisions"),
      decide: (decision, how) => send("POST", "/decisions", decision, how),
      drop: (id, how) => send("DELETE", `/decisions/${part(id)}`, undefined, how),
    },
    reads: {
      ...entriesOf(get, "/reads"),
      addresses: (asked, how) => send("POST", "/reads", asked, how),
      files: (files, how) => send("POST", "/reads/files", formOf(files), how),
      watch: (id, how) => events(`/reads/${part(id)}/events`, how),
      stop: (id, how) => send("DELETE", `/reads/${part(id)}`, undefined, how),
    },
    today: (query, how) => get("/today", query, how),
    days: (query, how) => get("/events/days", query, how),
    facets: (query, how) => get("/events/facets", query, how),
    pair: (one, other, query, how) => get("/pair", { ...query, between: `${one},${other}` }, how),
    digest: (story, sentences, how) =>
      get(`/stories/${part(story)}/digest`, sentences === undefined ? {} : { sentences }, how),
    actor: (id, how) => get(`/actors/${part(id)}`, {}, how),
    explain: (id, how) => get(`/explain/${part(id)}`, {}, how),
    explainLink: (one, other, how) => get(`/explain/${part(one)}/${part(other)}`, {}, how),
  };
}

const part = (id: string) => encodeURIComponent(id);

function listOf<Line, Query extends object>(get: Requests["get"], path: string): ListCalls<Line, Query> {
  return {
    page: (query, settings) => get(path, query, settings),
    async *all(query, settings) {
      let after: string | null = null;
      do {
        const asked = { limit: 500, ...query, ...(after === null ? {} : { after }) };
        const page: ListPage<Line> = await get(path, asked, settings);
        yield* page.data;
        after = page.next;
      } while (after !== null);
    },
  };
}

function entriesOf<Line, Query extends object, Whole>(
  get: Requests["get"],
  path: string,
): Entries<Line, Query, Whole> {
  return {
    ...listOf<Line, Query>(get, path),
    get: (id, settings) => get(`${path}/${part(id)}`, {}, settings),
  };
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  return form;
}
