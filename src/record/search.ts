/**
 * Full-text search: words in, reports and sentences that hold them out.
 *
 * Both databases are given the same words (lower case, accents taken off,
 * parted at everything that is no letter or digit), so they answer alike:
 * FTS5 tables on SQLite, tsvector columns with GIN indexes on PostgreSQL.
 * Source: sqlite.org/fts5.html, postgresql.org/docs/current/textsearch.html.
 */
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Database, DatabaseKind, Db } from "./db.ts";
import { searchPhrases, searchWords } from "./search-words.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

/** Sentences of one report that the row numbers of the sentence index leave room for. */
const SENTENCES_PER_REPORT = 1_000_000;

/** Makes the search's tables or columns. */
export async function createSearch(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  if (kind === "sqlite") {
    const options = sql.raw(`content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'`);
    await sql`create virtual table report_search using fts5(words, ${options})`.execute(db);
    await sql`create virtual table sentence_search using fts5(words, ${options})`.execute(db);
    return;
  }
  for (const name of ["reports", "sentences"]) {
    await sql`alter table ${sql.table(name)} add column words tsvector`.execute(db);
    await sql`create index ${sql.ref(`${name}_words`)} on ${sql.table(name)} using gin (words)`.execute(db);
  }
}

/** Makes these reports and their sentences findable; they are in their tables already. */
export async function indexForSearch(
  db: Db,
  kind: DatabaseKind,
  reports: readonly { id: string; title: string | null; text: string }[],
  sentences: readonly { report_id: string; position: number; text: string }[],
): Promise<void> {
  const words = (text: string) => searchWords(storable(text)).join(" ");
  const reportWords = reports.map((report) => [report.id, words(`${report.title ?? ""} ${report.text}`)]);
  const sentenceWords = sentences.map((row) => [row.report_id, row.position, words(row.text)]);
  if (kind === "sqlite") {
    await sql`insert into report_search (rowid, words)
      select r.num, w.value ->> 1 from json_each(${JSON.stringify(reportWords)}) w
      join reports r on r.id = w.value ->> 0`.execute(db);
    await sql`insert into sentence_search (rowid, words)
      select r.num * ${SENTENCES_PER_REPORT} + (w.value ->> 1), w.value ->> 2
      from json_each(${JSON.stringify(sentenceWords)}) w join reports r on r.id = w.value ->> 0`.execute(db);
    return;
  }
  await sql`update reports r set words = to_tsvector('simple', w.value ->> 1)
    from jsonb_array_elements(${JSON.stringify(reportWords)}::jsonb) w
    where r.id = w.value ->> 0`.execute(db);
  await sql`update sentences s set words = to_tsvector('simple', w.value ->> 2)
    from jsonb_array_elements(${JSON.stringify(sentenceWords)}::jsonb) w
    where s.report_id = w.value ->> 0 and s.position = (w.value ->> 1)::integer`.execute(db);
}

/** Takes these reports out of the search; before their rows go. */
export async function dropFromSearch(db: Db, kind: DatabaseKind, ids: readonly string[]): Promise<void> {
  if (kind === "postgres" || ids.length === 0) return;
  const list = JSON.stringify(ids);
  await sql`delete from report_search where rowid in
    (select num from reports where id in (select value from json_each(${list})))`.execute(db);
  await dropSentencesFromSearch(db, kind, ids);
}

/** Takes the sentences of these reports out of the search. */
export async function dropSentencesFromSearch(
  db: Db,
  kind: DatabaseKind,
  ids: readonly string[],
): Promise<void> {
  if (kind === "postgres" || ids.length === 0) return;
  await sql`delete from sentence_search where rowid in
    (select r.num * ${SENTENCES_PER_REPORT} + s.position from reports r join sentences s on s.report_id = r.id
     where r.id in (select value from json_each(${JSON.stringify(ids)})))`.execute(db);
}

/** Writes the search anew without the words of what was dropped. Takes seconds in a large record. */
export async function mergeSearch(db: Db, kind: DatabaseKind): Promise<void> {
  if (kind === "postgres") return;
  await sql`insert into report_search (report_search) values ('optimize')`.execute(db);
  await sql`insert into sentence_search (sentence_search) values ('optimize')`.execute(db);
}

/** Condition for a list of reports (alias `reports`); null when the query holds no word. */
export function reportMatches(database: Database, query: string): RawBuilder<boolean> | null {
  const phrases = searchPhrases(query);
  if (phrases.length === 0) return null;
  if (database.kind === "postgres") return sql<boolean>`reports.words @@ ${tsquery(phrases)}`;
  return sql<boolean>`reports.num in (select rowid from report_search where words match ${fts(phrases)})`;
}

/** Condition for a list of mentions (aliases `mentions`, `sentences`, `reports`); null when the query holds no word. */
export function sentenceMatches(database: Database, query: string): RawBuilder<boolean> | null {
  const phrases = searchPhrases(query);
  if (phrases.length === 0) return null;
  if (database.kind === "postgres") return sql<boolean>`sentences.words @@ ${tsquery(phrases)}`;
  return sql<boolean>`reports.num * ${SENTENCES_PER_REPORT} + mentions.sentence in
    (select rowid from sentence_search where words match ${fts(phrases)})`;
}

/** Condition for a list of statements (aliases `statements`, `reports`): a sentence that they touch holds the words. */
export function statementSentenceMatches(database: Database, query: string): RawBuilder<boolean> | null {
  const phrases = searchPhrases(query);
  if (phrases.length === 0) return null;
  const holds =
    database.kind === "postgres"
      ? sql`said.words @@ ${tsquery(phrases)}`
      : sql`reports.num * ${SENTENCES_PER_REPORT} + said.position in
          (select rowid from sentence_search where words match ${fts(phrases)})`;
  return sql<boolean>`exists (select 1 from sentences said where said.report_id = statements.report_id
    and said.span_start < statements.content_end and said.span_end > statements.content_start and ${holds})`;
}

/** The sentences that the query finds, as a table of report_id and position; null when it holds no word.
 * @param most so many at most */
export function matchingSentences(
  database: Database,
  query: string,
  most: number,
): RawBuilder<unknown> | null {
  const phrases = searchPhrases(query);
  if (phrases.length === 0) return null;
  if (database.kind === "postgres")
    return sql`(select report_id, position from sentences where words @@ ${tsquery(phrases)} limit ${most})`;
  // Written out: as a parameter it would be a number with a fraction, and so would the division.
  const room = sql.raw(String(SENTENCES_PER_REPORT));
  return sql`(select reports.id as report_id, hit.rowid % ${room} as position
    from (select rowid from sentence_search where words match ${fts(phrases)} limit ${most}) hit
    cross join reports on reports.num = hit.rowid / ${room})`;
}

function fts(phrases: readonly (readonly string[])[]): string {
  return phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" AND ");
}

function tsquery(phrases: readonly (readonly string[])[]): RawBuilder<unknown> {
  const parts = phrases.map((phrase) => sql`phraseto_tsquery('simple', ${phrase.join(" ")})`);
  return sql`(${sql.join(parts, sql` && `)})`;
}
