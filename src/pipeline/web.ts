/**
 * How addresses are read, put together: a fetcher that is made when the first
 * address comes, and parsers of feeds and sitemaps that run in the pool's
 * workers, so that nothing a host sends is parsed in the main thread.
 */
import { Fault, refuse } from "../base/index.ts";
import { checkUrl } from "../sources/index.ts";
import type { Fetcher, Parsers, WebOptions } from "../sources/types.ts";
import type { Pool } from "./pool.ts";
import type { Task } from "./tasks.ts";

/** What a user decides about the network. */
export interface WebSettings extends Omit<WebOptions, "fetcher" | "parsers"> {
  /** URL or mail address of who runs this: hosts see it in every request. Without it no address is fetched. */
  readonly contact?: string | undefined;
  /** Reads hosts of private networks too (default false). */
  readonly allowPrivateNetworks?: boolean | undefined;
  /** A fetcher of the caller's own instead of one made of the two above. */
  readonly ownFetcher?: Fetcher | undefined;
}

/** The options for the sources: one fetcher for all of them, so that hosts have their turns. */
export function webOptions(settings: WebSettings, pool: Pool): WebOptions {
  const { contact, allowPrivateNetworks, ownFetcher, ...rest } = settings;
  let fetcher: Promise<Fetcher> | null = null;
  const open = () => openFetcher({ contact, allowPrivateNetworks, ownFetcher });
  return { ...rest, fetcher: () => (fetcher ??= open()), parsers: parsersIn(pool) };
}

/** A fetcher as the settings want it.
 * @throws {@link Fault} `sources/no-contact` where no contact is given */
export async function openFetcher(
  settings: Pick<WebSettings, "contact" | "allowPrivateNetworks" | "ownFetcher">,
): Promise<Fetcher> {
  const { contact = "", allowPrivateNetworks = false, ownFetcher } = settings;
  if (ownFetcher !== undefined) return ownFetcher;
  if (contact.trim() === "")
    throw new Fault(
      "sources/no-contact",
      "Addresses are fetched under a name that hosts can answer to; none is given.",
      {
        advice: "Add --contact with your mail address or web page, or set CHANCERY_CONTACT.",
      },
    );
  // Loaded here, for whoever reads only files needs no network.
  const { createFetcher } = await import("../sources/fetch/create-fetcher.ts");
  return createFetcher({ contact, allowPrivateNetworks });
}

/** The address as it is kept: whole, without user, password and fragment.
 * @throws {@link Fault} with the code of the sources room where it may not be fetched */
export function checkedAddress(given: string, allowPrivateNetworks: boolean): string {
  const url = checkUrl(given, allowPrivateNetworks);
  if (url.ok) return url.value.href;
  const { code, message, advice } = url.refusal;
  throw new Fault(code, message, advice === undefined ? {} : { advice });
}

/** Parsers that run in the workers of the pool. */
export function parsersIn(pool: Pool): Parsers {
  return {
    feed: (sent) => parsed(pool, { kind: "feed", sent }, sent.url),
    sitemap: (sent) => parsed(pool, { kind: "sitemap", sent }, sent.url),
  };
}

async function parsed<T extends Extract<Task, { kind: "feed" | "sitemap" }>>(
  pool: Pool,
  task: T,
  url: string,
) {
  const done = await pool.run(task);
  if (done.ok) return done.answer;
  const code = task.kind === "feed" ? "sources/bad-feed" : "sources/bad-sitemap";
  return refuse<never>(code, `${url} could not be parsed: ${done.message}`);
}
