/**
 * `chancery quarantine export` and `replay`: what is quarantined written out as
 * JSON Lines that `read` takes, or tried again from the record itself, wherever
 * it came from. What ends in another way now leaves the quarantine.
 */
import { coderName, createPool, readInto, STAGES } from "../../../pipeline/index.ts";
import type { SourceItem } from "../../../pipeline/types.ts";
import { type OpenRecord, openRecord } from "../../../record/index.ts";
import type { QuarantineLine } from "../../../record/types.ts";
import { accountJson, quarantineJson } from "../../json/report-json.ts";
import { notFound } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import type { ListOptions } from "../options.ts";
import { printable } from "../show/printable.ts";
import { stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";

const PAGE = 200;
const WINDOW = 4;

export async function quarantineExportCommand(
  ids: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    for (const line of await chosen(record, ids)) {
      const page = await record.quarantinedPage(line.id);
      const { id: quarantine_id, ...why } = quarantineJson(line);
      const content =
        page === null ? {} : { ...page.given, [page.kind === "html" ? "html" : "text"]: page.content };
      await terminal.out(`${JSON.stringify({ ...content, quarantine: { id: quarantine_id, ...why } })}\n`);
    }
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

export async function quarantineReplayCommand(
  ids: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const stop = stopOnSignal(terminal);
  const record = await openRecord(options.record, { mustExist: true });
  const pool = createPool({ workers: 1, stages: STAGES, coder: coderName() });
  try {
    const lines = await chosen(record, ids);
    if (lines.length === 0) {
      terminal.say("Nothing is quarantined.\n");
      return EXIT.ok;
    }
    const result = await readInto({
      record,
      pool,
      source: itemsOf(record, lines, terminal),
      names: lines.map(({ origin }) => origin),
      window: WINDOW,
      today: new Date().toISOString().slice(0, 10),
      signal: stop.signal,
    });
    const { read, stored, duplicate, refused, quarantined } = result.account;
    await terminal.out(
      options.json
        ? `${JSON.stringify({ run: result.run, account: accountJson(result.account) })}\n`
        : `Tried again ${read} = ${stored} stored + ${duplicate} duplicate + ${refused} refused + ${quarantined} quarantined\n`,
    );
    if (result.stopped) return EXIT.stopped;
    return quarantined > 0 || read < lines.length ? EXIT.partly : EXIT.ok;
  } finally {
    await pool.close();
    await record.close();
  }
}

/** The lines with these ids, or all.
 * @throws {@link Fault} `record/not-found` */
async function chosen(record: OpenRecord, ids: readonly string[]): Promise<QuarantineLine[]> {
  const lines: QuarantineLine[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<OpenRecord["listQuarantine"]>> = await record.listQuarantine({
      limit: PAGE,
      after,
    });
    lines.push(...page.lines);
    after = page.next;
  } while (after !== null);
  if (ids.length === 0) return lines;
  const wanted = lines.filter((line) => ids.some((id) => line.id.startsWith(id)));
  for (const id of ids)
    if (!wanted.some((line) => line.id.startsWith(id)))
      throw notFound(`Nothing is quarantined as ${id}.`, "See the list: chancery quarantine");
  return wanted;
}

async function* itemsOf(
  record: OpenRecord,
  lines: readonly QuarantineLine[],
  terminal: Terminal,
): AsyncGenerator<SourceItem> {
  for (const { id, origin } of lines) {
    const page = await record.quarantinedPage(id);
    if (page !== null) yield { kind: "page", page };
    else terminal.say(`${printable(origin)} is not kept in the record; read it again where it came from.\n`);
  }
}
