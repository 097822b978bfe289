/**
 * A client for the API, for TypeScript and JavaScript anywhere that has fetch:
 * `import { createClient } from "chancery/client"`. Its types come from the
 * schemas that the server checks with; it carries no code of the server.
 */
export {
  ApiProblem,
  type Client,
  type ClientSettings,
  createClient,
  type ListPage,
} from "./views/api/client.ts";
export type * from "./views/api/client-types.ts";
