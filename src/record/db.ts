/**
 * The one door to the database: a path or a postgres:// URL in, Kysely out.
 *
 * Everything else in this room speaks Kysely and is told which of the two
 * databases it speaks to only where SQL differs (search, locks, pragmas).
 */
import { existsSync, statSync } from "node:fs";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { recordFault } from "./faults.ts";
import { sqliteDialect } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

export type DatabaseKind = "sqlite" | "postgres";
export type Db = Kysely<Tables> | Transaction<Tables>;

export interface Database {
  readonly kind: DatabaseKind;
  readonly kysely: Kysely<Tables>;
  /** The place for people: the path, or the URL without its password. */
  readonly where: string;
}

export interface DatabaseSettings {
  /** Refuse to create a record that is not there (default false). */
  readonly mustExist?: boolean;
  readonly busyLimitMs?: number;
  /** The database itself refuses to change anything, and on PostgreSQL a statement ends after a second. */
  readonly readOnly?: boolean;
}

/** True for a `postgres://` or `postgresql://` URL. */
export function isPostgresUrl(target: string): boolean {
  return /^postgres(ql)?:\/\//.test(target);
}

/** The target as it may be shown: without a password. */
export function shownTarget(target: string): string {
  return isPostgresUrl(target) ? target.replace(/^([^/]*\/\/[^:/@]*):[^@]*@/, "$1@") : target;
}

/** A connection to the database, not yet checked for its schema.
 * @throws {@link Fault} `record/none`, `record/not-a-record`, `record/no-permission` */
export async function openDatabase(target: string, settings: DatabaseSettings = {}): Promise<Database> {
  const where = shownTarget(target);
  if (isPostgresUrl(target)) return { kind: "postgres", where, kysely: await openPostgres(target, settings) };
  if (target !== ":memory:") checkFile(target, settings.mustExist ?? false);
  const busyLimitMs = settings.busyLimitMs;
  const dialect = sqliteDialect({
    path: target,
    readOnly: settings.readOnly ?? false,
    ...(busyLimitMs === undefined ? {} : { busyLimitMs }),
  });
  return { kind: "sqlite", where, kysely: new Kysely<Tables>({ dialect }) };
}

function checkFile(path: string, mustExist: boolean): void {
  if (!existsSync(path)) {
    if (!mustExist) return;
    throw recordFault(
      "record/none",
      `There is no record at ${path}.`,
      "Make one with `chancery read FILE`, or name another with --record.",
    );
  }
  if (!statSync(path).isFile())
    throw recordFault("record/not-a-record", `${path} is no file.`, "Name a file with --record.");
}

const READ_LIMIT_MS = 1_000;
/** Pages of a list are short questions that go from index to index: compiling a plan or starting helpers costs more than
 * it saves, and on the disks of today a page out of turn costs about as much as the next one. */
const PLANNING = "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1";

async function openPostgres(url: string, { readOnly = false }: DatabaseSettings): Promise<Kysely<Tables>> {
  const { default: pg } = await import("pg");
  const bounds = `-c default_transaction_read_only=on -c statement_timeout=${READ_LIMIT_MS}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 10_000,
    options: readOnly ? `${PLANNING} ${bounds}` : PLANNING,
    // Numbers of 64 bits come as text otherwise; those of the record are far below 2 ** 53.
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === pg.types.builtins.INT8 && format !== "binary"
          ? Number
          : pg.types.getTypeParser(oid, format as "text"),
    },
  });
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

// "chancery" in ASCII, as the key of an advisory lock.
const WRITER_LOCK = 0x63686e63;

/** Runs `act` in one transaction that no other writer of this record shares; all of it lands or nothing. */
export async function writing<T>(
  database: Database,
  act: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return await database.kysely.transaction().execute(async (db) => {
    if (database.kind === "postgres")
      await sql`select pg_advisory_xact_lock(${WRITER_LOCK}::bigint)`.execute(db);
    return await act(db);
  });
}

/** Runs `act` in one read-only transaction that sees one state of the record throughout. */
export async function reading<T>(
  database: Database,
  act: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const transaction = database.kysely.transaction().setAccessMode("read only");
  const fixed = database.kind === "postgres" ? transaction.setIsolationLevel("repeatable read") : transaction;
  return await fixed.execute(act);
}
