/**
 * Which rules and models code: the version of the product and a hash of
 * everything in knowledge/ and of the user's own actors, kept with each report so that the record can say
 * what `recode` would do again.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OwnActors } from "../knowledge/actors/types.ts";
import { knowledgePath } from "../knowledge/dir.ts";
import { VERSION } from "./version.ts";

/** Such as `chancery 0.1.0 knowledge 3f9a0c51d2b8`, and ` actors 77b0c2ad41f0` where the user gave some. */
export function coderName(actors: OwnActors | null = null): string {
  const root = knowledgePath();
  const hash = createHash("sha256");
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  const own = actors === null ? "" : `${ACTORS}${actors.hash}`;
  return `chancery ${VERSION} knowledge ${hash.digest("hex").slice(0, 12)}${own}`;
}

const ACTORS = " actors ";

/** Hash of the user's own actors that a coder had; null where it had none. */
export function actorsOf(coder: string): string | null {
  const at = coder.indexOf(ACTORS);
  return at < 0 ? null : coder.slice(at + ACTORS.length);
}
