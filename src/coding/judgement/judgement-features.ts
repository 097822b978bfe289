/**
 * What speaks for and against a draft's being an event, as features for the
 * judgement model.
 *
 * In: a tree, a draft of its readings and how many others there are. Out: feature
 * names: the rule with event and weight, how the parties were found and who they
 * are, modality, the trigger's place in the tree and the words beside it. The name
 * of the rule is none of them, so that new rules are judged by their kind.
 */
import { confidenceOf, unfit } from "../mentions/choose.ts";
import type { Draft } from "../mentions/drafts.ts";
import { same } from "../parties/found-party.ts";
import type { Party } from "../parties/party-reader.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import type { Tree } from "../tree/tree.ts";

/** The features of one draft among all of its sentence. */
export function judgementFeatures(
  tree: Tree,
  draft: Draft,
  drafts: readonly Draft[],
  index: RuleIndex,
): readonly string[] {
  const features: string[] = [];
  addRule(features, draft);
  addParties(features, draft);
  addModality(features, draft);
  addPlace(features, tree, draft);
  addWords(features, tree, draft, index);
  addRivals(features, draft, drafts);
  return features;
}

function addRule(features: string[], draft: Draft): void {
  const { indexed, light, passive, score } = draft.reading.best;
  const { compiled, frame } = indexed;
  const { event } = draft;
  features.push(
    `event=${event}`,
    `event=${event}|${compiled.event}`,
    `mode=${event}|${draft.mode.join("+")}`,
    `weight=${compiled.weight}`,
    `pos=${frame.pos}`,
    `pos=${frame.pos}|${event}`,
    `demand=${Math.min(4, Math.floor(frame.demand))}`,
    `score=${Math.floor(score * 2)}`,
    `losers=${Math.min(4, draft.reading.losers.length)}`,
  );
  const reason = unfit(draft);
  if (reason !== null)
    features.push(reason, `${reason}|${event}`, `${reason}|${compiled.rule.weight ?? "-"}`);
  addSteps(features, "plain", confidenceOf(draft), 0.1);
  if (light) features.push("light");
  if (passive) features.push("passive");
  if (indexed.rest.length > 0) features.push("phrase");
}

/** A number as one feature for every step that it reaches, so that weights add up along it. */
function addSteps(features: string[], name: string, value: number, step: number): void {
  for (let at = step; at <= value; at += step) features.push(`${name}>${at.toFixed(1)}`);
}

function addParties(features: string[], draft: Draft): void {
  const { actor, recipient, event } = draft;
  const [a, r] = [kindOf(actor), kindOf(recipient)];
  features.push(
    `a=${a}`,
    `r=${r}`,
    `ar=${a}|${r}`,
    `a=${a}|${event}`,
    `r=${r}|${event}`,
    `avia=${draft.actorVia}|${plainly(actor)}`,
    `rvia=${draft.recipientVia}|${plainly(recipient)}`,
    `both=${plainly(actor)}|${plainly(recipient)}`,
    `both=${plainly(actor)}|${plainly(recipient)}|${event}`,
    `asector=${sectorOf(actor)}`,
    `rsector=${sectorOf(recipient)}`,
  );
  if (actor !== null) addSteps(features, "asure", actor.confidence, 0.2);
  if (recipient !== null) addSteps(features, "rsure", recipient.confidence, 0.2);
  if (actor !== null && actor.actors.length > 1) features.push("actors>1");
  if (same(actor, recipient)) features.push("self");
  const [own, other] = [actor?.actors[0]?.code ?? null, recipient?.actors[0]?.code ?? null];
  if (own !== null && other !== null) features.push(own === other ? "inland" : "abroad");
}

/** What the party is: nobody, plain words, a state, one of a state, an organisation, an actor of unknown code. */
function kindOf(party: Party | null): string {
  if (party === null) return "-";
  if (party.plain) return "words";
  const { code, sector, start } = party.actors[0]!;
  const away = start === undefined ? "|away" : "";
  const owner = party.owner ? "|owner" : "";
  if (code === null) return `unknown${owner}${away}`;
  const state = !WIDE.has(code);
  return `${state ? (sector === null ? "state" : "ofstate") : code}${owner}${away}`;
}

/** PLOVER's codes for what is no state. */
const WIDE: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG", "ISM", "MNC"]);

function plainly(party: Party | null): string {
  return party === null ? "-" : party.plain ? "words" : party.owner ? "owner" : "known";
}

function sectorOf(party: Party | null): string {
  return party?.actors[0]?.sector ?? "-";
}

