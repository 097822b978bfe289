/**
 * Text in, the reports that it holds out: many where it is a download of a newspaper database, Nexis or Factiva,
 * and null where it is none. The days are given as they are written; the reading room resolves them.
 *
 * Each database is known by its own marks between documents, so a text that only looks like one stays whole.
 */
import { factivaArticle } from "./factiva.ts";
import type { Database, LineRules } from "./labels.ts";
import { nexisArticle } from "./nexis.ts";
import type { DocumentFault, DocumentText } from "./types.ts";

/** Downloads hold some hundreds. */
const MOST_ARTICLES = 20_000;

/** The reports of a download, or null where the text is none. */
export function splitArticles(text: string, rules: LineRules): (DocumentText | DocumentFault)[] | null {
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029|\f/).map((line) => line.replace(/[\s\u00a0]+$/u, ""));
  const parts = partsOf(lines, rules);
  if (parts === null) return null;
  const articles: (DocumentText | DocumentFault)[] = [];
  for (const { database, lines, ended } of parts.slice(0, MOST_ARTICLES)) {
    const article = database === "nexis" ? nexisArticle(lines, rules) : factivaArticle(lines, rules);
    if (article !== null) articles.push(article);
    // What stands behind the last mark is a summary of the search rather than a report without a head.
    else if (ended)
      articles.push({ code: "sources/bad-article", reason: "has no text, or a head that cannot be read" });
  }
  if (parts.length > MOST_ARTICLES)
    articles.push({
      code: "sources/too-large",
      reason: `follows ${MOST_ARTICLES} others; the rest is not read`,
    });
  return articles;
}

export interface ArticlePart {
  readonly database: Database;
  readonly lines: readonly string[];
  /** False for what follows the last mark. */
  readonly ended: boolean;
}

function partsOf(lines: readonly string[], rules: LineRules): ArticlePart[] | null {
  const starts = placesOf(lines, (line) => rules.is("nexis", "start", line));
  if (starts.length > 0)
    return starts.map((start, at) => ({
      database: "nexis",
      lines: lines.slice(start + 1, starts[at + 1] ?? lines.length),
      ended: true,
    }));
  for (const database of ["nexis", "factiva"] as const) {
    const ends = placesOf(lines, (line) => rules.is(database, "end", line));
    if (ends.length === 0) continue;
    let from = 0;
    const parts: ArticlePart[] = [];
    for (const end of [...ends, lines.length]) {
      const isLast = end === lines.length;
      const part = lines.slice(from, isLast ? end : end + 1);
      if (part.some((line) => line !== "")) parts.push({ database, lines: part, ended: !isLast });
      from = end + 1;
    }
    return parts;
  }
  return null;
}

function placesOf(lines: readonly string[], isMark: (line: string) => boolean): number[] {
  const places: number[] = [];
  for (const [at, line] of lines.entries()) if (line !== "" && isMark(line.trim())) places.push(at);
  return places;
}
