/**
 * Requests to the API of the same origin: a path and a filter in, typed JSON
 * out, or a Problem that says what happened and what to do. Nothing else in the
 * pages fetches, and nothing fetches from anywhere else.
 */
import { hasEndpoint } from "./endpoints.ts";
import type { ProblemJson } from "./types.ts";

/** What a filter may hold; lists go over as one value parted by commas, as the API takes them. */
export type Filter = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** A page of a list. */
export interface ListPage<Line> {
  readonly data: readonly Line[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** Why a request gave nothing, in words for the reader. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly advice: string | null;

  constructor(problem: Partial<ProblemJson> & { readonly detail: string }) {
    super(problem.detail);
    this.name = "Problem";
    this.status = problem.status ?? 0;
    this.code = problem.code ?? "web/no-answer";
    this.advice = problem.advice ?? null;
  }
}

const ROOT = "/api/v1";

/** The address of a request, with empty values left out. */
export function address(path: string, filter: Filter = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") query.set(name, text);
  }
  const tail = query.toString();
  return `${ROOT}${path}${tail === "" ? "" : `?${tail}`}`;
}

/** The whole list as a file of comma-separated values. */
export function csvAddress(path: string, filter: Filter = {}): string {
  return address(path, { ...filter, format: "csv" });
}

/** The list as a feed, for a reader of feeds to watch. */
export function feedAddress(path: string, filter: Filter = {}): string {
  return address(path, { ...filter, format: "atom" });
}

/** One object.
 * @throws {@link Problem} when the server answers with an error or not at all */
export async function getJson<T>(path: string, filter: Filter = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(address(path, filter), signal === undefined ? {} : { signal });
}

/** One page of a list. */
export function getList<Line>(
  path: string,
  filter: Filter = {},
  signal?: AbortSignal,
): Promise<ListPage<Line>> {
  return getJson<ListPage<Line>>(path, filter, signal);
}

/** Up to `most` lines of a list, page after page. */
export async function getLines<Line>(
  path: string,
  filter: Filter,
  most: number,
  signal?: AbortSignal,
): Promise<{ readonly lines: readonly Line[]; readonly more: boolean }> {
  const lines: Line[] = [];
  let after: string | null = null;
  do {
    const page: ListPage<Line> = await getList(
      path,
      { ...filter, limit: Math.min(500, most - lines.length), after },
      signal,
    );
    lines.push(...page.data);
    after = page.next;
  } while (after !== null && lines.length < most);
  return { lines, more: after !== null };
}

/** Lines of a list that a page can do without, or null where they cannot be had. */
export async function getSpareLines<Line>(
  path: string,
  filter: Filter,
  most: number,
  signal?: AbortSignal,
): Promise<readonly Line[] | null> {
  if (!hasEndpoint(path)) return [];
  try {
    return (await getLines<Line>(path, filter, most, signal)).lines;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Sends an object and gives what comes back. */
export function send<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  return answer<T>(
    address(path),
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } },
  );
}

/** Sends files, each with its name. */
export function sendFiles<T>(path: string, files: readonly File[]): Promise<T> {
  const body = new FormData();
  for (const file of files) body.append("file", file, file.name);
  return answer<T>(address(path), { method: "POST", body });
}

async function answer<T>(href: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(href, { ...init, headers: { accept: "application/json", ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem({
      detail: "The server does not answer.",
      advice: "Is it still running? Start it again with: chancery serve",
    });
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const problem = (body ?? {}) as Partial<ProblemJson>;
  throw new Problem({
    ...problem,
    status: response.status,
    detail: problem.detail ?? `The server answered with ${response.status}.`,
  });
}
