/**
 * A raw page in, a report out, or why it is none: title, outlet, authors, day
 * of publication with its basis, text with sections and datelines, language.
 * Where no day is found the report is kept with a warning.
 *
 * The id is made of the address (or the given id), the title and the text, all
 * with blanks made equal, so the same input has the same id everywhere.
 */
import { contentId } from "../base/ids.ts";
import { type Outcome, ok, refuse } from "../base/outcome.ts";
import type { RawPage } from "../sources/types.ts";
import { datelinesOf } from "./datelines.ts";
import {
  KEPT_LANGUAGE,
  oneLine,
  type PageReading,
  type Placed,
  type ReadSettings,
  readPage,
} from "./page-reading.ts";
import type { PageRules } from "./page-rules.ts";
import type { Report, Section } from "./types.ts";

/** The report that the page is; refused with `reading/empty` or `reading/language`. */
export function readReport(page: RawPage, rules: PageRules, settings: ReadSettings = {}): Outcome<Report> {
  const read = readPage(page, rules, settings);
  if (read.isEmpty) return tooShort(page);
  const { language } = read;
  if (language.code !== KEPT_LANGUAGE) {
    const name = language.name === null ? "a language that is not known here" : language.name;
    const message = `${page.origin} is in ${name}; only English is read.`;
    return refuse("reading/language", message, "Translate it first.");
  }
  return read.isShort ? tooShort(page) : ok(reportOf(page, read, rules));
}

function tooShort(page: RawPage): Outcome<Report> {
  const advice = "Check that the source holds the text itself and not only a frame around it.";
  return refuse("reading/empty", `${page.origin} holds too little text to be a report.`, advice);
}

function reportOf(page: RawPage, read: PageReading, rules: PageRules): Report {
  const { url, title, text, placed, published } = read;
  const givenId = page.given.id ?? null;
  const where = published.where;
  const bodies = placed.map((each) => ({ ...each, isBody: each.kind === "body" }));
  const readable = bodies.filter(({ kind }) => kind === "body" || kind === "related");
  return {
    id: contentId("r", url ?? givenId ?? "", oneLine(title ?? ""), oneLine(text)),
    givenId,
    url,
    outlet: read.outlet,
    title,
    authors: [...read.authors],
    date: published.day,
    dateBasis: published.basis,
    dateSpan:
      where === null
        ? null
        : { start: placed[where.block]!.start + where.start, end: placed[where.block]!.start + where.end },
    language: KEPT_LANGUAGE,
    text,
    sections: sectionsOf(placed),
    datelines: datelinesOf(readable, published.day, rules),
    origin: page.origin,
    bytesHash: page.bytesHash,
    ...(page.charset === undefined ? {} : { charset: page.charset }),
    ...(published.warnings.length === 0 ? {} : { warnings: published.warnings }),
  };
}

/** Neighbours of one kind make one section. */
function sectionsOf(placed: readonly Placed[]): Section[] {
  const sections: { start: number; end: number; kind: Section["kind"] }[] = [];
  for (const { start, end, kind } of placed) {
    const last = sections.at(-1);
    if (last?.kind === kind) last.end = end;
    else sections.push({ start, end, kind });
  }
  return sections;
}
