/** Where the knowledge/ folder lies: beside src/ in a checkout, beside dist/ in the package. */
import { fileURLToPath } from "node:url";

/** Absolute path of the knowledge folder, or of `parts` inside it. */
export function knowledgePath(...parts: readonly string[]): string {
  return fileURLToPath(new URL(["../../knowledge", ...parts].join("/"), import.meta.url));
}
