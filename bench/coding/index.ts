/**
 * How well events are coded, on gold: root of given pairs by cross-validation,
 * relations found without help, GSR end to end, quad classes and false events.
 *
 * `node bench/coding/index.ts` alone prints the figures with the known best and
 * the twenty worst causes. How the gold is read: ../shared/data/README.md.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { openCodingTools } from "../../scripts/coding-tools.ts";
import { loadOntology } from "../../src/knowledge/ontology.ts";
import { loadWordVectors } from "../../src/knowledge/word-vectors.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { calibrationCurve, calibrationError, type Judged, showCurve } from "./calibration.ts";
import { plvCases } from "./cases.ts";
import { judgeGsr, readGsr } from "./gsr.ts";
import { openHeldOut } from "./held-out.ts";
import { INDIA, policeTallies } from "./india.ts";
import { goldRows } from "./judgement-gold.ts";
import { isFalse, readCameo } from "./neutral.ts";
import { judgeRow, readPlv } from "./plv.ts";
import { crossValidate } from "./relation.ts";
import { spanScores } from "./spans.ts";

/** Files below the development data that the figures rest on. */
export const corpus = [
  "plover/plv-train.jsonl",
  "plover/plover-gsr-dev.jsonl",
  "plover/cameo-news.jsonl",
  "plover/cameo-manual-dev.jsonl",
  INDIA,
];

type Tools = Awaited<ReturnType<typeof openCodingTools>>;
type Causes = Map<string, number>;

/** The figures of the coding room. */
export async function measure({ data, short }: MeasureOptions): Promise<readonly Figure[]> {
  return (await measureAll(data, short)).figures;
}

async function measureAll(
  data: string,
  short: boolean,
): Promise<{ readonly figures: readonly Figure[]; readonly causes: Causes }> {
  const tools = await openHeldOut(data);
  const causes: Causes = new Map();
  const figures = [
    ...relations(data, tools, causes),
    ...sureness(tools.judged),
    ...found(data, tools, causes),
    ...records(data, tools, causes),
    ...quads(data, tools, causes),
    ...spans(data, tools),
    ...police(data, tools, short, causes),
  ];
  return { figures, causes };
}

function relations(data: string, tools: Tools, causes: Causes): Figure[] {
  const scores = crossValidate(plvCases(data, tools), loadWordVectors());
  console.log(`Relations:\n${showCurve(scores.curve)}\n`);
  for (const [name, count] of scores.confusions) add(causes, `relation: ${name}`, count);
  const error = calibrationError(scores.curve);
  return [
    share("coding/plv-root-accuracy", scores.accuracy, "0.836 (RoBERTa-large NLI, GPU); linear model 0.714"),
    share("coding/plv-root-macro-f1", scores.macroF1, "0.818 (RoBERTa-large NLI, GPU)"),
    { name: "coding/plv-calibration-error", value: round(error), unit: "", higherIsBetter: false },
  ];
}

/** Whether the confidence of mentions means how often they are right. */
function sureness(judged: readonly Judged[]): Figure[] {
  const curve = calibrationCurve(judged);
  console.log(`Mentions:\n${showCurve(curve)}\n`);
  const error = round(calibrationError(curve));
  return [{ name: "coding/mentions-calibration-error", value: error, unit: "", higherIsBetter: false }];
}

function found(data: string, tools: Tools, causes: Causes): Figure[] {
  const rows = readPlv(data);
  let right = 0;
  let mentions = 0;
  for (const row of rows) {
    const coded = tools.codeText(row.text);
    mentions += coded.mentions.length;
    const verdict = judgeRow(row, coded.mentions);
    if (verdict === "right") right++;
    else add(causes, `plv ${row.event}: ${verdict}`, 1);
  }
  return [
    share("coding/plv-found-with-both-parties", right / rows.length),
    {
      name: "coding/plv-mentions-per-sentence",
      value: round(mentions / rows.length),
      unit: "mentions",
      higherIsBetter: false,
    },
  ];
}

