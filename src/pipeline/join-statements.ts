/** How statements of the same words are joined, made of its knowledge once, for whoever writes to the record. */
import { loadStatementJoining } from "../knowledge/statement-knowledge.ts";
import { createStatementJoining } from "../linking/statements/index.ts";
import type { StatementJoining } from "../linking/types.ts";
import type { OpenRecord } from "../record/index.ts";

let joining: StatementJoining | null = null;

/** Joins what was written since the last call. */
export async function joinStatements(record: OpenRecord): Promise<void> {
  joining ??= createStatementJoining(loadStatementJoining());
  await record.joinStatements(joining);
}
