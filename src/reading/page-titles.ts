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

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

/** The title of a page without the name of its site behind or before it; null where the page gives none. */
export function pageTitle(meta: Pick<PageMeta, "title" | "titles" | "outlet" | "url">): string | null {
  if (meta.title === null) return null;
  const whole = oneLine(meta.title);
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

/** True for the name of the outlet or of its host. */
function isSite(part: string, { outlet, url }: Pick<PageMeta, "outlet" | "url">): boolean {
  const norm = normalForm(part).replaceAll(" ", "");
  if (norm === "") return true;
  if (outlet !== null && normalForm(outlet).replaceAll(" ", "") === norm) return true;
  if (url === null || !URL.canParse(url)) return false;
  const host = new URL(url).hostname.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return norm.length >= 4 && host.includes(norm);
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
