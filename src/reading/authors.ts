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
  for (const [index, { block, kind, marks }] of blocks.entries()) {
    if (kind !== "boilerplate") continue;
    const next = blocks[index + 1]?.block.text;
    const text = marks.has("byline") ? block.text : bylinePart(block.text, next, rules);
    if (text === undefined || !isNameLine(text, rules)) continue;
    const start = rules.bylineStarts.find((word) => text.toLowerCase().startsWith(word))!;
    const date = statedDates(text, rules)[0];
    const names = text.slice(start.length, date?.start);
    const [people = ""] = names.split(/\s*[,|•·–—]\s*(?=\P{L}*\p{Lu}[^,]*$)/u);
    for (const part of people.split(/\s*(?:,|&|\/|\||;)\s*|\s+\p{Ll}{2,3}\s+(?=\p{Lu}\S* \p{Lu})/u)) {
      const name = capitalised(part.trim());
      if (NAME.test(name) && !authors.includes(name) && authors.length < MOST_AUTHORS) authors.push(name);
    }
  }
  return authors;
}

/** Longest line that is looked through for a byline between signs, in characters. */
const LONGEST_LINE = 160;

/** A rule of hyphens before a byline: "---- by Ann Author". */
const RULE_BEFORE = /^-+\s*/;
const SIGNS = /\s*[|•·–—]\s*/;

/** The part of a line between signs that opens as a byline does: "World | By Ann Author | 10 August 2017".
 * Some pages put the opening word and the name into blocks of their own. */
function bylinePart(line: string, next: string | undefined, rules: PageRules): string | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const parts = line
    .replace(RULE_BEFORE, "")
    .split(SIGNS)
    .filter((part) => part !== "");
  const last = parts.at(-1)?.toLowerCase().replace(/:$/, "");
  const bare = rules.bylineStarts.find((word) => word.trim() === last);
  if (bare !== undefined && next !== undefined && next.length <= LONGEST_LINE)
    return `${bare}${next.split(SIGNS).find((part) => part !== "") ?? ""}`;
  return parts.find((part) => rules.bylineStarts.some((word) => part.toLowerCase().startsWith(word)));
}

/** A name in capitals as names are written. */
function capitalised(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The names among what metadata gives as authors: no addresses, no outlet, each once, lists taken apart. */
export function metaAuthors(written: readonly string[], outlet: string | null, rules: PageRules): string[] {
  const names: string[] = [];
  for (const each of written.slice(0, MOST_AUTHORS)) {
    if (/^https?:|^@|\.(?:com|org|net)$/i.test(each.trim())) continue;
    for (const name of namesIn(each, rules)) {
      const isOutlet = outlet !== null && name.toLowerCase() === outlet.trim().toLowerCase();
      if (!isOutlet && !names.includes(name) && names.length < MOST_AUTHORS) names.push(name);
    }
  }
  return names;
}

/** The names in the elements that name an author: the first of them that holds any, or what it holds as one alone. */
export function bylineAuthors(bylines: readonly string[], outlet: string | null, rules: PageRules): string[] {
  const lists = bylines
    .filter((byline) => !rules.kindsOf(byline).has("other-credit"))
    .map((byline) => {
      const date = statedDates(byline, rules)[0];
      const days = new RegExp(`\\s+(?:${[...rules.weekdays].join("|")})[\\s,.]*$`, "i");
      const text = byline.slice(0, date?.start).trim().replace(days, "");
      return metaAuthors([text], outlet, rules).filter((name) => SHORT_NAME.test(name));
    });
  const first = lists.findIndex((names) => names.length > 0);
  if (first === -1) return [];
  const [whole] = lists[first]!;
  // An element inside the first one often holds the name without the office behind it.
  const inner = lists
    .slice(first + 1)
    .find(([name, more]) => name !== undefined && more === undefined && isStart(name, whole!));
  return (lists[first]!.length === 1 ? inner : undefined) ?? lists[first]!;
}

const isStart = (name: string, whole: string) => name.includes(" ") && whole.startsWith(`${name} `);

/** A name where the page says that it is one: a single word may be. */
const SHORT_NAME = /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}$/u;

function namesIn(written: string, rules: PageRules): string[] {
  const text = written.replace(/\s+/g, " ").trim();
  const start = rules.bylineStarts.find((word) => text.toLowerCase().startsWith(word)) ?? "";
  return text
    .slice(start.length)
    .split(/\s*(?:,|;|&|\/|\|)\s*|\s+\p{Ll}{2,3}\s+(?=\p{Lu}\S* \p{Lu})/u)
    .map((part) => part.replace(/\s+(?:\p{Ll}{2}|[-–—•·])$/u, "").trim())
    .filter((name) => name !== "" && !rules.bylineStarts.includes(`${name.toLowerCase()} `));
}
