/** `chancery ledgers`: enters what has changed into the ledgers, or with `--rebuild` everything anew. */
import { enterLedgers } from "../../../pipeline/index.ts";
import { openRecord } from "../../../record/index.ts";
import type { GlobalOptions } from "../options.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export async function ledgersCommand(
  options: GlobalOptions & { readonly rebuild?: boolean; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const { reports, entries } = await enterLedgers(record, options.rebuild === true);
    await terminal.out(
      options.json
        ? `${JSON.stringify({ reports, entries })}\n`
        : `${counted(reports, "report")} with clues looked at, ${entries === 1 ? "1 entry" : `${entries} entries`} made.\n`,
    );
    return 0;
  } finally {
    await record.close();
  }
}
