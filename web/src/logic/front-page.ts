/**
 * Events of a span in, a front page out: one event a story, by independent
 * lines, then reports, then day; the first leads, a few follow, the rest are brief.
 */
import type { EventLine } from "../api/types.ts";

export interface FrontItem {
  readonly event: EventLine;
  /** Other events of its story in the span. */
  readonly others: number;
}

export interface FrontPage {
  readonly lead: FrontItem | null;
  readonly second: readonly FrontItem[];
  readonly rest: readonly FrontItem[];
  /** Events of the span in all. */
  readonly total: number;
  readonly events: readonly EventLine[];
  /** First and last day on which something happened; null where no event has a day. */
  readonly days: { readonly since: string; readonly until: string } | null;
}

export interface FrontSpan {
  readonly since: string;
  readonly until: string;
  /** Where it is not null, only events that one of these reports tells first or last. */
  readonly fresh: ReadonlySet<string> | null;
}

const SECOND = 3;
const REST = 18;

/** The front page of the span. */
export function frontPage(events: readonly EventLine[], { since, until, fresh }: FrontSpan): FrontPage {
  const inside = events.filter(
    ({ date, enddate, first_report, last_report, factuality }) =>
      factuality !== "historical" &&
      (fresh === null
        ? date !== null && (until === "" || date <= until) && (enddate ?? date) >= since
        : fresh.has(first_report) || fresh.has(last_report)),
  );
  const ranked = [...inside].sort(
    (a, b) =>
      b.lines - a.lines ||
      b.reports - a.reports ||
      weight(b) - weight(a) ||
      ((a.date ?? "") < (b.date ?? "") ? 1 : -1),
  );
  const stories = new Map<string, EventLine[]>();
  for (const event of ranked) {
    const story = event.story_id ?? event.id;
    stories.set(story, [...(stories.get(story) ?? []), event]);
  }
  const items = [...stories.values()].map(([event, ...others]) => ({ event: event!, others: others.length }));
  const [lead = null, ...more] = items;
  const days = inside.flatMap(({ date }) => date ?? []).sort();
  return {
    lead,
    second: more.slice(0, SECOND),
    rest: more.slice(SECOND, SECOND + REST),
    total: inside.length,
    events: inside,
    days: days.length === 0 ? null : { since: since > days[0]! ? since : days[0]!, until: days.at(-1)! },
  };
}

/** How far an event lies from the ordinary: deeds before words, the harder and the friendlier first. */
function weight({ event_scale }: EventLine): number {
  return Math.abs(event_scale ?? 0);
}
