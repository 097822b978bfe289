/**
 * The processor time that a PostgreSQL server on this machine has spent on one
 * database: its backends' in Linux's /proc. Null where it runs elsewhere.
 */
import { readFileSync } from "node:fs";

export interface ServerTime {
  /** Milliseconds by now, of the connections that are open; null where they cannot be seen. */
  spent(): Promise<number | null>;
  close(): Promise<void>;
}

/** Watches the database that the URL names. */
export async function watchServer(url: string): Promise<ServerTime> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async spent() {
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      let sum = 0;
      for (const { pid } of rows) {
        const ms = spentBy(pid);
        if (ms === null) return null;
        sum += ms;
      }
      return rows.length === 0 ? null : sum;
    },
    close: () => client.end(),
  };
}

/** The first number in schedstat: nanoseconds on a processor. */
function spentBy(pid: number): number | null {
  try {
    if (!readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres")) return null;
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return null;
  }
}
