/** Codes of the linking room. */
export const LINKING_FAULTS = Object.freeze({
  /** Weights that were trained on other features than the program has. */
  otherFeatures: "linking/other-features",
  /** An id that none of the reports, mentions or stories given has. */
  unknownId: "linking/unknown-id",
} as const);
