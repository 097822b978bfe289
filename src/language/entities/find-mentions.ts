/**
 * One sentence in, drafts of its mentions out: names with their titles, nouns that stand for actors, pronouns.
 *
 * A title right before a name is one mention with it ("Russian Foreign Minister Sergey Lavrov"); one behind a
 * comma is a mention of its own, which coreference/ links. Who is meant is not decided here.
 */
import type { AgentMatch, Agents } from "../../knowledge/agents.ts";
import type { Gazetteer } from "../../knowledge/types.ts";
import { isPossessive } from "./base-phrase.ts";
import type { Draft } from "./draft.ts";
import { draftName, isBareFunction } from "./draft-name.ts";
import { draftNominal } from "./draft-nominal.ts";
import { findNames } from "./name-runs.ts";
import { linkOwners } from "./owners.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Drafts of the sentence, in order of first token, outer before inner.
 * @param position position of the sentence among those of the report */
export function findMentions(
  view: SentenceView,
  position: number,
  gazetteer: Gazetteer,
  agents: Agents,
): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<AgentMatch>();
  for (const run of findNames(view, gazetteer, agents)) {
    for (let at = run.first; at < run.last; at++) {
      const inside = view.agents[at];
      if (inside !== undefined && inside.first >= run.first && inside.last <= run.last) used.add(inside);
    }
    if (isBareFunction(view, run)) continue;
    drafts.push(draftName(view, run, used, gazetteer, agents));
  }
  for (const { first, last, candidates } of view.seconds)
    drafts.push(draftName(view, { first, last, candidates, body: null }, used, gazetteer, agents));
  for (let at = 0; at < view.tokens.length; at++) {
    const match = view.agents[at];
    if (match !== undefined && match.first === at && !used.has(match)) {
      const draft = draftNominal(view, match, agents);
      if (draft !== null) drafts.push(draft);
    }
    const pronoun = draftPronoun(view, at, agents);
    if (pronoun !== null) drafts.push(pronoun);
  }
  for (const draft of drafts) draft.sentence = position;
  drafts.sort((a, b) => a.first - b.first || b.last - a.last);
  linkOwners(view, drafts, agents);
  return drafts;
}

function draftPronoun(view: SentenceView, at: number, agents: Agents): Draft | null {
  const token = view.tokens[at]!;
  if (token.upos !== "PRON" && token.xpos !== "PRP$") return null;
  const entry = agents.pronoun(view.words[at]!);
  if (entry === null || view.names[at] !== undefined || token.deprel === "expl") return null;
  if (entry.use === "possessive" && !isPossessive(token, view.words[at]!, agents)) return null;
  const neuter = entry.gender === "neuter";
  return {
    sentence: -1,
    first: at,
    last: at + 1,
    head: at,
    form: "pronoun",
    type: entry.gender === "male" || entry.gender === "female" ? "person" : neuter ? "organisation" : "other",
    candidates: [],
    name: null,
    agents: [],
    number: entry.number,
    gender: entry.gender,
    offices: [],
    former: false,
    owners: [],
    chain: -1,
  };
}
