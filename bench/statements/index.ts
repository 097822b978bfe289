/**
 * How well statements are read, on gold: F1 of contents (quoted: direct and
 * mixed) at two overlaps, the share of right speakers, and what statements add
 * to the processor time of coding. Reports are read as `chancery code` reads them.
 *
 * `node bench/statements/index.ts` alone prints the figures with the known best
 * and the twenty worst causes. How the gold is read: ../shared/data/README.md.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openCodingTools } from "../../scripts/coding-tools.ts";
import { createCoder } from "../../src/coding/index.ts";
import type { Statement } from "../../src/coding/types.ts";
import { loadStatementKnowledge } from "../../src/knowledge/statement-knowledge.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { type GoldReport, overlap, readGold } from "./gold.ts";
import { figuresOf, GROUPS, groupOf, isRightSpeaker, pairsOf, type Tally, tallyContents } from "./score.ts";
import { isRightShape, readShapeCases } from "./shapes.ts";
import { isRightStance, readStanceCases } from "./stances.ts";

/** Files below the development data that the figures rest on. */
export const corpus = ["quotes/polnear-dev.jsonl.gz"];

const KNOWN: Readonly<Record<string, string>> = {
  "quoted-f1-0.3": "0.837 (published, other data)",
  "quoted-f1-0.8": "0.761 (published, other data)",
};

/** Reports read before the clock counts. */
const WARM_UP = 12;

type Causes = Map<string, number>;

/** The figures of the reading of statements. */
export async function measure({ data }: MeasureOptions): Promise<readonly Figure[]> {
  return (await measureAll(data)).figures;
}

async function measureAll(
  data: string,
): Promise<{ readonly figures: readonly Figure[]; readonly causes: Causes }> {
  const { coder: without, knowledge, language, openActors } = await openCodingTools();
  const coder = createCoder({ ...knowledge, statements: loadStatementKnowledge() });
  const causes: Causes = new Map();
  const tallies: Tally[] = [];
  const speakers = new Map<string, [number, number]>();
  let [tokens, microseconds] = [0, 0];
  const reports = readGold(data, "dev");
  // The first reports are read twice: what is timed is the reading, not the compiling of it.
  for (const [index, gold] of [...reports.slice(0, WARM_UP), ...reports].entries()) {
    const report = { text: gold.text, sections: [], datelines: [], day: gold.day };
    const [before] = timed(() => without.codeReport(report, language, openActors));
    const [cost, { statements, sentences }] = timed(() => coder.codeReport(report, language, openActors));
    // The gold gives no statements inside the words of others.
    const found = statements.filter(({ level }) => level === 0);
    if (index < WARM_UP) continue;
    microseconds += cost - before;
    tokens += sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    tallies.push(tallyContents(gold, found));
    for (const group of GROUPS) {
      const [right, all] = speakers.get(group) ?? [0, 0];
      const pairs = pairsOf(gold, found, group, 0.3);
      const good = pairs.filter(([one, two]) => isRightSpeaker(one, two.speaker)).length;
      speakers.set(group, [right + good, all + pairs.length]);
    }
    count(gold, found, causes);
  }
  const share = ([right, all]: readonly [number, number]) =>
    Math.round((1000 * right) / Math.max(1, all)) / 1000;
  const quoted = speakers.get("quoted")!;
  const indirect = speakers.get("indirect")!;
  const figures: Figure[] = Object.entries(figuresOf(tallies)).map(([name, value]) => ({
    name: `statements/${name}`,
    value,
    unit: "",
    higherIsBetter: true,
    ...(KNOWN[name] === undefined ? {} : { best: KNOWN[name] }),
  }));
  for (const half of ["dev", "held"] as const) {
    const rows = readStanceCases().filter((row) => row.half === half);
    const right = rows.filter((row) =>
      isRightStance(row, coder.codeReport(bare(row.text), language, openActors).statements),
    ).length;
    const value = share([right, rows.length]);
    figures.push({ name: `statements/stances-${half}`, value, unit: "", higherIsBetter: true });
  }
  for (const half of ["dev", "held"] as const) {
    const rows = readShapeCases().filter((row) => row.half === half);
    const right = rows.filter((row) => {
      const { statements } = coder.codeReport(bare(row.text), language, openActors);
      return isRightShape(
        row,
        statements.filter(({ level }) => level === 0),
      );
    }).length;
    const value = share([right, rows.length]);
    figures.push({ name: `statements/shapes-${half}`, value, unit: "", higherIsBetter: true });
  }
  const best = "0.86-0.87 (published, other data)";
  const told = (name: string, value: number) => ({ name, value, unit: "", higherIsBetter: true });
  figures.push(
    { ...told("statements/quoted-speaker", share(quoted)), best },
    told("statements/indirect-speaker", share(indirect)),
    told("statements/speaker", share([quoted[0] + indirect[0], quoted[1] + indirect[1]])),
    {
      name: "statements/microseconds-per-token",
      value: Math.round((10 * microseconds) / tokens) / 10,
      unit: "us",
      higherIsBetter: false,
      margin: 0.7,
    },
  );
  return { figures, causes };
}

/** A report that is one text, on the day by which our own cases are read. */
function bare(text: string) {
  return { text, sections: [], datelines: [], day: "2018-05-01" };
}

/** Processor time of the act in microseconds, and what it gives. */
function timed<T>(act: () => T): readonly [number, T] {
  const begun = process.threadCpuUsage();
  const given = act();
  const { user, system } = process.threadCpuUsage(begun);
  return [user + system, given];
}

/** Counts what went wrong, by kind, way and cue. */
function count(gold: GoldReport, found: readonly Statement[], causes: Causes): void {
  const add = (name: string) => causes.set(name, (causes.get(name) ?? 0) + 1);
  const cueOf = (spans: GoldReport["statements"][number]["cue"]) =>
    spans
      .map(({ start, end }) => gold.text.slice(start, end))
      .join(" ")
      .toLowerCase();
  for (const one of gold.statements) {
    const near = found.reduce((most, two) => Math.max(most, overlap(one.content, two.content)), 0);
    if (near < 0.3) add(`${one.kind} missed, cue "${cueOf(one.cue)}"`);
    else if (near < 0.8) add(`${one.kind} cut otherwise, cue "${cueOf(one.cue)}"`);
  }
  for (const two of found) {
    if (gold.statements.some((one) => overlap(one.content, two.content) >= 0.3)) continue;
    add(`${groupOf(two)} false, cue "${two.cue?.text.toLowerCase() ?? "none"}"`);
  }
  for (const group of GROUPS)
    for (const [one, two] of pairsOf(gold, found, group, 0.3))
      if (!isRightSpeaker(one, two.speaker))
        add(
          `${group} speaker ${two.speaker === null ? "missed" : one.source.length === 0 ? "for nobody" : "other"}`,
        );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));
  if (!existsSync(`${data}/${corpus[0]}`)) console.log("bench statements: skipped, ../shared/data is absent");
  else {
    const { figures, causes } = await measureAll(data);
    for (const { name, value, unit, best } of figures)
      console.log(name.padEnd(40), value, unit, best === undefined ? "" : `(known best ${best})`);
    console.log("\nThe twenty worst causes:");
    for (const [name, times] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, 20))
      console.log(String(times).padStart(5), name);
  }
}