function addModality(features: string[], draft: Draft): void {
  const { chain, event, factuality, content } = draft;
  features.push(`fact=${factuality}`, `fact=${factuality}|${event}`);
  if (content !== null)
    features.push(
      "content",
      `content=${event}|${content.event}`,
      `contentpos=${content.reading === draft.reading}`,
    );
  for (const link of chain.links) features.push(`under=${link.takes}`, `under=${link.takes}|${event}`);
  features.push(`links=${Math.min(3, chain.links.length)}`);
  if (chain.conditional) features.push("conditional");
  if (chain.purpose) features.push("purpose");
  if (chain.relative) features.push("relative");
  if (chain.adverbial) features.push("adverbial");
}

function addPlace(features: string[], tree: Tree, draft: Draft): void {
  const { trigger, clause } = draft.reading.best;
  const token = tree.tokens[trigger]!;
  const { event } = draft;
  features.push(
    `rel=${token.deprel}`,
    `tag=${token.xpos}`,
    `tag=${token.xpos}|${event}`,
    `clauserel=${tree.relation[clause]}`,
    `deep=${depthOf(tree, clause)}`,
    `long=${Math.min(6, Math.floor(tree.tokens.length / 10))}`,
    `at=${Math.min(4, Math.floor(trigger / 6))}`,
  );
  if (isQuoted(tree, trigger)) features.push("quoted", `quoted|${event}`);
  if (tree.lower.at(-1) === "?") features.push("asked");
  for (const child of tree.children[clause]!) {
    const relation = tree.tokens[child]!.deprel;
    features.push(`below=${relation}`);
    if (relation === "aux" || relation === "advmod" || relation === "mark" || relation === "det")
      features.push(`below=${relation}|${tree.tokens[child]!.lemma}`);
    if (relation.startsWith("nsubj"))
      features.push(`subject=${tree.tokens[child]!.upos}`, `subject=${tree.tokens[child]!.xpos}`);
    if (relation === "obj") features.push(`object=${tree.tokens[child]!.upos}`);
  }
}

function depthOf(tree: Tree, token: number): number {
  let depth = 0;
  for (let at = token; tree.tokens[at]!.head >= 0 && depth < 5; at = tree.tokens[at]!.head) depth++;
  return depth;
}

/** True when an opening quotation mark before the token is not closed before it. */
function isQuoted(tree: Tree, token: number): boolean {
  let open = false;
  for (let at = 0; at < token; at++) {
    const form = tree.lower[at]!;
    if (form === '"') open = !open;
    else if (form === "“" || form === "``") open = true;
    else if (form === "”" || form === "''") open = false;
  }
  return open;
}

function addWords(features: string[], tree: Tree, draft: Draft, index: RuleIndex): void {
  const { trigger, clause, object } = draft.reading.best;
  const lemma = (at: number) => tree.tokens[at]!.lemma.toLowerCase();
  features.push(`trigger=${lemma(trigger)}`, `trigger=${lemma(trigger)}|${draft.event}`);
  const over = tree.tokens[clause]!.head;
  if (over >= 0) {
    features.push(`over=${lemma(over)}`, `overtag=${tree.tokens[over]!.upos}|${tree.relation[clause]}`);
    const takes = index.governors.get(lemma(over))?.[0]?.takes;
    if (takes !== undefined) features.push(`overtakes=${takes}`);
  }
  if (object >= 0) {
    features.push(`objectlemma=${lemma(object)}`);
    for (const id of index.classesOf.get(lemma(object)) ?? [])
      features.push(`objectclass=${id}|${draft.event}`);
  }
  if (trigger > 0) features.push(`before=${lemma(trigger - 1)}`);
  if (trigger + 1 < tree.tokens.length) features.push(`after=${lemma(trigger + 1)}`);
  const root = tree.tokens.find((token) => token.head < 0);
  if (root !== undefined)
    features.push(`root=${root.lemma.toLowerCase()}`, `rootis=${root.index === clause}`);
}

function addRivals(features: string[], draft: Draft, drafts: readonly Draft[]): void {
  features.push(`drafts=${Math.min(6, drafts.length)}`);
  const own = confidenceOf(draft);
  let better = 0;
  let earlier = 0;
  for (const other of drafts) {
    if (other === draft) continue;
    if (confidenceOf(other) > own) better++;
    if (other.reading.best.trigger < draft.reading.best.trigger) earlier++;
  }
  features.push(`better=${Math.min(4, better)}`, `earlier=${Math.min(4, earlier)}`);
}
