/** Statements to rows and back. No database here. */
import type { Statement, StatementParty } from "../../coding/types.ts";
import { statementIds } from "../ids.ts";
import type { StatementPartiesTable, StatementsTable } from "../statement-tables.ts";
import { nameKey, storable } from "../storable.ts";
import type { CodedEntry } from "../types.ts";

export interface StatementRows {
  readonly statements: readonly StatementsTable[];
  readonly statement_parties: readonly StatementPartiesTable[];
}

/** The rows of a report's statements, not yet joined with others. */
export function statementRows({ report, statements }: CodedEntry): StatementRows {
  const ids = statementIds(report.id, statements);
  return {
    statements: statements.map((statement, position) => {
      const { content } = statement;
      const id = ids[position]!;
      return {
        id,
        report_id: report.id,
        position,
        sentence: statement.sentence,
        section: statement.section,
        level: statement.level,
        kind: statement.kind,
        content_start: content.start,
        content_end: content.end,
        content: storable(content.text),
        quoted: json(statement.quoted),
        parts: json(statement.parts),
        cue: jsonOrNull(statement.cue),
        speaker: jsonOrNull(statement.speaker),
        place: jsonOrNull(statement.place),
        stance: jsonOrNull(statement.stance),
        date: statement.date,
        rule: statement.rule,
        confidence: statement.confidence,
        day: statement.date ?? report.date ?? "",
        first_id: id,
        same_as: null,
        joined: 0,
      };
    }),
    statement_parties: statements.flatMap((statement, position) => partyRows(report.id, statement, position)),
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "string" ? storable(part) : part));
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : json(value);
}

function partyRows(reportId: string, statement: Statement, at: number): StatementPartiesTable[] {
  const { speakers, addressee, outlet, about } = statement;
  const rows = (role: StatementPartiesTable["role"], parties: readonly StatementParty[]) =>
    parties.map((party, position) => ({
      report_id: reportId,
      statement: at,
      role,
      position,
      code: party.code,
      sector: party.sector,
      name: party.name === null ? null : storable(party.name),
      name_key: nameKey(party.name ?? party.entityText),
      entity_id: party.id,
      office: party.office,
      entity_text: storable(party.entityText),
      span_start: party.start,
      span_end: party.end,
    }));
  const one = (party: StatementParty | null) => (party === null ? [] : [party]);
  return [
    ...rows("speaker", speakers),
    ...rows("addressee", one(addressee)),
    ...rows("outlet", one(outlet)),
    ...rows("about", about),
  ];
}

/** The statement that a row and those of its parties, in order, keep. */
export function statementOf(row: StatementsTable, parties: readonly StatementPartiesTable[]): Statement {
  const of = (role: StatementPartiesTable["role"]) =>
    parties.filter((party) => party.role === role).map(partyOf);
  return {
    kind: row.kind as Statement["kind"],
    level: row.level as Statement["level"],
    content: { start: row.content_start, end: row.content_end, text: row.content },
    quoted: JSON.parse(row.quoted),
    parts: JSON.parse(row.parts),
    speaker: parsed(row.speaker),
    speakers: of("speaker"),
    cue: parsed(row.cue),
    addressee: of("addressee")[0] ?? null,
    place: parsed(row.place),
    outlet: of("outlet")[0] ?? null,
    date: row.date,
    stance: parsed(row.stance),
    about: of("about"),
    sentence: row.sentence,
    section: row.section as Statement["section"],
    rule: row.rule,
    confidence: row.confidence,
  };
}

function parsed(value: string | null) {
  return value === null ? null : JSON.parse(value);
}

function partyOf(row: StatementPartiesTable): StatementParty {
  return {
    entityText: row.entity_text,
    start: row.span_start,
    end: row.span_end,
    code: row.code,
    sector: row.sector as StatementParty["sector"],
    name: row.name,
    id: row.entity_id,
    office: row.office,
  };
}
