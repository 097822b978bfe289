/** The JSON that a request carries, at most 2 MiB of it, read piece by piece so that no more is ever held. */
import { apiFault } from "../faults.ts";

export const JSON_BYTES = 2 * 1024 * 1024;

/** The bytes of the body.
 * @throws {@link Fault} `api/too-large` */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    apiFault(
      "api/too-large",
      `More than ${limit} bytes were sent.`,
      "Send less at once, or use `chancery read`.",
    );
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (request.body !== null)
    for await (const piece of request.body) {
      length += piece.byteLength;
      if (length > limit) throw tooLarge();
      pieces.push(piece);
    }
  return Buffer.concat(pieces);
}

/** The JSON of the body.
 * @throws {@link Fault} `api/unsupported-type`, `api/too-large`, `api/bad-request` */
export async function readJson(request: Request, limit: number = JSON_BYTES): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw apiFault("api/unsupported-type", "The body must be JSON.", "Send content-type: application/json.");
  const bytes = await readBytes(request, limit);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // A key that would reach into every object is no key of any entry.
    return JSON.parse(text, (key, value) => (key === "__proto__" ? undefined : value));
  } catch {
    throw apiFault("api/bad-request", "The body is no JSON in UTF-8.");
  }
}
