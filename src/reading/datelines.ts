/**
 * Blocks in, datelines out: "MOSCOW, Aug. 7 (Reuters) —", "GENEVA (AP) -",
 * "(CNN) —", "MOSCOW, August 7. /TASS/.", "07 de agosto de 2017, 15:06Moscow,
 * Aug 7 (Prensa Latina)". The first one of the body sets the day for all that
 * follows; one further down only for its own paragraph.
 */
import { addDays, dayOf } from "../base/day.ts";
import type { Day, Span } from "../base/types.ts";
import type { PageRules } from "./page-rules.ts";
import { type StatedDate, statedDates } from "./stated-dates.ts";
import type { Dateline } from "./types.ts";

/** A dateline of one block, with offsets in the block. */
export interface BlockDateline extends Span {
  readonly place: string | null;
  readonly agency: string | null;
  /** Day with its year; null where none is stated. */
  readonly stated: Day | null;
  /** Month and day without a year. */
  readonly yearless: { readonly month: number; readonly dayOfMonth: number } | null;
}

/** Longest dateline, in characters. */
const LOOK = 160;
const CLOCK = /^[\s,–-]*\d{1,2}[:.]\d{2}(?:\s*[A-Z]{2,4}(?![\p{L}]))?[\s,|–-]*/u;
const PLACE_WORD = "\\p{Lu}[\\p{L}.'’]*(?:-\\p{L}+)*";
const PLACE = new RegExp(
  `^(?:${PLACE_WORD}|\\p{Lu}\\.\\p{Lu}\\.)(?: (?:${PLACE_WORD}|\\p{Ll}{2,3}(?= \\p{Lu}))){0,3}`,
  "u",
);
const AGENCY = /^\s*(?:\(([^()]{2,60})\)|\/([^/]{2,40})\/)/u;
const DASH = /^\s*(?:--+|[-–—])\s*/;

/** The dateline that a block begins with; null where it begins with none. */
export function datelineOf(text: string, rules: PageRules): BlockDateline | null {
  const look = text.slice(0, LOOK);
  const stamp = leadingStamp(look, rules);
  let at = stamp?.end ?? 0;
  const parts: string[] = [];
  let dated: StatedDate | null = null;
  const place = PLACE.exec(look.slice(at))?.[0] ?? null;
  if (place !== null && rules.nameKind("label", place.toLowerCase()) !== null) return null;
  if (place !== null && !look.slice(at).startsWith("(")) {
    parts.push(place);
    at += place.length;
    for (let more = 0; more < 4; more++) {
      const comma = /^\s*[,.]?\s*/.exec(look.slice(at))![0];
      const rest = look.slice(at + comma.length);
      const date =
        statedDates(rest.slice(0, 40), rules, true).find(({ start }) => start === 0) ??
        weekdayDate(rest, rules);
      if (date !== null && date !== undefined && dated === null) {
        dated = "day" in date ? date : null;
        at += comma.length + date.end + /^\.?/.exec(rest.slice(date.end))![0].length;
        if (dated === null) dated = { start: 0, end: 0, day: null, month: 0, dayOfMonth: 0 };
        continue;
      }
      const region = comma.includes(",") ? PLACE.exec(rest)?.[0] : undefined;
      if (region === undefined) break;
      at += comma.length + region.length;
    }
  }
  return ended(look, at, place, dated, stamp, rules);
}

/** A weekday inside a dateline ("GENEVA, Monday (AP)") takes room and sets no day. */
function weekdayDate(rest: string, rules: PageRules): { end: number } | null {
  const word = /^\p{L}+/u.exec(rest)?.[0];
  return word !== undefined && rules.weekdays.has(word.toLowerCase()) ? { end: word.length } : null;
}

