/**
 * A name and a page in, a case folder out: cases/pages/NAME/source.html (or
 * .txt) and expected.json as the page is read today, to be corrected by hand.
 *
 * node scripts/new-case.ts cuts-ties page.html
 */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { loadStages, sourceItems } from "../src/pipeline/index.ts";
import type { Report } from "../src/reading/types.ts";
import { ROOT } from "./checks/finding.ts";

const [name, page] = process.argv.slice(2);
if (name === undefined || page === undefined || !/^[a-z0-9-]+$/.test(name)) {
  fail("usage: node scripts/new-case.ts NAME PAGE   (NAME: lower case, digits, hyphens)");
}
const folder = `${ROOT}/cases/pages/${name}`;
if (existsSync(folder)) fail(`cases/pages/${name} exists already`);
const report = await readOne(page);

mkdirSync(folder, { recursive: true });
copyFileSync(page, `${folder}/source${extname(page)}`);
writeFileSync(`${folder}/expected.json`, `${JSON.stringify(expectationOf(report), null, 2)}\n`);
console.log(`cases/pages/${name}: correct expected.json by hand and say why the case is there`);

async function readOne(path: string): Promise<Report> {
  const stages = await loadStages();
  for await (const item of sourceItems([path])) {
    if (item.kind === "refused") fail(item.refused.message);
    const outcome = stages.read(item.page);
    if (!outcome.ok) fail(outcome.refusal.message);
    return outcome.value;
  }
  return fail(`${path} holds no page`);
}

/** What a reader must find on the page, with its sections as texts. */
function expectationOf({ title, date, dateBasis, outlet, language, text, sections, datelines }: Report) {
  const parts = sections.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
  const days = datelines.map(({ place, agency, day }) => ({ place, agency, day }));
  return { why: "", title, date, date_basis: dateBasis, outlet, language, sections: parts, datelines: days };
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
