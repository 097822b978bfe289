/**
 * Time expressions against gold: spans found (overlap F1) and values right
 * (F1 over overlapping pairs, as in TempEval-3). Run alone with
 * `node bench/times/index.ts`; `--errors` lists what went wrong.
 */
import { compileCalendar, readAllTimes, readTimesOfText } from "../../src/coding/times/index.ts";
import type { TimeExpression } from "../../src/coding/types.ts";
import { loadCalendar } from "../../src/knowledge/calendar.ts";
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { createLanguage } from "../../src/language/index.ts";
import type { Language, Sentence } from "../../src/language/types.ts";
import { type GoldReport, type GoldTime, readGum, readMeantime } from "./gold.ts";

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly higherIsBetter: boolean;
  readonly best?: string;
}

const BEST = "HeidelTime 0.776, chrono-node 0.428 (TempEval-3)";
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

/** Span and value F1 on the development sets; nothing where the data are absent. */
export async function measure(
  options: { errors?: boolean; parse?: boolean; plain?: boolean } = {},
): Promise<Measure[]> {
  const language = options.plain === true ? null : languageOrNull();
  const sets: [string, GoldReport[]][] = [
    ["gum-dev", readGum()],
    ["meantime-dev", readMeantime()],
  ];
  const measures: Measure[] = [];
  for (const [name, reports] of sets) {
    if (reports.length === 0) {
      console.error(`times: ../shared/data/time/${name} is absent, not measured`);
      continue;
    }
    const tally = score(reports, language, options.parse ?? false);
    if (options.errors === true) for (const error of tally.errors) console.log(error);
    const entry = (what: string, value: number, best: string): Measure => {
      return { name: `times/${name} ${what}`, value, unit: "F1", higherIsBetter: true, best };
    };
    measures.push(
      entry("span overlap", f1(tally.matched, tally.read, tally.gold), "HeidelTime 0.903 (TempEval-3)"),
    );
    measures.push(entry("value", f1(tally.right, tally.readValues, tally.goldValues), BEST));
  }
  return measures;
}

if (import.meta.main) {
  const has = (flag: string) => process.argv.includes(flag);
  const measures = await measure({ errors: has("--errors"), parse: has("--parse"), plain: has("--plain") });
  for (const { name, value, unit, best } of measures)
    console.log(`${name}: ${value.toFixed(3)} ${unit} (known best: ${best})`);
}
