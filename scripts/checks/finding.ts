/** What a house check says about a file, and the files that it reads. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export interface Finding {
  readonly path: string;
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

/** A file of the tree with its text. */
export interface TreeFile {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Folders that are made, not kept; version control ignores them too. */
const MADE = new Set([".git", "node_modules", "dist", ".cache", "coverage"]);

/** Paths of all files of the tree that version control does not ignore, tracked or not, in order. Without version
 * control, all files outside the folders that are made. */
export function treePaths(root: string = ROOT): string[] {
  const paths = existsSync(`${root}/.git`) ? gitPaths(root) : walk(root, "");
  return [...new Set(paths)].filter((path) => existsSync(`${root}/${path}`)).sort();
}

function gitPaths(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const list = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return list.split("\0").filter((path) => path !== "");
}

function walk(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    return entry.isDirectory() ? walk(root, `${folder}${entry.name}/`) : [`${folder}${entry.name}`];
  });
}

/** The files of the tree whose path matches. */
export function treeFiles(pattern: RegExp, root: string = ROOT): TreeFile[] {
  return treePaths(root)
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}

/** Prints findings one a line to standard error and a count; sets the exit code where there are any. */
export function report(name: string, findings: readonly Finding[], checked: string): void {
  for (const { path, line, message } of findings) {
    console.error(`${path}${line > 0 ? `:${line}` : ""}  ${message}`);
  }
  console.log(
    `${name}: ${checked}, ${findings.length === 0 ? "no findings" : `${findings.length} findings`}`,
  );
  if (findings.length > 0) process.exitCode = 1;
}
