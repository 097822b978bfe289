/**
 * One GET request over undici, without redirects: a checked URL in, status,
 * headers and the unpacked body out. Each request has a connection of its own
 * that ends with it, and one clock over it from look-up to last byte; a body
 * that is slow, endless or too large is cut off and its socket closed.
 */
import { Client } from "undici";
import { mebibytes } from "../refusal.ts";
import { shownUrl } from "./check-url.ts";
import { ConnectFault, createConnector } from "./connect.ts";
import { refuseFetch } from "./refuse-fetch.ts";
import type { FetchLimits, FetchOutcome, Hop, HopAnswer, Resolve, Send } from "./types.ts";
import { unpackBody } from "./unpack-body.ts";

interface SendSettings {
  readonly resolve: Resolve;
  readonly allowPrivate: boolean;
  readonly limits: FetchLimits;
}

interface Raw {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Codes of certificates that do not hold: asking again changes nothing. */
const CERTIFICATE = /CERT|SELF_SIGNED|ERR_TLS|ISSUER/;

class BodyTooLarge extends Error {}

/** A sender over the network. */
export function createSender({ resolve, allowPrivate, limits }: SendSettings): Send {
  const connect = createConnector({ resolve, allowPrivate, connectMs: limits.connectMs });
  return async (hop) => {
    const shown = shownUrl(hop.url.href);
    const client = new Client(hop.url.origin, {
      connect,
      pipelining: 1,
      maxHeaderSize: 65_536,
      allowH2: false,
    });
    const late = AbortSignal.timeout(Math.max(1, Math.ceil(hop.totalMs)));
    const signal = hop.signal === undefined ? late : AbortSignal.any([late, hop.signal]);
    let raw: Raw;
    try {
      raw = await requested(client, hop, signal, limits.wireBytes);
    } catch (error) {
      return faultOf(error, shown, hop, late, limits);
    } finally {
      client.destroy().catch(() => {});
    }
    const { status, headers } = raw;
    const body = await unpackBody(raw.body, headers["content-encoding"] ?? null, limits.unpackedBytes, shown);
    return body.ok ? { ok: true, value: { status, headers, body: body.value } } : body;
  };
}

async function requested(client: Client, hop: Hop, signal: AbortSignal, limitBytes: number): Promise<Raw> {
  const path = `${hop.url.pathname}${hop.url.search}`;
  const answer = await client.request({
    method: "GET",
    path,
    headers: { ...hop.headers },
    signal,
    reset: true,
  });
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const wanted = answer.statusCode >= 200 && answer.statusCode < 300;
  if (Number(headers["content-length"] ?? 0) > limitBytes && wanted) throw new BodyTooLarge();
  if (!wanted) answer.body.on("error", () => {}).destroy();
  else {
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > limitBytes) throw new BodyTooLarge();
      chunks.push(chunk);
    }
  }
  return { status: answer.statusCode, headers, body: Buffer.concat(chunks) };
}

function faultOf(
  error: unknown,
  shown: string,
  hop: Hop,
  late: AbortSignal,
  limits: FetchLimits,
): FetchOutcome<HopAnswer> {
  if (error instanceof BodyTooLarge) {
    const message = `The body of ${shown} is larger than ${mebibytes(limits.wireBytes)}.`;
    return refuseFetch("sources/too-large", message);
  }
  if (hop.signal?.aborted) return refuseFetch("sources/stopped", `The request to ${shown} was stopped.`);
  const fault = error as NodeJS.ErrnoException;
  if (late.aborted || /TIMEOUT|ETIMEDOUT/.test(fault.code ?? "") || fault.code === "sources/timeout") {
    return refuseFetch("sources/timeout", `${shown} did not answer in time.`, {
      passing: true,
      advice: "Try again later; the host is slow or does not answer.",
    });
  }
  if (fault.code === "ENOTFOUND" || fault.code === "sources/no-such-host") {
    return refuseFetch("sources/no-such-host", `The host of ${shown} has no address.`, {
      advice: "Check the spelling of the host.",
    });
  }
  if (error instanceof ConnectFault) {
    return refuseFetch("sources/private-address", `${shown} is not fetched: ${error.message}.`, {
      advice: "Allow private networks by their flag where the host is your own.",
    });
  }
  const reason = fault.code ?? fault.name ?? "unknown";
  const message = `${shown} could not be fetched: ${(fault.message ?? "").split("\n")[0]} (${reason}).`;
  return refuseFetch("sources/unreachable", message, { passing: !CERTIFICATE.test(reason) });
}
