/** Time expressions: what `coding` and `pipeline` take from this folder. */
export { type Calendar, compileCalendar } from "./calendar.ts";
export { readAllTimes, readTimes, readTimesOfText } from "./read-times.ts";
export type { Tense, TimeAnchor } from "./types.ts";
