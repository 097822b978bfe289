/**
 * The built pages: a folder in, answers out. What may be asked for is what lay
 * in the folder when it was read, by its whole name, so no path can lead out
 * of it. Any other address that is no file and not of the API is a view of the
 * pages and gets index.html; without a folder it gets a page that says how to build it.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { apiFault } from "./faults.ts";
import { etagOf, isKnown } from "./tagged.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

interface File {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly gzip: Buffer<ArrayBuffer> | null;
  readonly type: string;
  readonly etag: string;
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Chancery</title>
<h1>The pages are not built yet</h1>
<p>The API is here: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
<p>In a checkout, build the pages with <code>npm run build:web</code> and load this address again.</p>
`;

/** Answers to GET for the pages in a folder. */
export interface StaticFiles {
  answer(request: Request): Response;
}

/** The files of the folder. It is read again when its index.html changes. */
export function staticFiles(folder: string): StaticFiles {
  const index = join(folder, "index.html");
  let files: ReadonlyMap<string, File> | null = null;
  let changedMs = -1;
  const load = () => {
    const nowMs = existsSync(index) ? statSync(index).mtimeMs : 0;
    if (files === null || nowMs !== changedMs) files = nowMs === 0 ? new Map() : readFolder(folder);
    changedMs = nowMs;
    return files;
  };
  return {
    answer(request) {
      const { pathname } = new URL(request.url);
      const held = load();
      const file = held.get(pathname) ?? (isView(pathname) ? held.get("/index.html") : undefined);
      if (file !== undefined) return fileAnswer(file, pathname, request);
      if (held.size === 0 && isView(pathname))
        return new Response(NOT_BUILT, {
          headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
        });
      throw apiFault("api/no-such-address", "There is nothing at this address.");
    },
  };
}

/** An address without an ending is a view of the pages. */
function isView(pathname: string): boolean {
  return !/\.[a-z0-9]{1,12}$/i.test(pathname) && !pathname.startsWith("/assets/");
}

function fileAnswer(file: File, pathname: string, request: Request): Response {
  const headers: Record<string, string> = {
    "content-type": file.type,
    etag: file.etag,
    vary: "accept-encoding",
    // Vite names the files of assets/ after their content.
    "cache-control": pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (isKnown(request, file.etag)) return new Response(null, { status: 304, headers });
  const zipped = file.gzip !== null && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (zipped) headers["content-encoding"] = "gzip";
  const body = zipped && file.gzip !== null ? file.gzip : file.bytes;
  headers["content-length"] = String(body.byteLength);
  return new Response(body, { headers });
}

function readFolder(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const bytes = readFileSync(path);
    const gzip = /text|json|svg/.test(type) && bytes.length > 1_000 ? gzipSync(bytes) : null;
    files.set(`/${relative(folder, path).split(sep).join("/")}`, { bytes, gzip, type, etag: etagOf(bytes) });
  }
  return files;
}
