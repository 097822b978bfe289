/**
 * Content-addressed ids: the same input gives the same id on every machine.
 */
import { createHash } from "node:crypto";

/** Hexadecimal SHA-256 of the parts, each preceded by its length so that no two part lists collide. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part, "utf8");
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}

/** An id such as `r_3f9a0c51d2b84e67`: a kind letter and the first 16 hexadecimal digits of the digest. */
export function contentId(kind: string, ...parts: readonly string[]): string {
  return `${kind}_${digest(...parts).slice(0, 16)}`;
}
