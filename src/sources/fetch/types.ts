/** URLs in, fetched pages or refusals out; what the fetcher asks of the world (names, clock, one request) is an argument. */
import type { Refusal } from "../../base/types.ts";
import type { SourcesFaultCode } from "../faults.ts";

/** Time as the fetcher sees it; tests run simulated days. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Ends after `ms`, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Address {
  readonly address: string;
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

export interface FetchLimits {
  /** Bytes of a body as sent. */
  readonly wireBytes: number;
  /** Bytes of a body after unpacking. */
  readonly unpackedBytes: number;
  /** From the look-up of the name to the open connection, milliseconds. */
  readonly connectMs: number;
  /** All time on the network for one page, redirects included, milliseconds. */
  readonly totalMs: number;
  readonly redirects: number;
  /** Tries for one page where the host asks to wait or fails. */
  readonly tries: number;
  /** Longest wait inside one call, milliseconds; a longer one is refused with the moment to come again. */
  readonly patienceMs: number;
  /** Shortest time between the starts of two requests to one host, milliseconds. */
  readonly intervalMs: number;
}

export interface FetcherOptions {
  /** URL or mail address of who runs this: it stands in the User-Agent of every request. */
  readonly contact: string;
  /** Reads hosts of private networks too (default false). */
  readonly allowPrivateNetworks?: boolean;
  /** Follows robots.txt (default true). */
  readonly robots?: boolean;
  readonly limits?: Partial<FetchLimits>;
  readonly clock?: Clock;
  readonly resolve?: Resolve;
  /** One request without redirects (default: over undici). */
  readonly send?: Send;
}

export interface FetchCall {
  /** ETag of the copy at hand, for a conditional request. */
  readonly etag?: string | null;
  /** Last-Modified of the copy at hand. */
  readonly lastModified?: string | null;
  readonly signal?: AbortSignal;
}

/** What one request sends. */
export interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What is left of the time for this page, milliseconds. */
  readonly totalMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What one request brings: header names in lower case, the body unpacked. */
export interface HopAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Send = (hop: Hop) => Promise<FetchOutcome<HopAnswer>>;

/** A page as it came over the network. */
export interface FetchedPage {
  /** The address asked for, without user and password. */
  readonly url: string;
  /** The address that answered. */
  readonly finalUrl: string;
  /** The new address where every redirect was a permanent one; null where there was none such. */
  readonly movedTo: string | null;
  readonly status: number;
  /** True where the copy at hand still stands (304); `body` is empty then. */
  readonly notModified: boolean;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Unpacked. */
  readonly body: Buffer;
  /** Moment of the answer, ISO 8601 UTC. */
  readonly fetchedAt: string;
}

export interface FetchRefusal extends Refusal {
  readonly code: SourcesFaultCode;
  /** True where the same may work later. */
  readonly passing: boolean;
  /** Moment before which the host does not want to be asked, milliseconds since 1970; null where it named none. */
  readonly againAtMs: number | null;
  /** Status of the answer; null where there was none. */
  readonly status: number | null;
}

export type FetchOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: FetchRefusal };

export interface Fetcher {
  /** The page at the address, or why there is none. Hosts are asked one request at a time and a second. */
  fetchPage(url: string, call?: FetchCall): Promise<FetchOutcome<FetchedPage>>;
  /** Addresses of sitemaps that the host's robots.txt names. */
  sitemapsOf(url: string, signal?: AbortSignal): Promise<readonly string[]>;
}
