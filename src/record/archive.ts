/**
 * The form of a backup: gzip of JSON Lines, the same for both databases.
 *
 * First line: what it is and the version of the tables. Then each table's rows
 * as `["table", {…}]`, in the order of their keys. Last line: rows and SHA-256
 * of every table, and SHA-256 of all lines before. Reading it back checks all
 * of these before a row is believed, so a truncated or edited file is refused.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { Fault } from "../base/index.ts";
import { recordFault } from "./faults.ts";
import { TABLE_NAMES, type TableName } from "./tables.ts";

export const ARCHIVE_FORMAT = "chancery-backup";
/** Version of this form of archive; the tables have a version of their own. */
export const ARCHIVE_VERSION = 1;

export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}
export type TableSums = { readonly [Name in TableName]: TableSum };

export interface ArchiveHead {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly archive_version: number;
  readonly schema_version: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** Sums the rows of tables as they pass, in the order of their keys. */
export class Summer {
  readonly #hashes = new Map<TableName, Hash>(TABLE_NAMES.map((name) => [name, createHash("sha256")]));
  readonly #rows = new Map<TableName, number>(TABLE_NAMES.map((name) => [name, 0]));

  add(table: TableName, row: Row): void {
    this.#hashes.get(table)?.update(`${canonical(row)}\n`);
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + 1);
  }

  sums(): TableSums {
    const entries = TABLE_NAMES.map((name) => [
      name,
      { rows: this.#rows.get(name) ?? 0, sha256: this.#hashes.get(name)?.copy().digest("hex") ?? "" },
    ]);
    return Object.fromEntries(entries) as TableSums;
  }
}

/** The row as JSON with its columns in the order of the alphabet. */
export function canonical(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Rows of the archive, checked line by line; the last check comes with the last row.
 * @throws {@link Fault} `record/bad-backup` */
export async function* readArchive(path: string): AsyncGenerator<ArchiveHead | readonly [TableName, Row]> {
  const all = createHash("sha256");
  const summer = new Summer();
  let head: ArchiveHead | null = null;
  let ended = false;
  try {
    const file = createReadStream(path);
    const stream = file.pipe(createGunzip());
    file.on("error", (error) => stream.destroy(error));
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (ended) throw bad(path, "there are lines after its end");
      const value: unknown = JSON.parse(line);
      if (head === null) {
        head = headOf(value, path);
        yield head;
      } else if (Array.isArray(value)) {
        const [table, row] = value as [TableName, Row];
        if (!TABLE_NAMES.includes(table)) throw bad(path, `it has a table ${String(table)}`);
        summer.add(table, row);
        yield [table, row];
      } else {
        checkEnd(value, summer.sums(), all.copy().digest("hex"), path);
        ended = true;
      }
      all.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw bad(path, String((error as Error).message), error);
  }
  if (!ended) throw bad(path, "it ends before its end");
}

function headOf(value: unknown, path: string): ArchiveHead {
  const head = value as ArchiveHead;
  if (head?.format !== ARCHIVE_FORMAT) throw bad(path, "its first line is not that of a backup");
  if (head.archive_version > ARCHIVE_VERSION)
    throw recordFault("record/newer", `${path} was written by a newer Chancery.`, "Install the newer one.");
  return head;
}

function checkEnd(value: unknown, sums: TableSums, sha256: string, path: string): void {
  const end = value as { tables?: TableSums; sha256?: string };
  if (end?.sha256 !== sha256) throw bad(path, "its lines are not those that were written");
  for (const name of TABLE_NAMES) {
    const [found, written] = [sums[name], end.tables?.[name]];
    // an older archive has no rows of tables that came later
    if (written === undefined && found.rows === 0) continue;
    if (written?.rows !== found.rows || written.sha256 !== found.sha256)
      throw bad(path, `the table ${name} is not what was written`);
  }
}

function bad(path: string, why: string, cause?: unknown): Fault {
  return recordFault(
    "record/bad-backup",
    `${path} cannot be restored: ${why}. Nothing was changed.`,
    "Take another copy of the backup.",
    cause,
  );
}
