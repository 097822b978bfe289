/** Events in, an answer of server-sent events out (the HTML standard's text/event-stream), with a sign of life every 15 s. */
const ALIVE_MS = 15_000;

export interface ServerEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** The stream.
 * @param signal ends it, with what it waits for
 * @param events given a signal that ends when the client has gone */
export function eventStream(
  signal: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<ServerEvent>,
): Response {
  const gone = new AbortController();
  const source = events(AbortSignal.any([signal, gone.signal]));
  const encoder = new TextEncoder();
  let alive: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 2000\n\n"));
      alive = setInterval(() => controller.enqueue(encoder.encode(": alive\n\n")), ALIVE_MS);
      alive.unref();
    },
    async pull(controller) {
      const { value, done } = await source.next();
      if (gone.signal.aborted) return;
      if (done) {
        clearInterval(alive);
        controller.close();
        return;
      }
      const { id, event, data } = value;
      controller.enqueue(encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    },
    async cancel() {
      clearInterval(alive);
      gone.abort();
      await source.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}
