/** Calendar dates, whole or partial, weekdays and seasons: which year, which week they mean. */
import { addDays, dayNumber, dayOf, weekday } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import { isoWeek, monthPeriod, partsOf, seasonPeriod, yearPeriod } from "./periods.ts";
import { dated, type Setting } from "./setting.ts";
import type { Candidate, Captures, Lexeme, Meaning, Tense } from "./types.ts";

const numberOf = (lexeme: Lexeme | undefined): number | null =>
  lexeme === undefined ? null : Number(lexeme.value);
const pad = (value: number) => String(value).padStart(2, "0");

/** Days that a date without a year may lie ahead although the clause is past ("the talks of 17 August failed"). */
const NEAR_AHEAD_DAYS = 60;
/** Age in days from which a date of the past without its year is doubtful. */
const FAR_BACK_DAYS = 300;
/** Any year that has all days. */
const LEAP_YEAR = 2000;
/** How many years around the anchor a weekday may decide the year. */
const WEEKDAY_YEARS = [0, -1, 1, -2, 2, -3, 3];

/** The meaning of day, month and year as far as they are stated. */
export function resolveDate({ captures, rule }: Candidate, setting: Setting): Meaning | null {
  const month = numberOf(captures.MONTH ?? captures.MM);
  const date = numberOf(captures.DAY ?? captures.DD ?? captures.DAYORD);
  const year = numberOf(captures.YEAR) ?? yearOfWhich(rule.gives.which === "year" ? captures : {}, setting);
  const stated = { year: captures.YEAR !== undefined };
  if (month === null && date === null) return year === null ? null : dated(yearPeriod(year), stated);
  if (month === null) return resolveDayAlone(date!, captures, setting);
  if (date === null) {
    const chosen = year ?? yearOfMonth(month, rule.gives.which === "month" ? captures : {}, setting);
    if (chosen === null) return { type: "DATE", value: `XXXX-${pad(month)}`, day: null, endDay: null };
    return dated(monthPeriod(chosen, month), stated);
  }
  if (dayOf(LEAP_YEAR, month, date) === null) return null;
  const chosen = year ?? yearOfDay(month, date, captures, setting);
  if (chosen === null)
    return { type: "DATE", value: `XXXX-${pad(month)}-${pad(date)}`, day: null, endDay: null };
  return dayMeaning(dayOf(chosen, month, date), stated.year);
}

/** The meaning of one day; null where the calendar has none such. */
export function dayMeaning(day: Day | null, year = false): Meaning | null {
  return day === null ? null : { type: "DATE", value: day, day, endDay: day, year };
}

function yearOfWhich(captures: Captures, { anchor }: Setting): number | null {
  const which = numberOf(captures.WHICH);
  return which === null || anchor === null ? null : partsOf(anchor).year + which;
}

function yearOfMonth(month: number, captures: Captures, setting: Setting): number | null {
  const { anchor } = setting;
  if (anchor === null) return null;
  const { year, month: present } = partsOf(anchor);
  const which = numberOf(captures.WHICH);
  if (which === 0) return year;
  if (which === 1) return month > present ? year : year + 1;
  if (which === -1) return month < present ? year : year - 1;
  if (setting.tense() === "future") return month >= present ? year : year + 1;
  return month <= present ? year : year - 1;
}

/** The year of a day of a month: by its weekday, by a year named before, else by tense and nearness. */
function yearOfDay(month: number, date: number, captures: Captures, setting: Setting): number | null {
  const { anchor } = setting;
  if (anchor === null) return null;
  const { year } = partsOf(anchor);
  const named = numberOf(captures.WEEKDAY);
  if (named !== null) {
    const fits = WEEKDAY_YEARS.find((offset) => {
      const day = dayOf(year + offset, month, date);
      return day !== null && weekday(day) === named - 1;
    });
    if (fits !== undefined) return year + fits;
  }
  if (setting.year !== null && setting.year < year) return setting.year;
  return nearestYear(month, date, anchor, setting.tense());
}

function nearestYear(month: number, date: number, anchor: Day, tense: Tense): number | null {
  const { year } = partsOf(anchor);
  const distances = [year - 1, year, year + 1].flatMap((candidate) => {
    const day = dayOf(candidate, month, date);
    return day === null ? [] : [{ candidate, ahead: dayNumber(day) - dayNumber(anchor) }];
  });
  const back = distances.findLast(({ ahead }) => ahead <= 0);
  const ahead = distances.find((entry) => entry.ahead >= 0);
  if (back === undefined || ahead === undefined) return (back ?? ahead)?.candidate ?? null;
  if (tense === "future")
    return -back.ahead <= 31 && ahead.ahead > FAR_BACK_DAYS ? back.candidate : ahead.candidate;
  if (tense === "past")
    return -back.ahead > FAR_BACK_DAYS && ahead.ahead <= NEAR_AHEAD_DAYS ? ahead.candidate : back.candidate;
  return -back.ahead <= ahead.ahead ? back.candidate : ahead.candidate;
}

