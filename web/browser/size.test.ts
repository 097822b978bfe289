/** The scripts of the pages stay within their bar, whichever views are opened; no browser is needed to see that. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { buildWeb, webIsStale } from "../../scripts/build-web.ts";
import { ROOT } from "../../scripts/checks/finding.ts";

const MOST_BYTES = 300 * 1024;

test("all scripts together are at most 300 KB, packed", async () => {
  if (webIsStale()) await buildWeb();
  const folder = `${ROOT}/dist/web/assets`;
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length, 0);
  console.log(`scripts of all views: ${Math.round(bytes / 1024)} KB packed, in ${scripts.length} files`);
  assert.ok(scripts.length > 10 && bytes <= MOST_BYTES, `${bytes} bytes`);
});

test("nothing in the built pages needs an exception in the policy", () => {
  const page = readFileSync(`${ROOT}/dist/web/index.html`, "utf8");
  assert.doesNotMatch(page, /<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/);
  assert.doesNotMatch(page, /https?:\/\//);
});
