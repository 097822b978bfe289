/**
 * `chancery recode`: the stored reports coded again with the present rules,
 * models and actors, and what changed: added, removed and altered mentions.
 */
import { availableParallelism } from "node:os";
import { loadOntology } from "../../../knowledge/ontology.ts";
import { type Change, coderName, createPool, recode, STAGES } from "../../../pipeline/index.ts";
import { openRecord } from "../../../record/index.ts";
import type { MentionLine } from "../../../record/types.ts";
import { mentionJson } from "../../json/mention-json.ts";
import { EXIT } from "../exit-codes.ts";
import { type ActorsOptions, filterOf, type ListOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { counted, cut, printable } from "../show/printable.ts";
import { openProgress, stopOnSignal } from "../show/progress.ts";
import { eventName, factualityWord, partiesLine } from "../show/quads.ts";
import type { Terminal } from "../terminal.ts";

export interface RecodeOptions extends ListOptions, ActorsOptions {
  readonly dryRun?: boolean;
  readonly workers?: number;
}

const WINDOW_PER_WORKER = 8;

export async function recodeCommand(options: RecodeOptions, terminal: Terminal): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const record = await openRecord(options.record, { mustExist: true });
  const workers = options.workers ?? availableParallelism();
  const pool = createPool({ workers, stages: STAGES, coder: coderName(actors), actors });
  const stop = stopOnSignal(terminal);
  const progress = openProgress(terminal, options.json === true);
  const ontology = loadOntology();
  const json = (line: MentionLine | null) => line && mentionJson(line, ontology);
  try {
    const result = await recode({
      record,
      pool,
      filter: filterOf(options),
      dryRun: options.dryRun === true,
      window: workers * WINDOW_PER_WORKER,
      actors,
      signal: stop.signal,
      onChange: async (change) => {
        progress.end();
        const { kind, before, after, fields } = change;
        await terminal.out(
          options.json
            ? `${JSON.stringify({ change: kind, fields, before: json(before), after: json(after) })}\n`
            : changeText(change, terminal),
        );
      },
    });
    progress.end();
    const { reports, added, removed, altered, unchanged, failed, otherActors } = result;
    if (otherActors > 0)
      terminal.say(
        `${counted(otherActors, "report")} had been coded with other actors of your own; the difference shows that, too.\n`,
      );
    for (const { reportId, code, message } of failed)
      terminal.say(`${terminal.sayPaint.red("not coded")} ${reportId} ${code} ${printable(message)}\n`);
    const counts = { reports, added, removed, altered, unchanged, failed: failed.length };
    if (options.json)
      await terminal.out(`${JSON.stringify({ account: counts, dry_run: options.dryRun === true })}\n`);
    else
      await terminal.out(
        `${counted(reports, "report")} coded again: ${counted(added, "mention")} added, ${removed} removed, ${altered} altered, ` +
          `${unchanged} unchanged.${options.dryRun ? " Nothing was written (--dry-run)." : ""}\n`,
      );
    if (stop.signal.aborted) return EXIT.stopped;
    return failed.length > 0 ? EXIT.partly : EXIT.ok;
  } finally {
    progress.end();
    await pool.close();
    await record.close();
  }
}

function changeText({ kind, before, after, fields }: Change, { paint, width }: Terminal): string {
  const sign = { added: paint.green("+"), removed: paint.red("-"), altered: paint.yellow("~") }[kind];
  const line = after ?? before;
  if (line === null) return "";
  const words = (one: MentionLine) =>
    [
      one.mention.date ?? "no day",
      eventName(one.mention.event, one.mention.mode),
      factualityWord(one.mention),
      partiesLine(one.mention),
    ]
      .filter((part) => part !== "")
      .join(" ");
  const indent = "    ";
  const room = width - indent.length;
  const lines = [`${sign} ${printable(words(line))} ${paint.dim(line.id)}`];
  if (kind === "altered" && before !== null)
    lines.push(
      `${indent}${paint.dim(cut(`was ${printable(words(before))}; differs in ${fields.join(", ")}`, room))}`,
    );
  lines.push(`${indent}${cut(printable(line.text), room)}`);
  return `${lines.join("\n")}\n`;
}
