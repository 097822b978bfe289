/**
 * The day of publication and what it rests on, in the order: given, stated with
 * the title, the page's metadata, the address, a masthead, a dateline. A date
 * above the menus of a page is today's date of the site, not the report's.
 */
import { addDays, dayNumber, isDay } from "../base/day.ts";
import { type Refusal, refuse } from "../base/outcome.ts";
import type { Day, Span } from "../base/types.ts";
import type { Layout } from "./classify.ts";
import type { PageRules } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";
import type { DateBasis } from "./types.ts";

export interface Published {
  readonly day: Day | null;
  readonly basis: DateBasis | null;
  /** Block and offsets in it that state the date. */
  readonly where: ({ readonly block: number } & Span) | null;
  readonly warnings: readonly Refusal[];
}

export interface DateSources {
  readonly given: string | null;
  readonly metadata: readonly string[];
  readonly url: string | null;
  /** Full day of the first dateline. */
  readonly dateline: Day | null;
  /** Days after this one are not taken; null where the day of reading is unknown. */
  readonly today: Day | null;
}

/** No report of the kind read here is older. */
const FIRST_DAY = "1800-01-01";
const LAST_DAY = "2100-12-31";
const URL_DATE =
  /(?:^|[^\d])((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2]|[1-9](?=[-/_]))[-/_]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)/;

/** The day of publication of a page; null with a warning where none is found. */
export function publicationDate(layout: Layout, sources: DateSources, rules: PageRules): Published {
  const warnings: Refusal[] = [];
  const take = (day: Day | null, written: string): Day | null => {
    if (day === null) return null;
    const last = sources.today === null ? LAST_DAY : addDays(sources.today, 1);
    if (day >= FIRST_DAY && day <= last) return day;
    warnings.push(
      warning(
        "reading/future-date",
        `The date "${written.slice(0, 60)}" lies outside the time of any report and was not taken.`,
      ),
    );
    return null;
  };
  if (sources.given !== null) {
    const day = parseDay(sources.given, rules);
    if (day === null) {
      warnings.push(
        warning(
          "reading/bad-date",
          `The date "${sources.given.slice(0, 60)}" given with the page is no day of the calendar.`,
        ),
      );
    }
    const taken = take(day, sources.given);
    if (taken !== null) return { day: taken, basis: "given", where: null, warnings };
  }
  const stated = statedOnPage(layout, rules).filter(({ day }) => take(day, day) !== null);
  const near = stated.find(({ score }) => score >= 0);
  const metadata = sources.metadata
    .map((text) => take(parseDay(text, rules), text))
    .find((day) => day !== null);
  // Metadata is written for machines to read; the text near the title is what readers see. Pages that have both agree.
  const inUrl = take(dayOfUrl(sources.url), sources.url ?? "");
  // Metadata is often in universal time; an address one day off has the outlet's own day.
  if (metadata !== undefined && inUrl !== null && Math.abs(dayNumber(metadata) - dayNumber(inUrl)) === 1) {
    return { day: inUrl, basis: "url", where: null, warnings };
  }
  if (metadata !== undefined) return { day: metadata, basis: "metadata", where: null, warnings };
  if (near !== undefined) return { day: near.day, basis: "text", where: near, warnings };
  if (inUrl !== null) return { day: inUrl, basis: "url", where: null, warnings };
  const dateline = take(sources.dateline, sources.dateline ?? "");
  if (dateline !== null) return { day: dateline, basis: "dateline", where: null, warnings };
  const [mast] = stated;
  if (mast !== undefined) return { day: mast.day, basis: "text", where: mast, warnings };
  warnings.push(
    warning("reading/no-date", 'No day of publication was found; days such as "Monday" stay open.'),
  );
  return { day: null, basis: null, where: null, warnings };
}

function warning(
  code: "reading/bad-date" | "reading/future-date" | "reading/no-date",
  message: string,
): Refusal {
  const outcome = refuse(code, message, "Give the date with the text as YYYY-MM-DD.");
  return outcome.ok ? { code, message } : outcome.refusal;
}

/** The day that a given or metadata date names; null where it names none. */
export function parseDay(written: string, rules: PageRules): Day | null {
  const text = written.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
  if (iso !== undefined) return isDay(iso) ? iso : null;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/.exec(text);
  if (compact !== null) {
    const day = `${compact[1]}-${compact[2]}-${compact[3]}`;
    return isDay(day) ? day : null;
  }
  return statedDates(text, rules)[0]?.day ?? null;
}

/** The day in an address: "/2017/08/10/", "/20170810/", "-2017-08-10". */
export function dayOfUrl(url: string | null): Day | null {
  if (url === null) return null;
  const match = URL_DATE.exec(url.slice(0, 2000));
  if (match === null) return null;
  const [, year, month, date] = match;
  const day = `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** Characters of a page in which month names are counted. */
const MONTH_LOOK = 20_000;

/** Of two readings of "08/10/2017" the one whose month the page names more often; the first where it names neither. */
function likelier(day: Day, other: Day, blocks: Layout["blocks"], rules: PageRules): Day {
  const text = blocks
    .map(({ block }) => block.text)
    .join(" ")
    .slice(0, MONTH_LOOK)
    .toLowerCase();
  const months = (text.match(/\p{L}{3,}/gu) ?? []).map((word) => rules.months.get(word));
  const count = (each: Day) => months.filter((month) => month === Number(each.slice(5, 7))).length;
  return count(other) > count(day) ? other : day;
}

interface Stated extends Span {
  readonly block: number;
  readonly day: Day;
  readonly score: number;
}

/** Days stated around the title, the surest first; a score below 0 is a masthead's. */
function statedOnPage({ blocks, title, bodyStart }: Layout, rules: PageRules): Stated[] {
  const found: Stated[] = [];
  for (const [index, { block, marks, isDate, kind }] of blocks.entries()) {
    const inHead = index < bodyStart;
    if (!inHead && !isDate) continue;
    if (kind === "related" || kind === "caption" || index === title) continue;
    const date = statedDates(block.text, rules)[0];
    if (date === undefined || date.day === null) continue;
    const day = date.other === undefined ? date.day : likelier(date.day, date.other, blocks, rules);
    const labelled = marks.has("date-label");
    const updated = marks.has("updated-label");
    // Below the head only a labelled date speaks of this report.
    if (!inHead && !labelled && !updated) continue;
    const anchor = title === -1 ? bodyStart : title;
    const above = index < anchor;
    const between =
      above && blocks.slice(index + 1, anchor).some((each) => each.kind === "boilerplate" && !each.isDate);
    const score =
      (labelled ? 5 : 0) + (updated ? 1 : 0) + (above ? (between ? -4 : -1) : 4) - (inHead ? 0 : 2);
    const isMast = above && !labelled && !updated && between;
    found.push({
      block: index,
      start: date.start,
      end: date.end,
      day,
      score: isMast ? score : Math.max(0, score),
    });
  }
  return found.sort((a, b) => b.score - a.score || b.block - a.block);
}
