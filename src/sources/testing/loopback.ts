/** Servers on loopback for tests: they listen on a free port and close with their sockets. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Clock } from "../fetch/types.ts";

export interface Loopback {
  readonly origin: string;
  readonly port: number;
  /** Connections that ever reached it. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A server that answers with the listener. */
export async function listen(listener: RequestListener, host = "127.0.0.1"): Promise<Loopback> {
  const server: Server = createServer(listener);
  const sockets = new Set<Socket>();
  let count = 0;
  server.on("connection", (socket) => {
    count++;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    connections: () => count,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

/** A clock that stands still but where somebody sleeps: then it jumps. */
export function simulatedClock(startMs: number): Clock & { advance(ms: number): void } {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    async sleep(ms) {
      nowMs += Math.max(0, ms);
    },
    advance(ms) {
      nowMs += ms;
    },
  };
}
