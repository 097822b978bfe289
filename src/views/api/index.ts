/** The API's one entry for the command line: services over a record, and a server for them. */
export { type Serving, type ServeSettings, serve } from "./serve.ts";
export { openServices, type Services } from "./services.ts";
export { makeToken, readTokens, removeToken, tokenFile } from "./guards/tokens.ts";
