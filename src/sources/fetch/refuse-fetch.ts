/** Builds refusals of the fetcher. */
import type { SourcesFaultCode } from "../faults.ts";
import type { FetchOutcome, FetchRefusal } from "./types.ts";

interface Details {
  readonly advice?: string;
  readonly passing?: boolean;
  readonly againAtMs?: number | null;
  readonly status?: number | null;
}

/** The outcome that says why there is no page. */
export function refuseFetch<T>(
  code: SourcesFaultCode,
  message: string,
  details: Details = {},
): FetchOutcome<T> & { readonly ok: false } {
  const { advice, passing = false, againAtMs = null, status = null } = details;
  const refusal: FetchRefusal = { code, message, passing, againAtMs, status };
  return { ok: false, refusal: advice === undefined ? refusal : { ...refusal, advice } };
}
