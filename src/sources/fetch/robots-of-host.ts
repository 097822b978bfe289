/**
 * The robots.txt of an origin, fetched and kept for a day at most: found means
 * its rules, 4xx means that all is allowed, 5xx and silence that nothing is.
 * A failure is kept for ten minutes only, so that a host comes back soon.
 *
 * @see RFC 9309, sections 2.3 and 2.4
 */
import { ALLOW_ALL, parseRobots, type Robots } from "./robots.ts";
import type { Clock, FetchOutcome, FetchRefusal, HopAnswer } from "./types.ts";

const KEPT_MS = 24 * 3_600_000;
const FAILURE_KEPT_MS = 600_000;
const MOST_ORIGINS = 5_000;

/** The rules, or why none could be had. */
export type RobotsAnswer =
  | { readonly ok: true; readonly robots: Robots }
  | { readonly ok: false; readonly refusal: FetchRefusal };

interface Kept {
  readonly answer: Promise<RobotsAnswer>;
  untilMs: number;
}

export class RobotsOfHost {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: Clock;
  readonly #token: string;
  readonly #fetch: (url: URL, signal?: AbortSignal) => Promise<FetchOutcome<HopAnswer>>;

  /** @param fetch asks for one address and follows its redirects, without asking for robots.txt again */
  constructor(
    clock: Clock,
    token: string,
    fetch: (url: URL, signal?: AbortSignal) => Promise<FetchOutcome<HopAnswer>>,
  ) {
    this.#clock = clock;
    this.#token = token;
    this.#fetch = fetch;
  }

  /** What the origin of the URL says. */
  async of(url: URL, signal?: AbortSignal): Promise<RobotsAnswer> {
    const known = this.#kept.get(url.origin);
    if (known !== undefined && known.untilMs > this.#clock.now()) return known.answer;
    if (this.#kept.size >= MOST_ORIGINS) this.#kept.delete(this.#kept.keys().next().value!);
    const answer = this.#ask(new URL("/robots.txt", url), signal);
    const kept: Kept = { answer, untilMs: this.#clock.now() + KEPT_MS };
    this.#kept.set(url.origin, kept);
    const { ok } = await answer;
    if (signal?.aborted) this.#kept.delete(url.origin);
    else if (!ok) kept.untilMs = this.#clock.now() + FAILURE_KEPT_MS;
    return answer;
  }

  async #ask(url: URL, signal?: AbortSignal): Promise<RobotsAnswer> {
    const answer = await this.#fetch(url, signal);
    if (!answer.ok) {
      const { code, status } = answer.refusal;
      const absent = status !== null && status >= 400 && status < 500 && status !== 429;
      const tooLarge = code === "sources/too-many-redirects";
      return absent || tooLarge ? { ok: true, robots: ALLOW_ALL } : answer;
    }
    return { ok: true, robots: parseRobots(answer.value.body, this.#token) };
  }
}
