/**
 * What linking fetched or made lately, so that a report's neighbours are not
 * read from the database again for each report that meets them. Each part is
 * bounded; all of them together stay below 130 MB. They hold nothing that can
 * change while the record's last number (keep.ts) stays the same.
 */
import { Recent } from "../../base/recent.ts";
import type { DatedReport, FactMention, LinkReport, StoryProfile } from "../../linking/types.ts";
import { DayLists } from "./day-lists.ts";
import type { KeptReport } from "./groups.ts";
import type { NumberedMention } from "./load.ts";
import { OldKeys } from "./old-keys.ts";
import { TieCache } from "./ties.ts";

/** Bytes of a text with its words, for each of its code units: what was measured, rounded up. */
const BYTES_PER_UNIT = 16;
const TEXT_BYTES = 24e6;

/** A report by its number, too. */
export interface NumberedReport extends DatedReport {
  readonly num: number;
}

/** What linking read of a report, as far as others are compared with it. */
export interface ReadRow {
  readonly profile: StoryProfile;
  readonly facts: readonly FactMention[];
}

export class LinkCaches {
  readonly reports = new Recent<number, NumberedReport>(60_000);
  readonly numbers = new Recent<string, number>(60_000);
  readonly mentionNumbers = new Recent<string, number>(60_000);
  readonly reads = new Recent<string, ReadRow>(16_000, ({ facts }) => 1 + facts.length);
  readonly kept = new Recent<number, KeptReport>(4_000);
  readonly mentions = new Recent<string, readonly NumberedMention[]>(
    8_000,
    (mentions) => 1 + mentions.length,
  );
  readonly texts = new Recent<string, LinkReport>(TEXT_BYTES, ({ text }) => text.length * BYTES_PER_UNIT);
  readonly lists = new DayLists();
  readonly oldKeys = new OldKeys();
  readonly storyTies = new TieCache("story_edges", 8_000);
  readonly eventTies = new TieCache("event_edges", 16_000);

  /** Forgets what it knows of reports that linking is to read anew. */
  drop(reportIds: Iterable<string>): void {
    let known = false;
    for (const id of reportIds) {
      const num = this.numbers.get(id);
      this.texts.delete(id);
      this.mentions.delete(id);
      if (num === undefined) continue;
      known = true;
      this.reports.delete(num);
      this.kept.delete(num);
      this.numbers.delete(id);
      this.reads.delete(id);
    }
    if (!known) return;
    this.mentionNumbers.clear();
    this.storyTies.clear();
    this.eventTies.clear();
  }
}