function records(data: string, tools: Tools, causes: Causes): Figure[] {
  const tally = new Map<string, [number, number]>();
  for (const row of readGsr(data)) {
    const verdict = judgeGsr(row, tools.codeText(row.text).mentions);
    for (const [name, value] of Object.entries(verdict)) {
      if (value === null) continue;
      const entry = tally.get(name) ?? [0, 0];
      tally.set(name, [entry[0] + (value ? 1 : 0), entry[1] + 1]);
    }
    if (!verdict.type) add(causes, `gsr ${row.event}: type`, 1);
    else if (!verdict.whole) add(causes, `gsr ${row.event}: countries`, 1);
  }
  const best: Readonly<Record<string, string>> = { whole: "0.23 (UniversalPetrarch)" };
  const names: Readonly<Record<string, string>> = {
    type: "type",
    actor: "actor-country",
    recipient: "recipient-country",
    sector: "sector",
    mode: "mode",
    whole: "type-and-countries",
  };
  return [...tally].map(([name, [right, all]]) =>
    share(`coding/gsr-${names[name]}`, right / all, best[name]),
  );
}

function quads(data: string, tools: Tools, causes: Causes): Figure[] {
  const ontology = loadOntology();
  return (["cameo-news", "cameo-manual-dev"] as const).flatMap((name) => {
    let [neutral, wrong, told, right] = [0, 0, 0, 0];
    for (const row of readCameo(data, name)) {
      const { mentions } = tools.codeText(row.text);
      if (row.quad === 0) {
        neutral++;
        if (!isFalse(mentions)) continue;
        wrong++;
        add(causes, `${name} neutral: ${mentions.find((one) => one.event !== "REQUEST")!.rule}`, 1);
      } else {
        told++;
        if (mentions[0] !== undefined && ontology.quad(mentions[0].event) === row.quad) right++;
        else
          add(
            causes,
            `${name} quad ${row.quad}: ${mentions[0] === undefined ? "silent" : mentions[0].event}`,
            1,
          );
      }
    }
    return [
      share(`coding/${name}-quad`, right / told),
      { ...share(`coding/${name}-false-on-neutral`, wrong / neutral), higherIsBetter: false },
    ];
  });
}

function spans(data: string, tools: Tools): Figure[] {
  const rows = goldRows(data);
  return (["cameo-news", "cameo-manual-dev"] as const).flatMap((name) => {
    const texts = new Set(readCameo(data, name).map((row) => row.text));
    const own = rows.filter((row) => row.set === "cameo" && texts.has(row.text));
    const { source, target } = spanScores(own, (text) => tools.codeText(text).mentions);
    return [share(`coding/${name}-source-f1`, source), share(`coding/${name}-target-f1`, target)];
  });
}

function police(data: string, tools: Tools, short: boolean, causes: Causes): Figure[] {
  const end = short ? "-short" : "";
  return [...policeTallies(data, tools.codeText, short)].flatMap(([label, { gold, own, right }]) => {
    add(causes, `india ${label}: silent`, gold - right);
    add(causes, `india ${label}: false`, own - right);
    const name = `coding/india-${label.toLowerCase()}`;
    return [share(`${name}-recall${end}`, right / gold), share(`${name}-precision${end}`, right / own)];
  });
}

function add(causes: Causes, name: string, count: number): void {
  causes.set(name, (causes.get(name) ?? 0) + count);
}

function share(name: string, value: number, best?: string): Figure {
  return {
    name,
    value: round(value),
    unit: "",
    higherIsBetter: true,
    ...(best === undefined ? {} : { best }),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));
  if (!existsSync(`${data}/${corpus[0]}`)) console.log("bench coding: skipped, ../shared/data is absent");
  else {
    const { figures, causes } = await measureAll(data, false);
    for (const { name, value, unit, best } of figures)
      console.log(name.padEnd(40), value, unit, best === undefined ? "" : `(known best ${best})`);
    console.log("\nThe twenty worst causes:");
    for (const [name, count] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, 20))
      console.log(String(count).padStart(5), name);
  }
}
