/** The tables of the ledgers as Kysely sees them; how they come about is in migrations/0005-ledgers.ts. */

export interface LedgerReportsTable {
  readonly report_id: string;
  /** Story of the report when it was entered; null for none. */
  readonly story_id: string | null;
  /** 1 while its clues are not in the entries. */
  readonly todo: number;
}

export interface LedgerCluesTable {
  readonly report_id: string;
  readonly position: number;
  readonly id: string;
  readonly ledger: string;
  /** JSON of the clue. */
  readonly clue: string;
}

export interface LedgerKeysTable {
  readonly key: string;
  readonly report_id: string;
}

export interface LedgerEntriesTable {
  readonly id: string;
  readonly ledger: string;
  readonly kind: string | null;
  /** First and last day of its life; "" where none is known. */
  readonly day: string;
  readonly last_day: string;
  /** Its latest step. */
  readonly step: string;
  /** What it is about, lower case, for --search. */
  readonly words: string;
  readonly reports: number;
  readonly outlets: number;
  readonly lines: number;
  /** JSON of the entry. */
  readonly entry: string;
}

export interface LedgerPartiesTable {
  readonly entry_id: string;
  readonly position: number;
  readonly role: string;
  readonly code: string | null;
  readonly name_key: string;
  readonly entity_id: string | null;
}

export interface LedgerEntryCluesTable {
  readonly clue_id: string;
  readonly entry_id: string;
  readonly report_id: string;
}

export interface LedgerTables {
  readonly ledger_reports: LedgerReportsTable;
  readonly ledger_clues: LedgerCluesTable;
  readonly ledger_keys: LedgerKeysTable;
  readonly ledger_entries: LedgerEntriesTable;
  readonly ledger_parties: LedgerPartiesTable;
  readonly ledger_entry_clues: LedgerEntryCluesTable;
}

/** Keys of the tables, parents before children. */
export const LEDGER_TABLE_KEYS: {
  readonly [Name in keyof LedgerTables]: readonly (keyof LedgerTables[Name] & string)[];
} = {
  ledger_reports: ["report_id"],
  ledger_clues: ["report_id", "position"],
  ledger_keys: ["key", "report_id"],
  ledger_entries: ["id"],
  ledger_parties: ["entry_id", "position"],
  ledger_entry_clues: ["clue_id"],
};
