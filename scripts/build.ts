/**
 * src/ and web/ in, dist/ out: JavaScript and declarations for users of the
 * package, and the pages that it serves. dist/ is emptied first, so that nothing stale is packed. A checkout never
 * runs it: bin/chancery.js prefers src/.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { buildWeb } from "./build-web.ts";
import { ROOT } from "./checks/finding.ts";

rmSync(`${ROOT}/dist`, { recursive: true, force: true });
execFileSync(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, "-p", "tsconfig.build.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
if (!existsSync(`${ROOT}/dist/index.js`)) throw new Error("the build gave no dist/index.js");
await buildWeb();
const files = readdirSync(`${ROOT}/dist`, { recursive: true }).filter((name) => String(name).endsWith(".js"));
console.error(`dist: ${files.length} modules`);
