/** `chancery relink`: the whole record linked anew, as if all reports came in the order of their days. */
import { openRecord } from "../../../record/index.ts";
import { EXIT } from "../exit-codes.ts";
import { completeLinks } from "../linked-record.ts";
import type { GlobalOptions } from "../options.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export async function relinkCommand(options: GlobalOptions, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    await record.unlinkAll();
    const done = await completeLinks(record, terminal);
    if ((await record.unlinked()) > 0) return EXIT.stopped;
    const events = await record.countEvents({});
    const stories = await record.countStories({});
    terminal.say(
      `${counted(done, "report")} linked: ${counted(events, "event")}, ${stories === 1 ? "1 story" : `${stories} stories`}.\n`,
    );
    return EXIT.ok;
  } finally {
    await record.close();
  }
}