function ended(
  look: string,
  at: number,
  place: string | null,
  dated: StatedDate | null,
  stamp: Stamp | null,
  rules: PageRules,
): BlockDateline | null {
  const signed = AGENCY.exec(look.slice(at));
  const signature = signed?.[1] ?? signed?.[2];
  const agency = agencyOf(signature, rules);
  const afterAgency = at + (signed?.[0].length ?? 0);
  const dash = DASH.exec(look.slice(afterAgency));
  const stop = /^[.:]\s*/.exec(look.slice(afterAgency));
  const end = afterAgency + (dash?.[0].length ?? (signed === null ? 0 : (stop?.[0].length ?? 0)));
  const hasDate = dated !== null;
  const capitals = place !== null && place === place.toUpperCase() && place.length > 2;
  const known = agency !== null && rules.agencies.has(signature!.trim().toLowerCase());
  const fits =
    (known && (place !== null || dash !== null)) ||
    (agency !== null && dash !== null && (place === null || capitals || hasDate)) ||
    (signed === null && dash !== null && place !== null && (capitals || hasDate));
  if (!fits) return null;
  const blanks = /^\s*/.exec(look.slice(end))![0].length;
  const stated = dated?.day ?? stamp?.day ?? null;
  const yearless = dated !== null && dated.day === null && dated.month > 0 ? dated : null;
  return {
    start: 0,
    end: Math.min(look.length, end + blanks),
    place,
    agency,
    stated: yearless === null ? stated : yearOf(yearless, stamp?.day ?? null),
    yearless,
  };
}

function agencyOf(signature: string | undefined, rules: PageRules): string | null {
  if (signature === undefined) return null;
  const name = signature.trim();
  const known = rules.agencies.get(name.toLowerCase());
  if (known !== undefined) return known;
  return /^\p{Lu}/u.test(name) && name.split(/\s+/).length <= 5 && !/\d/.test(name) ? name : null;
}

interface Stamp {
  readonly end: number;
  readonly day: Day;
}

/** A date and clock time of the page's own that stands glued before the dateline. */
function leadingStamp(look: string, rules: PageRules): Stamp | null {
  const date = statedDates(look.slice(0, 60), rules)[0];
  if (date === undefined || date.day === null || date.start > 12) return null;
  const clock = CLOCK.exec(look.slice(date.end));
  const gap = /^[\s,.|–-]*/.exec(look.slice(date.end))![0];
  return { end: date.end + (clock?.[0].length ?? gap.length), day: date.day };
}

function yearOf({ month, dayOfMonth }: { month: number; dayOfMonth: number }, near: Day | null): Day | null {
  if (near === null) return null;
  const year = Number(near.slice(0, 4));
  // A dateline is never later than the page that carries it, but for a day's zone.
  const day = dayOf(year, month, dayOfMonth);
  return day !== null && day <= addDays(near, 1) ? day : dayOf(year - 1, month, dayOfMonth);
}

export interface PlacedBlock extends Span {
  readonly text: string;
  readonly isBody: boolean;
}

/** The datelines of a report's blocks with their scopes; `published` gives the year where a dateline has none. */
export function datelinesOf(
  blocks: readonly PlacedBlock[],
  published: Day | null,
  rules: PageRules,
): Dateline[] {
  const found: Dateline[] = [];
  const firstBody = blocks.findIndex(({ isBody }) => isBody);
  const end = blocks.at(-1)?.end ?? 0;
  for (const [index, block] of blocks.entries()) {
    const line = datelineOf(block.text, rules);
    if (line === null) continue;
    const { place, agency, yearless } = line;
    const day = line.stated ?? (yearless === null ? null : yearOf(yearless, published));
    const scope = { start: block.start, end: index === firstBody ? end : block.end };
    found.push({ start: block.start, end: block.start + line.end, place, agency, day, scope });
  }
  const [lead, second] = found;
  // A second dateline begins a piece of another origin: the first one's day ends there.
  if (lead !== undefined && second !== undefined && lead.scope.end > second.start) {
    found[0] = { ...lead, scope: { start: lead.scope.start, end: second.start } };
  }
  return found;
}
