/**
 * How well ledgers come out of cases/stories, through the whole pipeline: fields
 * and life steps right, entries too many, and the same result in any order.
 *
 * `node bench/ledgers/index.ts` alone prints what is missed, of the blind histories
 * figures only.
 */
import { fileURLToPath } from "node:url";
import { loadLedgerKnowledge } from "../../src/knowledge/ledgers.ts";
import { loadLinkingKnowledge } from "../../src/knowledge/linking.ts";
import { ledgerTools } from "../../src/linking/ledgers/index.ts";
import type { Figure } from "../types.ts";
import { compareHistory, emptyTally, type Miss, type Tally } from "./compare.ts";
import { toGoldForm } from "./gold.ts";
import { type History, ledgerMaker, readHistories } from "./histories.ts";
import { type Kinds, showKinds } from "./kinds.ts";

/** The figures of the ledgers. */
export async function measure(): Promise<readonly Figure[]> {
  return (await measureAll()).figures;
}

async function measureAll(): Promise<{
  readonly figures: readonly Figure[];
  readonly misses: readonly Miss[];
  readonly kinds: Readonly<Record<"read" | "blind", Kinds>>;
}> {
  const histories = await readHistories();
  const make = ledgerMaker();
  const { stemsOf } = ledgerTools(loadLedgerKnowledge(), loadLinkingKnowledge());
  const tallies = {
    dev: emptyTally(),
    held: emptyTally(),
    opened: emptyTally(),
    blind: emptyTally(),
    read: emptyTally(),
    all: emptyTally(),
  };
  const misses: Miss[] = [];
  let inOrder = 0;
  for (const { slug, half, gold, reports } of histories) {
    const entries = await make(reports);
    const found = entries.map(toGoldForm);
    const own = compareHistory(slug, gold, found, stemsOf, tallies[half]);
    compareHistory(slug, gold, found, stemsOf, tallies.all);
    if (half !== "blind") {
      misses.push(...own);
      compareHistory(slug, gold, found, stemsOf, tallies.read);
    }
    const others = await Promise.all([[...reports].reverse(), rotated(reports)].map(make));
    if (others.every((other) => JSON.stringify(other) === JSON.stringify(entries))) inOrder++;
  }
  const together = emptyTally();
  await measureTogether(histories, make, stemsOf, together);
  return {
    figures: [
      ...figuresOf("", tallies.all),
      ...figuresOf("read-", tallies.read),
      ...figuresOf("dev-", tallies.dev),
      ...figuresOf("held-", tallies.held),
      ...figuresOf("opened-", tallies.opened),
      ...figuresOf("blind-", tallies.blind),
      ...figuresOf("one-record-", together),
      figure("same-in-any-order", inOrder / histories.length),
    ],
    misses,
    kinds: { read: tallies.read.kinds, blind: tallies.blind.kinds },
  };
}

/** All histories in one record: each entry counts for the history that its reports are of. */
async function measureTogether(
  histories: readonly History[],
  make: ReturnType<typeof ledgerMaker>,
  stemsOf: (words: string) => readonly string[],
  tally: Tally,
): Promise<void> {
  const entries = await make(histories.flatMap(({ reports }) => reports));
  for (const { slug, gold } of histories) {
    const own = entries.filter(({ reports }) => reports.some((id) => id.startsWith(`${slug}/`)));
    compareHistory(slug, gold, own.map(toGoldForm), stemsOf, tally);
  }
}

function rotated<T>(list: readonly T[]): T[] {
  return [...list.slice(1), ...list.slice(0, 1)];
}

function figuresOf(prefix: string, tally: Tally): Figure[] {
  const { stepsRight, stepsGold, stepsFound, entriesPaired, entriesFound } = tally;
  return [
    figure(`${prefix}fields-right`, tally.fieldsRight / tally.fieldsAll),
    figure(`${prefix}steps-right`, stepsRight / stepsGold),
    figure(`${prefix}steps-f1`, (2 * stepsRight) / (stepsGold + stepsFound)),
    figure(`${prefix}entries-found`, entriesPaired / tally.entriesGold),
    figure(`${prefix}entries-precision`, entriesPaired / Math.max(1, entriesFound)),
    figure(`${prefix}reports-of-steps`, tally.reportsRight / Math.max(1, stepsRight)),
  ];
}

function figure(name: string, value: number): Figure {
  return { name: `ledgers/${name}`, value: Math.round(value * 1000) / 1000, unit: "", higherIsBetter: true };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { figures, misses, kinds } = await measureAll();
  for (const { where, what } of misses) console.log(where.padEnd(40), what);
  console.log(showKinds("misses of histories that are read", kinds.read));
  console.log(showKinds("misses of blind histories", kinds.blind));
  for (const { name, value } of figures) console.log(name.padEnd(40), value);
}
