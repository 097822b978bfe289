/**
 * Blocks in, datelines out: "MOSCOW, Aug. 7 (Reuters) —", "GENEVA (AP) -",
 * "(CNN) —", "MOSCOW, August 7. /TASS/.", "12 de mayo de 2018, 09:41Quito,
 * May 12 (Agency)". The first one of the body sets the day for all that
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
const PLACE_WORD = "\\p{Lu}[\\p{L}.'’]*(?:[-/]\\p{L}+)*";
const PLACE = new RegExp(`^${PLACE_WORD}(?: (?:${PLACE_WORD}|\\p{Ll}{2,3}(?= \\p{Lu}))){0,4}`, "u");
const AGENCY = /^\s*(?:\(([^()]{2,60})\)|\/([^/]{2,40})\/)/u;
const DASH = /^\s*(?:--+|[-–—])\s*/;
const COLON = /^:\s+/;
/** Longest place with its regions where nothing but a dash follows, in words. */
const MOST_WORDS = 5;
/** Commas that a dateline can hold: regions, day, year. */
const MOST_PARTS = 5;

/** What the surroundings of a block allow. */
interface Allowed {
  /** First paragraph of the body: capitals and a dash are enough there. */
  readonly lead: boolean;
  /** Capitals and a colon ("NEW DELHI: ") are a dateline and not a speaker. */
  readonly colons: boolean;
}

/** The dateline that a block begins with; null where it begins with none. */
export function datelineOf(
  text: string,
  rules: PageRules,
  allowed: Allowed = { lead: true, colons: false },
): BlockDateline | null {
  const look = text.slice(0, LOOK);
  const stamp = leadingStamp(look, rules);
  const opening = openingOf(look, stamp?.end ?? 0, rules);
  return opening === null ? null : ended(look, opening, stamp, rules, allowed);
}

interface Opening {
  readonly at: number;
  readonly place: string | null;
  readonly dated: StatedDate | null;
}

/** Place, regions and day up to the agency or the dash; null where a label stands in place of the place. */
function openingOf(look: string, start: number, rules: PageRules): Opening | null {
  let at = start;
  let place: string | null = null;
  let dated: StatedDate | null = null;
  for (let part = 0; part < MOST_PARTS; part++) {
    const gap = part === 0 ? "" : /^\s*[,.]?\s*/.exec(look.slice(at))![0];
    const rest = look.slice(at + gap.length);
    const date: StatedDate | null = dated === null ? dateHere(rest, rules) : null;
    if (date !== null) {
      dated = date;
      at += gap.length + date.end + /^\.?/.exec(rest.slice(date.end))![0].length;
      continue;
    }
    const named = part === 0 || gap.includes(",") ? PLACE.exec(rest)?.[0] : undefined;
    if (named === undefined) break;
    if (part === 0) place = named;
    at += gap.length + named.length;
  }
  if (place !== null && rules.nameKind("label", place.toLowerCase()) !== null) return null;
  if (place !== null && rules.bylineStarts.some((word) => place.toLowerCase().startsWith(word))) return null;
  return { at, place, dated };
}

/** A date at the very start, or a weekday ("GENEVA, Monday (AP)"), which takes room and sets no day. */
function dateHere(rest: string, rules: PageRules): StatedDate | null {
  const date = statedDates(rest.slice(0, 40), rules, true).find(({ start }) => start === 0);
  if (date !== undefined) return date;
  const word = /^\p{L}+/u.exec(rest)?.[0];
  if (word === undefined || !rules.weekdays.has(word.toLowerCase())) return null;
  return { start: 0, end: word.length, day: null, month: 0, dayOfMonth: 0 };
}

function ended(
  look: string,
  { at, place, dated }: Opening,
  stamp: Stamp | null,
  rules: PageRules,
  { lead, colons }: Allowed,
): BlockDateline | null {
  const signed = AGENCY.exec(look.slice(at));
  const signature = signed?.[1] ?? signed?.[2];
  const agency = agencyOf(signature, rules);
  const known = agency !== null && rules.agencies.has(signature!.trim().toLowerCase());
  const after = at + (signed?.[0].length ?? 0);
  const dash = DASH.exec(look.slice(after))?.[0] ?? null;
  const stop = signed === null ? null : (/^[.:]\s*/.exec(look.slice(after))?.[0] ?? null);
  const colon = signed === null ? (COLON.exec(look.slice(after))?.[0] ?? null) : null;
  const hasDate = dated !== null;
  const capitals = place !== null && place === place.toUpperCase() && place.length > 2;
  const short = place !== null && look.slice(0, at).split(" ").length <= MOST_WORDS;
  const fits =
    (known && (capitals || hasDate || dash !== null)) ||
    (agency !== null && dash !== null && (place === null || capitals)) ||
    (agency !== null && hasDate && (place !== null || dash !== null)) ||
    (signed === null && dash !== null && place !== null && (hasDate || (capitals && lead && short))) ||
    (colon !== null && place !== null && (hasDate || (capitals && colons)));
  if (!fits) return null;
  const end = after + (dash ?? stop ?? colon ?? "").length;
  const blanks = /^\s*/.exec(look.slice(end))![0].length;
  const yearless = dated !== null && dated.day === null && dated.month > 0 ? dated : null;
  const near = stamp?.day ?? null;
  return {
    start: 0,
    end: Math.min(look.length, end + blanks),
    place,
    agency,
    stated: yearless === null ? (dated?.day ?? near) : yearOf(yearless, near),
    yearless,
  };
}

function agencyOf(signature: string | undefined, rules: PageRules): string | null {
  if (signature === undefined) return null;
  const name = signature.trim();
  const known = rules.agencies.get(name.toLowerCase());
  if (known !== undefined) return known;
  if (rules.weekdays.has(name.toLowerCase()) || rules.months.has(name.toLowerCase())) return null;
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

const SPEAKER = /^\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

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
  // Capitals with a colon in more than one block are the speakers of a transcript.
  const colons = blocks.filter(({ text }) => SPEAKER.test(text)).length === 1;
  for (const [index, block] of blocks.entries()) {
    const line = datelineOf(block.text, rules, {
      lead: index === firstBody,
      colons: colons && index === firstBody,
    });
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
