/**
 * A record for tests of pages: what is given is read by the real command, linked
 * and served by the real server, over pages that are built when they are stale.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWeb, webIsStale } from "../../scripts/build-web.ts";
import { ROOT } from "../../scripts/checks/finding.ts";
import { openServices, serve } from "../../src/views/api/index.ts";

export interface ServedRecord {
  /** Without a slash at its end. */
  readonly url: string;
  /** JSON of the API. */
  json(path: string): Promise<Answer>;
  /** Runs a command over the record, beside the server.
   * @throws where it fails */
  run(...args: readonly string[]): void;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects to find
export type Answer = any;

/** Pages of this machine may be read, and are asked for by nobody that exists. */
const NEAR = { contact: "tests@example.org", allowPrivateNetworks: true };
/** Part of the input may be refused: one of the examples is meant to be. */
const FINE = [0, 3];

/** The record of these sources, served; an empty record where there are none. */
export async function serveRecord(...sources: readonly string[]): Promise<ServedRecord> {
  if (webIsStale()) await buildWeb();
  const folder = mkdtempSync(join(tmpdir(), "chancery-pages-"));
  const record = join(folder, "record.db");
  const run = (...words: readonly string[]) => {
    const args = [`${ROOT}/bin/chancery.js`, ...words, "--record", record];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    if (!FINE.includes(status ?? 1)) throw new Error(`${words[0]} ended with ${status}: ${stderr}`);
  };
  if (sources.length > 0) run("read", ...sources);
  const services = await openServices({ record, workers: 1, web: NEAR });
  const serving = await serve({ services, host: "127.0.0.1", port: 0, web: `${ROOT}/dist/web` });
  const url = serving.url.replace(/\/$/, "");
  return {
    url,
    run,
    json: async (path) => await (await fetch(`${url}/api/v1${path}`)).json(),
    async close() {
      await serving.close();
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
