/**
 * From the readings of a sentence to drafts of mentions: modality applied, content
 * put under what governs it, parties found.
 *
 * In: tree, readings, parties. Out: drafts and what was set aside. Dates, place,
 * quantities and attribution are added by complete.ts, the choice among drafts is
 * choose.ts.
 */
import type { EventType, Mode } from "../../knowledge/types.ts";
import type { JudgementModel } from "../judgement/judgement-model.ts";
import type { Via } from "../matching/match-frame.ts";
import type { Reading } from "../matching/read-sentence.ts";
import { factualityOf, governingEvent } from "../modality/factuality.ts";
import { type Chain, governorsOf } from "../modality/governors.ts";
import { isInsideContent, isToldBeside } from "../modality/inside-content.ts";
import { markersOf } from "../modality/markers.ts";
import { findActor } from "../parties/find-actor.ts";
import { findRecipient } from "../parties/find-recipient.ts";
import type { Party, PartyReader } from "../parties/party-reader.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import type { Factuality } from "../types.ts";
import { contentMode } from "./content-mode.ts";
import {
  ADDRESSED,
  belowContent,
  lastResort,
  ownState,
  reciprocal,
  SERVED,
  whomItServes,
  withContent,
} from "./draft-parties.ts";
import { namesOnly } from "./names-only.ts";

export interface Draft {
  readonly reading: Reading;
  readonly event: EventType;
  readonly mode: readonly Mode[];
  readonly factuality: Factuality;
  readonly content: {
    readonly event: EventType;
    readonly mode: readonly Mode[];
    readonly reading: Reading;
  } | null;
  readonly actor: Party | null;
  readonly actorVia: Via;
  readonly recipient: Party | null;
  readonly recipientVia: Via;
  readonly chain: Chain;
  /** An "if" stands over the act or opens its clause. */
  readonly supposed: boolean;
  /** The act is told only inside what somebody asks for, hopes for, doubts or claims. */
  readonly inside: boolean;
}

export interface DraftSetAside {
  readonly reading: Reading;
  readonly reason: string;
  readonly winner: Reading | null;
}

export interface Tools {
  readonly index: RuleIndex;
  readonly cues: Cues;
  /** Null or absent: confidence by the rules alone, and no draft is doubted. */
  readonly judgement?: JudgementModel | null;
}

export interface Status {
  readonly reading: Reading;
  readonly chain: Chain;
  readonly event: EventType;
  readonly factuality: Factuality;
  readonly supposed: boolean;
  readonly inside: boolean;
  readonly asContent: boolean;
  readonly absorbedBy: Reading | null;
}

/** A draft of every reading, also of those that are content of others or tell no event: what rules can say at all. */
export function draftEverything(
  tree: Tree,
  readings: readonly Reading[],
  parties: PartyReader,
  tools: Tools,
): readonly Draft[] {
  const byTrigger = new Map(readings.map((reading) => [reading.best.trigger, reading]));
  const statuses = readings.map((reading) => statusOf(tree, reading, byTrigger, tools));
  const contents = new Map<Reading, Status>();
  for (const status of statuses) {
    if (status.absorbedBy !== null && !contents.has(status.absorbedBy))
      contents.set(status.absorbedBy, status);
  }
  return statuses.map((status) =>
    draftOf(tree, status, contents.get(status.reading) ?? null, parties, tools),
  );
}

/** Drafts of all events of the sentence. */
export function draftMentions(
  tree: Tree,
  readings: readonly Reading[],
  parties: PartyReader,
  tools: Tools,
): { readonly drafts: readonly Draft[]; readonly setAside: readonly DraftSetAside[] } {
  const byTrigger = new Map(readings.map((reading) => [reading.best.trigger, reading]));
  const statuses = readings.map((reading) => statusOf(tree, reading, byTrigger, tools));
  const contents = new Map<Reading, Status>();
  const setAside: DraftSetAside[] = [];
  for (const status of statuses) {
    if (status.absorbedBy === null) continue;
    if (!contents.has(status.absorbedBy)) contents.set(status.absorbedBy, status);
    setAside.push({ reading: status.reading, reason: "coding/content-of", winner: status.absorbedBy });
  }
  const drafts: Draft[] = [];
  const told = new Map(statuses.flatMap((status) => subjectTold(status)));
  const nothing = readings.filter((reading) => reading.best.indexed.compiled.rule.gives === "NONE");
  for (const status of statuses) {
    if (status.absorbedBy !== null) continue;
    const { trigger, indexed } = status.reading.best;
    const teller = told.get(trigger);
    if (teller !== undefined && teller.best.indexed.compiled.event !== indexed.compiled.event) {
      setAside.push({ reading: status.reading, reason: "coding/content-of", winner: teller });
      continue;
    }
    const below = nothing.some(
      (none) => none !== status.reading && liesUnder(tree, status.reading, none, tools.cues),
    );
    const names = namesOnly(tree, status.reading.best.trigger, parties);
    const reason = below ? "coding/no-event" : names ? "coding/names-only" : notTold(tree, status);
    if (reason !== null) {
      setAside.push({ reading: status.reading, reason, winner: null });
      continue;
    }
    drafts.push(draftOf(tree, status, contents.get(status.reading) ?? null, parties, tools));
  }
  return { drafts, setAside };
}

