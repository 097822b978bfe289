/**
 * What a sentence says about two given parties, as features for the relation model.
 *
 * In: a tree, the drafts of its readings, the spans of actor and recipient. Out:
 * feature names: what the rules make of it and how well their parties fit the
 * spans, the path between the spans in the tree, the lemmas in and around them. The
 * names of rules are none of them, so that the model outlasts changes of the rules.
 */
import type { Span } from "../../base/types.ts";
import { confidenceOf } from "../mentions/choose.ts";
import type { Draft } from "../mentions/drafts.ts";
import type { Party, PartyReader } from "../parties/party-reader.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import type { Tree } from "../tree/tree.ts";

/** How well a draft's parties fit the spans: "both", "actor", "recipient", "turned", "none". */
export type Fit = "both" | "actor" | "recipient" | "turned" | "none";

/** Most words behind the spans that count. */
const REACH = 3;

/** How the parties of the draft lie to the spans. */
export function fitOf(draft: Draft, actor: Span, recipient: Span): Fit {
  const straight = touches(draft.actor, actor);
  const second =
    touches(draft.recipient, recipient) || (draft.recipient === null && touches(draft.actor, recipient));
  if (straight && second) return "both";
  if (touches(draft.actor, recipient) && touches(draft.recipient, actor)) return "turned";
  return straight ? "actor" : second ? "recipient" : "none";
}

function touches(party: Party | null, span: Span): boolean {
  return (
    party?.actors.some((one) => one.start !== undefined && one.start < span.end && span.start < one.end!) ===
    true
  );
}

const RANK: Readonly<Record<Fit, number>> = { both: 3, actor: 2, recipient: 1.5, turned: 1, none: 0 };

/** The draft that fits the spans best, or null. */
export function bestDraft(drafts: readonly Draft[], actor: Span, recipient: Span): Draft | null {
  let best: Draft | null = null;
  let most = -1;
  for (const draft of drafts) {
    const value = RANK[fitOf(draft, actor, recipient)] + confidenceOf(draft);
    if (value > most) [best, most] = [draft, value];
  }
  return best;
}

/** The features of the pair. */
export function relationFeatures(
  tree: Tree,
  drafts: readonly Draft[],
  actor: Span,
  recipient: Span,
  parties: PartyReader,
  index: RuleIndex,
): readonly string[] {
  const features: string[] = ["bias"];
  addDrafts(features, drafts, actor, recipient);
  const [a, r] = [headOf(tree, actor), headOf(tree, recipient)];
  addPath(features, tree, a, r);
  addSpan(features, "a", tree, actor, a, parties, index);
  addSpan(features, "r", tree, recipient, r, parties, index);
  addWords(features, tree, actor, recipient, index);
  return features;
}

function addDrafts(features: string[], drafts: readonly Draft[], actor: Span, recipient: Span): void {
  const best = bestDraft(drafts, actor, recipient);
  if (best === null) features.push("silent");
  else addDraft(features, "best", best, fitOf(best, actor, recipient));
  for (const draft of drafts) {
    const fit = fitOf(draft, actor, recipient);
    features.push(`d=${draft.event}|${fit}`, `d=${draft.event}`);
    if (draft !== best && (fit === "both" || fit === "actor")) addDraft(features, "next", draft, fit);
  }
}

/** The vote of one draft: as done or to come, over what it is, under which words. */
function addDraft(features: string[], name: string, draft: Draft, fit: Fit): void {
  const { event, content, factuality, mode, chain } = draft;
  const { event: plain, rule } = draft.reading.best.indexed.compiled;
  features.push(
    `${name}=${event}`,
    `${name}=${event}|${fit}`,
    `${name}=${event}|${plain}|${factuality}`,
    `${name}raw=${rule.gives}|${event}`,
    `${name}fact=${event}|${factuality}`,
    `${name}mode=${event}|${mode.join("+")}`,
  );
  if (content !== null) {
    features.push(
      `${name}content=${event}|${content.event}`,
      `${name}content=${event}|${content.event}|${content.mode.join("+")}`,
    );
  }
  for (const link of chain.links) features.push(`${name}under=${event}|${link.takes}`);
}

