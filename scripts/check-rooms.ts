/**
 * The tree in, breaches of the house's rules for rooms out: import direction,
 * packages and their lock, purity, values in SQL, file length, words of the language in code, paths of one
 * machine. Exits 1 where there are any; long files are only warned of.
 */
import { readFileSync } from "node:fs";
import { checkEnglish, declaredWords } from "./checks/english-words.ts";
import { checkLength, SOFT_LIMIT_LINES } from "./checks/file-length.ts";
import { ROOT, report, treeFiles } from "./checks/finding.ts";
import { checkImports } from "./checks/imports.ts";
import { checkPackages } from "./checks/packages.ts";
import { checkPurity } from "./checks/purity.ts";
import { checkSqlParameters } from "./checks/sql-parameters.ts";
import { checkStrayPaths } from "./checks/stray-paths.ts";
import { checkWebRules } from "./checks/web-rules.ts";

const TEXT_FILES = /\.(?:ts|js|json|jsonl|md|html|txt|svelte|css|yml|sh)$|^[A-Z]+$|^\.ci\/|^\.[a-z]+$/;

const json = (path: string) => JSON.parse(readFileSync(`${ROOT}/${path}`, "utf8"));
const decisions = treeFiles(/^docs\/decisions\/\d{4}-.*\.md$/).map((file) => file.text);
const sources = treeFiles(/^(?:src|scripts|bench|cases|bin)\/.*\.(?:ts|js)$/);
const declared = declaredWords(sources.filter((file) => file.path.startsWith("src/")));
const pages = treeFiles(/^web\/.*\.(?:ts|svelte|css)$/);
const lengths = [...sources, ...pages].map(checkLength);
const long = lengths.flatMap((each) => each.warnings).sort((a, b) => b.message.localeCompare(a.message));
if (long.length > 0) {
  const longest = long.slice(0, 3).map((each) => `${each.path} (${each.message})`);
  console.log(
    `check-rooms: ${long.length} files over ${SOFT_LIMIT_LINES} lines ask for a split: ${longest.join(", ")}, …`,
  );
}
report(
  "check-rooms",
  [
    ...sources.flatMap(checkImports),
    ...sources.flatMap(checkPurity),
    ...sources.flatMap(checkSqlParameters),
    ...pages.flatMap(checkWebRules),
    ...lengths.flatMap((each) => each.faults),
    ...sources.flatMap((file) => checkEnglish(file, declared)),
    ...treeFiles(TEXT_FILES).flatMap(checkStrayPaths),
    ...checkPackages(json("package.json"), json("package-lock.json"), decisions),
  ],
  `${sources.length + pages.length} source files`,
);
