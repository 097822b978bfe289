/**
 * Runs every bench/NAME/index.ts and holds its figures against bench/floors.json.
 *
 * `--only NAME` one folder; `--short` samples for the continuous check;
 * `--update` raises floors; `--allow-regression ID` with it lets them fall by
 * decision ID. Failures stand first. Exits 1 where a figure is below its floor
 * or a bench breaks; where the development data is absent it says so and skips.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Floors, readFloors, showFigure } from "../scripts/checks/figures.ts";
import { ROOT } from "../scripts/checks/finding.ts";
import { type Judged, judge, type Occasion, raiseFloors } from "./judge.ts";
import type { Bench } from "./types.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    short: { type: "boolean", default: false },
    update: { type: "boolean", default: false },
    "allow-regression": { type: "string" },
  },
});
const DATA = resolve(ROOT, "../shared/data");
const decision = options["allow-regression"] ?? null;
if (decision !== null && globSync(`docs/decisions/${decision}-*.md`, { cwd: ROOT }).length === 0) {
  console.error(`bench: no decision ${decision} in docs/decisions`);
  process.exit(1);
}

const names = globSync("bench/*/index.ts", { cwd: ROOT })
  .map((path) => path.split(/[\\/]/)[1]!)
  .filter((name) => options.only === undefined || name === options.only)
  .sort();
let floors: Floors = readFloors(ROOT);
const judged: Judged[] = [];
let broken = names.length === 0 ? 1 : 0;
if (names.length === 0) console.error(`bench: nothing called ${options.only ?? "bench/*/index.ts"}`);

for (const name of names) {
  try {
    const bench = (await import(`${ROOT}/bench/${name}/index.ts`)) as Bench;
    const absent = (bench.corpus ?? []).filter((path) => !existsSync(located(path)));
    if (absent.length > 0) {
      console.log(`bench ${name}: skipped, ../shared/data/${absent[0]} is absent`);
      continue;
    }
    const occasion = occasionOf(bench.corpus ?? []);
    const figures = await bench.measure({ data: DATA, short: options.short });
    judged.push(...figures.map((figure) => judge(figure, floors, occasion)));
    if (options.update) floors = raiseFloors(floors, figures, occasion, decision);
  } catch (error) {
    broken++;
    console.error(`bench ${name}: broke`, error);
  }
}

judged.sort((a, b) => Number(b.verdict === "below floor") - Number(a.verdict === "below floor"));
printTable(judged);
if (options.update) writeFileSync(`${ROOT}/bench/floors.json`, `${JSON.stringify(floors, null, 2)}\n`);
const below = judged.filter((each) => each.verdict === "below floor").length;
console.log(`bench: ${judged.length} figures, ${below} below their floor, ${broken} broken`);
process.exitCode = broken > 0 || (below > 0 && decision === null) ? 1 : 0;

/** Where a file of a corpus lies: in the tree, or in the development data. */
function located(path: string): string {
  return existsSync(`${ROOT}/${path}`) ? `${ROOT}/${path}` : `${DATA}/${path}`;
}

function occasionOf(corpus: readonly string[]): Occasion {
  const hash = createHash("sha256");
  for (const path of corpus) hash.update(readFileSync(located(path)));
  const processors = cpus();
  return {
    corpus: corpus.length === 0 ? "" : hash.digest("hex").slice(0, 16),
    date: new Date().toISOString().slice(0, 10),
    machine: `${processors[0]?.model.trim() ?? "unknown"} x${processors.length}`,
  };
}

function printTable(rows: readonly Judged[]): void {
  const cells = rows.map(({ figure, floor, verdict }) => [
    figure.name,
    showFigure(figure.value, figure.unit),
    figure.best ?? "",
    floor === null ? "" : showFigure(floor.value, floor.unit),
    verdict,
  ]);
  const table = [["figure", "value", "known best", "floor", "verdict"], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
  }
}
