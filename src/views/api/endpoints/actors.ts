/** Actors: what the gazetteer knows of a state, a body or a person. */
import { Fault } from "../../../base/index.ts";
import { loadGazetteer } from "../../../knowledge/gazetteer/index.ts";
import { namesOf } from "../../../knowledge/gazetteer/names-of.ts";
import type { Gazetteer, GazetteerEntry } from "../../../knowledge/types.ts";
import { actorJson, type NamedTerm } from "../../json/actor-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { actorSchema } from "../schemas/actor.ts";
import { day } from "../schemas/filters.ts";

/** Offices of a state or body that are told with it. */
const OFFICES = [
  "head-of-state",
  "head-of-government",
  "national-leader",
  "foreign-minister",
  "defence-minister",
  "un-ambassador",
];

let loaded: Gazetteer | null = null;

export const ACTOR_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "getActor",
    path: "/api/v1/actors/{id}",
    group: "Actors",
    summary: "What is known of a state, a body or a person: names, offices with dates",
    description:
      "`id` is a code (`RUS`), a gazetteer id (`person/Q7747`, percent-encoded) or a whole name. `day` asks who held the offices of a state then.",
    method: "GET",
    query: { day: day("first", "Who held the offices on this day").optional() },
    answer: actorSchema,
    async run({ params, query }) {
      loaded ??= loadGazetteer();
      const entry = entryOf(params.id ?? "", loaded);
      return actorJson(entry, namesOf(entry.id), termsOf(entry, query.day ?? null, loaded));
    },
  }),
];

/** The entry that the words mean.
 * @throws {@link Fault} `record/not-found` where the gazetteer has none */
function entryOf(words: string, gazetteer: Gazetteer): GazetteerEntry {
  const direct =
    gazetteer.entry(words) ?? gazetteer.entry(`state/${words}`) ?? gazetteer.entry(`territory/${words}`);
  if (direct !== null) return direct;
  const tokens = words.trim().split(/\s+/).slice(0, 20);
  const match = gazetteer.match(tokens).find(({ first, last }) => first === 0 && last >= tokens.length - 1);
  const candidate = match?.candidates[0];
  const entry = candidate === undefined ? null : gazetteer.entry(candidate.id);
  if (entry !== null) return entry;
  throw new Fault("record/not-found", `Nobody is known as ${words.slice(0, 200)}.`, {
    advice: "Codes are those of ISO 3166 (RUS); names are whole (United Nations). Reports may still name it.",
  });
}

function termsOf(entry: GazetteerEntry, asked: string | null, gazetteer: Gazetteer): NamedTerm[] {
  const terms =
    entry.kind === "person"
      ? gazetteer.terms(entry.id)
      : OFFICES.flatMap((office) =>
          gazetteer.holders(
            entry.code !== null && entry.kind === "state" ? entry.code : entry.id,
            office,
            asked,
          ),
        );
  return terms.map((term) => ({
    term,
    person: gazetteer.entry(term.personId)?.name ?? null,
    body: gazetteer.entry(term.body)?.name ?? null,
  }));
}
