/** The labels of the databases as patterns and tables, made once; and whether a line is a line of a date. */
import type { DatabaseLabels, LabelUse } from "../../knowledge/database-labels.ts";

export interface LineRules {
  /** True for a line that wholly is such a mark of the database. */
  is(database: Database, use: LabelUse, line: string): boolean;
  /** True for a line that begins with such a mark. */
  begins(database: Database, use: LabelUse, line: string): boolean;
  /** What a label stands for, in any case of its letters; null where it is none. */
  useOf(database: Database, label: string): LabelUse | null;
  /** What bylines begin with where their value does not. */
  readonly byline: string;
  /** True where the line holds a day: a year with a month's name, or a date in numbers. */
  isDate(line: string): boolean;
}

export type Database = "nexis" | "factiva";

/** Longest line that can be a mark or a date. */
const MOST_CHARS = 200;

/** The rules over the labels. */
export function compileLabels({ labels, months }: DatabaseLabels): LineRules {
  const marks = new Map<string, RegExp[]>();
  const starts = new Map<string, string[]>();
  const uses = new Map<string, LabelUse>();
  for (const { database, label, gives } of labels) {
    const key = `${database} ${gives}`;
    const number = gives === "end" ? "[A-Za-z0-9]{10,40}" : "\\d[\\d,.]*";
    const pattern = label.split("#").map(escaped).join(number);
    marks.set(key, [...(marks.get(key) ?? []), new RegExp(`^${pattern}$`, "i")]);
    starts.set(key, [...(starts.get(key) ?? []), label.toLowerCase()]);
    if (!label.includes("#") && !gives.endsWith("-line") && gives !== "notice")
      uses.set(`${database} ${label.toLowerCase()}`, gives);
  }
  const month = new RegExp(`(?:^|[^\\p{L}])(?:${months.map(escaped).join("|")})(?:[^\\p{L}]|$)`, "iu");
  return {
    is: (database, use, line) => {
      if (line.length > MOST_CHARS) return false;
      const even = line.replace(/\s+/g, " ");
      return (marks.get(`${database} ${use}`) ?? []).some((mark) => mark.test(even));
    },
    begins: (database, use, line) => {
      const start = line.slice(0, MOST_CHARS).toLowerCase();
      return (starts.get(`${database} ${use}`) ?? []).some((label) => start.startsWith(label));
    },
    useOf: (database, label) => uses.get(`${database} ${label.toLowerCase()}`) ?? null,
    byline: labels.find(({ lead }) => lead !== undefined)?.lead ?? "",
    isDate: (line) =>
      line.length <= MOST_CHARS &&
      ((/(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(line) && month.test(line)) ||
        /^(?:19|20)\d\d-\d\d-\d\d\b/.test(line) ||
        /^\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b/.test(line)),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
