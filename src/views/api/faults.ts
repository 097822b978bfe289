/**
 * The codes of the API: what a request can do wrong, with the HTTP status that
 * each answers with. Faults of other rooms get theirs here, too.
 */
import { Fault } from "../../base/index.ts";

export const API_FAULTS = {
  "api/bad-request": 400,
  "api/tokens": 400,
  "api/no-token": 401,
  "api/cross-site": 403,
  "api/no-such-address": 404,
  "api/method": 405,
  "api/not-acceptable": 406,
  "api/too-large": 413,
  "api/unsupported-type": 415,
  "api/host": 421,
  "api/too-many": 429,
  "api/defect": 500,
} as const;

export type ApiFaultCode = keyof typeof API_FAULTS;

/** Statuses of faults that come from other rooms; the rest is 500. */
const OF_OTHERS: Readonly<Record<string, number>> = {
  "record/not-found": 404,
  "record/bad-filter": 400,
  "record/busy": 503,
  "record/no-server": 503,
  "record/disk-full": 507,
  "record/too-slow": 503,
  "cli/usage": 400,
  "pipeline/unlike-ids": 400,
  "pipeline/not-linked": 404,
};

/** A Fault of the API. */
export function apiFault(code: ApiFaultCode, message: string, advice?: string): Fault {
  return new Fault(code, message, advice === undefined ? {} : { advice });
}

/** The HTTP status for a fault with this code. */
export function statusOf(code: string): number {
  return API_FAULTS[code as ApiFaultCode] ?? OF_OTHERS[code] ?? 500;
}
