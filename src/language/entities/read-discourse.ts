/**
 * Sentences of a report in, its entity mentions with their chains out.
 *
 * The finding of mentions is find-mentions.ts, the linking coreference/; which actor of PLOVER a mention stands
 * for is left to coding/actors. Sentences without a tree are read by their tags, untagged ones by their names.
 */
import type { Day } from "../../base/types.ts";
import type { Agents } from "../../knowledge/agents.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import { resolveDiscourse } from "../coreference/resolve-discourse.ts";
import type { Discourse, Sentence } from "../types.ts";
import { findMentions } from "./find-mentions.ts";
import { viewSentence } from "./sentence-view.ts";

/** The mentions and chains of the report.
 * @param sentences sentences of one report, in order; `sentence` of a mention is the position in this list
 * @param day day of publication, by which offices are dated; null where unknown */
export function readDiscourse(
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  agents: Agents,
  day: Day | null,
): Discourse {
  const drafts = sentences.map((sentence, position) => {
    const view = viewSentence(sentence, gazetteer, agents);
    return { view, drafts: findMentions(view, position, gazetteer, agents) };
  });
  return resolveDiscourse(drafts, gazetteer, agents, day);
}
