/**
 * The lines of one Factiva document in, its report out. Two layouts: every field behind its code of two or three
 * letters (HD, WC, PD, …), or the fields bare, one a line, known by the line of the count of words.
 */
import { articleText, written } from "./article-text.ts";
import type { LineRules } from "./labels.ts";
import type { DocumentText } from "./types.ts";

const CODED = /^([A-Z]{2,3})(?:(?:\t|\s{2,})(.*))?$/;
const NUMBER = /\b([A-Za-z0-9]{10,40})$/;
/** Codes that a document has at least, to be one of those where each field has a code. */
const LEAST_CODES = 3;

/** The report; null where it has no day or no text. */
export function factivaArticle(lines: readonly string[], rules: LineRules): DocumentText | null {
  const coded = lines.filter((line) => codeIn(line, rules) !== null).length;
  return coded >= LEAST_CODES ? codedArticle(lines, rules) : bareArticle(lines, rules);
}

function codeIn(line: string, rules: LineRules) {
  const [, code, value = ""] = CODED.exec(line.trim()) ?? [];
  const use = code === undefined ? null : rules.useOf("factiva", code);
  return use === null ? null : { use, value: value.trim() };
}

function numberOf(lines: readonly string[], rules: LineRules): { id?: string } {
  const line = lines.findLast((each) => rules.is("factiva", "end", each.trim()));
  const id = NUMBER.exec(line?.trim() ?? "")?.[1];
  return id === undefined ? {} : { id };
}

function codedArticle(lines: readonly string[], rules: LineRules): DocumentText | null {
  const values = new Map<string, string[]>();
  let use: string | null = null;
  for (const line of lines) {
    const field = codeIn(line, rules);
    if (field !== null) {
      use = field.use;
      if (use === "body") values.set(use, [...(values.get(use) ?? []), ""]);
    }
    if (use === null || rules.is("factiva", "end", line.trim())) continue;
    const value = field === null ? line : field.value;
    values.set(use, [...(values.get(use) ?? []), value]);
  }
  const one = (name: string) => values.get(name)?.join(" ").replace(/\s+/g, " ").trim() || null;
  const date = one("date");
  if (date === null) return null;
  const [title, outlet] = [one("title"), one("outlet")];
  return articleText(title, written(one("byline"), rules), values.get("body") ?? [], {
    ...numberOf(lines, rules),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    date,
  });
}

/** Lines that may stand between the day and the text: an hour, the outlet, codes, a page, the language, a notice. */
const MOST_FACTS = 8;
const HOUR = /^\d{1,2}:\d{2}\b/;
const OUTLET_CODE = /^[A-Z0-9]{1,12}$/;

function bareArticle(lines: readonly string[], rules: LineRules): DocumentText | null {
  const count = lines.findIndex((line) => rules.is("factiva", "words", line.trim()));
  if (count === -1) return null;
  const head = lines
    .slice(0, count)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isByline = (line: string) => rules.begins("factiva", "byline-line", line);
  const at = head.findLastIndex(isByline);
  const title = (at > 0 ? head[at - 1] : head.at(-1)) ?? null;
  const byline = at > 0 ? head[at]! : null;
  const rest = lines.slice(count + 1).filter((line) => !rules.is("factiva", "end", line.trim()));
  const facts: string[] = [];
  let body = 0;
  for (; body < rest.length && facts.length < MOST_FACTS; body++) {
    const line = rest[body]!.trim();
    if (line === "") continue;
    facts.push(line);
    if (!rules.begins("factiva", "notice", line)) continue;
    body += 1;
    break;
  }
  const date = facts.find(rules.isDate);
  if (date === undefined) return null;
  const isNoticed = facts.some((line) => rules.begins("factiva", "notice", line));
  // Without a notice the facts end where a line is longer than any of them.
  const end = isNoticed ? body : rest.findIndex((line) => line.length > 80);
  const outlet = facts
    .slice(facts.indexOf(date) + 1)
    .find((line) => !HOUR.test(line) && !OUTLET_CODE.test(line));
  return articleText(title, byline, end === -1 ? [] : rest.slice(end), {
    ...numberOf(lines, rules),
    ...(title === null ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    date,
  });
}
