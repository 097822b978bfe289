/** The names in a byline: "By Ann Author and Bo Writer, Example News" gives two. */
import type { ClassifiedBlock } from "./classify.ts";
import { isNameLine } from "./drafts.ts";
import type { PageRules } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";

const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|\p{Ll}{2,3})){1,3}$/u;
const MOST_AUTHORS = 10;

/** The authors that the bylines among the blocks name, in order. */
export function authorsOf(blocks: readonly ClassifiedBlock[], rules: PageRules): string[] {
  const authors: string[] = [];
  for (const { block, kind, marks } of blocks) {
    if (kind !== "boilerplate" || !marks.has("byline") || !isNameLine(block.text, rules)) continue;
    const start = rules.bylineStarts.find((word) => block.text.toLowerCase().startsWith(word))!;
    const date = statedDates(block.text, rules)[0];
    const names = block.text.slice(start.length, date?.start);
    const [people = ""] = names.split(/\s*[,|•·–—]\s*(?=\P{L}*\p{Lu}[^,]*$)/u);
    for (const part of people.split(/\s*(?:,|&|\/|\||;)\s*|\s+\p{Ll}{2,3}\s+(?=\p{Lu}\S* \p{Lu})/u)) {
      const name = capitalised(part.trim());
      if (NAME.test(name) && !authors.includes(name) && authors.length < MOST_AUTHORS) authors.push(name);
    }
  }
  return authors;
}

/** A name in capitals as names are written. */
function capitalised(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The names among what metadata gives as authors: no addresses, each once, lists of several taken apart. */
export function metaAuthors(written: readonly string[], rules: PageRules): string[] {
  const names: string[] = [];
  for (const each of written.slice(0, MOST_AUTHORS)) {
    if (/^https?:|^@|\.(?:com|org|net)$/i.test(each.trim())) continue;
    const start = rules.bylineStarts.find((word) => each.trim().toLowerCase().startsWith(word)) ?? "";
    for (const part of each
      .trim()
      .slice(start.length)
      .split(/\s*(?:,|;|&|\/|\|)\s*|\s+\p{Ll}{2,3}\s+(?=\p{Lu}\S* \p{Lu})/u)) {
      const name = part.replace(/\s+/g, " ").trim();
      if (name !== "" && !names.includes(name) && names.length < MOST_AUTHORS) names.push(name);
    }
  }
  return names;
}
