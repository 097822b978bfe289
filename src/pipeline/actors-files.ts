/**
 * The files that `--actors` names in, the actors in them and the lines that were not taken out. What stands in
 * a file is read by the knowledge room.
 */
import { readFile, stat } from "node:fs/promises";
import { Fault } from "../base/index.ts";
import { readActors } from "../knowledge/actors/read-actors.ts";
import type { ReadActors } from "../knowledge/actors/types.ts";

/** Every worker holds the actors, so files of more are refused; the largest of PETRARCH have 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The actors of the files, in their order.
 * @throws {@link Fault} `pipeline/no-actors` where a file is not there, too large or no text */
export async function openActorsFiles(names: readonly string[]): Promise<ReadActors> {
  const files: { file: string; text: string }[] = [];
  for (const file of names) files.push({ file, text: await textOf(file) });
  return readActors(files);
}

async function textOf(file: string): Promise<string> {
  const advice = "Give a text file: JSON Lines, or actors and agents as PETRARCH writes them.";
  const fail = (why: string, cause?: unknown) =>
    new Fault("pipeline/no-actors", `The actors in ${file} cannot be read: ${why}.`, { advice, cause });
  let bytes: Buffer;
  try {
    if ((await stat(file)).size > MOST_BYTES) throw fail("the file is larger than 64 MiB");
    bytes = await readFile(file);
  } catch (error) {
    throw error instanceof Fault ? error : fail((error as Error).message, error);
  }
  if (bytes.includes(0)) throw fail("it holds bytes of no text");
  return decoded(bytes);
}

/** Old files are in Latin letters of one byte each. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
