/**
 * The tables of linking, as Kysely sees them; docs/linking.md says what each
 * is for. Reports go by `link_reads.num`, mentions by that times 4096 plus
 * their place in their report; `number` columns are 64 bits wide.
 */

export interface LinkTodoTable {
  readonly report_id: string;
  /** link: read it anew and find its ties; group: only its stories and events are to be made anew. */
  readonly act: "link" | "group";
}

/** What linking read of a report, packed as text (links/pack.ts). */
export interface LinkReadsTable {
  readonly num: number;
  readonly report_id: string;
  readonly day: number | null;
  readonly length: number;
  readonly retracts: number;
  readonly part: string;
  readonly credits: string;
  readonly terms: string;
  readonly keys: string;
  readonly words: string;
  readonly facts: string;
}

/** Keys of reports of one day, sorted: a part of them, in the order in which they came. */
export interface LinkDayKeysTable {
  readonly kind: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly part: number;
  /** Number of keys. */
  readonly size: number;
  /** The keys, then the number of the report that holds each (links/key-list.ts). */
  readonly packed: Uint8Array;
}

/** Keys by which reports of any age are found; signed 32 bits. */
export interface LinkOldKeysTable {
  readonly key: number;
  readonly day: number;
  readonly num: number;
}

/** The last lists of keys of any age (keys, reports, days), or the filter of those that are in their rows, in pieces. */
export interface PackedPartsTable {
  readonly part: number;
  readonly packed: Uint8Array;
}

export interface LinkWordsTable {
  readonly stem: number;
  readonly reports: number;
}

/** Each tie stands twice, once from each side. */
export interface EdgesTable {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface CopiesTable {
  readonly id: string;
  readonly later: number;
  readonly earlier: number;
  readonly later_start: number;
  readonly later_end: number;
  readonly earlier_start: number;
  readonly earlier_end: number;
  readonly kind: string;
  readonly share: number;
  readonly quotation: number;
  /** Day of the later report; "" where it has none. */
  readonly day: string;
}

export interface StoriesTable {
  readonly num: number;
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly day: string;
  readonly last_day: string;
  /** JSON list. */
  readonly parties: string;
  readonly reports: number;
  readonly outlets: number;
  readonly lines: number;
}

export interface StoryReportsTable {
  readonly report: number;
  readonly story: number;
  readonly rank: number;
}

export interface EventsTable {
  readonly num: number;
  readonly id: string;
  readonly story: number | null;
  readonly event: string;
  /** JSON lists. */
  readonly mode: string;
  readonly context: string;
  readonly cameo: string | null;
  readonly content: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly day: string;
  readonly last_day: string;
  readonly factuality: string;
  readonly standing: string;
  readonly place: string | null;
  readonly quantity: string;
  readonly confidence: number;
  readonly mentions: number;
  readonly reports: number;
  readonly lines: number;
  readonly outlets: number;
  readonly first_mention: number;
  readonly first_report: number;
  readonly last_report: number;
  /** JSON: all values that are told with their mentions; null where one mention tells it. */
  readonly evidence: string | null;
}

export interface EventMentionsTable {
  readonly mention: number;
  readonly event: number;
  readonly rank: number;
}

export interface EventPartiesTable {
  readonly event: number;
  readonly role: "actor" | "recipient";
  readonly position: number;
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  readonly name_key: string;
  readonly entity_id: string | null;
  readonly entity_text: string | null;
}

/** Roll-up: events of a day, by type and by the codes that `dims` says (1 actor, 2 recipient). */
export interface EventCountsTable {
  readonly dims: number;
  readonly actor: string;
  readonly recipient: string;
  readonly event: string;
  readonly factuality: string;
  readonly day: string;
  readonly events: number;
  readonly mentions: number;
  readonly reports: number;
  readonly lines: number;
}

export interface ContradictionsTable {
  readonly id: string;
  readonly event: number;
  readonly kind: string;
  readonly about: string;
  readonly nature: string;
  /** JSON: value, mention, report, span and sentence. */
  readonly a: string;
  readonly b: string;
  readonly day: string;
}

export interface DecisionsTable {
  readonly id: string;
  readonly kind: "story" | "event" | "mention";
  /** join, split; code, no-event. */
  readonly verdict: string;
  readonly a: string;
  readonly b: string | null;
  /** JSON: the code that a person gave. */
  readonly value: string | null;
  /** JSON: what the machine had coded. */
  readonly before: string | null;
  readonly note: string | null;
  readonly decided_at: string;
}

export interface LinkTables {
  readonly link_todo: LinkTodoTable;
  readonly link_reads: LinkReadsTable;
  readonly link_day_keys: LinkDayKeysTable;
  readonly link_old_keys: LinkOldKeysTable;
  readonly link_fresh_keys: PackedPartsTable;
  readonly link_key_filter: PackedPartsTable;
  readonly link_words: LinkWordsTable;
  readonly story_edges: EdgesTable;
  readonly event_edges: EdgesTable;
  readonly copies: CopiesTable;
  readonly stories: StoriesTable;
  readonly story_reports: StoryReportsTable;
  readonly events: EventsTable;
  readonly event_mentions: EventMentionsTable;
  readonly event_parties: EventPartiesTable;
  readonly event_counts: EventCountsTable;
  readonly contradictions: ContradictionsTable;
  readonly decisions: DecisionsTable;
}

/** Their keys, parents before children. */
export const LINK_TABLE_KEYS: {
  readonly [Name in keyof LinkTables]: readonly (keyof LinkTables[Name] & string)[];
} = {
  link_todo: ["report_id"],
  link_reads: ["num"],
  link_day_keys: ["kind", "day", "part"],
  link_old_keys: ["key", "day", "num"],
  link_fresh_keys: ["part"],
  link_key_filter: ["part"],
  link_words: ["stem"],
  story_edges: ["a", "b"],
  event_edges: ["a", "b"],
  copies: ["later", "earlier", "later_start", "earlier_start"],
  stories: ["num"],
  story_reports: ["report"],
  events: ["num"],
  event_mentions: ["mention"],
  event_parties: ["event", "role", "position"],
  event_counts: ["dims", "actor", "recipient", "event", "factuality", "day"],
  contradictions: ["id"],
  decisions: ["id"],
};
