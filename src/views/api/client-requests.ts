/**
 * One request of the client: an address and a method in, JSON or a stream of
 * events out, or a problem thrown with its code, status and advice.
 */
import type { ProblemJson } from "./client-types.ts";

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

const UNTOLD: ProblemJson = {
  type: "about:blank",
  title: "No answer of the API",
  status: 0,
  code: "client/no-problem",
  detail: "The server answered with something else than JSON.",
  advice: "Is this the address of `chancery serve`?",
};

/** Ways to ask, by paths below /api/v1. */
export interface Requests {
  get<T>(path: string, query?: object, settings?: CallSettings): Promise<T>;
  send<T>(method: "POST" | "DELETE", path: string, body?: object, settings?: CallSettings): Promise<T>;
  /** Data of server-sent events, until the server ends them or the caller breaks off. */
  events<T>(path: string, settings?: CallSettings): AsyncGenerator<T>;
}

/** Ways to ask the server. */
export function openRequests({ url, token, fetch: send = fetch }: ClientSettings): Requests {
  const ask = async (path: string, query: object, accept: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("accept", accept);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const answer = await send(addressOf(url, path, query), { ...init, headers });
    if (answer.ok) return answer;
    const told = (await answer.json().catch(() => null)) as Partial<ProblemJson> | null;
    throw new ApiProblem({ ...UNTOLD, status: answer.status, ...told });
  };
  const json = async <T>(path: string, query: object, init: RequestInit): Promise<T> => {
    const answer = await ask(path, query, "application/json", init);
    return (await answer.json().catch(() => {
      throw new ApiProblem({ ...UNTOLD, status: answer.status });
    })) as T;
  };
  return {
    get: (path, query = {}, { signal } = {}) => json(path, query, signal === undefined ? {} : { signal }),
    send: (method, path, body, { signal } = {}) =>
      json(
        path,
        {},
        { method, ...(signal === undefined ? {} : { signal }), ...(body === undefined ? {} : bodyOf(body)) },
      ),
    async *events(path, { signal } = {}) {
      const answer = await ask(path, {}, "text/event-stream", signal === undefined ? {} : { signal });
      if (answer.body !== null) yield* eventsOf(answer.body);
    },
  };
}

/** A form goes as it is, with the boundary that fetch gives it. */
function bodyOf(body: object): RequestInit {
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** The data of each event of the stream; breaking off ends the request. */
async function* eventsOf<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    text += decoder.decode(bytes, { stream: true });
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop() ?? "";
    for (const event of events) {
      const data = event.split(/\r?\n/).flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []);
      if (data.length > 0) yield JSON.parse(data.join("\n")) as T;
    }
  }
}

function addressOf(url: string, path: string, query: object): string {
  const address = new URL(`/api/v1${path}`, url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") address.searchParams.set(name, String(value));
  return address.href;
}
