/**
 * The state that a report is about, where it is about one: lent to actors without a code ("police", "the army").
 * Counted over names of states and places, unless people and bodies of another state are far more (an American
 * inquiry into what happened in Libya); a sentence that places its event in one state has that one.
 */

import type { Agents } from "../../knowledge/agents.ts";
import type { GazetteerEntry, Sector } from "../../knowledge/types.ts";
import type { Discourse, EntityMention } from "../../language/types.ts";

/** Confidence of the lent code: all of the report, the place in the sentence, most of the report. */
const FOCUS_CONFIDENCE = { only: 0.55, place: 0.5, most: 0.4 } as const;
/** Share of the names of states from which one counts as what the report is about, and how many there must be. */
const MOST_SHARE = 0.6;
const MOST_COUNT = 3;

/** Sectors whose people are at work in other states, too: where they are does not say whose they are. */
const ABROAD: ReadonlySet<Sector | null> = new Set<Sector | null>([
  null,
  "GOV",
  "MIL",
  "JRN",
  "BUS",
  "SPY",
  "LAB",
]);

export interface Focus {
  readonly code: string;
  readonly confidence: number;
}

/** For each sentence the state that it is about, or null.
 * @param isBarred true for a name that tells who somebody is against or backed by */
export function findFocus(
  discourse: Discourse,
  words: (sentence: number) => readonly string[],
  agents: Agents,
  entry: (id: string) => GazetteerEntry | null,
  isBarred: (mention: EntityMention) => boolean,
): (sentence: number, sector: Sector | null) => Focus | null {
  const total = new Map<string, number>();
  const others = new Map<string, number>();
  const placed = new Map<number, Set<string>>();
  let count = 0;
  for (const mention of discourse.mentions) {
    if (mention.form !== "name" || mention.type === "other" || isBarred(mention)) continue;
    const id = discourse.chains[mention.chain]?.entry ?? mention.candidates[0];
    const code = id === undefined || id === null ? null : (entry(id)?.state ?? null);
    if (code === null) continue;
    if (mention.type !== "state" && mention.type !== "place") {
      others.set(code, (others.get(code) ?? 0) + 1);
      continue;
    }
    total.set(code, (total.get(code) ?? 0) + 1);
    count++;
    const before = words(mention.sentence)[mention.first - 1];
    if (before === undefined || !agents.uses(before, "inside")) continue;
    const here = placed.get(mention.sentence);
    if (here === undefined) placed.set(mention.sentence, new Set([code]));
    else here.add(code);
  }
  const [most, times] = commonest(total);
  const [dominant, named] = commonest(others);
  return (sentence, sector) => {
    // People and bodies of another state that fill the report outweigh a few names of places.
    if (dominant !== null && dominant !== most && named >= MOST_COUNT && named > 2 * times)
      return { code: dominant, confidence: FOCUS_CONFIDENCE.most };
    if (most === null) return null;
    if (total.size === 1) return { code: most, confidence: FOCUS_CONFIDENCE.only };
    const here = placed.get(sentence);
    if (here?.size === 1 && !ABROAD.has(sector))
      return { code: [...here][0]!, confidence: FOCUS_CONFIDENCE.place };
    if (count >= MOST_COUNT && times / count >= MOST_SHARE)
      return { code: most, confidence: FOCUS_CONFIDENCE.most };
    return null;
  };
}

/** The code counted most, with its number; null and 0 where none was counted. */
function commonest(counts: ReadonlyMap<string, number>): readonly [code: string | null, number: number] {
  return [...counts].reduce<readonly [string | null, number]>(
    (best, [code, number]) => (number > best[1] ? [code, number] : best),
    [null, 0],
  );
}
