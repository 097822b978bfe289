/**
 * Paths in, the files behind them out: folders are walked in order of their
 * names; hidden files, and those whose ending is that of no report, left out.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { refusal, refusalOf } from "./refusal.ts";
import type { SourceRefusal } from "./types.ts";

/** What a folder is read for; a file that is named itself is read whatever its name. */
const READ_FROM_FOLDERS =
  /\.(?:txt|text|x?html?|jsonl|ndjson|jsonlines|json|w?arc|docx|rtf|pdf|mht|mhtml)(?:\.gz)?$/i;

export type FoundFile = { readonly path: string } | SourceRefusal;

/** The files at a path: itself, or those below it. Links to folders are not followed.
 * @param leaveAside told of each file of a folder that by its name is no report */
export async function* filesAt(
  path: string,
  leaveAside: (path: string) => void = () => {},
): AsyncGenerator<FoundFile> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield refusalOf(error, path);
    return;
  }
  if (!isFolder) {
    yield { path };
    return;
  }
  let found = false;
  for await (const file of filesBelow(path)) {
    if ("path" in file && !READ_FROM_FOLDERS.test(file.path)) {
      leaveAside(file.path);
      continue;
    }
    found = true;
    yield file;
  }
  if (!found) {
    const advice = "Name a folder that holds text, HTML, JSON Lines or archive files.";
    yield refusal("sources/empty", path, `The folder ${path} holds no file to read.`, { advice });
  }
}

/** Walks with a stack of its own, so that no depth of folders overflows the call stack. */
async function* filesBelow(folder: string): AsyncGenerator<FoundFile> {
  const waiting: { path: string; isFolder: boolean }[] = [{ path: folder, isFolder: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!next.isFolder) {
      yield { path: next.path };
      continue;
    }
    let entries: Dirent[];
    try {
      entries = await readdir(next.path, { withFileTypes: true });
    } catch (error) {
      yield refusalOf(error, next.path);
      continue;
    }
    const shown = entries.filter(({ name }) => !name.startsWith("."));
    shown.sort((a, b) => (a.name < b.name ? 1 : a.name > b.name ? -1 : 0));
    for (const entry of shown) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory()) waiting.push({ path, isFolder: true });
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))
        waiting.push({ path, isFolder: false });
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
