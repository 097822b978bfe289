/**
 * Sentences of the tables in, their mentions out, most confident first: the
 * whole chain from words to mentions, opened once.
 */
import { openCodingTools } from "../../scripts/coding-tools.ts";
import type { Mention } from "../../src/coding/types.ts";

/** Day on which the sentences of modality.tsv and events.tsv are read (cases/README.md). */
export const READ_ON = "2024-05-15";

export type CodeCase = (text: string, day?: string) => readonly Mention[];

/** The chain, ready to code one sentence as a report of its own. */
export async function openCases(): Promise<CodeCase> {
  const { coder, language, openActors } = await openCodingTools();
  return (text, day = READ_ON) => {
    const { mentions } = coder.codeReport({ text, sections: [], datelines: [], day }, language, openActors);
    return mentions.toSorted((a, b) => b.confidence - a.confidence);
  };
}

/** A mention on one line, for lists of misses. */
export function showMention(mention: Mention): string {
  const side = (list: Mention["actor"]) =>
    list.map((actor) => `${actor.code ?? "?"}:${actor.sector ?? "-"}`).join("+") || "-";
  const mode = mention.mode.length === 0 ? "" : `/${mention.mode.join("+")}`;
  return `${mention.event}${mode} ${mention.factuality} ${side(mention.actor)} > ${side(mention.recipient)}`;
}

/** Prints the misses by family, most frequent family first. */
export function printMisses(misses: readonly { readonly family: string; readonly line: string }[]): void {
  const families = Map.groupBy(misses, (miss) => miss.family);
  for (const [family, list] of [...families].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`\n${family}: ${list.length}`);
    for (const miss of list) console.log(`  ${miss.line}`);
  }
}
