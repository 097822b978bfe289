/** Gathers what is asked in one turn of the event loop and answers it together: a question of a hundred reports is one statement. */

interface Ask<Query, Answer> {
  readonly query: Query;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

export class Turn<Query, Answer> {
  #waiting: Ask<Query, Answer>[] = [];
  readonly #answer: (queries: readonly Query[]) => Promise<readonly Answer[]>;

  /** @param answer one answer for each query, in their order */
  constructor(answer: (queries: readonly Query[]) => Promise<readonly Answer[]>) {
    this.#answer = answer;
  }

  ask(query: Query): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const asks = this.#waiting;
    this.#waiting = [];
    try {
      const answers = await this.#answer(asks.map(({ query }) => query));
      for (const [at, ask] of asks.entries()) ask.resolve(answers[at]!);
    } catch (error) {
      for (const ask of asks) ask.reject(error);
    }
  }
}
