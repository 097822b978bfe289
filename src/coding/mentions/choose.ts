/**
 * Which drafts of a sentence become mentions.
 *
 * In: drafts. Out: the kept ones with their confidence, most confident first, and
 * the rest with the reason why not. Confidence here is the rule's weight with how
 * the parties were found; src/coding/calibration maps it to how often it is right.
 */
import type { Via } from "../matching/match-frame.ts";
import { same } from "../parties/found-party.ts";
import type { Party } from "../parties/party-reader.ts";
import type { Draft, DraftSetAside } from "./drafts.ts";

export interface Chosen {
  readonly draft: Draft;
  readonly confidence: number;
}

/** Acts that a purpose clause tells as done with what it serves ("gave money to help refugees"). */
const SERVING: ReadonlySet<string> = new Set(["AID", "SUPPORT"]);

/** Acts of words that are only warnings where nobody is addressed and nothing named. */
const NEEDS_OTHER: ReadonlySet<string> = new Set(["THREATEN"]);

/** Events that one sentence tells by how and by against whom, in two verbs. */
const IN_MANY_WORDS: ReadonlySet<string> = new Set(["PROTEST"]);

/** Reasons that a judge who is sure enough may overrule. */
const SOFT: ReadonlySet<string> = new Set([
  "coding/bare-noun",
  "coding/background",
  "coding/purpose",
  "coding/inside-content",
]);

/** Most mentions that one sentence gives. */
const MOST = 4;

/** How sure a draft is and from where on it counts. */
export interface Judge {
  /** Drafts below it are set aside as doubtful. */
  readonly floor: number;
  /** Drafts set aside for a soft reason are kept from here on. */
  readonly rescue: number;
  /** The surest draft of a sentence that would stay silent is kept from here on; absent: never. */
  readonly silent?: number;
  /** 0 to 1. */
  confidenceOf(draft: Draft): number;
}

/** The kept drafts and the reasons for the others. */
export function chooseDrafts(
  drafts: readonly Draft[],
  judge: Judge = BY_RULES,
): {
  readonly kept: readonly Chosen[];
  readonly setAside: readonly DraftSetAside[];
} {
  const setAside: DraftSetAside[] = [];
  const scored: Chosen[] = [];
  for (const draft of drafts) {
    const confidence = judge.confidenceOf(draft);
    const against = unfit(draft) ?? (draft.inside ? "coding/inside-content" : null);
    const rescued = against !== null && SOFT.has(against) && confidence >= judge.rescue;
    const reason = rescued
      ? null
      : (against ?? (confidence < judge.floor && !isHeld(draft) ? "coding/doubtful" : null));
    if (reason !== null) setAside.push({ reading: draft.reading, reason, winner: null });
    else scored.push({ draft, confidence });
  }
  scored.sort(
    (a, b) => b.confidence - a.confidence || a.draft.reading.best.trigger - b.draft.reading.best.trigger,
  );
  const kept: Chosen[] = [];
  for (const one of scored) {
    const rival = kept.find(
      (other) => overlap(one.draft, other.draft) || servesOther(one.draft, other.draft),
    );
    if (rival !== undefined) {
      kept[kept.indexOf(rival)] = { ...rival, draft: joined(rival.draft, one.draft) };
      setAside.push({ reading: one.draft.reading, reason: "coding/overlapped", winner: rival.draft.reading });
    } else if (kept.length >= MOST) {
      setAside.push({ reading: one.draft.reading, reason: "coding/too-many", winner: null });
    } else kept.push(one);
  }
  if (kept.length > 0 || judge.silent === undefined) return { kept, setAside };
  const chosen = lastChance(drafts, judge, judge.silent);
  const isChosen = (aside: DraftSetAside) => chosen.some(({ draft }) => draft.reading === aside.reading);
  return { kept: chosen, setAside: setAside.filter((aside) => !isChosen(aside)) };
}

/** Where a sentence would stay silent: its surest draft that was set aside for doubt or a soft reason alone. */
function lastChance(drafts: readonly Draft[], judge: Judge, least: number): readonly Chosen[] {
  const open = drafts
    .filter((draft) => {
      const against = unfit(draft);
      if (draft.inside) return false;
      return against === null || against === "coding/bare-noun" || against === "coding/background";
    })
    .map((draft) => ({ draft, confidence: judge.confidenceOf(draft) }))
    .sort((a, b) => b.confidence - a.confidence);
  return open.length > 0 && open[0]!.confidence >= least ? [open[0]!] : [];
}

/** True for talks that the clause's own two parties hold ("during their talks, France and Spain agreed …"). */
function isHeld({ reading, actor, actorVia }: Draft): boolean {
  const { indexed, light } = reading.best;
  if (indexed.compiled.rule.reciprocal !== true || indexed.frame.pos !== "n" || light) return false;
  return actorVia === "inherited" && new Set(actor?.actors.map((one) => one.code)).size > 1;
}

/** The vote of the rules alone. */
const BY_RULES: Judge = { floor: 0, rescue: 2, confidenceOf };

