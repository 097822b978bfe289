/** `chancery watch add`, `remove` and `list`: the feeds that `chancery watch` polls, kept in the record. */
import { checkedAddress } from "../../../pipeline/index.ts";
import { openRecord } from "../../../record/index.ts";
import type { FeedLine } from "../../../record/types.ts";
import { feedJson } from "../../json/feed-json.ts";
import { notFound } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import { eachLine, sayMore } from "../lists.ts";
import type { ListOptions } from "../options.ts";
import { counted, printable } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";
import type { WebFlags } from "../web-options.ts";

export async function watchAddCommand(
  urls: readonly string[],
  options: ListOptions & WebFlags,
  terminal: Terminal,
): Promise<number> {
  // All are looked at before any is added.
  const feeds = urls.map((url) => checkedAddress(url, options.allowPrivateNetworks === true));
  const record = await openRecord(options.record);
  try {
    for (const url of feeds) {
      const isNew = await record.addFeed(url, options.feedOnly === true);
      if (options.json) await terminal.out(`${JSON.stringify({ url, added: isNew })}\n`);
      else terminal.say(`${isNew ? "Added" : "On the list already"}: ${printable(url)}\n`);
    }
    if (!options.json) terminal.say("Poll them: chancery watch\n");
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

export async function watchRemoveCommand(
  urls: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    for (const url of urls) {
      const removed = (await record.removeFeed(url)) || (await record.removeFeed(hrefOf(url)));
      if (!removed) throw notFound(`${url} is not on the list.`, "See the list: chancery watch list");
      if (options.json) await terminal.out(`${JSON.stringify({ url, removed })}\n`);
      else terminal.say(`Removed: ${printable(url)}. Its reports stay.\n`);
    }
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

function hrefOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

export async function watchListCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  const { paint } = terminal;
  try {
    const listed = await eachLine(
      options,
      (request) => record.listFeeds(request),
      async (line) => {
        if (options.json) return await terminal.out(`${JSON.stringify(feedJson(line))}\n`);
        const moved = line.address === line.url ? "" : `  now at ${printable(line.address)}\n`;
        await terminal.out(`${paint.bold(printable(line.url))}\n${moved}  ${stateOf(line, terminal)}\n`);
      },
    );
    if (listed.count === 0 && !options.json)
      terminal.say("No feed is watched. Add one: chancery watch add https://example.org/feed\n");
    sayMore(terminal, listed);
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

function stateOf(line: FeedLine, { paint }: Terminal): string {
  const { polledAt, dueAt, failures, isGone, fault } = line;
  if (isGone) return paint.red("gone for good; it is not asked any more");
  const what = line.isFeedOnly ? ", without its pages" : "";
  if (polledAt === null) return `not asked yet${what}`;
  const next = `asked ${minute(polledAt)}, next ${minute(dueAt)}${what}`;
  if (fault === null) return next;
  return `${next}\n  ${paint.yellow(fault.code)} ${counted(failures, "failure")} in a row: ${printable(fault.message)}`;
}

function minute(moment: string): string {
  return `${moment.slice(0, 16).replace("T", " ")} UTC`;
}
