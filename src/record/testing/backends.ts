/**
 * The databases that every test of the record runs on: SQLite always, and
 * PostgreSQL where CHANCERY_TEST_POSTGRES names a server (else a skipped test
 * says so). Each call makes a place of its own and takes it away afterwards.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";

export interface Place {
  /** A path or URL for `openRecord`; a new one for each call. */
  target(): Promise<string>;
}

export interface Backend {
  readonly name: "sqlite" | "postgres";
  open(): Promise<Place & { remove(): Promise<void> }>;
}

const server = process.env.CHANCERY_TEST_POSTGRES;

/** Runs the suite once for each database at hand. */
export function onEachBackend(title: string, suite: (backend: Backend) => void): void {
  describe(`${title} (sqlite)`, () => suite(sqliteBackend));
  if (server === undefined || server === "")
    test(`${title} (postgres)`, { skip: "CHANCERY_TEST_POSTGRES names no server" }, () => {});
  else describe(`${title} (postgres)`, () => suite(postgresBackend(server)));
}

/** Runs `act` with a place to make records in. */
export async function withPlace<T>(backend: Backend, act: (place: Place) => Promise<T>): Promise<T> {
  const place = await backend.open();
  try {
    return await act(place);
  } finally {
    await place.remove();
  }
}

export const sqliteBackend: Backend = {
  name: "sqlite",
  async open() {
    const folder = mkdtempSync(join(tmpdir(), "chancery-record-"));
    let count = 0;
    return {
      target: async () => join(folder, `record-${count++}.db`),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

function postgresBackend(url: string): Backend {
  return {
    name: "postgres",
    async open() {
      const made: string[] = [];
      return {
        async target() {
          const name = `chancery_test_${randomBytes(6).toString("hex")}`;
          await administer(url, `create database ${name}`);
          made.push(name);
          const own = new URL(url);
          own.pathname = `/${name}`;
          return own.href;
        },
        async remove() {
          for (const name of made) await administer(url, `drop database if exists ${name} with (force)`);
        },
      };
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
