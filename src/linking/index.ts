/**
 * The linking room's one entry: reports with their mentions to copies, lines of
 * reporting, stories, events, contradictions and digests. What it knows is
 * handed in; what earlier reports said is asked of a LinkIndex.
 */
import type { LinkingKnowledge } from "../knowledge/linking.ts";
import { copiesBetween, type CopySettings } from "./copies/find-copies.ts";
import { readReport } from "./text/read-report.ts";
import { createWordReader } from "./text/read-words.ts";
import type { Copy, LinkReport } from "./types.ts";

export { MemoryIndex } from "./memory-index.ts";

/** The steps of linking over one body of knowledge. */
export interface Linking {
  /** The passages of `later` that stand in `earlier`. */
  findCopies(earlier: LinkReport, later: LinkReport): Copy[];
}

/** The steps of linking. */
export function createLinking(knowledge: LinkingKnowledge): Linking {
  const readWords = createWordReader(knowledge);
  return {
    findCopies: (earlier, later) =>
      copiesBetween(
        readReport(earlier, readWords),
        readReport(later, readWords),
        knowledge.settings.copies as unknown as CopySettings,
      ),
  };
}
