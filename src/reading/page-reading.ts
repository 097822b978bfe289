/**
 * A raw page in, everything that can be read off it out, whatever its language:
 * blocks with their kinds, title, outlet, authors, address, day of publication.
 * What a report or an extract is made of; neither refuses anything here.
 */
import type { Day } from "../base/types.ts";
import type { RawPage } from "../sources/types.ts";
import { authorsOf, bylineAuthors, metaAuthors } from "./authors.ts";
import { canonicalUrl, hostOf } from "./canonical-url.ts";
import { type ClassifiedBlock, classify, type Layout, splitGlued } from "./classify.ts";
import { datelineOf } from "./datelines.ts";
import { detectLanguage, type LanguageGuess } from "./detect-language.ts";
import { parseHtml } from "./dom.ts";
import { normalForm } from "./drafts.ts";
import { blocksOfPage } from "./html-blocks.ts";
import { metaOfPage, type PageMeta } from "./html-meta.ts";

import { type Block, blocksOfText, cleanText } from "./normalise.ts";
import { outletOf } from "./outlet-line.ts";
import { type PageRules, wordCount } from "./page-rules.ts";
import { pageTitle } from "./page-titles.ts";
import { type Published, parseDay, publicationDate } from "./publication-date.ts";
import type { Section } from "./types.ts";

export interface ReadSettings {
  /** Days after the morrow of this one are taken for errors; without it only absurd ones are. */
  readonly today?: Day;
}

export interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Section["kind"];
}

export interface PageReading {
  readonly layout: Layout;
  /** All blocks, parted by blank lines. */
  readonly text: string;
  readonly placed: readonly Placed[];
  /** True where there are hardly any letters. */
  readonly isEmpty: boolean;
  /** True where there are fewer words than any report has. */
  readonly isShort: boolean;
  readonly language: LanguageGuess;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: Published;
  /** Day of the last change that the page states; null where it states none. */
  readonly modified: Day | null;
}

/** The language that is read. */
export const KEPT_LANGUAGE = "en";
/** Fewer words are no report. */
const LEAST_WORDS = 3;
const LEAST_LETTERS = 8;
const NO_META: PageMeta = {
  title: null,
  titles: [],
  headings: [],
  description: null,
  bylines: [],
  dates: [],
  modified: [],
  authors: [],
  outlet: null,
  url: null,
  language: null,
  bodies: [],
};

/** What the page says, part by part. */
export function readPage(page: RawPage, rules: PageRules, settings: ReadSettings): PageReading {
  const tree = page.kind === "html" ? parseHtml(page.content) : null;
  const meta = tree === null ? NO_META : metaOfPage(tree, rules);
  const found =
    tree === null ? splitGlued(blocksOfText(page.content), rules) : blocksOfPage(tree, meta, rules);
  const { title: givenTitle = null, url: givenUrl = null } = page.given;
  const blocks = withTitle(
    found,
    givenTitle === null ? null : oneLine(givenTitle),
    tree === null ? null : pageTitle({ ...meta, url: meta.url ?? givenUrl }),
  );
  const layout = classify(blocks, givenTitle, rules);
  const { text, placed } = laidOut(layout.blocks);
  const start = text.slice(0, 2000);
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
  const stated = metaAuthors(meta.authors, meta.outlet, rules);
  const authors = stated.length > 0 ? stated : bylineAuthors(meta.bylines, meta.outlet, rules);
  return {
    layout,
    text,
    placed,
    isEmpty: (start.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS,
    isShort: wordCount(start) < LEAST_WORDS,
    language: detectLanguage(judged(layout), rules.languages, KEPT_LANGUAGE),
    title:
      givenTitle === null ? (layout.blocks[layout.title]?.block.text ?? null) : oneLine(givenTitle) || null,
    authors: authors.length > 0 ? authors : authorsOf(layout.blocks, rules),
    outlet: page.given.outlet?.trim() || meta.outlet?.trim() || outletOf(layout, rules) || hostOf(url),
    url,
    published,
    modified: meta.modified.map((written) => parseDay(written, rules)).find((day) => day !== null) ?? null,
  };
}

/** A text with equal blanks on one line. */
export const oneLine = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

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

/** The text by which the language is judged: the body, or all there is. */
function judged({ blocks }: Layout): string {
  const body = blocks.filter(({ kind }) => kind === "body").map(({ block }) => block.text);
  return (body.length > 0 ? body : blocks.map(({ block }) => block.text)).join("\n");
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
