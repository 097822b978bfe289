/** The head of a page in, the outlet that a line of it names out: "Harbour Gazette", "River Ledger | 31 July 2017". */
import type { Layout } from "./classify.ts";
import { isNameLine } from "./drafts.ts";
import type { PageRules } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";

/** Longest name of an outlet, in words. */
const MOST_WORDS = 6;
const PARTS = /\s*[|•·,]\s*|\s+[-–—]\s+/;

/** The outlet named in the lines between the title and the body, or above the title; null where none is. */
export function outletOf({ blocks, title, bodyStart }: Layout, rules: PageRules): string | null {
  const head = blocks.slice(0, bodyStart).map((each, index) => ({ ...each, index }));
  const lines = head.filter(({ kind }) => kind === "boilerplate" || kind === "headline");
  // What stands between the title and the body speaks of this report; the mast above comes second.
  lines.sort((a, b) => Number(a.index < title) - Number(b.index < title));
  for (const { block, index, marks } of lines) {
    if (index === title || marks.has("boilerplate") || isNameLine(block.text, rules)) continue;
    const date = statedDates(block.text, rules)[0];
    const text =
      date === undefined ? block.text : `${block.text.slice(0, date.start)}|${block.text.slice(date.end)}`;
    const named = text
      .slice(0, 300)
      .split(PARTS)
      .find((part) => isOutlet(part, rules));
    if (named !== undefined) return named.trim();
  }
  return null;
}

function isOutlet(part: string, rules: PageRules): boolean {
  const words = part
    .trim()
    .replace(/\s*\([^)]*\)$/, "")
    .split(/\s+/);
  if (words.length > MOST_WORDS || /[.!?:]$/.test(part.trim())) return false;
  if (!words.every((word) => /^[\p{Lu}&]/u.test(word) || /^\p{Ll}{2,3}$/u.test(word))) return false;
  const known = rules.agencies.has(words.join(" ").toLowerCase());
  return known || words.some((word) => rules.nameKind("outlet-word", word.toLowerCase()) !== null);
}
