/**
 * What a page's metadata and headings say its title is: metadata often has the
 * site's name before or behind it, headings a second line below it. Where two
 * places agree on a part, that part is the title.
 */
import { normalForm } from "./drafts.ts";
import type { PageMeta } from "./html-meta.ts";
import { cleanText } from "./normalise.ts";

const SEPARATORS = /\s+(?:[|»·•–—]|-{1,2}|::)\s+/;
const MOST_PARTS = 6;
/** Longest name of a site behind a title, in characters. */
const LONGEST_SITE = 40;
const LEAST_TITLE = 15;
/** Shortest label of a host by which a longer name is known, in letters. */
const LEAST_LABEL = 8;
/** A separator with nothing before or behind it: the page's own part, or the site's, is empty. */
const EDGES = /^(?:[|»·•–—]|-{1,2}|::)\s+|\s+(?:[|»·•–—]|-{1,2}|::)$/g;

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

export type TitleMeta = Pick<PageMeta, "title" | "titles" | "headings" | "outlet" | "url">;

/** The title of a page without the name of its site behind or before it; null where the page gives none. */
export function pageTitle(meta: TitleMeta): string | null {
  if (meta.title === null) return null;
  const written = oneLine(meta.title);
  const whole = written.replace(EDGES, "").trim();
  if (isPath(whole) || (whole !== written && isSite(whole, meta))) return firstHeading(meta);
  const parts = whole.split(SEPARATORS);
  if (parts.length < 2) return whole;
  const norms = meta.titles.map((title) => normalForm(oneLine(title)));
  // A part that another place gives as the whole title is the title.
  const shared = parts.find((part) => norms.includes(normalForm(part)));
  if (shared !== undefined && shared.length >= LEAST_TITLE) return shared;
  const last = parts.at(-1)!;
  const head = whole.slice(0, whole.lastIndexOf(last)).replace(/\s+(?:[|»·•–—]|-{1,2}|::)\s+$/, "");
  if (isSite(parts[0]!, meta) && parts.length === 2) return last;
  if (isSite(last, meta)) return head;
  // Every place gives the part behind too: it belongs to the title.
  const isFirm = norms.length > 1 && norms.every((norm) => norm === norms[0]);
  return !isFirm && head.length >= LEAST_TITLE && last.length <= LONGEST_SITE ? head : whole;
}

/** The first heading of several words: menus and panels have one. */
function firstHeading({ headings }: TitleMeta): string | null {
  return headings.map(oneLine).find((heading) => heading.includes(" ")) ?? null;
}

/** True for the name under which a wiki files a page ("BeginnersGuide/Download"): an address is no title. */
function isPath(title: string): boolean {
  const parts = title.split(SEPARATORS)[0]!.split("/");
  return parts.length > 1 && parts.every((part) => /^\p{Lu}[\p{L}\p{N}_]+$/u.test(part));
}

/** True for the name of the outlet or of its host. */
function isSite(part: string, { outlet, url }: Pick<PageMeta, "outlet" | "url">): boolean {
  const norm = normalForm(part).replaceAll(" ", "");
  if (norm === "") return true;
  if (outlet !== null && normalForm(outlet).replaceAll(" ", "") === norm) return true;
  if (url === null || !URL.canParse(url)) return false;
  const labels = new URL(url).hostname.split(".").map((label) => label.replaceAll(/[^\p{L}\p{N}]/gu, ""));
  if (norm.length >= 4 && labels.join("").includes(norm)) return true;
  // The name may go on behind what the host has of it ("National Rail Enquiries" at nationalrail.co.uk).
  return labels.some((label) => label.length >= LEAST_LABEL && norm.startsWith(label));
}

/** The parts of the page's titles by their normal form: headings that say one of them are the title. */
export function titleForms({ titles }: Pick<PageMeta, "titles">): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const title of titles) {
    const whole = oneLine(title);
    forms.add(normalForm(whole));
    for (const part of whole.split(SEPARATORS).slice(0, MOST_PARTS)) {
      if (part.length >= LEAST_TITLE) forms.add(normalForm(part));
    }
  }
  forms.delete("");
  return forms;
}
