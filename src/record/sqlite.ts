/**
 * Kysely's dialect for `node:sqlite`: a database file in, a dialect out.
 *
 * One connection; write-ahead log, every commit synced to the disk
 * (synchronous=FULL), foreign keys on. A transaction takes the write lock when
 * it begins (BEGIN IMMEDIATE) unless it is declared read only, and waits for
 * another process without blocking the event loop. Source: sqlite.org/wal.html,
 * sqlite.org/lang_transaction.html, nodejs.org/api/sqlite.html.
 */
import { chmodSync, existsSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { faultOf, isBusy } from "./faults.ts";

/** How long a writer waits for another process before it gives up. */
const BUSY_LIMIT_MS = 120_000;
/** SQLite's own wait, short because it blocks the event loop. */
const BUSY_STEP_MS = 100;
const STATEMENTS_KEPT = 200;

export interface SqliteSettings {
  readonly path: string;
  /** Longest wait for another process's write lock (default 120 s). */
  readonly busyLimitMs?: number;
  /** Refuse every change (default false). */
  readonly readOnly?: boolean;
}

/** The dialect over one SQLite file. */
export function sqliteDialect(settings: SqliteSettings): Dialect {
  return {
    createDriver: () => createDriver(settings),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function createDriver(settings: SqliteSettings): Driver {
  const limitMs = settings.busyLimitMs ?? BUSY_LIMIT_MS;
  let connection: SqliteConnection | null = null;
  // One connection holds one transaction; the next one waits until it has ended.
  let turn: Promise<void> = Promise.resolve();
  let endTurn = () => {};
  const opened = (): SqliteConnection => {
    if (connection === null) throw new Error("the SQLite driver is not initialised");
    return connection;
  };
  return {
    async init() {
      connection = await whileBusy(limitMs, () => connect(settings.path, settings.readOnly ?? false));
    },
    acquireConnection: async () => opened(),
    async beginTransaction(_connection, transaction: TransactionSettings) {
      const sql = transaction.accessMode === "read only" ? "begin" : "begin immediate";
      const before = turn;
      const own = Promise.withResolvers<void>();
      turn = own.promise;
      await before;
      endTurn = own.resolve;
      try {
        await whileBusy(limitMs, () => opened().exec(sql));
      } catch (error) {
        own.resolve();
        throw error;
      }
    },
    async commitTransaction() {
      await whileBusy(limitMs, () => opened().exec("commit"));
      endTurn();
    },
    async rollbackTransaction() {
      // A full disk has rolled back already; a second rollback would hide the first error.
      if (opened().inTransaction) opened().exec("rollback");
      endTurn();
    },
    releaseConnection: async () => {},
    async destroy() {
      connection?.close();
      connection = null;
    },
  };
}

function connect(path: string, readOnly: boolean): SqliteConnection {
  const isNew = path !== ":memory:" && !existsSync(path);
  try {
    const database = new DatabaseSync(path, {
      enableForeignKeyConstraints: true,
      timeout: BUSY_STEP_MS,
    });
    try {
      database.exec("pragma journal_mode = wal; pragma synchronous = full;");
      database.exec("pragma secure_delete = fast");
      database.exec(
        "pragma cache_size = -32000; pragma temp_store = memory; pragma wal_autocheckpoint = 4000;",
      );
      // A file that is opened read only cannot join a write-ahead log that nobody else has open.
      if (readOnly) database.exec("pragma query_only = on");
    } catch (error) {
      database.close();
      throw error;
    }
    // Reports may be confidential: a new record is for its owner alone.
    if (isNew) chmodSync(path, 0o600);
    return new SqliteConnection(database);
  } catch (error) {
    if (isBusy(error)) throw error;
    throw faultOf(error, path);
  }
}

async function whileBusy<T>(limitMs: number, act: () => T): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= until) throw error;
      await sleep(5 + Math.random() * 45);
    }
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    const values = query.parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const statement = this.#database.prepare(query.sql);
    for (const row of statement.iterate(...(query.parameters as SQLInputValue[]))) yield { rows: [row as R] };
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = this.#database.prepare(sql);
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}
