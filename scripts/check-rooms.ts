/**
 * The tree in, breaches of the house's rules for rooms out: import direction,
 * packages, purity, file length, words of the language in code, paths of one
 * machine. Exits 1 where there are any; long files are only warned of.
 */
import { checkEnglish, declaredWords } from "./checks/english-words.ts";
import { checkLength, SOFT_LIMIT_LINES } from "./checks/file-length.ts";
import { report, treeFiles } from "./checks/finding.ts";
import { checkImports } from "./checks/imports.ts";
import { checkPurity } from "./checks/purity.ts";
import { checkStrayPaths } from "./checks/stray-paths.ts";

const TEXT_FILES = /\.(?:ts|js|json|jsonl|md|html|txt|svelte|css|yml|sh)$|^[A-Z]+$|^\.ci\/|^\.[a-z]+$/;

const sources = treeFiles(/^(?:src|scripts|bench|cases|bin)\/.*\.(?:ts|js)$/);
const declared = declaredWords(sources.filter((file) => file.path.startsWith("src/")));
const lengths = sources.map(checkLength);
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
    ...lengths.flatMap((each) => each.faults),
    ...sources.flatMap((file) => checkEnglish(file, declared)),
    ...treeFiles(TEXT_FILES).flatMap(checkStrayPaths),
  ],
  `${sources.length} source files`,
);
