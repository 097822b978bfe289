/**
 * Counts of the gazetteer as a Markdown table: `node scripts/gazetteer/counts.ts`
 * puts it into docs/gazetteer.md between its marks; a test holds the page to it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENTRY_READERS } from "../../src/knowledge/gazetteer/entries.ts";
import { readOfficeRules } from "../../src/knowledge/gazetteer/office-titles.ts";
import { type Row, readTable } from "../../src/knowledge/gazetteer/table.ts";
import { TERM_COLUMNS } from "../../src/knowledge/gazetteer/terms.ts";

export const PAGE = fileURLToPath(new URL("../../docs/gazetteer.md", import.meta.url));
const BEGIN = "<!-- counts -->\n";
const END = "<!-- /counts -->";

const [STATES, ORGANISATIONS, PLACES, PEOPLE] = ENTRY_READERS;

function rowsOf(table: (typeof ENTRY_READERS)[number] | undefined): Row[] {
  return readTable(table!.file, table!.columns);
}

/** The table, one line a kind of entry. */
export function countTable(): string {
  const states = rowsOf(STATES);
  const organisations = rowsOf(ORGANISATIONS);
  const people = rowsOf(PEOPLE);
  const terms = readTable("terms.tsv", TERM_COLUMNS);
  const names = readTable("names.tsv", ["key", "candidates"]);
  const kind = (wanted: string) => states.filter((row) => row[1] === wanted).length;
  const coded = (code: string) => organisations.filter((row) => row[1] === code).length;
  const lines: [string, number][] = [
    ["states, past ones included", kind("state")],
    ["territories and disputed entities", kind("territory")],
    ["organisations", organisations.length],
    ["– of states (IGO)", coded("IGO")],
    ["– outlets", organisations.filter((row) => row[4] !== "").length],
    [
      "– armed groups (IMG or REB)",
      organisations.filter((row) => row[1] === "IMG" || row[2] === "REB").length,
    ],
    ["places", rowsOf(PLACES).length],
    ["persons", people.length],
    ["– found by surname alone too", people.filter((row) => Number(row[2]) <= 3 && row[6] !== "").length],
    ["terms of office", terms.length],
    ["– of heads of state or government", terms.filter((row) => /^head-of-/.test(row[2]!)).length],
    ["– of foreign ministers", terms.filter((row) => row[2] === "foreign-minister").length],
    ["– of defence ministers", terms.filter((row) => row[2] === "defence-minister").length],
    ["– of ambassadors to a state", terms.filter((row) => row[2]!.startsWith("ambassador-to:")).length],
    ["rules for titles of office", readOfficeRules().length],
    ["names under which all these are filed", names.length],
  ];
  const rows = lines.map(([name, count]) => `| ${name} | ${count.toLocaleString("en")} |`);
  return ["| what | count |", "|---|---|", ...rows, ""].join("\n");
}

/** The page with the table in its place. */
export function withCounts(page: string): string {
  const begin = page.indexOf(BEGIN) + BEGIN.length;
  return page.slice(0, begin) + countTable() + page.slice(page.indexOf(END));
}

if (import.meta.main) writeFileSync(PAGE, withCounts(readFileSync(PAGE, "utf8")));
