/**
 * A folder name and a page in, a case folder out: cases/pages/NAME/source.html
 * (or source.txt) and expected.json, to be corrected by hand.
 *
 * node scripts/new-case.ts cuts-ties page.html
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { ROOT } from "./checks/finding.ts";

const [name, page] = process.argv.slice(2);
if (name === undefined || page === undefined || !/^[a-z0-9-]+$/.test(name)) {
  console.error("usage: node scripts/new-case.ts NAME PAGE   (NAME: lower case, digits, hyphens)");
  process.exit(2);
}
const folder = `${ROOT}/cases/pages/${name}`;
if (existsSync(folder)) {
  console.error(`cases/pages/${name} exists already`);
  process.exit(1);
}
const { stdout, stderr, status } = spawnSync(process.execPath, [`${ROOT}/bin/chancery.js`, "extract", page], {
  encoding: "utf8",
});
if (status !== 0) {
  console.error(stderr.trimEnd());
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
copyFileSync(page, `${folder}/source${extname(page)}`);
const { file: _file, ...expected } = JSON.parse(stdout) as Record<string, unknown>;
writeFileSync(`${folder}/expected.json`, `${JSON.stringify({ why: "", ...expected }, null, 2)}\n`);
console.log(`cases/pages/${name}: correct expected.json by hand and say why the case is there`);
