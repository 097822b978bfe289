/**
 * The tables of the record, as Kysely sees them; the same on SQLite and on
 * PostgreSQL. Days are `YYYY-MM-DD` text, lists and small objects are JSON text,
 * yes and no are 1 and 0. What differs by database (search indexes) is not
 * here but in search.ts; how the tables come about is in migrations/.
 */

import { LEDGER_TABLE_KEYS, type LedgerTables } from "./ledger-tables.ts";
import { LINK_TABLE_KEYS, type LinkTables } from "./link-tables.ts";
import { STATEMENT_TABLE_KEYS, type StatementTables } from "./statement-tables.ts";

/** One version of one published text. */
export interface ReportsTable {
  readonly id: string;
  /** All versions of one report share it. */
  readonly series: string;
  readonly version: number;
  /** 1 for the latest version of the series. */
  readonly current: number;
  readonly given_id: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  /** JSON list of names. */
  readonly authors: string;
  readonly date: string | null;
  readonly date_basis: string | null;
  readonly date_start: number | null;
  readonly date_end: number | null;
  readonly language: string;
  readonly text: string;
  readonly origin: string;
  readonly bytes_hash: string;
  /** The day the list is sorted by: `date`, or "" where there is none. */
  readonly day: string;
  /** Which rules and models coded it. */
  readonly coder: string;
  readonly skipped_sentences: number;
  readonly run_id: string | null;
  /** When it entered the record, ISO 8601 in UTC. */
  readonly read_at: string;
  /** JSON list of what it was read without: code, message, advice. */
  readonly warnings: string;
  /** Character set that the bytes were read in. */
  readonly charset: string | null;
}

export interface SectionsTable {
  readonly report_id: string;
  readonly position: number;
  readonly kind: string;
  readonly span_start: number;
  readonly span_end: number;
}

export interface DatelinesTable {
  readonly report_id: string;
  readonly position: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly place: string | null;
  readonly agency: string | null;
  readonly day: string | null;
  readonly scope_start: number;
  readonly scope_end: number;
}

export interface SentencesTable {
  readonly report_id: string;
  readonly position: number;
  readonly paragraph: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly text: string;
  /** Reason code where the sentence was cut short. */
  readonly cut: string | null;
}

export interface MentionsTable {
  readonly id: string;
  readonly report_id: string;
  /** Place in the order of the coder, from 0. */
  readonly position: number;
  readonly sentence: number;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly section: string;
  readonly event: string;
  /** JSON lists. */
  readonly mode: string;
  readonly context: string;
  readonly cameo: string | null;
  readonly event_text: string;
  readonly trigger_start: number;
  readonly trigger_end: number;
  /** JSON: the act that a promise, threat or request is about. */
  readonly content: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly date_text: string | null;
  readonly date_basis: string | null;
  readonly factuality: string;
  /** JSON lists and object. */
  readonly attribution: string;
  readonly quantity: string;
  readonly place: string | null;
  readonly rule: string;
  readonly confidence: number;
  /** The day the list is sorted by: of the mention, else of the report, else "". */
  readonly day: string;
  /** The last day that the mention can mean; `day` where there is one only. */
  readonly last_day: string;
  /** What a person decided of it: `code` (another one), `no-event`; null where nobody did. */
  readonly decided: string | null;
}

/** Actors and recipients of mentions, in order. */
export interface MentionPartiesTable {
  readonly report_id: string;
  /** Position of the mention in its report. */
  readonly mention: number;
  readonly role: "actor" | "recipient";
  readonly position: number;
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  /** `name` (or the words, where it has none) as words for look-up: lower case, without accents. */
  readonly name_key: string;
  readonly entity_id: string | null;
  readonly entity_text: string;
  readonly span_start: number | null;
  readonly span_end: number | null;
}

export interface TimesTable {
  readonly report_id: string;
  readonly position: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly text: string;
  readonly type: string;
  readonly value: string;
  readonly day: string | null;
  readonly end_day: string | null;
}

/** One call of `read` or `recode`, with its account. */
export interface RunsTable {
  readonly id: string;
  readonly command: string;
  /** JSON list of the sources as given. */
  readonly sources: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  /** running, done, stopped (by the user) or failed. */
  readonly status: string;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly quarantined: number;
}

export interface RefusalsTable {
  readonly run_id: string;
  readonly position: number;
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  readonly advice: string | null;
  readonly input_hash: string | null;
}

/** Inputs that made a step fail; an input leaves it when a later read stores it. */
export interface QuarantineTable {
  readonly id: string;
  readonly run_id: string | null;
  readonly origin: string;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  readonly input_hash: string;
  readonly tries: number;
  readonly put_at: string;
  /** JSON of the raw page; null where it was put there by an older version. */
  readonly page: string | null;
}

/** A feed that is watched. Moments are ISO 8601 in UTC. */
export interface FeedsTable {
  /** As it was added. */
  readonly url: string;
  /** Where it is asked for now. */
  readonly address: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly due_at: string;
  readonly added_at: string;
  readonly polled_at: string | null;
  /** Failures in a row, and why the last poll failed. */
  readonly failures: number;
  readonly fault_code: string | null;
  readonly fault_message: string | null;
  readonly is_gone: number;
  readonly feed_only: number;
}

/** An item of a watched feed: the version that was read, or the tries that were in vain. */
export interface FeedItemsTable {
  readonly feed: string;
  readonly item: string;
  readonly version: string | null;
  readonly tries: number;
  readonly marked_at: string;
}

export interface Tables extends LinkTables, StatementTables, LedgerTables {
  readonly runs: RunsTable;
  readonly reports: ReportsTable;
  readonly sections: SectionsTable;
  readonly datelines: DatelinesTable;
  readonly sentences: SentencesTable;
  readonly mentions: MentionsTable;
  readonly mention_parties: MentionPartiesTable;
  readonly times: TimesTable;
  readonly refusals: RefusalsTable;
  readonly quarantine: QuarantineTable;
  readonly feeds: FeedsTable;
  readonly feed_items: FeedItemsTable;
}

/** Every table with the columns of its key, parents before children: the order of backup and restore. */
export const TABLE_KEYS: { readonly [Name in keyof Tables]: readonly (keyof Tables[Name] & string)[] } = {
  runs: ["id"],
  reports: ["id"],
  sections: ["report_id", "position"],
  datelines: ["report_id", "position"],
  sentences: ["report_id", "position"],
  mentions: ["report_id", "position"],
  mention_parties: ["report_id", "mention", "role", "position"],
  times: ["report_id", "position"],
  refusals: ["run_id", "position"],
  quarantine: ["id"],
  feeds: ["url"],
  feed_items: ["feed", "item"],
  ...LINK_TABLE_KEYS,
  ...STATEMENT_TABLE_KEYS,
  ...LEDGER_TABLE_KEYS,
};

export type TableName = keyof Tables;
/** Tables that are made of others, as the search is: no backup holds them. */
const DERIVED: ReadonlySet<TableName> = new Set([
  "link_day_keys",
  "link_old_keys",
  "link_fresh_keys",
  "link_key_filter",
]);
export const TABLE_NAMES = (Object.keys(TABLE_KEYS) as TableName[]).filter(
  (name) => !DERIVED.has(name),
) as readonly TableName[];
