/**
 * Pages against gold: body text (bag of shingles, as the article extraction
 * benchmark scores it), segments that must and must not be kept, days of
 * publication, titles, authors, processor time a page; the body by Readability beside ours. Run alone with
 * `node bench/reading/index.ts`; `--errors` lists what went wrong.
 *
 * @see github.com/scrapinghub/article-extraction-benchmark (scoring by 4-grams of words)
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadPageTables } from "../../src/knowledge/pages.ts";
import { compilePageRules, type ExtractedPage, extractPage } from "../../src/reading/index.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { readabilityText } from "./readability.ts";
import { authorCounts, f1, mean, plain, shingleScore } from "./scores.ts";

const BODY_GOLD = "pages/article-extraction-dev/ground-truth.json";
const DATE_GOLD = "pages/pubdate-dev/gold.jsonl";
const PAGE_GOLD = "pages/boilerplate-dev/gold.jsonl";

/** Files below the development data that the figures rest on. */
export const corpus = [BODY_GOLD, DATE_GOLD, PAGE_GOLD];

const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const rules = compilePageRules(loadPageTables());
const errors: string[] = [];
/** Processor time of the extractions, in milliseconds, and their number. */
const spent = { time: 0, pages: 0 };

/** Body text F1, share of right segments, days, titles, F1 of authors, processor time.
 * Every page counts, whatever its language. The date is looked for with the page's address. */
export function measure({ data }: Pick<MeasureOptions, "data"> = { data: DATA }): Figure[] {
  const best = "0.970 (rs_trafilatura)";
  spent.time = 0;
  spent.pages = 0;
  const body = bodyScores(data, (path, url) => read(data, path, url).text);
  let time = 0;
  const other = bodyScores(
    data,
    (path) => {
      const content = unpacked(data, path);
      const began = process.cpuUsage();
      const text = readabilityText(content);
      time += spentSince(began);
      return text;
    },
    false,
  );
  const dates = dateScores(data);
  return [
    figure("reading/body-f1", f1(body.precision, body.recall), best),
    figure("reading/body-precision", body.precision),
    figure("reading/body-recall", body.recall),
    ...segmentScores(data),
    figure("reading/date-accuracy", dates.right),
    { ...figure("reading/date-wrong", dates.wrong), higherIsBetter: false },
    figure("reading/readability-body-f1", f1(other.precision, other.recall)),
    {
      ...figure("reading/readability-time", time / other.pages),
      unit: "ms CPU a page",
      higherIsBetter: false,
    },
    { ...figure("reading/time", spent.time / spent.pages), unit: "ms CPU a page", higherIsBetter: false },
  ];
}

function figure(name: string, value: number, best?: string): Figure {
  return { name, value, unit: "", higherIsBetter: true, ...(best === undefined ? {} : { best }) };
}

const unpacked = (data: string, path: string) => gunzipSync(readFileSync(`${data}/${path}`)).toString("utf8");

function spentSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function read(data: string, path: string, url: string): ExtractedPage {
  const content = unpacked(data, path);
  const began = process.cpuUsage();
  const page = extractPage({ content, given: { url } }, rules);
  spent.time += spentSince(began);
  spent.pages++;
  return page;
}

interface BodyScores {
  readonly precision: number;
  readonly recall: number;
  readonly pages: number;
}

function bodyScores(data: string, textOf: (path: string, url: string) => string, isOwn = true): BodyScores {
  const gold: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(`${data}/${BODY_GOLD}`, "utf8"),
  );
  const scores = Object.entries(gold).map(([id, { articleBody, url }]) => {
    const text = textOf(`pages/article-extraction-dev/html/${id}.html.gz`, url);
    const score = shingleScore(text, articleBody);
    const { precision, recall } = score;
    if (isOwn && Math.min(precision, recall) < 0.97)
      errors.push(`body P ${precision.toFixed(2)} R ${recall.toFixed(2)} ${id.slice(0, 8)} ${url}`);
    return score;
  });
  return {
    precision: mean(scores.map(({ precision }) => precision)),
    recall: mean(scores.map(({ recall }) => recall)),
    pages: scores.length,
  };
}

interface PageGold {
  readonly url: string;
  readonly file: string;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly date?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

function goldLines(data: string, path: string): PageGold[] {
  return readFileSync(`${data}/${path}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line.replaceAll(": NaN", ": null")));
}

/** Share of days that are right, and of days that are given and wrong. */
function dateScores(data: string): { readonly right: number; readonly wrong: number } {
  const pages = goldLines(data, DATE_GOLD).filter(({ date }) => (date ?? null) !== null);
  const found = pages.map(({ file, url, date }) => {
    const page = read(data, `pages/pubdate-dev/${file}`, url);
    if (page.date !== date) errors.push(`date ${page.date} (${page.dateBasis}) gold ${date} ${file} ${url}`);
    return { right: page.date === date, wrong: page.date !== null && page.date !== date };
  });
  return {
    right: mean(found.map(({ right }) => Number(right))),
    wrong: mean(found.map(({ wrong }) => Number(wrong))),
  };
}

const blanks = (text: string) => text.replace(/\s+/g, " ").trim();

/** Segments kept and left aside as they must be, titles, authors. */
function segmentScores(data: string): Figure[] {
  const right: number[] = [];
  const titles: number[] = [];
  const authors = { shared: 0, found: 0, gold: 0 };
  for (const gold of goldLines(data, PAGE_GOLD)) {
    const page = read(data, `pages/boilerplate-dev/${gold.file}`, gold.url);
    const text = blanks(page.text);
    for (const [list, wanted] of [
      [gold.with, true],
      [gold.without, false],
    ] as const) {
      for (const segment of list ?? []) {
        const isRight = text.includes(blanks(segment)) === wanted;
        right.push(Number(isRight));
        if (!isRight) errors.push(`segment ${wanted ? "lost" : "kept"} "${blanks(segment)}" ${gold.file}`);
      }
    }
    if (gold.title) {
      const isRight = plain(page.title) === plain(gold.title);
      titles.push(Number(isRight));
      if (!isRight) errors.push(`title "${page.title}" gold "${gold.title}" ${gold.file}`);
    }
    if (gold.author) {
      const counts = authorCounts(page.authors, gold.author);
      authors.shared += counts.shared;
      authors.found += counts.found;
      authors.gold += counts.gold;
      if (counts.shared < Math.max(counts.found, counts.gold))
        errors.push(`authors "${page.authors.join("; ")}" gold "${gold.author}" ${gold.file}`);
    }
  }
  return [
    figure("reading/segment-accuracy", mean(right)),
    figure("reading/title-accuracy", mean(titles)),
    figure("reading/authors-f1", (2 * authors.shared) / Math.max(1, authors.found + authors.gold)),
  ];
}

if (import.meta.main) {
  for (const { name, value, best } of measure())
    console.log(`${name}: ${value.toFixed(3)}${best === undefined ? "" : ` (known best: ${best})`}`);
  if (process.argv.includes("--errors")) for (const error of errors) console.log(error);
}
