/**
 * The options of the commands that read addresses: who asks, which networks may
 * be reached, what is taken of feeds and sites. The settings of the pipeline out.
 */
import { type Command, Option } from "commander";
import type { WebSettings } from "../../pipeline/types.ts";
import { firstDay, lastDay, wholeNumber } from "./options.ts";

export interface WebFlags {
  readonly contact?: string;
  readonly allowPrivateNetworks?: boolean;
  readonly feedOnly?: boolean;
  readonly site?: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
}

const CONTACT = new Option(
  "--contact <address>",
  "your mail address or web page; hosts that are asked see it",
).env("CHANCERY_CONTACT");
const PRIVATE = new Option("--allow-private-networks", "fetch from private networks, too").env(
  "CHANCERY_ALLOW_PRIVATE_NETWORKS",
);

/** Adds who asks and which networks may be reached. */
export function addNetwork(command: Command): Command {
  return command.addOption(CONTACT).addOption(PRIVATE);
}

/** Adds what is taken of the addresses of a `read`. */
export function addWebOptions(command: Command): Command {
  return addNetwork(command)
    .option("--feed-only", "take what feeds carry; fetch none of their pages")
    .option("--site", "read the reports that the sitemaps of the addresses' sites name")
    .option("--since <day>", "of feeds and sites: published or changed from this day on", firstDay)
    .option("--until <day>", "of feeds and sites: published up to this day, inclusive", lastDay)
    .option("--limit <count>", "of each feed or site at most so many reports", wholeNumber);
}

/** What the options ask for. */
export function webSettings(flags: WebFlags): WebSettings {
  const { contact, allowPrivateNetworks, feedOnly, site, since, until, limit } = flags;
  const given = { contact, allowPrivateNetworks, feedOnly, isSite: site, since, until, limit };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WebSettings;
}
