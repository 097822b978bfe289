/** `chancery forget`: reports out of the record, with all that rests on them alone. */
import { enterLedgers, joinStatements } from "../../../pipeline/index.ts";
import { openRecord } from "../../../record/index.ts";
import { notFound, usageFault } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import { completeLinks } from "../linked-record.ts";
import type { GlobalOptions } from "../options.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export async function forgetCommand(
  ids: readonly string[],
  options: GlobalOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const found: string[] = [];
    for (const id of ids) {
      const [first, ...more] = await record.findReports(id);
      if (first === undefined)
        throw notFound(
          `The record has no report ${id}. Nothing was forgotten.`,
          "See them with `chancery reports`.",
        );
      if (more.length > 0 && first !== id)
        throw usageFault(
          `${id} can mean several reports: ${[first, ...more].join(", ")}. Nothing was forgotten.`,
          "Give the whole id of each that is to go.",
        );
      found.push(first);
    }
    for (const id of new Set(found)) {
      const gone = await record.forget(id);
      if (gone === null) continue;
      const { mentions, statements, sentences, nowCurrent } = gone;
      const line = options.json
        ? JSON.stringify({ forgotten: id, mentions, statements, sentences, now_current: nowCurrent })
        : `Forgotten: ${id} with ${counted(mentions, "mention")}, ${counted(statements, "statement")} and ${counted(sentences, "sentence")}.${
            nowCurrent === null ? "" : ` Its older version ${nowCurrent} is current again.`
          }`;
      await terminal.out(`${line}\n`);
    }
    await joinStatements(record);
    await completeLinks(record, terminal);
    await enterLedgers(record);
    return EXIT.ok;
  } finally {
    await record.close();
  }
}
