/**
 * An id and a page of your own writing in, a line of cases/pages/cases.jsonl
 * out, with what the page gives today: correct it by hand and say in `why` why
 * the case is there. Pages of others are not copied into the project.
 *
 * node scripts/new-case.ts dateline-in-caption page.html
 */
import { appendFileSync, readFileSync } from "node:fs";
import { loadStages, sourceItems } from "../src/pipeline/index.ts";
import type { Report } from "../src/reading/types.ts";
import type { RawPage } from "../src/sources/types.ts";
import { ROOT } from "./checks/finding.ts";

const FILE = "cases/pages/cases.jsonl";
/** Characters of a section by which a case knows it. */
const OPENING = 24;

const [id, path] = process.argv.slice(2);
if (id === undefined || path === undefined || !/^[a-z0-9-]+$/.test(id)) {
  fail("usage: node scripts/new-case.ts ID PAGE   (ID: lower case, digits, hyphens)");
}
const known = readFileSync(`${ROOT}/${FILE}`, "utf8");
if (new RegExp(`^\\{"id": ?"${id}"`, "m").test(known)) fail(`${FILE} has a case ${id} already`);
const page = await pageOf(path);
const outcome = (await loadStages()).read(page, null);
const expect = outcome.ok ? expectationOf(outcome.value) : { refused: outcome.refusal.code };
const line = { id, kind: page.kind, content: page.content, given: page.given, expect, why: "" };
appendFileSync(`${ROOT}/${FILE}`, `${JSON.stringify(line)}\n`);
console.log(`${FILE}: correct the last line by hand and say why the case is there`);

async function pageOf(source: string): Promise<RawPage> {
  for await (const item of sourceItems([source])) {
    return item.kind === "refused" ? fail(item.refused.message) : item.page;
  }
  return fail(`${source} holds no page`);
}

function expectationOf({ title, date, dateBasis, outlet, text, sections }: Report) {
  const openings = sections.map(({ kind, start, end }) => [
    kind,
    text.slice(start, Math.min(end, start + OPENING)),
  ]);
  return { title, date, dateBasis, outlet, sections: openings };
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
