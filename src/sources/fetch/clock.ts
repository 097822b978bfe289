/** The machine's clock, in the form that the fetcher asks for. */
import type { Clock } from "./types.ts";

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((done) => {
      if (signal?.aborted || ms <= 0) {
        done();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        done();
      };
      const timer = setTimeout(end, Math.min(ms, 2_147_483_647));
      signal?.addEventListener("abort", end, { once: true });
    }),
};
