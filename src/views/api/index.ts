/** The API's one entry for the command line: services over a record, and a server for them. */

export { makeToken, readTokens, removeToken, tokenFile } from "./guards/tokens.ts";
export { type ServeSettings, type Serving, serve } from "./serve.ts";
export { openServices, type Services } from "./services.ts";
