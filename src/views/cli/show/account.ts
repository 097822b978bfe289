/**
 * How a read ended, for a person: the account, what reports were read without,
 * what was left aside, and what to type next. Codes stand with their words, so
 * that each can be looked up.
 */
import type { ReadResult } from "../../../pipeline/types.ts";
import type { Terminal } from "../terminal.ts";
import { counted, printable, wrap } from "./printable.ts";
import type { Tally } from "./tally.ts";

/** What a warning means for the reports that have it; one without words here shows its own message. */
const WARNINGS: { readonly [code: string]: readonly [one: string, many: string] } = {
  "reading/no-date": ["report has no date", "reports have no date"],
  "reading/bad-date": ["report came with a date that is no day", "reports came with a date that is no day"],
  "reading/future-date": [
    "report states a date that cannot be right",
    "reports state a date that cannot be right",
  ],
};

export interface Told {
  readonly result: ReadResult;
  readonly tally: Tally;
  /** The record, without a password; null where none was made. */
  readonly where: string | null;
  readonly ms: number;
  readonly strict: boolean;
}

/** The account: two lines. */
export function accountText({ result, where, ms }: Told, { paint }: Pick<Terminal, "paint">): string {
  const { account, mentions, stopped } = result;
  const { read, stored, duplicate, refused, quarantined } = account;
  const rate = ms > 3000 ? `, ${Math.round((read / ms) * 1000)} reports a second` : "";
  const landed =
    where === null
      ? "Nothing could be read; no record was made."
      : `${counted(mentions, "mention")} of events went into ${where} in ${Math.round(ms / 100) / 10} s${rate}.`;
  return (
    `${stopped ? "Stopped. " : ""}Read ${paint.bold(String(read))} = ${stored} stored + ${duplicate} duplicate + ` +
    `${refused} refused + ${quarantined} quarantined\n${landed}\n`
  );
}

/** What else is to be known, and what to do next; one paragraph a matter, for standard error. */
export function hints({ result, tally, where, strict }: Told, screen: Screen): string {
  const { account, stopped } = result;
  const { read, stored, duplicate, refused, quarantined } = account;
  const notes = [...warningTexts(tally, screen), ...asideTexts(tally)];
  if (stopped) notes.push("The same command goes on where it stopped.");
  else if (read === 0 && tally.aside.count === 0)
    notes.push("There was nothing to read. Name files, folders, addresses, or - for standard input.");
  if (where !== null && stored + duplicate === 0 && !stopped)
    notes.push(`No report went into ${where}. The exit code is 1.`);
  if (quarantined > 0) notes.push("See why some were quarantined: chancery quarantine");
  const lost = refused + quarantined;
  if (lost > 0 && stored + duplicate > 0 && !stopped)
    notes.push(
      strict
        ? `${counted(lost, "input")} could not be used: the exit code is 3 (--strict).`
        : `${counted(lost, "input")} could not be used; with --strict the exit code says so (3).`,
    );
  if (stored + duplicate > 0 && !stopped) notes.push(screen.sayPaint.dim("See them: chancery mentions"));
  return notes.map((note) => `${wrap(note, screen.width).join("\n")}\n`).join("");
}

type Screen = Pick<Terminal, "sayPaint" | "width">;

function warningTexts({ warnings }: Tally, { sayPaint }: Screen): string[] {
  return [...warnings].map(([code, { count, origins, message, advice }]) => {
    const words = WARNINGS[code]?.[count === 1 ? 0 : 1] ?? `${counted(count, "report")}: ${message}`;
    const more = count > origins.length ? `, and ${count - origins.length} more` : "";
    const list = origins.map(printable).join(", ") + more;
    const head = WARNINGS[code] === undefined ? words : `${count} ${words}`;
    return `${sayPaint.yellow(head)} (${code}): ${list}.${advice === null ? "" : ` ${advice}`}`;
  });
}

function asideTexts({ aside }: Tally): string[] {
  if (aside.count === 0) return [];
  const list = aside.first.map(printable).join(", ");
  const more = aside.count > aside.first.length ? ", …" : "";
  return [
    `${counted(aside.count, "file")} left aside, for in a folder only texts, pages, JSON, documents and archives are read: ` +
      `${list}${more}. To read one all the same, name the file itself.`,
  ];
}
