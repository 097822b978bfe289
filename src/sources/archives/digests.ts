/** Digests as WARC heads name them (`sha1:…` in base32 or hexadecimal), held against bytes. */
import { createHash } from "node:crypto";

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ["md5", "md5"],
  ["sha1", "sha1"],
  ["sha-1", "sha1"],
  ["sha256", "sha256"],
  ["sha-256", "sha256"],
  ["sha512", "sha512"],
  ["sha-512", "sha512"],
]);
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** True where the digest is that of the bytes; null where its algorithm is not known. */
export function isDigestOf(named: string, bytes: Buffer): boolean | null {
  const colon = named.indexOf(":");
  const algorithm = ALGORITHMS.get(named.slice(0, Math.max(colon, 0)).trim().toLowerCase());
  if (algorithm === undefined) return null;
  const value = named
    .slice(colon + 1)
    .trim()
    .replace(/=+$/, "");
  const digest = createHash(algorithm).update(bytes).digest();
  const lower = value.toLowerCase();
  return (
    lower === digest.toString("hex") ||
    lower === base32(digest).toLowerCase() ||
    value === digest.toString("base64").replace(/=+$/, "") ||
    value === digest.toString("base64url")
  );
}

function base32(bytes: Buffer): string {
  let [bits, held, text] = [0, 0, ""];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}