/** What the span is: its words and their classes, the state or sector that it stands for. */
function addSpan(
  features: string[],
  name: string,
  tree: Tree,
  span: Span,
  head: number,
  parties: PartyReader,
  index: RuleIndex,
): void {
  if (head < 0) return;
  features.push(
    `${name}head=${tree.tokens[head]!.lemma.toLowerCase()}`,
    `${name}tag=${tree.tokens[head]!.upos}`,
  );
  for (const token of tree.tokens) {
    if (!inside(token, span) || token.upos === "PUNCT" || token.upos === "PROPN") continue;
    const lemma = token.lemma.toLowerCase();
    features.push(`${name}w=${lemma}`);
    for (const id of index.classesOf.get(lemma) ?? []) features.push(`${name}w=<${id}>`);
    const events = new Set(index.byForm.get(tree.lower[token.index]!)?.map((one) => one.compiled.event));
    for (const event of events) features.push(`${name}w~${event}`);
  }
  const party = parties.at(head);
  const first = party?.actors[0];
  features.push(
    `${name}is=${party === null ? "-" : party.plain ? "words" : party.owner ? "owner" : "actor"}`,
    `${name}sector=${first?.sector ?? "-"}`,
  );
}

/** Token of the span whose head lies outside it; the last token where there is no tree. */
function headOf(tree: Tree, span: Span): number {
  let last = -1;
  for (const token of tree.tokens) {
    if (token.start >= span.end || token.end <= span.start) continue;
    last = token.index;
    const over = tree.tokens[token.head];
    if (token.head === -1 || (over !== undefined && (over.start >= span.end || over.end <= span.start)))
      return token.index;
  }
  return last;
}

function addPath(features: string[], tree: Tree, actor: number, recipient: number): void {
  if (actor < 0 || recipient < 0) return;
  const up = climb(tree, actor);
  const down = climb(tree, recipient);
  const top = up.find((node) => down.includes(node));
  if (top === undefined) return;
  const name = (node: number) => tree.tokens[node]!.lemma.toLowerCase();
  features.push(
    `top=${name(top)}`,
    `arel=${tree.tokens[actor]!.deprel}`,
    `rrel=${tree.tokens[recipient]!.deprel}`,
  );
  const left = up.slice(1, up.indexOf(top)).map(name);
  const right = down.slice(1, down.indexOf(top)).map(name);
  for (const node of left) features.push(`path=${node}`, `apath=${node}`);
  for (const node of right) features.push(`path=${node}`, `rpath=${node}`);
  features.push(`path=${name(top)}`);
  if (right.length > 0) features.push(`chain=${name(top)}>${right.at(-1)}`);
  for (const child of tree.children[top]!) {
    const relation = tree.relation[child];
    if (relation === "aux" || relation === "advmod" || relation === "compound" || relation === "mark")
      features.push(`top+${relation}=${name(child)}`);
    if (relation === "obj" || relation === "xcomp" || relation === "ccomp")
      features.push(`top+${relation}=${name(top)}>${name(child)}`, `topobj=${name(child)}`);
  }
}

function climb(tree: Tree, node: number): number[] {
  const path = [node];
  for (let at = tree.tokens[node]!.head; at >= 0 && path.length < 20; at = tree.tokens[at]!.head)
    path.push(at);
  return path;
}

function addWords(features: string[], tree: Tree, actor: Span, recipient: Span, index: RuleIndex): void {
  const actorFirst = actor.start < recipient.start;
  features.push(actorFirst ? "order=ar" : "order=ra");
  const [first, second] = actorFirst ? [actor, recipient] : [recipient, actor];
  let after = 0;
  for (const token of tree.tokens) {
    if (token.upos === "PUNCT" || inside(token, actor) || inside(token, recipient)) {
      continue;
    }
    const lemma = token.lemma.toLowerCase();
    const zone = token.end <= first.start ? "b" : token.start >= second.end ? "e" : "m";
    if (zone === "e" && ++after > REACH) break;
    features.push(`${zone}=${lemma}`, `w=${lemma}`);
    for (const id of index.classesOf.get(lemma) ?? []) features.push(`${zone}=<${id}>`);
    const events = new Set(index.byForm.get(tree.lower[token.index]!)?.map((one) => one.compiled.event));
    for (const event of events) features.push(`${zone}~${event}`, `w~${event}`);
  }
}

function inside(token: Span, span: Span): boolean {
  return token.start < span.end && token.end > span.start;
}
