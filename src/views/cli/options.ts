/**
 * The options that commands share, checked as they come in: the record, the
 * filters of lists, the form of the output. What cannot be read is a usage error
 * that says what would be right.
 */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { MentionFilter, StatementFilter } from "../../record/types.ts";
import { edgeDay } from "../days.ts";

export const DEFAULT_RECORD = "./chancery.db";

export interface GlobalOptions {
  readonly record: string;
  readonly color?: boolean;
}

export interface ListOptions extends GlobalOptions {
  readonly actor?: string;
  readonly recipient?: string;
  readonly between?: readonly string[];
  readonly type?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly report?: string;
  readonly outlet?: string;
  readonly search?: string;
  readonly factuality?: MentionFilter["factuality"];
  readonly allVersions?: boolean;
  readonly story?: string;
  readonly event?: string;
  readonly place?: string;
  readonly readSince?: string;
  readonly limit?: number;
  readonly after?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export interface ActorsOptions {
  readonly actors?: readonly string[];
}

export interface StatementListOptions extends ListOptions {
  readonly speaker?: string;
  readonly addressee?: string;
  readonly about?: string;
  readonly kind?: StatementFilter["kind"];
  readonly stance?: StatementFilter["stance"];
}

/** Adds the options that every command takes. */
export function addGlobalOptions(program: Command): Command {
  return program
    .addOption(
      new Option("--record <place>", "the record: a file, or a postgres:// URL")
        .env("CHANCERY_RECORD")
        .default(DEFAULT_RECORD),
    )
    .option("--color", "colours even where the output is no terminal")
    .option("--no-color", "no colours (NO_COLOR does the same)");
}

/** Adds `--actors`, which may be given several times. */
export function addActors(command: Command): Command {
  return command.option(
    "--actors <file>",
    "actors of your own: JSON Lines, or PETRARCH's .actors and .agents; may be repeated",
    (file: string, before: readonly string[] | undefined) => [...(before ?? []), file],
  );
}

/** Adds `--json`. */
export function addJson(command: Command): Command {
  return command.option("--json", "JSON Lines on standard output");
}

/** Adds how much of a list is given, from where on, and in which form. */
function addPage(command: Command): Command {
  return command
    .option(
      "--limit <count>",
      "at most so many (default: 200 on screen, all with --json and --csv)",
      wholeNumber,
    )
    .option("--after <cursor>", "go on from where the last list ended")
    .addOption(new Option("--json", "JSON Lines on standard output").conflicts("csv"))
    .option("--csv", "comma-separated values on standard output");
}

/** Adds the filters of a list of reports. */
export function addReportFilters(command: Command): Command {
  return addPage(
    command
      .option("--since <day>", "from this day on (YYYY, YYYY-MM or YYYY-MM-DD)", firstDay)
      .option("--until <day>", "up to this day, inclusive", lastDay)
      .option("--report <id>", "of this report: id, beginning of an id, given id or URL")
      .option("--story <id>", "of this story")
      .option("--outlet <name>", "published by this outlet")
      .option("--search <words>", 'with all of these words; "…" for words in a row')
      .option(
        "--read-since <moment>",
        "read into the record after this moment (a day, or 2017-08-10T12:00Z)",
        moment,
      )
      .option("--all-versions", "versions that a later one replaced, too"),
  );
}

/** Adds the filters that speak of events. */
export function addMentionFilters(command: Command): Command {
  return addReportFilters(
    command
      .option("--actor <code>", "done by: a code (RUS), an id, or a whole name")
      .option("--recipient <code>", "done to: a code, an id, or a whole name")
      .option("--place <code>", "where it happened: a state's code (SYR), a place's id, or its name")
      .addOption(
        new Option("--between <code...>", "between these two, in either direction").argParser(twoParties),
      )
      .option(
        "--type <event>",
        "of this type (SANCTION), or type and mode (SANCTION/expel); may be repeated",
        types,
      )
      .option("--event <id>", "of this event")
      .addOption(
        new Option("--factuality <kind>", "only what the words give as").choices([
          "actual",
          "future",
          "hypothetical",
          "negation",
          "historical",
        ]),
      ),
  );
}

/** Adds the filters that speak of statements. */
export function addStatementFilters(command: Command): Command {
  return addReportFilters(
    command
      .option("--speaker <code>", "said by: a code (RUS), an id, or a whole name")
      .option("--addressee <code>", "said to: a code, an id, or a whole name")
      .option("--about <what>", "that names: a code, an id, a whole name; or of an event (SANCTION)")
      .addOption(
        new Option("--kind <kind>", "how the words are given").choices(["direct", "mixed", "indirect"]),
      )
      .addOption(new Option("--stance <side>", "that takes sides").choices(["for", "against"])),
  );
}

/** The filter of statements that the options ask for. */
export function statementFilterOf(options: StatementListOptions): StatementFilter {
  const { since, until, report, story, outlet, search, allVersions, readSince } = options;
  const { speaker, addressee, about, kind, stance } = options;
  const filter = {
    since,
    until,
    report,
    story,
    outlet,
    search,
    allVersions,
    readSince,
    speaker,
    addressee,
    about,
    kind,
    stance,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as StatementFilter;
}

/** Adds the filters of the ledgers. */
export function addEntryFilters(command: Command): Command {
  return addPage(
    command
      .option(
        "--actor <code>",
        "imposed, signed, met or investigated by: a code (RUS), an id, or a whole name",
      )
      .option("--recipient <code>", "on or with: a code, an id, or a whole name")
      .addOption(
        new Option("--between <code...>", "between these two, in either direction").argParser(twoParties),
      )
      .option(
        "--type <word>",
        "of this kind (sanctions, ceasefire) or with this latest step (suspended); may be repeated",
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      )
      .option("--since <day>", "with a step from this day on (YYYY, YYYY-MM or YYYY-MM-DD)", firstDay)
      .option("--until <day>", "begun up to this day, inclusive", lastDay)
      .option("--report <id>", "told by this report: id, beginning of an id, given id or URL")
      .option("--outlet <name>", "told by this outlet")
      .option("--search <words>", "with all of these words in what it is about, its instrument or place"),
  );
}

/** The filter that the options ask for. */
export function filterOf(options: ListOptions): MentionFilter {
  const { between } = options;
  if (between !== undefined && between.length !== 2)
    throw new InvalidArgumentError("--between takes two: --between USA RUS");
  const [one = "", other = ""] = between ?? [];
  const filter = {
    actor: options.actor,
    recipient: options.recipient,
    place: options.place,
    between: between === undefined ? undefined : ([one, other] as const),
    types: options.type,
    since: options.since,
    until: options.until,
    report: options.report,
    outlet: options.outlet,
    search: options.search,
    factuality: options.factuality,
    allVersions: options.allVersions,
    story: options.story,
    event: options.event,
    readSince: options.readSince,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as MentionFilter;
}

function twoParties(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...value.split(/[,\s]+/).filter((part) => part !== "")];
}

const TYPE = /^[A-Za-z]+(?:\/[A-Za-z-]+)?$/;

function types(value: string, before: readonly string[] | undefined): readonly string[] {
  const given = value.split(",").filter((part) => part !== "");
  for (const type of given)
    if (!TYPE.test(type))
      throw new InvalidArgumentError(`${type} is no event type such as SANCTION or SANCTION/expel.`);
  return [...(before ?? []), ...given];
}

/** The first day of a year, a month or a day as written. */
export function firstDay(value: string): string {
  return day(value, "first");
}

/** The last day of a year, a month or a day as written. */
export function lastDay(value: string): string {
  return day(value, "last");
}

function day(value: string, edge: "first" | "last"): string {
  const whole = edgeDay(value, edge);
  if (whole === null) throw new InvalidArgumentError("A day is written YYYY-MM-DD, such as 2017-08-10.");
  return whole;
}

/** A moment as the record writes them. */
function moment(value: string): string {
  const at = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError("A moment is written 2017-08-10T12:00:00Z, or as a day.");
  return at.toISOString();
}

/** A whole number of at least 1. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number from 1.");
  return number;
}

/** A number of a port, 0 to 65535. */
export function portNumber(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535)
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  return number;
}
