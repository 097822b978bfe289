/** Files or standard input in, their lines with their numbers out: what the filters read. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export interface NumberedLine {
  readonly number: number;
  readonly line: string;
  /** Why the file gave nothing more; null for a line. */
  readonly unreadable: string | null;
}

export const LONGEST_LINE = 8 * 1024 * 1024;

/** The lines of the files that are not empty, numbered on from file to file. */
export async function* numberedLines(files: readonly string[]): AsyncGenerator<NumberedLine> {
  let number = 0;
  for (const file of files.length === 0 ? ["-"] : files) {
    const input = file === "-" ? process.stdin : createReadStream(file);
    try {
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number += 1;
        if (line.trim() !== "") yield { number, line, unreadable: null };
      }
    } catch (error) {
      yield { number: 0, line: "", unreadable: `${file} cannot be read: ${(error as Error).message}` };
    }
  }
}
