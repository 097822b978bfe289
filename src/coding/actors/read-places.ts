/** A sentence in, the places that it names out: names of places and states behind a word of place first. */
import type { ActorContext } from "./identity.ts";
import { textOf } from "./read-phrase.ts";
import type { PlaceReading } from "./types.ts";

/** The places of the sentence, in order; those without a preposition of place have `preposition` null. */
export function readPlaces(sentence: number, context: ActorContext): readonly PlaceReading[] {
  const places: PlaceReading[] = [];
  const { tokens } = context.sentences[sentence]!;
  const words = context.words(sentence);
  for (const index of context.mentionsOf(sentence)) {
    const mention = context.discourse.mentions[index]!;
    if (mention.form === "pronoun" || (mention.type !== "place" && mention.type !== "state")) continue;
    if (mention.use === "adjective" || mention.use === "people") continue;
    const id = context.discourse.chains[mention.chain]?.entry ?? mention.candidates[0] ?? null;
    const entry = id === null ? null : context.entry(id);
    if (entry === null) continue;
    const before = words[mention.first - 1];
    const isPlaced = before !== undefined && context.agents.uses(before, "location");
    places.push({
      start: tokens[mention.first]!.start,
      end: tokens[mention.last - 1]!.end,
      text: textOf(tokens.slice(mention.first, mention.last)),
      name: entry.name,
      countryCode: entry.state,
      id: entry.id,
      lat: entry.lat,
      lon: entry.lon,
      first: mention.first,
      last: mention.last,
      preposition: isPlaced ? mention.first - 1 : null,
    });
  }
  return places;
}
