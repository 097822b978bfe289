/** The record with all its links: what is still to be linked is linked first, with a line that shows how it gets on. */
import { enterLedgers, linkRecord } from "../../pipeline/index.ts";
import { type OpenRecord, openRecord } from "../../record/index.ts";
import { letHeapsGrow } from "./heap.ts";
import type { GlobalOptions } from "./options.ts";
import { openProgress, stopOnSignal } from "./show/progress.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `act` with the record of the options. */
export async function withLinkedRecord(
  options: GlobalOptions,
  terminal: Terminal,
  act: (record: OpenRecord) => Promise<number>,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    await completeLinks(record, terminal);
    return await act(record);
  } finally {
    await record.close();
  }
}

/** Links what is left to do and enters the ledgers anew where stories changed; the number of reports that it did. */
export async function completeLinks(record: OpenRecord, terminal: Terminal): Promise<number> {
  const left = await record.unlinked();
  if (left === 0) return 0;
  const stop = stopOnSignal(terminal);
  const progress = openProgress(terminal, false);
  letHeapsGrow();
  try {
    const done = await linkRecord(record, {
      signal: stop.signal,
      onProgress: (told) => progress.tell(`linking: ${told.done} reports, ${told.left} left`),
    });
    if (!stop.signal.aborted) await enterLedgers(record);
    return done;
  } finally {
    progress.end();
  }
}
