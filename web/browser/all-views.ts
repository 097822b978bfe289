/** Every view of the pages with an address over a given record: lists, and one of each thing that the record holds. */
import type { Answer, ServedRecord } from "./served-record.ts";

export interface ViewAddress {
  readonly name: string;
  readonly path: string;
}

const LISTS: readonly (readonly [name: string, path: string])[] = [
  ["today", "/"],
  ["timeline", "/timeline"],
  ["two-actors", "/pair?a=USA&b=RUS"],
  ["two-actors-unchosen", "/pair"],
  ["stories", "/stories"],
  ["statements", "/statements"],
  ["measures", "/measures"],
  ["agreements", "/agreements"],
  ["contacts", "/contacts"],
  ["inquiries", "/inquiries"],
  ["actors", "/actors"],
  ["map", "/map"],
  ["reports", "/reports"],
  ["contradictions", "/contradictions"],
  ["decisions", "/decisions"],
  ["read", "/read"],
];
const DETAILS = ["measures", "agreements", "contacts", "inquiries"];

/** The addresses; details of what the record does not hold are left out. */
export async function allViews(record: ServedRecord): Promise<ViewAddress[]> {
  const has = await Promise.all(
    DETAILS.map(async (ledger) => (await record.json(`/${ledger}?limit=1`)).data !== undefined),
  );
  const missing = new Set(DETAILS.filter((_, index) => !has[index]));
  const views = LISTS.filter(([name]) => !missing.has(name)).map(([name, path]) => ({ name, path }));
  const add = (name: string, path: string) => views.push({ name, path });
  const events = (await record.json("/events?limit=1000")).data;
  if (events.length === 0) return views;
  const [contradiction] = (await record.json("/contradictions?limit=1")).data;
  const isDisputed = ({ id }: Answer) => (id === contradiction?.event_id ? 1 : 0);
  const told = [...events].sort(
    (a, b) => isDisputed(a) - isDisputed(b) || b.reports - a.reports || b.lines - a.lines,
  )[0];
  add("event", `/events/${told.id}`);
  if (contradiction !== undefined) add("event-disputed", `/events/${contradiction.event_id}`);
  const stories = (await record.json("/stories?limit=1000")).data;
  const story = [...stories].sort((a, b) => b.reports.length - a.reports.length)[0];
  add("story", `/stories/${story.id}`);
  const [copy] = (await record.json("/copies?limit=1")).data;
  if (copy !== undefined) {
    const copied = stories.find((each: { reports: { id: string }[] }) =>
      each.reports.some(({ id }) => id === copy.later.report_id),
    );
    if (copied !== undefined)
      add("story-copied", `/stories/${copied.id}?a=${copy.earlier.report_id}&b=${copy.later.report_id}`);
  }
  add("report", `/reports/${told.first_report}?mention=${told.mentions[0]}`);
  add("report-aside", `/reports/${told.first_report}?aside=1`);
  add("actor-state", "/actors/RUS");
  add("actor-person", "/actors/person%2FQ7747");
  for (const ledger of DETAILS) {
    const [entry] = (await record.json(`/${ledger}?limit=1`)).data ?? [];
    if (entry !== undefined)
      add(
        ledger.replace(/(?:ies|s)$/, (end) => (end === "ies" ? "y" : "")),
        `/${ledger}/${entry.id}`,
      );
  }
  add("timeline-evidence", `/timeline?open=${told.id}&table=days&type=${told.event}`);
  add("map-place", "/map?place=Manila&table=places");
  return views;
}
