/** The records that are measured: made once, under a name that changes with what fills them, and kept. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/record/db.ts";
import { openRecord } from "../../src/record/index.ts";
import { SCHEMA_VERSION } from "../../src/record/migrations/index.ts";
import { fillEvents } from "./fill-events.ts";
import { fillLarge } from "./large-record.ts";

/** The records to measure, filled. */
export async function places(mentions: number, short: boolean): Promise<[string, string][]> {
  const found: [string, string][] = [["sqlite", await sqlitePlace(mentions, short)]];
  const server = process.env.CHANCERY_TEST_POSTGRES;
  if (server !== undefined && server !== "") found.push(["postgres", await postgresPlace(server, mentions)]);
  return found;
}

/** Changes when what fills the record does. */
function version(mentions: number): string {
  const code = ["large-record.ts", "fill-events.ts"].map((file) =>
    readFileSync(new URL(file, import.meta.url)),
  );
  const hash = createHash("sha256").update(Buffer.concat(code)).digest("hex").slice(0, 8);
  return `${mentions}-${SCHEMA_VERSION}-${hash}`;
}

async function sqlitePlace(mentions: number, short: boolean): Promise<string> {
  const cache = new URL("../../.cache/", import.meta.url).pathname;
  mkdirSync(cache, { recursive: true });
  const path = join(
    short ? mkdtempSync(join(tmpdir(), "chancery-bench-api-")) : cache,
    `large-${version(mentions)}.db`,
  );
  if (short) process.on("exit", () => rmSync(join(path, ".."), { recursive: true, force: true }));
  if (existsSync(path)) return path;
  const fresh = `${path}.new`;
  for (const tail of ["", "-wal", "-shm"]) rmSync(`${fresh}${tail}`, { force: true });
  await fill(fresh, mentions);
  renameSync(fresh, path);
  return path;
}

async function postgresPlace(server: string, mentions: number): Promise<string> {
  const { default: pg } = await import("pg");
  const name = `chancery_large_${version(mentions).replaceAll("-", "_")}`;
  const target = new URL(server);
  target.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 1) return target.href;
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new`);
    target.pathname = `/${name}_new`;
    await fill(target.href, mentions);
    await client.query(`alter database ${name}_new rename to ${name}`);
  } finally {
    await client.end();
  }
  target.pathname = `/${name}`;
  return target.href;
}

async function fill(target: string, mentions: number): Promise<void> {
  const record = await openRecord(target);
  await fillLarge(record, mentions);
  await record.close();
  const database = await openDatabase(target);
  await fillEvents(database);
  await database.kysely.destroy();
}
