/** The reading room's one entry. */
export type { PageLink } from "./cited-links.ts";
export { type ExtractedPage, extractPage } from "./extract-page.ts";
export { READING_FAULTS, type ReadingFaultCode } from "./faults.ts";
export type { ReadSettings } from "./page-reading.ts";
export { compilePageRules, type PageRules } from "./page-rules.ts";
export { readReport } from "./read-report.ts";
