/**
 * Cursors as clients see them: the sort key of the last line, wrapped so that
 * nobody builds on its form, with the name of its list, so that one list's
 * cursor is refused by another. They hold no position: lines that come in
 * between move nothing.
 */
import { apiFault } from "./faults.ts";

/** The record's cursor as clients get it. */
export function wrapCursor(list: string, cursor: string): string {
  return Buffer.from(`${list}\n${cursor}`, "utf8").toString("base64url");
}

/** The record's cursor in what a client sent back.
 * @throws {@link Fault} `api/bad-request` where this list never gave it */
export function unwrapCursor(list: string, wrapped: string): string {
  const text = /^[\w-]+$/.test(wrapped) ? Buffer.from(wrapped, "base64url").toString("utf8") : "";
  if (text.startsWith(`${list}\n`)) return text.slice(list.length + 1);
  throw apiFault(
    "api/bad-request",
    "after: this is no cursor of this list.",
    "Give `next` of the page before as it came, or leave `after` out.",
  );
}
