/**
 * An address as given in, a URL that may be fetched out, or why it may not.
 * It is parsed once, by the WHATWG rules, and everything after uses the parsed
 * URL, so that the host checked is the host connected. User and password are
 * taken off. What a name resolves to is checked where the connection is made.
 */
import { isIP } from "node:net";
import { addressFault } from "./address.ts";
import { refuseFetch } from "./refuse-fetch.ts";
import type { FetchOutcome } from "./types.ts";

/** Names that never lead to a public host, by RFC 6761, RFC 7686, RFC 8375, RFC 9476 and common use in local networks. */
const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|lan|home|home\.arpa|invalid|onion|alt)$/;
/** Ports of services that a request must not be mistaken by.
 * @see https://fetch.spec.whatwg.org/#port-blocking */
const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
const MOST_CHARS = 8192;

/** The URL without user, password and fragment.
 * @param base what a relative address rests on */
export function checkUrl(given: string, allowPrivate: boolean, base?: URL): FetchOutcome<URL> {
  const shown = shownUrl(given);
  if (given.length > MOST_CHARS) {
    return refuseFetch("sources/bad-url", `The address is longer than ${MOST_CHARS} characters.`);
  }
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return refuseFetch("sources/bad-url", `${shown} is no address of the web.`, {
      advice: "Give the whole address, with https:// in front.",
    });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refuseFetch("sources/bad-scheme", `${shown} is neither http nor https.`);
  }
  url.username = "";
  url.password = "";
  url.hash = "";
  if (url.port !== "" && BAD_PORTS.has(Number(url.port))) {
    return refuseFetch("sources/bad-url", `Port ${url.port} of ${url.hostname} is no port of the web.`);
  }
  const fault = hostFault(url, allowPrivate);
  return fault === null
    ? { ok: true, value: url }
    : refuseFetch("sources/private-address", `The host ${url.hostname} ${fault}.`, {
        advice: "Allow private networks by their flag where the host is your own.",
      });
}

function hostFault(url: URL, allowPrivate: boolean): string | null {
  const host = bareHost(url);
  if (isIP(host) !== 0) return addressFault(host, allowPrivate);
  if (allowPrivate) return null;
  if (LOCAL_NAMES.test(host)) return "is a name of local networks";
  return host.includes(".") ? null : "is a name without a domain";
}

/** The host of a URL without brackets and without the final dots. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
}

/** An address as it may stand in messages, logs and the record: without user and password, and short. */
export function shownUrl(given: string): string {
  let shown = given;
  try {
    const url = new URL(given);
    url.username = "";
    url.password = "";
    shown = url.href;
  } catch {
    shown = given.replace(/\/\/[^/?#]*@/, "//");
  }
  return shown.length > 300 ? `${shown.slice(0, 300)}…` : shown;
}
