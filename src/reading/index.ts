/** The reading room's one entry. */
export { warmParser } from "./dom.ts";
export { extractPage } from "./extract-page.ts";
export { READING_FAULTS, type ReadingFaultCode } from "./faults.ts";
export type { ReadSettings } from "./page-reading.ts";
export { compilePageRules, type PageRules } from "./page-rules.ts";
export { readReport } from "./read-report.ts";
export type { ExtractedPage, PageLink } from "./types.ts";
