/** The reading room's one entry. */
export { READING_FAULTS, type ReadingFaultCode } from "./faults.ts";
export { compilePageRules, type PageRules } from "./page-rules.ts";
export { type ReadSettings, readReport } from "./read-report.ts";
