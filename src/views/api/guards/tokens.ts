/**
 * Tokens by which a server that others can reach knows whom it may answer. The
 * file holds a name, a SHA-256 and a day for each, never the token; a token is
 * 256 random bits, shown once, when it is made.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Fault } from "../../../base/index.ts";

export interface KeptToken {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly made_at: string;
}

const PREFIX = "chancery_";
const BYTES = 32;

/** Where tokens are kept unless a file is named: the person's own settings. */
export function tokenFile(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), ".config"), "chancery", "tokens.json");
}

/** The tokens of the file; none where it is absent.
 * @throws {@link Fault} `api/tokens` where it cannot be read */
export function readTokens(path: string): KeptToken[] {
  if (!existsSync(path)) return [];
  try {
    const { tokens } = JSON.parse(readFileSync(path, "utf8")) as { tokens: KeptToken[] };
    if (tokens.every(({ name, sha256 }) => typeof name === "string" && /^[0-9a-f]{64}$/.test(sha256)))
      return tokens;
  } catch {
    // Told below: a file that is no list of tokens must not count as an empty one.
  }
  throw new Fault("api/tokens", `${path} is no file of tokens.`, {
    advice: "Move it away and make tokens anew.",
  });
}

/** A new token under the name; what is kept of it goes into the file.
 * @throws {@link Fault} `api/tokens` where the name is taken */
export function makeToken(path: string, name: string, now: Date): string {
  const tokens = readTokens(path);
  if (tokens.some((token) => token.name === name))
    throw new Fault("api/tokens", `There is a token ${name} already.`, {
      advice: `Take another name, or remove it: chancery token remove ${name}`,
    });
  const token = `${PREFIX}${randomBytes(BYTES).toString("base64url")}`;
  writeTokens(path, [...tokens, { name, sha256: hashOf(token), made_at: now.toISOString() }]);
  return token;
}

/** Takes the token of this name out of the file; false where there is none. */
export function removeToken(path: string, name: string): boolean {
  const tokens = readTokens(path);
  const kept = tokens.filter((token) => token.name !== name);
  if (kept.length === tokens.length) return false;
  writeTokens(path, kept);
  return true;
}

function writeTokens(path: string, tokens: readonly KeptToken[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.new`;
  writeFileSync(fresh, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
}

/** SHA-256 of the token, hexadecimal. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Name of the kept token that this is; null for none. Takes as long whichever it is. */
export function tokenName(kept: readonly KeptToken[], token: string): string | null {
  const given = Buffer.from(hashOf(token), "hex");
  let name: string | null = null;
  for (const each of kept) if (timingSafeEqual(given, Buffer.from(each.sha256, "hex"))) name = each.name;
  return name;
}
