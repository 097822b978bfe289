/** Penn Treebank tags that several parts ask for. */

/** Verbs and modals that carry a tense: what closes a clause. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
