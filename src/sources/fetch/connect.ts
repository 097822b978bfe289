/**
 * The connector under undici: a host name in, an open socket to a checked
 * address out. The name is resolved once; every address of the answer must be
 * allowed, and the socket goes to one of these very addresses, so that a name
 * that changes its answer gains nothing. What the socket then says of its other
 * end is checked again.
 */
import { lookup } from "node:dns/promises";
import { isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import { addressFault } from "./address.ts";
import type { Resolve } from "./types.ts";

/** Why no connection was made; the code is one of this room's. */
export class ConnectFault extends Error {
  readonly code: "sources/private-address" | "sources/no-such-host" | "sources/timeout";
  constructor(code: ConnectFault["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** All addresses that the machine's resolver gives. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

interface ConnectSettings {
  readonly resolve: Resolve;
  readonly allowPrivate: boolean;
  readonly connectMs: number;
}

/** A connector for undici's Client that reaches checked addresses only. */
export function createConnector(settings: ConnectSettings): buildConnector.connector {
  const open = buildConnector({ timeout: settings.connectMs, allowH2: false, maxCachedSessions: 0 });
  return (options, callback) => {
    connect(settings, open, options).then(
      (socket) => callback(null, socket),
      (error) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function connect(
  { resolve, allowPrivate, connectMs }: ConnectSettings,
  open: buildConnector.connector,
  options: buildConnector.Options,
): Promise<Socket> {
  const host = options.hostname.replace(/^\[|\]$/g, "");
  const until = performance.now() + connectMs;
  const addresses = isIP(host) === 0 ? await within(connectMs, host, resolve(host)) : [{ address: host }];
  if (addresses.length === 0) throw new ConnectFault("sources/no-such-host", `${host} has no address`);
  for (const { address } of addresses) {
    const fault = addressFault(address, allowPrivate);
    if (fault !== null) {
      throw new ConnectFault("sources/private-address", `${host} leads to ${address}, which ${fault}`);
    }
  }
  const servername = options.protocol === "https:" && isIP(host) === 0 ? { servername: host } : {};
  let failure: unknown;
  for (const { address } of addresses.slice(0, 3)) {
    if (performance.now() > until)
      throw new ConnectFault("sources/timeout", `${host} did not answer in time`);
    try {
      const { protocol, port } = options;
      const socket = await opened(open, { hostname: address, host: host, protocol, port, ...servername });
      const reached = socket.remoteAddress?.replace(/%.*$/, "");
      if (reached === undefined || !sameAddress(reached, address)) {
        socket.destroy();
        throw new ConnectFault("sources/private-address", `${host} answered from another address`);
      }
      return socket;
    } catch (error) {
      if (error instanceof ConnectFault) throw error;
      failure = error;
    }
  }
  throw failure;
}

function opened(open: buildConnector.connector, options: buildConnector.Options): Promise<Socket> {
  return new Promise((done, failed) => {
    open(options, (error, socket) => (error === null ? done(socket!) : failed(error)));
  });
}

/** True where both write the same address; a socket may write an IPv4 address as v4-mapped. */
function sameAddress(one: string, other: string): boolean {
  const plain = (address: string) =>
    isIP(address) === 6 ? new URL(`http://[${address}]`).hostname : address.toLowerCase();
  return plain(one.replace(/^::ffff:(?=\d+\.)/i, "")) === plain(other);
}

async function within<T>(ms: number, host: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    const fault = new ConnectFault("sources/timeout", `the name ${host} was not resolved in time`);
    timer = setTimeout(() => failed(fault), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
