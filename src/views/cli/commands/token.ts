/** `chancery token`: tokens by which a server that others can reach knows whom it may answer. */
import { makeToken, readTokens, removeToken, tokenFile } from "../../api/guards/tokens.ts";
import { notFound } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import { printable } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export interface TokenOptions {
  readonly tokens?: string;
  readonly json?: boolean;
}

export async function newToken(name: string, options: TokenOptions, terminal: Terminal): Promise<number> {
  const file = options.tokens ?? tokenFile();
  const token = makeToken(file, name, new Date());
  await terminal.out(options.json ? `${JSON.stringify({ name, token })}\n` : `${token}\n`);
  terminal.say(`This is the only time that it is shown; ${file} keeps a hash of it.\n`);
  return EXIT.ok;
}

export async function listTokens(options: TokenOptions, terminal: Terminal): Promise<number> {
  const tokens = readTokens(options.tokens ?? tokenFile());
  for (const { name, made_at } of tokens)
    await terminal.out(
      options.json
        ? `${JSON.stringify({ name, made_at })}\n`
        : `${made_at.slice(0, 10)}  ${printable(name)}\n`,
    );
  if (tokens.length === 0) terminal.say("There is no token. Make one: chancery token new NAME\n");
  return EXIT.ok;
}

export async function dropToken(name: string, options: TokenOptions, terminal: Terminal): Promise<number> {
  if (!removeToken(options.tokens ?? tokenFile(), name))
    throw notFound(`There is no token ${name}.`, "See the names with `chancery token list`.");
  terminal.say(`The token ${printable(name)} is removed; it opens nothing any more.\n`);
  return EXIT.ok;
}
