/** `chancery digest`: a story in sentences of its reports, word for word, each with its source. */
import { digestOf } from "../../../pipeline/index.ts";
import { digestJson } from "../../json/digest-json.ts";
import { withLinkedRecord } from "../linked-record.ts";
import type { GlobalOptions } from "../options.ts";
import { printable, wrap } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export interface DigestOptions extends GlobalOptions {
  readonly sentences?: number;
  readonly json?: boolean;
}

const SENTENCES = 5;

export async function digestCommand(id: string, options: DigestOptions, terminal: Terminal): Promise<number> {
  return await withLinkedRecord(options, terminal, async (record) => {
    const { story, sentences } = await digestOf(record, id, options.sentences ?? SENTENCES);
    if (options.json) {
      for (const sentence of sentences) await terminal.out(`${JSON.stringify(digestJson(sentence))}\n`);
      return 0;
    }
    const { paint, width } = terminal;
    await terminal.out(`${paint.bold(printable(story.title ?? story.id))}\n`);
    for (const { text, date, outlet, url, reportId, eventId } of sentences) {
      const source = [date, outlet ?? url, reportId.slice(0, 10), eventId?.slice(0, 10)]
        .flatMap((part) => (part == null ? [] : printable(part)))
        .join("  ");
      const words = wrap(printable(text), width - 2).map((line) => `  ${line}\n`);
      await terminal.out(`\n${words.join("")}  ${paint.dim(source)}\n`);
    }
    return 0;
  });
}
