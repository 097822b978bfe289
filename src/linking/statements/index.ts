/**
 * Statements of many reports in, those of the same words joined out: which
 * find each other, how two are tied, and which ties make one statement.
 */
import type { StatementJoinSettings } from "../../knowledge/statement-knowledge.ts";
import type { StatementJoining } from "../types.ts";
import { createStatementComparer } from "./compare-statements.ts";
import { groupStatements } from "./group-statements.ts";
import { statementKeys, wordingOf } from "./statement-keys.ts";

/** The joining by these settings. */
export function createStatementJoining(settings: StatementJoinSettings): StatementJoining {
  return {
    keysOf: (statement) => statementKeys(statement, settings),
    wordingOf: (statement) => wordingOf(statement, settings),
    compare: createStatementComparer(settings),
    group: groupStatements,
  };
}
