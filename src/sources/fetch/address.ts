/**
 * An IP address in, the reason why it must not be reached out, or null where
 * it is public. Only global unicast passes; what embeds an IPv4 address
 * (v4-mapped, v4-compatible, 6to4, NAT64, Teredo) never does. ipaddr.js names
 * the ranges; what it takes for public and is not is listed here.
 *
 * @see RFC 6890 and the IANA special-purpose address registries
 */
import ipaddr from "ipaddr.js";

/** Services of clouds that lend out credentials or keys, at addresses that look public or private. */
const METADATA = new Set(["168.63.129.16", "100.100.100.200", "fd00:ec2::254", "192.0.0.192"]);
/** Ranges that the flag for private networks opens. */
const PRIVATE_RANGES = new Set(["private", "loopback", "uniqueLocal", "carrierGradeNat"]);

/** Why the address is not reached; null where it may be.
 * @param address without brackets or zone */
export function addressFault(address: string, allowPrivate: boolean): string | null {
  if (!ipaddr.isValid(address)) return "is no IP address";
  const parsed = ipaddr.parse(address);
  const canonical = parsed.toString();
  if (METADATA.has(canonical)) return "is a cloud's metadata service";
  const range = parsed.range();
  if (PRIVATE_RANGES.has(range)) return allowPrivate ? null : `is not public (${range})`;
  if (range !== "unicast") return `is not public (${range})`;
  if (parsed instanceof ipaddr.IPv6) {
    const [first = 0, second = 0] = parsed.parts;
    if (first < 0x2000 || first > 0x3fff) return "is outside the public IPv6 range";
    if (first === 0x3fff && second < 0x1000) return "is for documentation only";
  }
  return null;
}
