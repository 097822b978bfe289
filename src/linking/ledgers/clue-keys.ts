/**
 * A placed clue in, the keys under which it is compared out: two clues without a
 * common key never make one entry, so that a change touches only what hangs
 * together by keys.
 */
import { dayNumber } from "../../base/day.ts";
import { hashText } from "../text/hash.ts";
import { namesOf, partyKey } from "./strands.ts";
import type { LedgerLinkTools, PlacedClue } from "./types.ts";

/** Days for which one party and one kind are enough to compare. */
const NEAR = 64;
const MOST_PARTIES = 8;
const MOST_WORDS = 12;
const MOST_PAIRED = 6;

/** The keys of a clue, each once; 32-bit whole numbers as text with the ledger's first letter. */
export function clueKeys(
  { clue, reportId, reportDay, storyId }: PlacedClue,
  tools: LedgerLinkTools,
): string[] {
  const { ledger, kind, about, instrument, by, on, countries, place, day } = clue;
  const keys = new Set<string>();
  const add = (...parts: readonly string[]) => keys.add(`${ledger.charAt(0)}${hashText(parts.join(" "))}`);
  add("report", reportId);
  if (storyId !== null) add("story", storyId);
  const words = new Set(tools.stemsOf(`${about ?? ""} ${instrument ?? ""}`));
  // Later steps of a life often name no party: two words that tell what it is about meet.
  const telling = [...words].slice(0, MOST_PAIRED).sort();
  if (ledger === "agreement" || ledger === "inquiry")
    for (const [index, one] of telling.entries())
      for (const other of telling.slice(index + 1)) add("words", one, other);
  for (const name of namesOf(clue)) add("name", name);
  const others = clue.others.map(({ party }) => party);
  const parties = [...by, ...on, ...others].map(partyKey);
  const all = [
    ...new Set([...parties, ...countries, ...(place?.countryCode == null ? [] : [place.countryCode])]),
  ]
    .sort()
    .slice(0, MOST_PARTIES);
  const when = day?.date ?? reportDay;
  const month = when === null ? null : Math.floor(dayNumber(when) / NEAR);
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) add("pair", one, other);
    for (const word of [...words].slice(0, MOST_WORDS)) add("word", one, word);
    // Lives go over years: few agreements and inquiries share a party, and few measures a party and a kind.
    if (ledger === "agreement" || ledger === "inquiry") add("party", one);
    else if (ledger === "measure" && kind !== null) add("kind", one, kind);
    if (month === null) continue;
    for (const at of [month - 1, month, month + 1]) add("near", one, kind ?? "", String(at));
  }
  return [...keys];
}
