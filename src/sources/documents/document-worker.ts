/** A thread that opens documents: tells when it starts one, so that a watchdog can count its processor time. */
import { parentPort } from "node:worker_threads";
import { textsOfDocument } from "./document-texts.ts";
import type { DocumentKind, OpenedDocument } from "./types.ts";

export interface ToDocumentWorker {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
}

export type FromDocumentWorker =
  | { readonly told: "started"; readonly cpuMs: number }
  | { readonly told: "opened"; readonly opened: OpenedDocument };

if (parentPort === null) throw new Error("document-worker.ts runs in a worker thread only");
const port = parentPort;
const tell = (message: FromDocumentWorker) => port.postMessage(message);

// PDF.js lets promises fail that nobody waits for; what it answers says already that the document is broken.
process.on("unhandledRejection", () => {});

port.on("message", async ({ kind, bytes }: ToDocumentWorker) => {
  const { user, system } = process.threadCpuUsage();
  tell({ told: "started", cpuMs: (user + system) / 1000 });
  try {
    tell({ told: "opened", opened: await textsOfDocument(kind, Buffer.from(bytes)) });
  } catch (error) {
    const reason = `broke its reader (${String((error as Error)?.message ?? error).slice(0, 200)})`;
    tell({ told: "opened", opened: { ok: false, code: "sources/bad-document", reason } });
  }
});
