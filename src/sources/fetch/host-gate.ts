/**
 * Politeness by host: callers in, turns out. One request to a host at a time,
 * never two starts closer than the interval or the crawl-delay, none before
 * the moment that a Retry-After or the back-off names. Failures double the
 * back-off; a success ends it.
 */
import type { Clock } from "./types.ts";

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 3_600_000;
const MOST_HOSTS = 10_000;

interface HostState {
  last: Promise<void>;
  waiting: number;
  startedMs: number;
  notBeforeMs: number;
  failures: number;
  intervalMs: number;
}

export class HostGate {
  readonly #hosts = new Map<string, HostState>();
  readonly #clock: Clock;
  readonly #intervalMs: number;

  constructor(clock: Clock, intervalMs: number) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
  }

  /** What the work gives, done when the host's turn comes. */
  async turn<T>(host: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const state = this.#stateOf(host);
    const before = state.last;
    let free = () => {};
    state.last = new Promise((done) => {
      free = done;
    });
    state.waiting++;
    try {
      await before;
      const readyMs = Math.max(state.startedMs + state.intervalMs, state.notBeforeMs);
      const waitMs = readyMs - this.#clock.now();
      if (waitMs > 0 && !signal?.aborted) await this.#clock.sleep(waitMs, signal);
      if (!signal?.aborted) state.startedMs = this.#clock.now();
      return await work();
    } finally {
      state.waiting--;
      free();
    }
  }

  /** Milliseconds until the host may be asked again; 0 where it may now. */
  waitMs(host: string): number {
    return Math.max(0, this.#stateOf(host).notBeforeMs - this.#clock.now());
  }

  /** Notes an answer that shows the host well. */
  succeeded(host: string): void {
    this.#stateOf(host).failures = 0;
  }

  /** Notes a failure; gives the moment to come again, milliseconds since 1970.
   * @param retryAfterMs what the host asked for; null where it asked for nothing */
  failed(host: string, retryAfterMs: number | null): number {
    const state = this.#stateOf(host);
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** state.failures, LONGEST_BACKOFF_MS);
    state.failures = Math.min(state.failures + 1, 30);
    state.notBeforeMs = Math.max(state.notBeforeMs, this.#clock.now() + (retryAfterMs ?? backoffMs));
    return state.notBeforeMs;
  }

  /** Holds the host to its crawl-delay, where it is longer than the interval; a minute is the most. */
  slow(host: string, crawlDelayS: number | null): void {
    const askedMs = Math.min((crawlDelayS ?? 0) * 1_000, 60_000);
    this.#stateOf(host).intervalMs = Math.max(this.#intervalMs, askedMs);
  }

  #stateOf(host: string): HostState {
    let state = this.#hosts.get(host);
    if (state === undefined) {
      if (this.#hosts.size >= MOST_HOSTS) this.#forget();
      const intervalMs = this.#intervalMs;
      const none = Number.NEGATIVE_INFINITY;
      const last = Promise.resolve();
      state = { last, waiting: 0, startedMs: none, notBeforeMs: 0, failures: 0, intervalMs };
      this.#hosts.set(host, state);
    }
    return state;
  }

  /** Drops hosts that nothing is known of any more. */
  #forget(): void {
    const now = this.#clock.now();
    for (const [host, state] of this.#hosts) {
      const quiet = state.waiting === 0 && state.notBeforeMs <= now && state.startedMs + 60_000 <= now;
      if (quiet) this.#hosts.delete(host);
    }
  }
}
