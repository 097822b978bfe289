/**
 * Events of node's test runner in, lines for people and the final count out.
 * Kept apart from scripts/test.ts so that it can be seen to fail.
 */
export interface TestEvent {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly file?: string;
    readonly skip?: string | boolean;
    readonly todo?: string | boolean;
    readonly message?: string;
    readonly details?: {
      readonly type?: string;
      readonly duration_ms?: number;
      readonly error?: Error & { readonly cause?: unknown; readonly failureType?: string };
    };
  };
}

interface FileCount {
  tests: number;
  failed: number;
  durationMs: number;
}

export class TestTally {
  readonly #root: string;
  readonly #files = new Map<string, FileCount>();
  readonly #skips = new Map<string, number>();
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** True when a test ran and none failed. */
  get succeeded(): boolean {
    return this.#failed === 0 && this.#passed > 0;
  }

  /** Lines to print for one event. */
  take(event: TestEvent, inspect: (value: unknown) => string): string[] {
    const { data } = event;
    const file = data.file?.replace(`${this.#root}/`, "") ?? "";
    if (event.type === "test:stderr") return [`  ${file}: ${data.message?.trimEnd()}`];
    if (event.type === "test:summary" && file !== "") return [this.#fileLine(file)];
    if (event.type !== "test:pass" && event.type !== "test:fail") return [];
    const count = this.#files.get(file) ?? { tests: 0, failed: 0, durationMs: 0 };
    this.#files.set(file, count);
    if (data.details?.type === "suite" || data.details?.error?.failureType === "subtestsFailed") return [];
    if (data.skip !== undefined && data.skip !== false) return this.#skip(count, data.skip);
    const empty = event.type === "test:pass" && data.name?.endsWith(".test.ts") === true && count.tests === 0;
    count.tests++;
    count.durationMs += data.details?.duration_ms ?? 0;
    if (event.type === "test:pass" && !empty) {
      this.#passed++;
      return [];
    }
    if (data.todo !== undefined && data.todo !== false) return this.#skip(count, `todo: ${data.name}`);
    count.failed++;
    this.#failed++;
    const error = data.details?.error;
    const why = empty ? "the file holds no test" : inspect(error?.cause ?? error);
    return [`✖ ${file}: ${data.name}`, ...why.split("\n").map((line) => `    ${line}`)];
  }

  /** The closing lines: what was skipped, node's counts, the last line. */
  close(): string[] {
    const total = this.#passed + this.#failed + this.#skipped;
    return [
      ...[...this.#skips].map(([reason, count]) => `skipped ${count}: ${reason}`),
      ...(total === 0 ? ["no test ran"] : []),
      `ℹ tests ${total}`,
      `ℹ pass ${this.#passed}`,
      `ℹ fail ${this.#failed}`,
      `ℹ skipped ${this.#skipped}`,
      `${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`,
    ];
  }

  #fileLine(file: string): string {
    const { tests, failed, durationMs } = this.#files.get(file) ?? { tests: 0, failed: 0, durationMs: 0 };
    return `${failed > 0 ? "✖" : "✔"} ${file} (${tests} tests, ${Math.round(durationMs)} ms)`;
  }

  #skip(count: FileCount, skip: string | boolean): string[] {
    count.tests++;
    this.#skipped++;
    const reason = typeof skip === "string" && skip !== "" ? skip : "no reason given";
    this.#skips.set(reason, (this.#skips.get(reason) ?? 0) + 1);
    return [];
  }
}
