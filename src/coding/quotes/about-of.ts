/**
 * What is said in, whom its words name out: one party for each actor, at the
 * first place that names it.
 */
import type { Span } from "../../base/types.ts";
import type { Discourse } from "../../language/types.ts";
import type { ActorReader } from "../actors/types.ts";
import type { StatementParty } from "../types.ts";
import { officeOf } from "./resolve-party.ts";

/** Parties of one statement at most. */
const MOST = 16;

/** The known actors that the stretch names, in order of the text. */
export function aboutOf(
  text: string,
  content: Span,
  discourse: Discourse | null,
  actors: ActorReader | null,
): readonly StatementParty[] {
  if (discourse === null || actors === null) return [];
  const { mentions } = discourse;
  const found = new Map<string, StatementParty>();
  for (let at = firstFrom(mentions, content.start); at < mentions.length && found.size < MOST; at++) {
    const { start, end, form, sentence, candidates } = mentions[at]!;
    if (start >= content.end) break;
    if (form !== "name" || candidates.length === 0 || end > content.end) continue;
    const [one] = actors.readSpan(sentence, { start, end });
    if (one === undefined || one.code === null) continue;
    const key = one.id ?? `${one.code} ${one.name}`;
    if (found.has(key)) continue;
    const { code, sector, name, id } = one;
    const office = officeOf(id, actors);
    found.set(key, { entityText: text.slice(start, end), start, end, code, sector, name, id, office });
  }
  return [...found.values()];
}

/** Index of the first mention that starts at the offset or behind. */
function firstFrom(mentions: readonly Span[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
