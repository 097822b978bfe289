/**
 * Many connections at once to a server of its own process on loopback: as many
 * as it takes are opened and held, most of them silent, some in the middle of a
 * request; meanwhile others ask and must be answered; in the end the server cuts off whoever says nothing. Gives the memory of the
 * server, the slowest answer, and how long the last silent one was held. Null
 * where this machine lets a process open too few files, or is no Linux.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { MOST_CONNECTIONS } from "../../src/views/api/serve.ts";
import { memoryOf } from "../memory-of.ts";

/** Opened together, so that the queue of the system holds them. */
const TOGETHER = 250;
/** One in so many is in the middle of a request. */
const HALF = 10;
const ASKED = 50;
/** Connections that are left to those who ask. */
const SPARE = 20;
const PATIENCE_MS = 90_000;

export interface Held {
  readonly connections: number;
  readonly rssMb: number;
  readonly slowestMs: number;
  readonly lastCutMs: number;
}

/** What the server took and gave. */
export async function holdConnections(): Promise<Held | null> {
  if (openFiles() < MOST_CONNECTIONS + 100) return null;
  const folder = mkdtempSync(join(tmpdir(), "chancery-connections-"));
  const root = new URL("../../", import.meta.url).pathname;
  const server = spawn(
    process.execPath,
    [`${root}bin/chancery.js`, "serve", "--port", "0", "--record", join(folder, "record.db")],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const sockets: Socket[] = [];
  try {
    const url = await urlOf(server.stdout, server.stderr);
    const count = MOST_CONNECTIONS - SPARE;
    const began = performance.now();
    while (sockets.length < count) {
      const wanted = Math.min(TOGETHER, count - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: wanted }, () => openOne(Number(url.port))))));
    }
    for (const [at, socket] of sockets.entries())
      if (at % HALF === 0) socket.write("GET /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    let slowestMs = 0;
    for (let asked = 0; asked < ASKED; asked++) {
      const start = performance.now();
      const answer = await fetch(`${url}api/v1/reports`);
      if (answer.status !== 200) throw new Error(`answered with ${answer.status}`);
      await answer.arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - start);
    }
    const rssMb = memoryOf(server.pid, "VmRSS") ?? 0;
    await Promise.all(sockets.map((socket) => closed(socket)));
    return { connections: sockets.length, rssMb, slowestMs, lastCutMs: performance.now() - began };
  } finally {
    for (const socket of sockets) socket.destroy();
    server.kill("SIGKILL");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files that this process may open. */
function openFiles(): number {
  try {
    return Number(/Max open files\s+(\d+)/.exec(readFileSync("/proc/self/limits", "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Where the server says that it is. */
async function urlOf(...outputs: readonly NodeJS.ReadableStream[]): Promise<URL> {
  return await new Promise((resolve) => {
    for (const input of outputs)
      createInterface({ input }).on("line", (line) => {
        const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
        if (address !== undefined) resolve(new URL(address));
      });
  });
}

async function openOne(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Waits until the server has cut it off. */
async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (socket.closed) return;
  await Promise.race([
    once(socket, "close"),
    new Promise((_, reject) => {
      const timer = setTimeout(() => reject(new Error("a silent connection is still held")), PATIENCE_MS);
      timer.unref();
    }),
  ]);
}

if (import.meta.main) console.log(await holdConnections());
