/**
 * The labels of newspaper databases' downloads, and the months by which a line of a date is known, out of
 * knowledge/lexicon/en/{database-labels,months}.jsonl. What is done with them: src/sources/documents.
 */
import { deepFreeze } from "./freeze.ts";
import { readJsonLines } from "./read-file.ts";

export type LabelUse =
  | "start"
  | "end"
  | "words"
  | "title"
  | "byline"
  | "byline-line"
  | "outlet"
  | "date"
  | "url"
  | "id"
  | "head"
  | "body"
  | "tail"
  | "body-line"
  | "tail-line"
  | "notice";

/** One line of database-labels.jsonl; "#" in a label stands for a number. */
export interface DatabaseLabel {
  readonly id: string;
  readonly database: "nexis" | "factiva";
  readonly label: string;
  readonly gives: LabelUse;
  /** What a byline begins with where its value does not. */
  readonly lead?: string;
  readonly source: string;
}

export interface DatabaseLabels {
  readonly labels: readonly DatabaseLabel[];
  /** Names and abbreviations of the months in lower case. */
  readonly months: readonly string[];
}

/** The labels.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadDatabaseLabels(): DatabaseLabels {
  const months = readJsonLines<{ names: string[]; abbreviations?: string[] }>(
    "lexicon",
    "en",
    "months.jsonl",
  );
  return deepFreeze({
    labels: readJsonLines<DatabaseLabel>("lexicon", "en", "database-labels.jsonl"),
    months: months.flatMap(({ names, abbreviations = [] }) => [...names, ...abbreviations]),
  });
}
