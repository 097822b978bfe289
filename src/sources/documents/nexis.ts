/**
 * The lines of one Nexis document in, its report out. Two layouts: the older names the outlet first, then the
 * day, then the title, then fields in capitals; the newer the title, the outlet and the day, then "Body" and,
 * behind the text, "Classification".
 */
import { articleText, stretchesOf, written } from "./article-text.ts";
import type { LineRules } from "./labels.ts";
import type { DocumentText } from "./types.ts";

const FIELD = /^([A-Za-z][A-Za-z-]{2,20}):\s*(.*)$/;

interface Fields {
  byline: string | null;
  title: string | null;
  url: string | null;
}

/** The report; null where it has no day or no text. */
export function nexisArticle(lines: readonly string[], rules: LineRules): DocumentText | null {
  const firstField = lines.findIndex(
    (line) => fieldIn(line, rules) !== null || isLine(line, "body-line", rules),
  );
  if (firstField === -1) return null;
  const head = headOf(lines.slice(0, firstField), rules);
  if (head === null) return null;
  const fields: Fields = { byline: null, title: null, url: null };
  const body = bodyOf(lines.slice(firstField), fields, rules);
  const title = fields.title ?? head.title;
  const { url } = fields;
  return articleText(title, written(fields.byline, rules), body, {
    ...(title === null ? {} : { title }),
    ...(head.outlet === null ? {} : { outlet: head.outlet }),
    date: head.date,
    ...(url !== null && /^https?:\/\//i.test(url) ? { url } : {}),
  });
}

function isLine(line: string, use: "body-line" | "tail-line", rules: LineRules): boolean {
  return rules.is("nexis", use, line.trim());
}

function fieldIn(line: string, rules: LineRules) {
  const [, label, value] = FIELD.exec(line.trim()) ?? [];
  const use = label === undefined ? null : rules.useOf("nexis", label);
  return use === null ? null : { use, value: value! };
}

interface Head {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string;
}

/** What stands before the fields; null where it names no day. */
function headOf(lines: readonly string[], rules: LineRules): Head | null {
  const shown = lines.filter((line) => !rules.begins("nexis", "notice", line.trim()));
  const stretches = stretchesOf(shown);
  const at = stretches.findLastIndex((stretch) => stretch.some(rules.isDate));
  if (at === -1) return null;
  const stretch = stretches[at]!;
  const inside = stretch.findIndex(rules.isDate);
  const date = stretch[inside]!;
  const before = [...stretches.slice(0, at).map((each) => each.join(" ")), ...stretch.slice(0, inside)];
  const after = [...stretches.slice(at + 1).map((each) => each.join(" "))];
  // The older layout has the title behind the day, after the edition.
  if (after.length > 0 && before.length <= 1)
    return { title: after.at(-1)!, outlet: before.at(-1) ?? null, date };
  if (before.length >= 2) return { title: before.at(-2)!, outlet: before.at(-1)!, date };
  return { title: before[0] ?? null, outlet: null, date };
}

const CAPITAL_FIELD = /^[A-Z][A-Z-]{2,24}:/;

/** Where the stretches begin that are fields, notices and marks to the end. */
function tailOf(lines: readonly string[], rules: LineRules): number {
  let tail = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!.trim();
    const begins = line !== "" && (at === 0 || lines[at - 1]!.trim() === "");
    if (!begins) continue;
    const isMore =
      fieldIn(line, rules) !== null ||
      CAPITAL_FIELD.test(line) ||
      rules.begins("nexis", "notice", line) ||
      rules.is("nexis", "end", line) ||
      isLine(line, "tail-line", rules);
    if (!isMore) break;
    tail = at;
  }
  return tail;
}

/** The lines of the body; the fields around it are put into `fields`. */
function bodyOf(lines: readonly string[], fields: Fields, rules: LineRules): string[] {
  const body: string[] = [];
  const marked = lines.findIndex((line) => isLine(line, "body-line", rules));
  const tail = tailOf(lines, rules);
  let isField = false;
  let isTail = false;
  for (const [at, line] of lines.entries()) {
    if (at === marked || rules.is("nexis", "end", line.trim())) continue;
    if (at >= tail || isLine(line, "tail-line", rules)) isTail = true;
    const field = fieldIn(line, rules);
    // Behind the first line of the text a field is one only where nothing but fields follows.
    const counts = field !== null && (body.length === 0 || isTail);
    if (counts) {
      isField = true;
      if (field.use === "byline" || field.use === "title" || field.use === "url")
        fields[field.use] = field.value;
      if (field.use === "body" && field.value !== "") body.push(field.value);
      if (field.use === "body") isField = false;
      continue;
    }
    if (line.trim() === "") isField = false;
    // A value may go on in the next line.
    else if (isField) continue;
    if (isTail || at < marked || rules.begins("nexis", "notice", line.trim())) continue;
    if (body.length > 0 || line.trim() !== "") body.push(line);
  }
  return body;
}
