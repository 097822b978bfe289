/**
 * The codes of this room: what can go wrong between the product and its
 * database. `recordFault` turns an error of SQLite or PostgreSQL into a Fault
 * that says what happened, where and what to do next.
 */
import { Fault } from "../base/index.ts";

export const RECORD_FAULTS = {
  "record/none": "There is no record at the place named.",
  "record/not-a-record": "The file is no record of Chancery.",
  "record/newer": "The record was written by a newer Chancery.",
  "record/busy": "Another process holds the record for too long.",
  "record/disk-full": "The disk is full.",
  "record/no-permission": "The record cannot be read or written with the present rights.",
  "record/no-server": "The PostgreSQL server does not answer.",
  "record/damaged": "The record is damaged.",
  "record/not-empty": "A restore needs an empty record.",
  "record/bad-backup": "The backup is truncated, edited or none at all.",
  "record/file-exists": "The file is there already.",
  "record/not-found": "The record does not hold what was asked for.",
  "record/bad-filter": "A filter's value cannot be read.",
  "record/too-slow": "The question takes longer than a reader may ask.",
  "record/database": "The database refused a statement.",
} as const;

export type RecordFaultCode = keyof typeof RECORD_FAULTS;

/** A Fault of this room. */
export function recordFault(code: RecordFaultCode, message: string, advice?: string, cause?: unknown): Fault {
  return new Fault(code, message, {
    step: "record",
    ...(advice === undefined ? {} : { advice }),
    ...(cause === undefined ? {} : { cause }),
  });
}

interface DatabaseError {
  readonly code?: string;
  readonly errcode?: number;
  readonly message?: string;
}

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/** True when SQLite says that another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  const primary = ((error as DatabaseError)?.errcode ?? 0) & 0xff;
  return primary === SQLITE_BUSY || primary === SQLITE_LOCKED;
}

/** The Fault for an error that came out of a database; a Fault stays what it is. */
export function faultOf(error: unknown, where: string): Fault {
  if (error instanceof Fault) return error;
  const { code = "", errcode = 0, message = String(error) } = (error ?? {}) as DatabaseError;
  const known = (errcode > 0 ? ofSqlite(errcode & 0xff) : null) ?? ofPostgres(code);
  if (known !== null) {
    const [faultCode, words, advice] = known;
    return recordFault(faultCode, `${words}: ${where} (${message})`, advice, error);
  }
  return recordFault(
    "record/database",
    `The database refused a statement: ${where} (${message})`,
    "Run `chancery doctor` to check the record.",
    error,
  );
}

type Known = readonly [RecordFaultCode, string, string];

const DISK_FULL: Known = [
  "record/disk-full",
  "The disk is full",
  "Free some space and run the same command again; what was acknowledged is safe.",
];
const BUSY: Known = [
  "record/busy",
  "Another process holds the record",
  "Wait for it to end, then run the same command again.",
];
const NO_PERMISSION: Known = [
  "record/no-permission",
  "The record cannot be opened or written",
  "Check that its folder exists and that you may write there.",
];

// Result codes: https://www.sqlite.org/rescode.html
function ofSqlite(primary: number): Known | null {
  switch (primary) {
    case 10: // SQLITE_IOERR: a failed write, most often for want of space
    case 13:
      return DISK_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BUSY;
    case 3:
    case 8:
    case 14:
      return NO_PERMISSION;
    case 11:
      return ["record/damaged", "The record is damaged", "Restore a backup: `chancery restore FILE`."];
    case 26:
      return ["record/not-a-record", "The file is no record", "Name another file with --record."];
    default:
      return null;
  }
}

// Classes: https://www.postgresql.org/docs/current/errcodes-appendix.html
function ofPostgres(code: string): Known | null {
  if (code === "53100") return DISK_FULL;
  if (code === "55P03" || code === "40P01") return BUSY;
  if (code === "42501" || code.startsWith("28")) return NO_PERMISSION;
  if (code === "57014")
    return [
      "record/too-slow",
      "The question takes too long",
      "Narrow the filter, or ask again when less is going on.",
    ];
  if (code === "3D000")
    return ["record/none", "The PostgreSQL server has no such database", "Create it with `createdb NAME`."];
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|ENOENT|57P|08)/.test(code))
    return ["record/no-server", "The PostgreSQL server does not answer", "Check the URL and that it runs."];
  return null;
}
