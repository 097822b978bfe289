/**
 * Is it done, planned, possible, denied or long past? Measured on
 * cases/tables/modality.tsv: the event that a row asks for, its factuality and
 * the act that it is about. Run alone it prints the misses by family.
 */
import { type CodeCase, openCases, printMisses, showMention } from "../cases/code-cases.ts";
import { MODALITY_COLUMNS, type ModalityRow, readTable } from "../cases/read-table.ts";
import type { Figure } from "../types.ts";

interface Verdict {
  readonly row: ModalityRow;
  /** Some mention has the event. */
  readonly found: boolean;
  /** The most confident such mention has the factuality too. */
  readonly right: boolean;
  /** The event is coded as done although it is not. */
  readonly asDone: boolean;
  /** Whether the act that it is about is right; null where the row names none or the event is missed. */
  readonly content: boolean | null;
  readonly got: string;
}

/** The table that the figures rest on. */
export const corpus = ["cases/tables/modality.tsv"];

/** Accuracy of event and factuality over the table. */
export async function measure(): Promise<readonly Figure[]> {
  return figuresOf(await judgeAll());
}

async function judgeAll(): Promise<readonly Verdict[]> {
  const code = await openCases();
  return readTable("modality", MODALITY_COLUMNS).map((row) => judgeRow(row, code));
}

function judgeRow(row: ModalityRow, code: CodeCase): Verdict {
  const mentions = code(row.text);
  const events = row.event.split("|");
  const factualities = row.factuality.split("|");
  const best = mentions.find((mention) => events.includes(mention.event)) ?? null;
  const right =
    best !== null && events.some((event, i) => event === best.event && factualities[i] === best.factuality);
  return {
    row,
    found: best !== null,
    right,
    asDone: best?.factuality === "actual" && !factualities.includes("actual"),
    content: best === null || row.content_event === "-" ? null : best.content?.event === row.content_event,
    got: mentions.map(showMention).join("; ") || "nothing",
  };
}

function figuresOf(verdicts: readonly Verdict[]): Figure[] {
  const found = verdicts.filter((one) => one.found);
  const notDone = verdicts.filter((one) => !one.row.factuality.split("|").includes("actual"));
  const contents = verdicts.filter((one) => one.content !== null);
  return [
    share("modality/event-found", found.length, verdicts.length),
    share("modality/factuality-of-found", count(found, "right"), found.length),
    share("modality/event-and-factuality", count(verdicts, "right"), verdicts.length),
    { ...share("modality/coded-as-done", count(notDone, "asDone"), notDone.length), higherIsBetter: false },
    share("modality/content", count(contents, "content"), contents.length),
  ];
}

function count(verdicts: readonly Verdict[], key: "right" | "asDone" | "content"): number {
  return verdicts.filter((one) => one[key]).length;
}

function share(name: string, part: number, whole: number): Figure {
  return { name, value: whole === 0 ? 0 : part / whole, unit: "", higherIsBetter: true };
}

if (import.meta.main) {
  const verdicts = await judgeAll();
  const misses = verdicts.filter((one) => !one.right || one.content === false);
  printMisses(
    misses.map(({ row, got, right }) => ({
      family: row.family,
      line: `${row.id}${right ? " (content)" : ""}: ${row.text}\n      want ${row.event} ${row.factuality}${row.content_event === "-" ? "" : ` {${row.content_event}}`}; got ${got}`,
    })),
  );
  console.log();
  const tables = [
    ["family", (one: Verdict) => one.row.family],
    ["factuality", (one: Verdict) => one.row.factuality.split("|")[0]!],
  ] as const;
  for (const [name, key] of tables) {
    console.log(`by ${name}: rows, event found, event and factuality right`);
    for (const [group, list] of Map.groupBy(verdicts, key)) {
      const found = list.filter((one) => one.found).length;
      console.log(`  ${group.padEnd(14)} ${list.length}  ${found}  ${count(list, "right")}`);
    }
  }
  for (const figure of figuresOf(verdicts)) console.log(`${figure.name} ${figure.value.toFixed(3)}`);
}
