/** Codes of the faults that the knowledge room throws. */
export const KNOWLEDGE_FAULTS = {
  /** A file of knowledge/ is absent or cannot be read. */
  unreadable: "knowledge/unreadable",
  /** A file of knowledge/ is not what its schema says. */
  malformed: "knowledge/malformed",
  /** A name was asked for that the ontology does not hold. */
  unknown: "knowledge/unknown",
} as const;
