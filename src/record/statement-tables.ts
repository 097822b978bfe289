/**
 * The tables of statements, as Kysely sees them: statements of reports with
 * their parties, and what joins those of the same words: keys by which they
 * find each other and ties between two.
 */

/** A statement of one report. */
export interface StatementsTable {
  readonly id: string;
  readonly report_id: string;
  /** Place in the order of the text, from 0. */
  readonly position: number;
  readonly sentence: number;
  readonly section: string;
  /** 0; 1 for a quotation inside what another says. */
  readonly level: number;
  readonly kind: string;
  readonly content_start: number;
  readonly content_end: number;
  readonly content: string;
  /** JSON lists of spans. */
  readonly quoted: string;
  readonly parts: string;
  /** JSON objects: the word that says it, the words for all who say it, where, for or against what. */
  readonly cue: string | null;
  readonly speaker: string | null;
  readonly place: string | null;
  readonly stance: string | null;
  readonly date: string | null;
  readonly rule: string;
  readonly confidence: number;
  /** The day the list is sorted by: of the statement, else of the report, else "". */
  readonly day: string;
  /** Id of the first of those that say the same words; its own where it is the first. */
  readonly first_id: string;
  /** Id of the one that is compared with others for it, too, where nothing tells the two apart. */
  readonly same_as: string | null;
  /** 0 until it has been compared with the others. */
  readonly joined: number;
}

/** Who says it, to whom, by whose credit, and whom it names, in order. */
export interface StatementPartiesTable {
  readonly report_id: string;
  /** Position of the statement in its report. */
  readonly statement: number;
  readonly role: "speaker" | "addressee" | "outlet" | "about";
  readonly position: number;
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  /** As in mention_parties. */
  readonly name_key: string;
  readonly entity_id: string | null;
  /** Title of the office held on the day. */
  readonly office: string | null;
  readonly entity_text: string;
  readonly span_start: number;
  readonly span_end: number;
}

/** Keys by which statements of the same words find each other; signed 32 bits. */
export interface StatementKeysTable {
  readonly key: number;
  readonly id: string;
}

/** Two statements of the same words; `a` is the smaller id. */
export interface StatementTiesTable {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly share: number;
}

export interface StatementTables {
  readonly statements: StatementsTable;
  readonly statement_parties: StatementPartiesTable;
  readonly statement_keys: StatementKeysTable;
  readonly statement_ties: StatementTiesTable;
}

/** Their keys, parents before children. */
export const STATEMENT_TABLE_KEYS = {
  statements: ["report_id", "position"],
  statement_parties: ["report_id", "statement", "role", "position"],
  statement_keys: ["key", "id"],
  statement_ties: ["a", "b"],
} as const;