/** "on the 7th", "Monday the 7th": of the present month, the last or the next. */
function resolveDayAlone(date: number, captures: Captures, setting: Setting): Meaning | null {
  const { anchor } = setting;
  if (anchor === null) return null;
  const { year, month } = partsOf(anchor);
  const index = year * 12 + month - 1;
  const days = [index, index - 1, index + 1, index - 2, index + 2]
    .map((at) => dayOf(Math.floor(at / 12), (at % 12) + 1, date))
    .filter((day) => day !== null);
  const named = numberOf(captures.WEEKDAY);
  if (named !== null) return dayMeaning(days.find((day) => weekday(day) === named - 1) ?? null);
  const future = setting.tense() === "future";
  return dayMeaning(days.find((day) => (future ? day >= anchor : day <= anchor)) ?? null);
}

/** "25/02/2017": the order that the calendar allows; of two, the one nearer to the anchor. */
export function resolveNumeric({ captures }: Candidate, { anchor }: Setting): Meaning | null {
  const first = numberOf(captures.N1)!;
  const second = numberOf(captures.N12)!;
  const short = numberOf(captures.YY);
  const year = numberOf(captures.YEAR) ?? (short! > 68 ? 1900 + short! : 2000 + short!);
  const days = [dayOf(year, second, first), dayOf(year, first, second)].filter((day) => day !== null);
  if (days.length === 0) return null;
  if (anchor === null || days.length === 1) return dayMeaning(days[0]!, true);
  const away = (day: Day) => Math.abs(dayNumber(day) - dayNumber(anchor));
  return dayMeaning(away(days[0]!) <= away(days[1]!) ? days[0]! : days[1]!, true);
}

/** A weekday by tense, by "last" and "next", by the week named with it. */
export function resolveWeekday({ captures, rule }: Candidate, setting: Setting): Meaning | null {
  const iso = numberOf(captures.WEEKDAY)!;
  const day =
    setting.anchor === null ? null : weekdayFrom(setting.anchor, iso, captures, rule.gives.which, setting);
  if (captures.PART !== undefined) {
    const part = String(captures.PART.value);
    return { type: "TIME", value: `${day ?? `XXXX-WXX-${iso}`}T${part}`, day, endDay: day };
  }
  return { type: "DATE", value: day ?? `XXXX-WXX-${iso}`, day, endDay: day };
}

function weekdayFrom(anchor: Day, iso: number, captures: Captures, mode: unknown, setting: Setting): Day {
  const back = (weekday(anchor) - (iso - 1) + 7) % 7;
  const latest = addDays(anchor, -back);
  const following = back === 0 ? anchor : addDays(latest, 7);
  const which = numberOf(captures.WHICH);
  if (mode === "week") return addDays(isoWeek(anchor).monday, 7 * which! + iso - 1);
  if (mode === -2) return addDays(latest, -7);
  if (mode === 2) return addDays(following, 7);
  if (which === -1) return back === 0 ? addDays(anchor, -7) : latest;
  if (which === 0) return addDays(isoWeek(anchor).monday, iso - 1);
  if (which === 1) {
    const next = addDays(latest, 7);
    // Said shortly before the day, "next" means the one a week on.
    return dayNumber(next) - dayNumber(anchor) < 3 ? addDays(next, 7) : next;
  }
  return setting.tense() === "future" ? following : latest;
}

/** A season by its year, by "last" and "next", else by tense. */
export function resolveSeason({ captures }: Candidate, setting: Setting): Meaning | null {
  const code = String(captures.SEASON!.value);
  const stated = numberOf(captures.YEAR);
  if (stated !== null) return dated(seasonPeriod(stated, code), { year: true });
  const { anchor } = setting;
  if (anchor === null) return { type: "DATE", value: `XXXX-${code}`, day: null, endDay: null };
  const { year } = partsOf(anchor);
  const seasons = [-2, -1, 0, 1].map((offset) => seasonPeriod(year + offset, code)!);
  const which = numberOf(captures.WHICH);
  if (which === -1) return dated(seasons.findLast(({ endDay }) => endDay < anchor) ?? null);
  if (which === 1) return dated(seasons.find(({ day }) => day > anchor) ?? null);
  if (which === 0) return dated(seasons.find(({ endDay }) => endDay >= anchor) ?? null);
  if (setting.tense() === "future") return dated(seasons.find(({ endDay }) => endDay >= anchor) ?? null);
  return dated(seasons.findLast(({ day }) => day <= anchor) ?? null);
}
