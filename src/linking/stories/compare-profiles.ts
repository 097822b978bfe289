/** Two profiles in, how much they tell of one happening out: cosine of their words times nearness of their days. */
import type { StoryProfile } from "../types.ts";
import { dotProduct, type TermTable, termTable } from "./term-table.ts";

export interface StorySettings {
  /** Days after which nearness has fallen to 1/e. */
  readonly decayDays: number;
  /** Nearness where a day is unknown. */
  readonly unknownDay: number;
  /** Least score that is kept as an edge. */
  readonly leastEdge: number;
  /** What two reports that were not compared count for in the average, 0 to 1. */
  readonly missing: number;
  /** Least average score of reports of one story. */
  readonly threshold: number;
  /** Days on either side in which a story is looked for. */
  readonly windowDays: number;
  readonly mostPerKey: number;
  readonly mostCandidates: number;
  readonly mostReports: number;
}

export interface StoryFeatures {
  readonly wording: number;
  readonly nearness: number;
  readonly score: number;
}

/** The features of two profiles; `score` is their product, 0 to 1.
 * @param tableOfA the terms of `a`, for callers that compare it with many */
export function compareProfiles(
  a: StoryProfile,
  b: StoryProfile,
  settings: StorySettings,
  tableOfA: TermTable = termTable(a.terms),
): StoryFeatures {
  const nearness = dayNearness(a.day, b.day, settings);
  const wording = dotProduct(tableOfA, b.terms);
  return { wording, nearness, score: wording * nearness };
}

/** Nearness of two days, 0 to 1. */
export function dayNearness(a: number | null, b: number | null, settings: StorySettings): number {
  if (a === null || b === null) return settings.unknownDay;
  return Math.exp(-Math.abs(a - b) / settings.decayDays);
}
