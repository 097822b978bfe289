/** What pages and clients ask of a large record: calls, each with a fixed series of filters, some of which find nothing. */
import type { OpenRecord } from "../../src/record/index.ts";
import type { EventFilter } from "../../src/record/types.ts";
import { frontItems } from "../../src/views/api/front-page.ts";
import { CODES, chance, wordOf } from "./large-record.ts";

const CALLS = 100;
const LIMIT = 50;

export type Ask = (record: OpenRecord, filter: EventFilter) => Promise<unknown>;

const lists: Ask = (each, filter) => each.listMentions(filter, { limit: LIMIT });
const facets: Ask = (each, filter) => each.eventFacets(filter);
const front: Ask = (each, filter) => frontItems(each, filter, () => 0);
const pairs: Ask = (each, { between = ["USA", "RUS"], ...filter }) =>
  each.eventsBetween({ ...filter, between }, "month");
const events: Ask = (each, filter) => each.listEvents(filter, { limit: LIMIT });
const days: Ask = (each, filter) => each.eventDays(filter);

/** What is asked, and with which filters. */
export const SERIES: readonly (readonly [name: string, ask: Ask, filters: () => EventFilter[]])[] = [
  ["search", lists, searches],
  ["search-events", events, searches],
  ["filter", lists, filters],
  ["filter-events", events, filters],
  ["brush", days, brushes],
  ["brush-list", events, brushes],
  ["facets", facets, brushes],
  ["front", front, spans],
  ["pair", pairs, pairsOf],
];

function made(seed: number, one: (next: () => number, n: number) => EventFilter): EventFilter[] {
  const next = chance(seed);
  return Array.from({ length: CALLS }, (_, n) => one(next, n));
}

/** One word to three, frequent and rare, some in a row, some with a party, some that nothing has. */
function searches(): EventFilter[] {
  return made(11, (next, n) => {
    const words = Array.from({ length: 1 + (n % 3) }, () => wordOf(Math.floor(20_000 ** next())));
    if (n % 10 === 9) return { search: `${words.join(" ")} nowhere` };
    if (n % 10 === 8) return { search: words.join(" "), actor: codeOf(next) };
    return { search: n % 5 === 4 ? `"${words.join(" ")}"` : words.join(" ") };
  });
}

function filters(): EventFilter[] {
  return made(12, (next, n) => {
    const [one, other] = [codeOf(next), codeOf(next)];
    const since = dayOf(next);
    const ways: EventFilter[] = [
      { actor: one },
      { recipient: one },
      { between: [one, other] },
      { between: [one, other], types: ["CONCEDE"] },
      { actor: one, recipient: other, since },
      { types: ["SANCTION"], since },
      { types: ["ASSAULT", "COERCE"], until: since },
      { since },
      { actor: "XXX" },
      { outlet: "Outlet 3", since },
    ];
    return ways[n % ways.length] ?? {};
  });
}

/** Stretches of a week to two years, one in three for one actor. */
function brushes(): EventFilter[] {
  return made(13, (next, n) => {
    const since = dayOf(next);
    const until = new Date(Date.parse(since) + (7 + next() * 720) * 86_400_000).toISOString().slice(0, 10);
    return n % 3 === 0 ? { since, until, actor: codeOf(next) } : { since, until };
  });
}

/** A week, a month and a year, as the front page has them. */
function spans(): EventFilter[] {
  return made(14, (next, n) => {
    const since = dayOf(next);
    const days = [7, 31, 366][n % 3] ?? 31;
    const until = new Date(Date.parse(since) + days * 86_400_000).toISOString().slice(0, 10);
    return { since, until };
  });
}

/** Two of whom the record tells often, or not so often. */
function pairsOf(): EventFilter[] {
  return made(15, (next) => {
    const one = codeOf(next);
    const other = codeOf(next);
    return { between: [one, one === other ? "XXX" : other], factuality: "actual" };
  });
}

function codeOf(next: () => number): string {
  return CODES[Math.floor(CODES.length ** next()) - 1] ?? "USA";
}

function dayOf(next: () => number): string {
  return new Date(Date.UTC(2010, 0, 1) + Math.floor(next() * 3_600) * 86_400_000).toISOString().slice(0, 10);
}
