/**
 * Time expressions against gold: spans found (overlap F1) and values right
 * (F1 over overlapping pairs, as in TempEval-3). Run alone with
 * `node bench/times/index.ts`; `--errors` lists what went wrong, `--tags` and
 * `--plain` do without the tree and without any analysis.
 */
import { compileCalendar, readAllTimes, readTimesOfText } from "../../src/coding/times/index.ts";
import type { TimeExpression } from "../../src/coding/types.ts";
import { loadCalendar } from "../../src/knowledge/calendar.ts";
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { createLanguage } from "../../src/language/index.ts";
import type { Language, Sentence } from "../../src/language/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { type GoldReport, type GoldTime, readGum, readMeantime } from "./gold.ts";

/** Files below the development data that the figures rest on. */
export const corpus = ["time/gum-dev.jsonl.gz", "time/meantime-dev.jsonl.gz"];

const BEST = "0.776 (HeidelTime, TempEval-3; chrono-node 0.428)";
const calendar = compileCalendar(loadCalendar());

/** The language room over the shipped models, or null where there are none yet. */
function languageOrNull(): Language | null {
  try {
    return createLanguage(loadLanguageModels());
  } catch {
    return null;
  }
}

function read(report: GoldReport, language: Language | null, parse: boolean): TimeExpression[] {
  const anchor = { day: report.day, kind: "published" } as const;
  if (language === null) {
    return report.sentences.flatMap(({ start, end }) =>
      readTimesOfText(report.text.slice(start, end), anchor, calendar, start),
    );
  }
  const sentences = report.sentences.flatMap(({ start, end }) =>
    language.split(report.text.slice(start, end)).map((sentence) => {
      const analysed = parse ? language.parse(sentence) : language.tag(sentence);
      return moved(analysed, start);
    }),
  );
  return readAllTimes(sentences, () => anchor, calendar).flat();
}

function moved(sentence: Sentence, by: number): Sentence {
  const tokens = sentence.tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }));
  return { ...sentence, start: sentence.start + by, end: sentence.end + by, tokens };
}

interface Tally {
  gold: number;
  read: number;
  matched: number;
  goldValues: number;
  readValues: number;
  right: number;
  errors: string[];
}

function score(reports: readonly GoldReport[], language: Language | null, parse: boolean): Tally {
  const tally: Tally = { gold: 0, read: 0, matched: 0, goldValues: 0, readValues: 0, right: 0, errors: [] };
  for (const report of reports) {
    const times = read(report, language, parse);
    const used = new Set<GoldTime>();
    for (const time of times) {
      const gold = report.times.find(
        (each) => !used.has(each) && each.start < time.end && time.start < each.end,
      );
      const neutral =
        !report.marksLengths && (time.day === null || time.type === "DURATION" || time.type === "SET");
      if (gold === undefined) {
        if (neutral) continue;
        tally.read += 1;
        tally.readValues += 1;
        tally.errors.push(
          `${report.id} ${report.day} EXTRA "${time.text}" ${time.value} ${time.rule} | ${around(report, time)}`,
        );
        continue;
      }
      used.add(gold);
      tally.read += 1;
      tally.matched += 1;
      if (gold.value === null && gold.days === null) continue;
      tally.readValues += 1;
      if (isRight(time, gold)) tally.right += 1;
      else
        tally.errors.push(
          `${report.id} ${report.day} VALUE "${time.text}" ${time.value} gold "${gold.text}" ${gold.value ?? JSON.stringify(gold.days)} ${time.rule} | ${around(report, time)}`,
        );
    }
    tally.gold += report.times.length;
    tally.goldValues += report.times.filter(({ value, days }) => value !== null || days !== null).length;
    for (const gold of report.times) {
      if (!used.has(gold))
        tally.errors.push(
          `${report.id} ${report.day} MISSED "${gold.text}" ${gold.value} | ${around(report, gold)}`,
        );
    }
  }
  return tally;
}

function around({ text }: GoldReport, { start, end }: { start: number; end: number }): string {
  return text.slice(Math.max(0, start - 40), end + 30).replaceAll("\n", "/");
}

function isRight(time: TimeExpression, gold: GoldTime): boolean {
  if (gold.value !== null) {
    if (time.value === gold.value || time.value === gold.value.replace(/:00$/, "")) return true;
    return time.day === gold.value && time.endDay === gold.value;
  }
  const { day, endDay } = gold.days!;
  return (time.day?.startsWith(day) ?? false) && (time.endDay?.startsWith(endDay) ?? false);
}

const f1 = (right: number, read: number, gold: number) =>
  read + gold === 0 ? 0 : (2 * right) / (read + gold);

const has = (flag: string) => process.argv.includes(flag);

/** Span and value F1 on the development sets; nothing where the data are absent. */
export async function measure(_options?: MeasureOptions): Promise<Figure[]> {
  const language = has("--plain") ? null : languageOrNull();
  const sets: [string, GoldReport[]][] = [
    ["gum", readGum()],
    ["meantime", readMeantime()],
  ];
  const figures: Figure[] = [];
  for (const [name, reports] of sets) {
    if (reports.length === 0) {
      console.error(`times: ../shared/data/time/${name}-dev is absent, not measured`);
      continue;
    }
    const tally = score(reports, language, !has("--tags"));
    if (has("--errors")) for (const error of tally.errors) console.log(error);
    const entry = (what: string, value: number, best: string): Figure => {
      return { name: `times/${name}-${what}-f1`, value, unit: "", higherIsBetter: true, best };
    };
    figures.push(entry("span", f1(tally.matched, tally.read, tally.gold), "0.903 (HeidelTime, TempEval-3)"));
    figures.push(entry("value", f1(tally.right, tally.readValues, tally.goldValues), BEST));
  }
  return figures;
}

if (import.meta.main) {
  for (const { name, value, best } of await measure()) {
    console.log(`${name}: ${value.toFixed(3)} (known best: ${best})`);
  }
}