/** Why a draft cannot be a mention, or null. */
export function unfit(draft: Draft): string | null {
  const { best } = draft.reading;
  const known = (party: Party | null) => party !== null && !party.plain;
  const coded = (party: Party | null) =>
    known(party) && party!.actors.some((actor) => actor.code !== null || actor.sector !== null);
  if (best.indexed.frame.pos === "x" && (draft.actor === null || draft.recipient === null))
    return "coding/no-speaker";
  if (!known(draft.actor) && !known(draft.recipient)) return "coding/no-party";
  if (
    draft.actor?.plain === true &&
    best.indexed.frame.pos === "v" &&
    draft.actorVia === "tree" &&
    !known(draft.recipient)
  )
    return "coding/no-party";
  if (
    NEEDS_OTHER.has(draft.event) &&
    draft.recipient === null &&
    (draft.actor?.actors.length ?? 0) < 2 &&
    draft.content === null
  ) {
    return "coding/no-recipient";
  }
  if (draft.supposed && !(coded(draft.actor) && coded(draft.recipient))) return "coding/only-supposed";
  if (draft.event === "SUPPORT" && draft.content?.event === "ASSAULT" && !known(draft.recipient))
    return "coding/no-recipient";
  if (draft.actor === null && draft.chain.relative) return "coding/background";
  if (draft.chain.purpose && !SERVING.has(draft.event)) return "coding/purpose";
  if (isExistingMeasure(draft)) return "coding/existing-measure";
  const bareNoun = best.indexed.frame.pos === "n" && !best.light && best.clause === best.trigger;
  if (bareNoun && (draft.actor === null || (draft.recipient === null && draft.actor.actors.length < 2))) {
    return "coding/bare-noun";
  }
  return null;
}

/** True for sanctions that are only named ("sanctions on Chad should be eased"): they were imposed before. */
function isExistingMeasure({ event, mode, reading }: Draft): boolean {
  const { indexed, light, clause, trigger } = reading.best;
  if (event !== "SANCTION" || !mode.includes("discontinue")) return false;
  return indexed.frame.pos === "n" && !light && clause === trigger;
}

/** True when the act is told only as what another act, of another kind, is for. */
function servesOther(draft: Draft, other: Draft): boolean {
  return draft.chain.purpose && draft.event !== other.event;
}

/** True when both drafts tell one event: a noun inside the other's arguments, or the same event of the same parties. */
function overlap(a: Draft, b: Draft): boolean {
  const [first, second] = [a.reading.best, b.reading.best];
  if (first.clause === second.clause && first.trigger !== second.trigger && (first.light || second.light))
    return true;
  if (first.object === second.trigger || second.object === first.trigger) return true;
  // "The attack killed …": the subject names the act that the verb tells.
  const isSubject = first.subject === second.trigger || second.subject === first.trigger;
  if (isSubject && a.event === b.event) return true;
  if (a.actor === null && b.actor === null) return a.event === b.event && same(a.recipient, b.recipient);
  return (
    a.event === b.event &&
    same(a.actor, b.actor) &&
    (a.recipient === null ||
      b.recipient === null ||
      same(a.recipient, b.recipient) ||
      (IN_MANY_WORDS.has(a.event) && a.recipient.plain !== b.recipient.plain))
  );
}

/** One event told with what it is for ("began a hunger strike to protest against Sweden's decision"): the words without
 * a known recipient say how it is done, the others to whom. */
function joined(kept: Draft, other: Draft): Draft {
  if (kept.event !== other.event || !IN_MANY_WORDS.has(kept.event)) return kept;
  if (kept.recipient?.plain === true && other.recipient?.plain === false) {
    const { recipient, recipientVia } = other;
    return { ...kept, recipient, recipientVia };
  }
  const tells = other.recipient?.plain === true && other.mode.length > 0;
  return tells && kept.recipient?.plain === false ? { ...kept, mode: other.mode } : kept;
}

/** 0 to 1. */
export function confidenceOf(draft: Draft): number {
  const { best } = draft.reading;
  let value = 0.3 + 0.3 * best.indexed.compiled.weight + 0.04 * Math.min(3, best.indexed.frame.demand);
  value += partyWorth(draft.actor, draft.actorVia) + partyWorth(draft.recipient, draft.recipientVia);
  if (draft.actor !== null && draft.recipient === null && draft.actor.actors.length > 1) value += 0.08;
  if (draft.factuality === "hypothetical" || draft.factuality === "negation") value -= 0.06;
  if (best.indexed.frame.pos === "n" && !best.light) value -= 0.1;
  if (best.indexed.frame.pos === "x") value -= 0.05;
  if (draft.chain.purpose) value -= 0.1;
  if (draft.chain.relative) value -= 0.1;
  if (draft.chain.conditional) value -= 0.15;
  if (draft.chain.adverbial) value -= 0.05;
  return Math.min(0.97, Math.max(0.05, Math.round(value * 1000) / 1000));
}

function partyWorth(party: Party | null, via: Via): number {
  if (party === null) return -0.06;
  const found = via === "tree" ? 0.1 : via === "inherited" ? 0.08 : via === "near" ? 0.05 : 0;
  return party.plain ? found - 0.06 : found + 0.04 * party.confidence;
}
