/**
 * Files of src/ in, SQL that could hold a value as text out: values go to the
 * database as parameters, so what stands in a statement as it is may be a word of
 * the program or a number, never a name that holds something else.
 */
import type { Finding, TreeFile } from "./finding.ts";

/** Ways to put text into a statement as it is. */
const RAW = /\b(?:sql\.(?:raw|lit)|CompiledQuery\.raw)\(/g;
/** Text without a gap; or one of two; or a number written as text; or text with gaps for constants and numbers alone. */
const PLAIN = /^(?:"[^"]*"|'[^']*'|`[^`$]*`)\)/;
const CHOICE = /^[\w.#]+ === "[\w-]+" \? (?:"[^"]*"|[a-z]+) : (?:"[^"]*"|[a-z]+)\)/;
const NUMBER = /^String\([\w.[\]]+(?: [-+] \d+)?\)\)/;
const GAPS = /^`(?:[^`$]|\$\{(?:[A-Z_]+|n)\})*`\)/;
/** Names whose type holds words of the program alone, with the file that sees to it. */
const KNOWN: readonly (readonly [path: string, argument: string])[] = [
  ["src/record/place-is.ts", "`'${field}'`)"],
  // What Kysely compiled for one row, its marks of parameters repeated.
  ["src/record/bulk.ts", "repeated(one, columns.length, count), values)"],
  ["src/record/migrations/0004-statements.ts", "type)"],
];

/** What one file breaks. */
export function checkSqlParameters({ path, text }: TreeFile): Finding[] {
  if (!/^src\/.*\.ts$/.test(path) || path.endsWith(".test.ts")) return [];
  return [...text.matchAll(RAW)].flatMap(({ index, 0: call }) => {
    const argument = text.slice(index + call.length).trimStart();
    const isFine =
      [PLAIN, CHOICE, NUMBER, GAPS].some((form) => form.test(argument)) ||
      KNOWN.some(([file, known]) => file === path && argument.startsWith(known));
    const line = text.slice(0, index).split("\n").length;
    return isFine ? [] : [{ path, line, message: "a value in a statement as text: give it as a parameter" }];
  });
}
