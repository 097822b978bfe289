/**
 * Pages against gold: body text (bag of shingles, as the article extraction
 * benchmark scores it), days of publication, titles. Run alone with
 * `node bench/reading/index.ts`; `--errors` lists what went wrong.
 *
 * @see github.com/scrapinghub/article-extraction-benchmark (scoring by 4-grams of words)
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadPageTables } from "../../src/knowledge/pages.ts";
import { compilePageRules, readReport } from "../../src/reading/index.ts";
import type { Report } from "../../src/reading/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";

const BODY_GOLD = "pages/article-extraction-dev/ground-truth.json";
const DATE_GOLD = "pages/pubdate-dev/gold.jsonl";
const TITLE_GOLD = "pages/boilerplate-dev/gold.jsonl";

/** Files below the development data that the figures rest on. */
export const corpus = [BODY_GOLD, DATE_GOLD, TITLE_GOLD];

const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const rules = compilePageRules(loadPageTables());
const errors: string[] = [];

/** Body text F1, share of right days, share of right titles.
 * Refused pages count as wrong. The date is looked for with the page's address. */
export function measure({ data }: Pick<MeasureOptions, "data"> = { data: DATA }): Figure[] {
  const best = "0.970 (rs_trafilatura)";
  const bodies = bodyScores(data);
  return [
    figure("reading/body-f1", mean(bodies.map(({ score }) => score)), best),
    figure(
      "reading/body-english-f1",
      mean(bodies.filter(({ isRead }) => isRead).map(({ score }) => score)),
      best,
    ),
    figure("reading/date-accuracy", dateAccuracy(data)),
    figure("reading/title-accuracy", titleAccuracy(data)),
  ];
}

function figure(name: string, value: number, best?: string): Figure {
  return { name, value, unit: "", higherIsBetter: true, ...(best === undefined ? {} : { best }) };
}

function read(data: string, path: string, url: string): Report | null {
  const content = gunzipSync(readFileSync(`${data}/${path}`)).toString("utf8");
  const outcome = readReport({ origin: path, kind: "html", content, bytesHash: "", given: { url } }, rules);
  if (!outcome.ok) errors.push(`${path} ${outcome.refusal.message}`);
  return outcome.ok ? outcome.value : null;
}

/** Score of each page; `isRead` is false where its language is refused. */
function bodyScores(data: string): { readonly score: number; readonly isRead: boolean }[] {
  const gold: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(`${data}/${BODY_GOLD}`, "utf8"),
  );
  return Object.entries(gold).map(([id, { articleBody, url }]) => {
    const report = read(data, `pages/article-extraction-dev/html/${id}.html.gz`, url);
    const body = report === null ? "" : bodyOf(report);
    const score = shingleF1(body, articleBody);
    if (score < 0.8)
      errors.push(`body ${score.toFixed(2)} ${url} ${body.length} for ${articleBody.length} characters`);
    return { score, isRead: report !== null };
  });
}

function bodyOf({ text, sections }: Report): string {
  return sections
    .filter(({ kind }) => kind === "body")
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}

const SHINGLE = 4;

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let k = 0; k < Math.max(1, words.length - SHINGLE + 1); k++) {
    const key = words.slice(k, k + SHINGLE).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function shingleF1(read: string, gold: string): number {
  const [a, b] = [shingles(read), shingles(gold)];
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return (2 * shared) / (sum(a) + sum(b));
}

interface PageGold {
  readonly url: string;
  readonly file: string;
  readonly title?: string;
  readonly date?: string;
}

function goldLines(data: string, path: string): PageGold[] {
  return readFileSync(`${data}/${path}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line.replaceAll(": NaN", ": null")));
}

function dateAccuracy(data: string): number {
  const pages = goldLines(data, DATE_GOLD).filter(({ date }) => (date ?? null) !== null);
  return mean(
    pages.map(({ file, url, date }) => {
      const report = read(data, `pages/pubdate-dev/${file}`, url);
      if (report?.date !== date)
        errors.push(`date ${report?.date} (${report?.dateBasis}) gold ${date} ${url}`);
      return Number(report?.date === date);
    }),
  );
}

const plain = (text: string | null | undefined) =>
  (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function titleAccuracy(data: string): number {
  const pages = goldLines(data, TITLE_GOLD).filter(
    ({ title }) => title !== undefined && title !== null && title !== "",
  );
  return mean(
    pages.map(({ file, url, title }) => {
      const report = read(data, `pages/boilerplate-dev/${file}`, url);
      const right = plain(report?.title) === plain(title);
      if (!right) errors.push(`title "${report?.title}" gold "${title}" ${url}`);
      return Number(right);
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

if (import.meta.main) {
  for (const { name, value, best } of measure())
    console.log(`${name}: ${value.toFixed(3)}${best === undefined ? "" : ` (known best: ${best})`}`);
  if (process.argv.includes("--errors")) for (const error of errors) console.log(error);
}
