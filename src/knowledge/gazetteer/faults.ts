/** Codes of the Faults that the gazetteer's loader throws. */
export const gazetteerFaults = {
  /** A table under knowledge/gazetteer is missing or has another head than the loader expects. */
  table: "knowledge/gazetteer-table",
} as const;
