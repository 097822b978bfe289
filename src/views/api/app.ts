/**
 * The whole server as one function from request to answer: guards first, on
 * every route there is (name of the host, rate, origin, token), then the API,
 * then the pages. Every error leaves as a problem in one shape.
 */
import { type Context, Hono } from "hono";
import { ENDPOINTS } from "./endpoints/index.ts";
import { apiFault } from "./faults.ts";
import { openAuth, SESSION_PATH } from "./guards/auth.ts";
import { securityHeaders } from "./guards/headers.ts";
import { onlyHosts } from "./guards/host.ts";
import { sameSite } from "./guards/origin.ts";
import { onlySoMany, REQUESTS_PER_SECOND } from "./guards/rate.ts";
import type { KeptToken } from "./guards/tokens.ts";
import { describeApi } from "./openapi.ts";
import { problemAnswer, problemOf } from "./problem.ts";
import { apiRoutes } from "./routes.ts";
import type { Services } from "./services.ts";
import { staticFiles } from "./static-files.ts";
import { tagged } from "./tagged.ts";

export interface AppSettings {
  readonly services: Services;
  /** Names under which it may be asked, without ports. */
  readonly hosts: ReadonlySet<string>;
  /** The tokens as they are kept now; null where none is needed. */
  readonly tokens: (() => readonly KeptToken[]) | null;
  /** Folder of the built pages. */
  readonly web: string;
  readonly requestsPerSecond?: number;
  /** Takes lines about defects. */
  readonly tell?: (line: string) => void;
}

export const OPENAPI_PATH = "/api/v1/openapi.json";

/** The server's one function. */
export function createApp(settings: AppSettings): Hono {
  const { services, hosts, tokens, web, tell } = settings;
  const app = new Hono();
  const auth = openAuth(tokens);
  const pages = staticFiles(web);
  app.use("*", securityHeaders());
  app.use("*", onlyHosts(hosts));
  app.use("*", onlySoMany(clientOf, settings.requestsPerSecond ?? REQUESTS_PER_SECOND));
  app.use("*", sameSite());
  app.use("*", auth.guard);
  app.on(["POST", "DELETE"], SESSION_PATH, auth.session);
  app.route("/", apiRoutes(ENDPOINTS, services));
  const description = `${JSON.stringify(describeApi(ENDPOINTS))}\n`;
  app.get(OPENAPI_PATH, (context) => tagged(context.req.raw, description, "application/json"));
  app.all("*", (context) => {
    const { method, path } = context.req;
    if (path === "/api" || path.startsWith("/api/"))
      throw apiFault(
        "api/no-such-address",
        "There is nothing at this address.",
        `What there is: ${OPENAPI_PATH}`,
      );
    if (method !== "GET" && method !== "HEAD") {
      context.header("allow", "GET, HEAD");
      throw apiFault("api/method", "The pages take no other method than GET.");
    }
    return pages.answer(context.req.raw);
  });
  app.onError((error, context) => {
    const kept = keptHeaders(context);
    return problemAnswer(problemOf(error, tell), kept);
  });
  return app;
}

/** Headers that a guard set before it threw. */
function keptHeaders(context: Context): Record<string, string> {
  const names = ["allow", "retry-after", "www-authenticate"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = context.res.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The address of the client's socket. */
function clientOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "";
}
