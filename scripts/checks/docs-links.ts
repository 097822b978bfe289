/**
 * Markdown files in, links to files or headings that do not exist and commands
 * that nobody can run out. Links to the Web are not followed.
 */
import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { Finding, TreeFile } from "./finding.ts";
import { readMarkdown } from "./markdown.ts";

/** What a reader can type: npm scripts and subcommands of chancery. */
export interface Commands {
  readonly scripts: ReadonlySet<string>;
  readonly chancery: ReadonlySet<string>;
}

const NPM_WORDS = new Set(["ci", "install", "pack", "link", "audit", "exec"]);

/** Links of the file that lead nowhere.
 * @param files all Markdown files, for the headings that links point to */
export function checkLinks(file: TreeFile, files: readonly TreeFile[], root: string): Finding[] {
  return readMarkdown(file.text).links.flatMap(({ text, line }) => {
    if (/^(?:https?:|mailto:)/.test(text)) return [];
    const [target = "", anchor] = text.split("#");
    const path = target === "" ? file.path : posix.normalize(posix.join(posix.dirname(file.path), target));
    const found = (message: string) => [{ path: file.path, line, message }];
    if (path.startsWith("..")) return found(`link leaves the tree: ${text}`);
    if (path !== file.path && !existsSync(`${root}/${path}`)) return found(`link leads nowhere: ${text}`);
    if (anchor === undefined || !path.endsWith(".md")) return [];
    const other = files.find((each) => each.path === path);
    const known = other !== undefined && readMarkdown(other.text).anchors.has(anchor);
    return known ? [] : found(`no such heading: ${text}`);
  });
}

/** Documents of docs/ to which the list of documents leads from nowhere.
 * @param index docs/index.md; decisions have a list of their own, which it links to */
export function checkListed(
  index: TreeFile,
  lists: readonly TreeFile[],
  files: readonly TreeFile[],
): Finding[] {
  const listed = new Set(
    [index, ...lists].flatMap((list) =>
      readMarkdown(list.text).links.map(({ text }) =>
        posix.join(posix.dirname(list.path), text.split("#")[0]!),
      ),
    ),
  );
  return files
    .filter((file) => file.path.startsWith("docs/") && file !== index && !listed.has(file.path))
    .map((file) => ({ path: file.path, line: 0, message: `no link in ${index.path} leads to it` }));
}

/** Commands named in code that do not exist. */
export function checkCommands(file: TreeFile, commands: Commands, root: string): Finding[] {
  return readMarkdown(file.text).code.flatMap(({ text, line }) => {
    const found = (message: string) => [{ path: file.path, line, message }];
    const findings: Finding[] = [];
    for (const [, word, script] of text.matchAll(/\bnpm (run )?([\w:-]+)/g)) {
      if (word === undefined && (NPM_WORDS.has(script!) || script === "run")) continue;
      if (!commands.scripts.has(script!)) findings.push(...found(`no such npm script: ${script}`));
    }
    for (const [, path] of text.matchAll(/\bnode ((?:scripts|bench|bin)\/[\w./-]+)/g)) {
      if (!existsSync(`${root}/${path}`)) findings.push(...found(`no such file: ${path}`));
    }
    const sub = /^\s*(?:\$ |\| )?(?:npx )?chancery ([a-z]+)\b/.exec(text)?.[1];
    if (sub !== undefined && !commands.chancery.has(sub))
      findings.push(...found(`no such command: chancery ${sub}`));
    return findings;
  });
}
