/** PLOVER's gold records in, their actors and recipients out, with the place of their words in the sentence. */
import { readFileSync } from "node:fs";
import type { Span } from "../../src/base/types.ts";

export interface GoldActor extends Span {
  readonly words: string;
  readonly country: string;
  /** Sector without the group that some records add ("REBkur": REB); null where the record has none. */
  readonly sector: string | null;
}

export interface GoldRecord {
  readonly text: string;
  readonly actors: readonly GoldActor[];
  /** Actors whose words do not stand in the sentence. */
  readonly unaligned: number;
}

interface RawActor {
  readonly text: string;
  readonly country: string;
  readonly sector: string | null;
}

/** The records of the file (JSON Lines). */
export function readGold(path: string): readonly GoldRecord[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const row = JSON.parse(line) as { text: string; actor: RawActor[]; recipient: RawActor[] };
      const all = [...row.actor, ...row.recipient];
      const actors = all.flatMap((raw) => align(raw, row.text));
      return { text: row.text, actors, unaligned: all.length - actors.length };
    });
}

function align(raw: RawActor, text: string): GoldActor[] {
  // Words that the record leaves out are marked by dots: what stands before them is looked for.
  const words = raw.text.trim().split(/ \.\.+ /)[0]!;
  const start = text.indexOf(words);
  if (start < 0) return [];
  const sector = raw.sector === null || /^\W+$/.test(raw.sector) ? null : raw.sector.slice(0, 3);
  return [{ start, end: start + words.length, words, country: raw.country, sector }];
}
