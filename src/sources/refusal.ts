/** Builds refusals of this room: code, where, why, what to do. */
import type { SourcesFaultCode } from "./faults.ts";
import type { SourceLimits, SourceRefusal } from "./types.ts";

/** SAFETY limits: 15 MiB a body, 32 MiB unpacked, 8 MiB a line. */
export const DEFAULT_LIMITS: SourceLimits = Object.freeze({
  bodyBytes: 15 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  lineBytes: 8 * 1024 * 1024,
});

interface Details {
  readonly advice?: string;
  readonly inputHash?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The refusal with this code, place and reason. */
export function refusal(
  code: SourcesFaultCode,
  origin: string,
  message: string,
  details: Details = {},
): SourceRefusal {
  const { advice = null, inputHash = null, line = null, column = null } = details;
  return { kind: "refused", code, origin, message, advice, inputHash, line, column };
}

/** Bytes in words for a message: "15 MiB". */
export function mebibytes(bytes: number): string {
  const value = bytes / (1024 * 1024);
  return `${Number.isInteger(value) ? value : value.toFixed(1)} MiB`;
}

/** The refusal that a failed file operation comes to. */
export function refusalOf(error: unknown, origin: string): SourceRefusal {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = error instanceof Error ? error.message : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return refusal("sources/missing", origin, `There is no file or folder ${origin}.`, {
      advice: "Check the path; quote it where it holds blanks.",
    });
  }
  if (code === "EACCES" || code === "EPERM") {
    return refusal("sources/permission", origin, `${origin} may not be read (${code}).`, {
      advice: "Give the user who runs this the right to read it.",
    });
  }
  if (code.startsWith("Z_") || code === "ERR_BUFFER_TOO_LARGE") {
    return refusal("sources/damaged", origin, `${origin} is no whole gzip file (${code}).`, {
      advice: "Fetch or compress the file again.",
    });
  }
  return refusal("sources/unreadable", origin, `${origin} could not be read: ${reason}`, {
    advice: "Read it again; check the disk where it fails each time.",
  });
}
