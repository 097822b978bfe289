/** The exit codes of the command, as docs/cli.md lists them. */
export const EXIT = {
  /** All went well. */
  ok: 0,
  /** It failed, or nothing of what was given could be used. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** Part of the input was refused or quarantined (`read --strict`, `code`, `extract`, `recode`). */
  partly: 3,
  /** The record cannot be used: not there, busy, full disk, damaged, of another kind or newer. */
  record: 4,
  /** Stopped by the user; what was acknowledged is safe. */
  stopped: 130,
} as const;

/** Nothing is wrong with the record; what was named is not there or no good. */
const OF_WHAT_WAS_NAMED = new Set([
  "record/not-found",
  "record/file-exists",
  "record/bad-backup",
  "record/not-empty",
]);

const OF_THE_COMMAND_LINE = new Set(["record/bad-filter", "cli/usage", "sources/no-contact"]);

/** The exit code for a Fault with this code. */
export function exitOfFault(code: string): number {
  if (OF_THE_COMMAND_LINE.has(code)) return EXIT.usage;
  if (OF_WHAT_WAS_NAMED.has(code)) return EXIT.failed;
  return code.startsWith("record/") ? EXIT.record : EXIT.failed;
}
