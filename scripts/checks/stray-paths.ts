/**
 * Files of the tree in, lines that name a machine's own path or a package
 * registry out: neither means anything to the next reader.
 */
import type { Finding, TreeFile } from "./finding.ts";

const FOLDERS = ["work", "tmp", "root", "home", "Users", "mnt"].join("|");
const MACHINE_PATH = new RegExp(`(?<![\\w.:/~*>-])/(?:${FOLDERS})/[\\w.]`);
const REGISTRY = /https?:\/\/[\w.-]*(?:registry\.|npmjs\.org)/;
const LOCKED = /"resolved"\s*:/;

/** Lines of the file that name a path of this machine or a registry's address. */
export function checkStrayPaths(file: TreeFile): Finding[] {
  return file.text.split("\n").flatMap((text, index) => {
    const found = (message: string): Finding[] => [{ path: file.path, line: index + 1, message }];
    const path = MACHINE_PATH.exec(text);
    if (path !== null) return found(`names a path of one machine: ${path[0]}…`);
    if (REGISTRY.test(text)) return found("names a package registry");
    if (file.path === "package-lock.json" && LOCKED.test(text)) {
      return found(
        "the lock file carries a registry's address; run npm with omit-lockfile-registry-resolved",
      );
    }
    return [];
  });
}
