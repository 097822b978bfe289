/** The sources room's one entry. */
export { SOURCES_FAULTS, type SourcesFaultCode } from "./faults.ts";
export { readSources } from "./read-sources.ts";
export { DEFAULT_LIMITS } from "./refusal.ts";