/** The noun whose act the verb tells as over or as held, unless that is denied: the subject that its rule asks for ("the
 * talks collapsed"). */
function subjectTold({ reading, factuality }: Status): readonly (readonly [number, Reading])[] {
  const { best } = reading;
  if (best.subject < 0 || factuality === "negation") return [];
  const { slots } = best.indexed.frame;
  const asks = slots.some(({ where, role, optional }) => where === "subject" && role === null && !optional);
  return asks ? [[best.subject, reading]] : [];
}

/** True when the reading is told under words that are no event ("denied charges that it tortured"), or is the light
 * verb of such words ("offered condolences"). */
function liesUnder(tree: Tree, reading: Reading, none: Reading, cues: Cues): boolean {
  const { trigger, object } = reading.best;
  if (object === none.best.trigger || trigger === none.best.clause) return true;
  let at = trigger;
  for (let steps = 0; steps < 16 && at >= 0; steps++) {
    if (at === none.best.trigger || at === none.best.clause) return true;
    const relation = tree.relation[at];
    if (relation === "parataxis" || (relation === "conj" && tree.tokens[at]!.upos === "VERB")) return false;
    if (relation === "advcl" && isToldBeside(tree, at, cues)) return false;
    if (isSaidIn(tree, at, reading, none)) return false;
    at = tree.tokens[at]!.head;
  }
  return false;
}

/** Acts of words, which a statement does that is itself no event. */
const SAID: ReadonlySet<EventType> = new Set<EventType>([
  "ACCUSE",
  "REQUEST",
  "THREATEN",
  "SUPPORT",
  "REJECT",
]);

/** True for what is said by way of words that are no event ("issued a statement condemning Peru", "denied it, accusing
 * Peru"). */
function isSaidIn(tree: Tree, clause: number, reading: Reading, none: Reading): boolean {
  const { xpos, head, upos } = tree.tokens[clause]!;
  if (!SAID.has(reading.best.indexed.compiled.event)) return false;
  const relation = tree.relation[clause];
  if (relation === "advcl") return xpos === "VBG" && childWith(tree, clause, "mark") < 0;
  if (none.best.indexed.compiled.rule.takes !== "report") return false;
  const describes = upos === "ADJ" || (relation === "acl" && xpos === "VBG");
  return describes && (head === none.best.object || (relation === "xcomp" && head === none.best.trigger));
}

/** Why the words tell no event although a rule matched: a rule for words that are none (gives NONE), or an act that
 * somebody else hopes for, doubts or is accused of. */
function notTold(tree: Tree, status: Status): string | null {
  const { rule } = status.reading.best.indexed.compiled;
  if (rule.gives === "NONE") return "coding/no-event";
  if (rule.only === "content") return "coding/only-content";
  for (let at = 0; at < status.chain.links.length; at++) {
    const { takes, reading } = status.chain.links[at]!;
    if (reading !== null) {
      const isNone = reading.best.indexed.compiled.rule.gives === "NONE";
      return isNone && !isSaidIn(tree, status.reading.best.clause, status.reading, reading)
        ? "coding/no-event"
        : null;
    }
    if (
      (takes === "accusation" && status.reading.best.indexed.compiled.event !== "ACCUSE") ||
      (takes === "doubt" && !isOwnClause(tree, status.reading.best.clause))
    )
      return "coding/only-alleged";
    if (takes === "request" || takes === "threat") return "coding/only-wanted";
    if (takes === "hope" && tree.tokens[status.chain.links[at]!.index]!.upos === "NOUN")
      return "coding/only-hoped";
    if (takes === "claim" && isOwn(tree, status.reading.best.clause)) return "coding/own-claim";
  }
  return null;
}

/** True for a clause of its own with subject and tense ("doubts that they met", not "considers meeting"). */
function isOwnClause(tree: Tree, clause: number): boolean {
  return tree.tokens[clause]!.xpos !== "VBG" && childWith(tree, clause, "nsubj") >= 0;
}

/** True when the clause tells of its speaker: its subject is a pronoun. */
function isOwn(tree: Tree, clause: number): boolean {
  const subject = childWith(tree, clause, "nsubj");
  return subject >= 0 && tree.tokens[subject]!.upos === "PRON";
}

