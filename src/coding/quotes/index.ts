/** Statements: sentences of a report in, who said what out. */
export {
  createStatementReader,
  readStatements,
  type StatementInput,
  type StatementReader,
} from "./read-statements.ts";
