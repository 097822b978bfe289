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
import type { Day } from "../base/types.ts";
import type { RawPage } from "../sources/types.ts";
import { authorsOf } from "./authors.ts";
import { type ClassifiedBlock, classify, type Layout, splitGlued } from "./classify.ts";
import { datelineOf, datelinesOf } from "./datelines.ts";
import { detectLanguage } from "./detect-language.ts";
import { parseHtml } from "./dom.ts";
import { normalForm } from "./drafts.ts";
import { blocksOfPage } from "./html-blocks.ts";
import { metaOfPage, type PageMeta } from "./html-meta.ts";
import { type Block, blocksOfText, cleanText } from "./normalise.ts";
import { outletOf } from "./outlet-line.ts";
import { type PageRules, wordCount } from "./page-rules.ts";
import { publicationDate } from "./publication-date.ts";
import type { Report, Section } from "./types.ts";

export interface ReadSettings {
  /** Days after the morrow of this one are taken for errors; without it only absurd ones are. */
  readonly today?: Day;
}

/** The language that is read. */
const KEPT_LANGUAGE = "en";
/** Fewer words are no report. */
const LEAST_WORDS = 3;
const LEAST_LETTERS = 8;
const NO_META: PageMeta = { title: null, dates: [], authors: [], outlet: null, url: null, language: null };

/** The report that the page is; refused with `reading/empty` or `reading/language`. */
export function readReport(page: RawPage, rules: PageRules, settings: ReadSettings = {}): Outcome<Report> {
  const tree = page.kind === "html" ? parseHtml(page.content) : null;
  const meta = tree === null ? NO_META : metaOfPage(tree, rules);
  const found = tree === null ? splitGlued(blocksOfText(page.content), rules) : blocksOfPage(tree, rules);
  const { title: givenTitle = null, url: givenUrl = null, id: givenId = null } = page.given;
  const blocks = withTitle(
    found,
    givenTitle === null ? null : oneLine(givenTitle),
    tree === null ? null : pageTitle(meta.title),
  );
  const layout = classify(blocks, givenTitle, rules);
  const { text, placed } = laidOut(layout.blocks);
  const start = text.slice(0, 2000);
  if ((start.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return tooShort(page);
  const language = detectLanguage(judged(layout), rules.languages, KEPT_LANGUAGE);
  if (language.code !== KEPT_LANGUAGE) {
    const name = language.name === null ? "a language that is not known here" : language.name;
    const message = `${page.origin} is in ${name}; only English is read.`;
    return refuse("reading/language", message, "Translate it first.");
  }
  if (wordCount(start) < LEAST_WORDS) return tooShort(page);
  const url = canonicalUrl(givenUrl ?? meta.url, rules);
  const firstBody = layout.blocks.find(({ kind }) => kind === "body");
  const published = publicationDate(
    layout,
    {
      given: page.given.date ?? null,
      metadata: meta.dates,
      url,
      dateline: firstBody === undefined ? null : (datelineOf(firstBody.block.text, rules)?.stated ?? null),
      today: settings.today ?? null,
    },
    rules,
  );
  const title =
    givenTitle === null ? (layout.blocks[layout.title]?.block.text ?? null) : oneLine(givenTitle) || null;
  const outlet = page.given.outlet?.trim() || meta.outlet?.trim() || outletOf(layout, rules) || hostOf(url);
  const where = published.where;
  const bodies = placed.map((each) => ({ ...each, isBody: each.kind === "body" }));
  const readable = bodies.filter(({ kind }) => kind === "body" || kind === "related");
  return ok({
    id: contentId("r", url ?? givenId ?? "", oneLine(title ?? ""), oneLine(text)),
    givenId,
    url,
    outlet,
    title,
    authors: meta.authors.length > 0 ? [...meta.authors] : authorsOf(layout.blocks, rules),
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
    ...(published.warnings.length === 0 ? {} : { warnings: published.warnings }),
  });
}

function tooShort(page: RawPage): Outcome<Report> {
  const advice = "Check that the source holds the text itself and not only a frame around it.";
  return refuse("reading/empty", `${page.origin} holds too little text to be a report.`, advice);
}

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

/** How far down a title is looked for before it is put on top. */
const TITLE_LOOK = 12;

/** The blocks with the title on top where they do not hold it. */
function withTitle(blocks: readonly Block[], given: string | null, own: string | null): Block[] {
  const title = given ?? (blocks.some(({ hint }) => hint === "title") ? null : own);
  if (title === null || title === "") return [...blocks];
  const norm = normalForm(title);
  if (blocks.slice(0, TITLE_LOOK).some(({ text }) => normalForm(text) === norm)) return [...blocks];
  return [{ text: title, group: -1, hint: "title" }, ...blocks];
}

/** The title of a page without the name of its site behind it. */
function pageTitle(title: string | null): string | null {
  if (title === null) return null;
  const whole = oneLine(title);
  const match = /^(.{15,}?)\s+(?:[|»·•–—]|-{1,2}|::)\s+[^|»·•–—]{2,40}$/.exec(whole);
  return match?.[1] ?? whole;
}

/** The text by which the language is judged: the body, or all there is. */
function judged({ blocks }: Layout): string {
  const body = blocks.filter(({ kind }) => kind === "body").map(({ block }) => block.text);
  return (body.length > 0 ? body : blocks.map(({ block }) => block.text)).join("\n");
}

interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Section["kind"];
}

function laidOut(blocks: readonly ClassifiedBlock[]): { text: string; placed: Placed[] } {
  const placed: Placed[] = [];
  let at = 0;
  for (const { block, kind } of blocks) {
    placed.push({ text: block.text, start: at, end: at + block.text.length, kind });
    at += block.text.length + 2;
  }
  return { text: placed.map(({ text }) => text).join("\n\n"), placed };
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

/** The address without fragment, tracking and user; null where it is none. */
export function canonicalUrl(written: string | null, rules: PageRules): string | null {
  if (written === null || !URL.canParse(written.trim())) return null;
  const url = new URL(written.trim());
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) {
    if (rules.nameKind("parameter", name.toLowerCase()) !== null) url.searchParams.delete(name);
  }
  return url.href;
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\d?\./, "");
}
