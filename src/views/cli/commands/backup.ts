/** `chancery backup` and `chancery restore`: the record into one file and back, with hashes that are checked. */
import { openRecord } from "../../../record/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { GlobalOptions } from "../options.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

type Options = GlobalOptions & { readonly json?: boolean };
type Sums = Awaited<ReturnType<Awaited<ReturnType<typeof openRecord>>["sums"]>>;

export async function backupCommand(file: string, options: Options, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const sums = await record.backup(file);
    await tell("backup", file, sums, options, terminal);
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

export async function restoreCommand(file: string, options: Options, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record);
  try {
    const sums = await record.restore(file);
    await tell("restore", file, sums, options, terminal);
    return EXIT.ok;
  } finally {
    await record.close();
  }
}

async function tell(
  what: "backup" | "restore",
  file: string,
  sums: Sums,
  options: Options,
  terminal: Terminal,
) {
  if (options.json) return await terminal.out(`${JSON.stringify({ [what]: file, tables: sums })}\n`);
  const { reports, mentions } = sums;
  const words = `${counted(reports.rows, "report")} and ${counted(mentions.rows, "mention")}`;
  await terminal.out(
    what === "backup"
      ? `${words} are in ${file}, each table with its hash.\nBring them back: chancery restore ${file} --record NEW\n`
      : `${words} of ${file} are in the record, every table as it was written.\n`,
  );
}
