/**
 * Candidates of a name in, those that the words beside it allow out: behind "Mr" only people, before a comma
 * and a region only what lies there ("San Jose, California").
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerCandidate, GazetteerEntry, GazetteerMatch } from "../../knowledge/types.ts";
import type { NameRun } from "./name-runs.ts";
import type { SentenceView } from "./sentence-view.ts";

/** The candidates that are left; an unknown namesake of a city takes the region itself. */
export function narrowCandidates(
  view: SentenceView,
  run: NameRun,
  titles: readonly AgentMatch[],
  gazetteer: Gazetteer,
  agents: Agents,
): readonly GazetteerCandidate[] {
  const { candidates } = run;
  const entryOf = ({ id }: GazetteerCandidate) => gazetteer.entry(id);
  if (titles.some((title) => title.entry.kind === "honorific"))
    return candidates.filter((each) => entryOf(each)?.kind === "person");
  const region = beside(view, run.last, run.last + 1);
  if (region !== undefined && region.first === run.last + 1 && candidates.some(isCity)) {
    const within = candidates.filter((each) => region.candidates.some((one) => agree(each, one)));
    if (within.length > 0) return within;
    const sure = region.candidates.filter((one) => entryOf(one)?.region && !one.uncertain);
    return sure.length > 0 && !isListed(view, region, agents) ? sure : candidates;
  }
  const city = beside(view, run.first - 1, run.first - 2);
  if (city === undefined || city.last !== run.first - 1 || !city.candidates.some(isCity)) return candidates;
  const around = candidates.filter((each) => city.candidates.some((one) => agree(one, each)));
  return around.length > 0 ? around : candidates;

  function isCity(each: GazetteerCandidate): boolean {
    return each.use !== "adjective" && entryOf(each)?.kind === "place" && !entryOf(each)?.region;
  }

  function agree(part: GazetteerCandidate, whole: GazetteerCandidate): boolean {
    const [inner, outer] = [entryOf(part), entryOf(whole)];
    return isCity(part) && isWhole(outer) && inner?.state === outer?.state && whole.use === "name";
  }
}

function isWhole(entry: GazetteerEntry | null): boolean {
  return entry?.kind === "state" || entry?.region === true;
}

/** The match on the other side of a comma. */
function beside(view: SentenceView, comma: number, at: number): GazetteerMatch | undefined {
  return view.words[comma] === "," ? view.names[at] : undefined;
}

/** "Moscow, Crimea and Donetsk": one of a list, no place within another. */
function isListed(view: SentenceView, { first, last }: GazetteerMatch, agents: Agents): boolean {
  const word = view.words[last];
  if (view.tokens[first]!.deprel === "conj" || word === undefined) return view.hasTree && word !== undefined;
  return agents.uses(word, "conjunction") || (word === "," && view.names[last + 1] !== undefined);
}
