/**
 * Something that is being fetched, as state: loading, ready or failed. What was
 * there stays while a newer answer is awaited, and an answer that comes late is
 * dropped.
 */
import { Problem } from "./client.ts";

export class Resource<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  loading = $state(true);
  private running: AbortController | null = null;

  /** Fetches; call it in an effect, so that it runs again when what it reads changes.
   * @returns how to stop it */
  load(ask: (signal: AbortSignal) => Promise<T>): () => void {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.loading = true;
    ask(running.signal).then(
      (value) => this.settle(running, value, null),
      (error) => this.settle(running, null, error),
    );
    return () => running.abort();
  }

  private settle(running: AbortController, value: T | null, error: unknown): void {
    if (running.signal.aborted || running !== this.running) return;
    this.loading = false;
    this.problem =
      error === null ? null : error instanceof Problem ? error : new Problem({ detail: String(error) });
    if (error === null || this.problem?.status === 404) this.value = value;
  }
}
