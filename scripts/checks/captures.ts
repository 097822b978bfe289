/**
 * Documents in, the same documents with their captures made anew out.
 *
 * A capture is a code block between `<!-- capture: COMMAND -->` and
 * `<!-- /capture -->`; commands of one document run in order in one empty
 * folder that holds examples/. `figures: NAME…` gives a table from
 * bench/floors.json, `ontology: NAME` one from knowledge/ontology, `api: entries` and `api: forms` those of the API. Durations differ from run to run and are not compared.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiTables } from "./api-tables.ts";
import { figuresTable } from "./figures.ts";
import type { Finding, TreeFile } from "./finding.ts";
import { ontologyTable } from "./ontology-tables.ts";

const CAPTURE = /(<!-- (capture|figures|ontology|api): (.+?) -->\n)([\s\S]*?)(<!-- \/\2 -->)/g;
const COLUMNS = "110";

/** The document with every capture as the commands give it now. */
export function renewCaptures(file: TreeFile, root: string): string {
  if (!new RegExp(CAPTURE.source).test(file.text)) return file.text;
  const folder = mkdtempSync(join(tmpdir(), "chancery-docs-"));
  try {
    symlinkSync(`${root}/examples`, `${folder}/examples`);
    return file.text.replace(CAPTURE, (_, open: string, kind: string, what: string, _old, close: string) => {
      return `${open}${bodyOf(kind, what, root, folder)}${close}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Captures of the document that are not what the commands give now. */
export function checkCaptures(file: TreeFile, root: string): Finding[] {
  const old = steady(file.text).split("\n");
  const fresh = steady(renewCaptures(file, root)).split("\n");
  const line = fresh.findIndex((text, index) => text !== old[index]);
  if (line === -1 && fresh.length === old.length) return [];
  const message = `capture is stale, run npm run docs: ${JSON.stringify(fresh[line] ?? "")}`;
  return [{ path: file.path, line: (line === -1 ? fresh.length : line) + 1, message }];
}

function bodyOf(kind: string, what: string, root: string, folder: string): string {
  if (kind === "api") return apiTables(what);
  if (kind === "figures") return figuresTable(root, what.split(/\s+/));
  return kind === "ontology" ? ontologyTable(what) : capture(what, root, folder);
}

function capture(command: string, root: string, folder: string): string {
  const words = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, "")) ?? [];
  const args = words[0] === "chancery" ? [`${root}/bin/chancery.js`, ...words.slice(1)] : words;
  const env = { ...process.env, COLUMNS, NO_COLOR: "1", TZ: "UTC" };
  const path = `${folder}/output`;
  const output = openSync(path, "w");
  spawnSync(process.execPath, args, { cwd: folder, env, stdio: ["ignore", output, output] });
  closeSync(output);
  return ["```console", `$ ${command}`, readFileSync(path, "utf8").trimEnd(), "```", ""].join("\n");
}

/** The text without what differs from run to run; a rate stands only where a run took long, so it goes whole. */
export function steady(text: string): string {
  return text
    .replace(/, \d+(?:\.\d+)? reports a second\b/g, "")
    .replace(/\b\d+(?:\.\d+)? ?(?:ms|s|seconds)\b/g, "N")
    .replace(/[ \t]+$/gm, "");
}
