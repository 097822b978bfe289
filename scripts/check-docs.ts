/**
 * The documents in, what they say wrongly out: links and commands that do not
 * exist, words that GLOSSARY.md rules out, captures and figures that are not
 * what the commands and floors give. `--write` renews captures and figures.
 * Exits 1 where there is a finding.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { checkCaptures, renewCaptures, steady } from "./checks/captures.ts";
import { checkCommands, checkLinks, checkListed } from "./checks/docs-links.ts";
import { ROOT, report, type TreeFile, treeFiles } from "./checks/finding.ts";
import { bannedWords, checkWords } from "./checks/glossary.ts";

/** Where the words of the glossary bind: documents for users, and what commands print. */
const WORDED =
  /^(?:README|CONTRIBUTING|STYLE|CHANGELOG|examples\/README)\.md$|^docs\/|^src\/views\/(?!.*\.test\.ts$)/;

const documents = treeFiles(/\.md$/);
if (process.argv.includes("--write")) documents.forEach(write);
const banned = bannedWords(documents.find((file) => file.path === "GLOSSARY.md")?.text ?? "");
const commands = { scripts: npmScripts(), chancery: chanceryCommands() };
const worded = treeFiles(/^src\/views\/.*\.ts$/).concat(documents);

report(
  "check-docs",
  [
    ...(banned.length === 0 ? [{ path: "GLOSSARY.md", line: 0, message: "rules out no words" }] : []),
    ...(commands.chancery.size === 0
      ? [{ path: "bin/chancery.js", line: 0, message: "lists no commands" }]
      : []),
    ...documents.flatMap((file) => checkLinks(file, documents, ROOT)),
    ...checkListed(documentAt("docs/index.md"), [documentAt("docs/decisions/README.md")], documents),
    ...documents.flatMap((file) => checkCommands(file, commands, ROOT)),
    ...worded.filter((file) => WORDED.test(file.path)).flatMap((file) => checkWords(file, banned)),
    ...(process.argv.includes("--write") ? [] : documents.flatMap((file) => checkCaptures(file, ROOT))),
  ],
  `${documents.length} documents, ${banned.length} words ruled out`,
);

function documentAt(path: string): TreeFile {
  return documents.find((file) => file.path === path) ?? { path, text: "" };
}

function write(file: TreeFile): void {
  const text = renewCaptures(file, ROOT);
  if (steady(text) === steady(file.text)) return;
  writeFileSync(`${ROOT}/${file.path}`, text);
  console.log(`${file.path} renewed`);
}

function npmScripts(): Set<string> {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as { scripts: object };
  return new Set(Object.keys(scripts));
}

/** Names of the subcommands, read off the help that chancery prints. */
function chanceryCommands(): Set<string> {
  const env = { ...process.env, COLUMNS: "200", NO_COLOR: "1" };
  const { stdout } = spawnSync(process.execPath, ["bin/chancery.js", "--help"], {
    cwd: ROOT,
    env,
    encoding: "utf8",
  });
  return new Set([...stdout.matchAll(/^ {2}([a-z|]+)\b/gm)].flatMap((match) => match[1]!.split("|")));
}
