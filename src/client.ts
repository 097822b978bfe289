/**
 * A client for the API, for TypeScript and JavaScript anywhere that has fetch:
 * `import { createClient } from "chancery/client"`. Its types come from the
 * schemas that the server checks with; it carries no code of the server.
 */
export { type Client, createClient, type ListPage } from "./views/api/client.ts";
export { ApiProblem, type ClientSettings } from "./views/api/client-requests.ts";
export type * from "./views/api/client-types.ts";
