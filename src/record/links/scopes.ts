/**
 * What is grouped anew when reports come or change: those that hang together
 * with them, as far as is looked, with what their groups are now.
 */
import type { Copy, Credit, Decision, Edge, PlacedMention, StoryPart } from "../../linking/types.ts";
import type { KeptReport } from "./groups.ts";

/** How far groups are looked at. */
export interface Bounds {
  readonly threshold: number;
  readonly most: number;
}

/** Reports that hang together, as grouping takes them. */
export interface StoryScope {
  readonly parts: ReadonlyMap<string, StoryPart>;
  readonly edges: readonly Edge[];
  readonly decisions: readonly Decision[];
  /** Their present stories, by number: ids of the reports. */
  readonly present: ReadonlyMap<number, readonly string[]>;
  /** Ids of those that were asked for, and of those that share a passage with them. */
  readonly seeds: ReadonlySet<string>;
}

/** Mentions that hang together. */
export interface EventScope {
  readonly mentions: ReadonlyMap<string, Omit<PlacedMention, "line">>;
  readonly edges: readonly Edge[];
  readonly decisions: readonly Decision[];
  /** Numbers of their present events. */
  readonly present: readonly number[];
}

/** What lines of reporting are found by. */
export interface LineScope {
  readonly reports: readonly KeptReport[];
  readonly copies: readonly Copy[];
  readonly credits: readonly Credit[];
  /** Present stories of the reports, by their ids. */
  readonly storyOf: ReadonlyMap<string, string>;
}

/** Reports that are looked at besides a few that came; stories beyond are left as they are. */
const MOST_BESIDES = 100;

/** The stories of the seeds, and those nearest to them as long as there is room, each whole.
 * @param reached reports, the nearest first */
export function nearest(
  stories: ReadonlyMap<number, readonly number[]>,
  reached: readonly number[],
  seeds: readonly number[],
): Map<number, readonly number[]> {
  const placeOf = new Map(reached.map((num, at) => [num, at]));
  const place = (members: readonly number[]) =>
    members.reduce((least, num) => Math.min(least, placeOf.get(num) ?? least), reached.length);
  const ranked = [...stories].map(([story, members]) => ({ story, members, place: place(members) }));
  const kept = new Map<number, readonly number[]>();
  let room = seeds.length + MOST_BESIDES;
  for (const { story, members, place: at } of ranked.sort((a, b) => a.place - b.place)) {
    if (at >= seeds.length && members.length > room) continue;
    kept.set(story, members);
    room -= members.length;
  }
  return kept;
}
