/**
 * knowledge/ in, its entries with their places out. A `.json` file is one
 * entry, a `.jsonl` file one a line, a `.tsv` file one a row under a header.
 * Schemas name the files that they govern at the end of their title:
 * "Event rule: knowledge/rules/coding/*.jsonl".
 */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Finding } from "./finding.ts";

export interface KnowledgeEntry {
  /** Relative to the root, with slashes. */
  readonly path: string;
  /** From 1; 0 where the file is the entry. */
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Schema {
  readonly path: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Patterns of the paths that it governs. */
  readonly governs: readonly RegExp[];
}

/** Paths of all files below `folder` of the root, with slashes, in order. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(root.length + 1)}/${entry.name}`)
    .sort();
}

/** The entries of one file, and the places that hold none.
 * @param path relative to `root` */
export function readEntries(root: string, path: string): { entries: KnowledgeEntry[]; findings: Finding[] } {
  const bytes = readFileSync(`${root}/${path}`);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const name = path.replace(/\.gz$/, "");
  if (name.endsWith(".tsv")) return { entries: readRows(path, text), findings: [] };
  const pieces = name.endsWith(".jsonl")
    ? text.split("\n").map((line, index) => ({ line: index + 1, text: line }))
    : [{ line: 0, text }];
  const entries: KnowledgeEntry[] = [];
  const findings: Finding[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    try {
      entries.push({ path, line: piece.line, value: JSON.parse(piece.text) as KnowledgeEntry["value"] });
    } catch (error) {
      findings.push({ path, line: piece.line, message: `is not JSON: ${(error as Error).message}` });
    }
  }
  return { entries, findings };
}

function readRows(path: string, text: string): KnowledgeEntry[] {
  const lines = text.split("\n");
  const header = (lines[0] ?? "").replace(/^#\s*/, "").split("\t");
  return lines.slice(1).flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const cells = line.split("\t");
    const row = header.map((name, column) => [name, cells[column] ?? ""] as const);
    const extra = cells.length > header.length ? [["extra cells", String(cells.length - header.length)]] : [];
    return [
      { path, line: index + 2, value: Object.fromEntries([...row, ...extra]) as KnowledgeEntry["value"] },
    ];
  });
}

/** The schemas of knowledge/schema with the files that they govern. */
export function readSchemas(root: string): Schema[] {
  return filesBelow(root, "knowledge/schema").map((path) => {
    const document = JSON.parse(readFileSync(`${root}/${path}`, "utf8")) as Record<string, unknown>;
    const globs = String(document.title ?? "").match(/knowledge\/[\w./*{}-]*[\w*]/g) ?? [];
    return { path, document, governs: globs.map(globPattern) };
  });
}

function globPattern(glob: string): RegExp {
  return new RegExp(`^${glob.replace(/[.]/g, "\\.").replace(/\*/g, "[^/]*")}(?:\\.gz)?$`);
}