function statusOf(
  tree: Tree,
  reading: Reading,
  byTrigger: ReadonlyMap<number, Reading>,
  tools: Tools,
): Status {
  const { trigger, clause, indexed, light } = reading.best;
  const asking = light ? byTrigger.get(clause) : undefined;
  const wanted = asking?.best.object === trigger && asking.best.indexed.compiled.rule.takes === "request";
  const modal = indexed.frame.pos === "x";
  const chain = modal
    ? { links: [], conditional: false, purpose: false, relative: false, adverbial: false }
    : governorsOf(tree, trigger, clause, byTrigger, tools.index, tools.cues);
  const markers = markersOf(tree, clause, trigger, tools.cues);
  const plain = modal ? { ...markers, future: false, doubt: false, pastFuture: false } : markers;
  const over = chain.links.map((link) => markersOf(tree, link.index, link.index, tools.cues));
  const outcome = factualityOf(indexed.compiled.event, plain, over, chain);
  const supposed = chain.conditional || plain.conditional;
  const inside = !modal && isInsideContent(tree, clause, byTrigger, tools.index, tools.cues);
  if (outcome.factuality === "actual" && PLANNABLE.has(outcome.event) && underFuture(tree, reading, tools))
    return {
      ...outcome,
      factuality: "future",
      reading,
      chain,
      supposed,
      inside,
      absorbedBy: outcome.absorbedBy?.reading ?? null,
    };
  // "Sought aid": a light verb that asks for what its noun names.
  const absorbedBy = wanted ? asking : (outcome.absorbedBy?.reading ?? null);
  return { ...outcome, reading, chain, supposed, inside, absorbedBy };
}

/** Acts that a noun names before they happen ("tractors will roll in a protest"). */
const PLANNABLE: ReadonlySet<EventType> = new Set<EventType>(["PROTEST", "MOBILIZE"]);

/** True for a noun that is subject or circumstance of what will be done. */
function underFuture(tree: Tree, { best }: Reading, tools: Tools): boolean {
  if (best.indexed.frame.pos !== "n" || best.light || best.clause !== best.trigger) return false;
  const { head } = tree.tokens[best.trigger]!;
  const relation = tree.relation[best.trigger];
  if (head < 0 || (relation !== "nsubj" && relation !== "obl")) return false;
  return markersOf(tree, head, head, tools.cues).future;
}

/** Who will receive and who will come: a host that is only to act is who agrees ("Oman will host Iran"). */
function byPromise<Party>(status: Status, actor: Party, recipient: Party): readonly [Party, Party] {
  const { compiled, frame } = status.reading.best.indexed;
  const isHost =
    compiled.rule.reciprocal === true &&
    status.event !== compiled.event &&
    frame.slots.some(({ where, role }) => where === "subject" && role === "RECIPIENT");
  return isHost ? [recipient, actor] : [actor, recipient];
}

function draftOf(
  tree: Tree,
  status: Status,
  content: Status | null,
  parties: PartyReader,
  tools: Tools,
): Draft {
  const { best } = status.reading;
  const { compiled } = best.indexed;
  let actor = findActor(tree, best, parties, tools.cues);
  let recipient = findRecipient(tree, best, parties, tools.cues, actor.party);
  if (content === null && best.content >= 0 && compiled.rule.takes !== undefined) {
    recipient = belowContent(tree, best, actor, recipient, parties, tools);
  }
  if (content !== null)
    ({ actor, recipient } = withContent(tree, status, content, actor, recipient, parties, tools));
  let { event } = status;
  let mode: readonly Mode[] = event === compiled.event ? compiled.mode : [];
  let draftContent: Draft["content"] = null;
  if (content !== null) {
    const inner = content.reading.best.indexed.compiled;
    if (event === compiled.event) event = governingEvent(event, compiled.rule.takes, inner.event);
    draftContent = { event: inner.event, mode: inner.mode, reading: content.reading };
  } else if (status.asContent) {
    draftContent = { event: compiled.event, mode: compiled.mode, reading: status.reading };
  }
  if (draftContent !== null) {
    const fromContent = contentMode(event, draftContent.event, draftContent.mode);
    if (fromContent.length > 0) mode = fromContent;
  }
  if (SERVED.has(event) && (recipient.party === null || recipient.party.plain))
    recipient = whomItServes(tree, best, actor, parties, tools) ?? recipient;
  if (recipient.party === null && ADDRESSED.has(event))
    recipient = lastResort(tree, best, content?.reading.best.clause ?? best.content, actor, parties, tools);
  if (mode.includes("visit") || draftContent?.mode.includes("visit")) actor = ownState(actor, recipient);
  const mutual =
    compiled.rule.reciprocal === true || draftContent?.reading.best.indexed.compiled.rule.reciprocal === true;
  const shared = reciprocal(mutual, event, best.recipient >= 0, ...byPromise(status, actor, recipient));
  return {
    reading: status.reading,
    event,
    mode,
    factuality: status.factuality,
    content: draftContent,
    actor: shared.actor,
    actorVia: actor.via,
    recipient: shared.recipient,
    recipientVia: recipient.via,
    chain: status.chain,
    supposed: status.supposed,
    inside: status.inside,
  };
}
