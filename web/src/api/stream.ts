/** A read as it goes: server-sent events of the API, handed on one by one until the read ends or nobody listens. */
import { address } from "./client.ts";
import type { ReadEvent } from "./types.ts";

/** Listens from the beginning of the read; the browser goes on by itself where the connection breaks.
 * @returns how to stop */
export function watchRead(id: string, take: (event: ReadEvent) => void, lost: () => void): () => void {
  const source = new EventSource(address(`/reads/${encodeURIComponent(id)}/events`));
  const onEvent = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as ReadEvent;
    take(event);
    if (event.kind === "end") source.close();
  };
  source.addEventListener("input", onEvent);
  source.addEventListener("end", onEvent);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) lost();
  };
  return () => source.close();
}
