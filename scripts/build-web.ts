/**
 * web/ in, dist/web out: the pages that `chancery serve` shows. With
 * `--if-stale` nothing is done where no source is newer than the last build.
 */
import { globSync, statSync } from "node:fs";
import { build } from "vite";
import { ROOT } from "./checks/finding.ts";

const BUILT = `${ROOT}/dist/web/index.html`;
/** What the pages are made of: their own files, the names of knowledge/, the paths of the API. */
const SOURCES = [
  "web/**/*",
  "knowledge/ontology/**/*",
  "knowledge/gazetteer/*.tsv",
  "src/views/api/endpoints/*.ts",
  "package-lock.json",
];

/** Builds the pages. */
export async function buildWeb(): Promise<void> {
  await build({ configFile: `${ROOT}/web/vite.config.ts`, logLevel: "warn" });
}

/** True where the pages are not built, or a source of theirs has changed since. */
export function webIsStale(): boolean {
  const builtMs = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtMs === 0) return true;
  return SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).some(
    (path) => statSync(`${ROOT}/${path}`).mtimeMs > builtMs,
  );
}

if (import.meta.main && (!process.argv.includes("--if-stale") || webIsStale())) await buildWeb();
