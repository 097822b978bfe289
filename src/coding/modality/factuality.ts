/**
 * What an act becomes by the words around it: done, promised, threatened, denied.
 *
 * In: the event of a rule, the markers of its clause, the governors over it. Out:
 * event, factuality and, where the act is only to come, the act as content.
 * Source: the table in DESIGN.md, section 4 (PLOVER 2.0 on future events).
 */
import type { ClauseEffect } from "../../knowledge/coding-knowledge.ts";
import type { EventType } from "../../knowledge/types.ts";
import type { Factuality } from "../types.ts";
import type { Link } from "./governor-links.ts";
import type { Chain } from "./governors.ts";
import type { Markers } from "./markers.ts";

export interface Outcome {
  readonly event: EventType;
  readonly factuality: Factuality;
  /** True when the act itself is only the content of the event. */
  readonly asContent: boolean;
  /** The governing event that takes this act as its content. */
  readonly absorbedBy: Link | null;
}

const COOPERATIVE: ReadonlySet<EventType> = new Set<EventType>(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const YIELDING: ReadonlySet<EventType> = new Set<EventType>(["CONCEDE", "RETREAT"]);
/** Acts that stay what they are when they are only planned. */
const PLANNED: ReadonlySet<EventType> = new Set<EventType>(["PROTEST", "MOBILIZE", "ACCUSE", "REQUEST"]);
/** Acts of words: an "if" beside them belongs to what is said. */
const SAID: ReadonlySet<EventType> = new Set<EventType>(["THREATEN", "REQUEST", "REJECT", "ACCUSE", "AGREE"]);
const FORCEFUL: ReadonlySet<EventType> = new Set<EventType>(["SANCTION", "COERCE", "ASSAULT"]);

/** Clauses under which "would" is a future seen from the past. */
const SAYING: ReadonlySet<ClauseEffect> = new Set<ClauseEffect>([
  "report",
  "claim",
  "promise",
  "pledge",
  "threat",
]);

/** What the act becomes under its markers and governors. */
export function factualityOf(
  event: EventType,
  markers: Markers,
  governorMarkers: readonly Markers[],
  chain: Chain,
): Outcome {
  let state: Outcome = { event, factuality: "actual", asContent: false, absorbedBy: null };
  const reported = chain.links.some((link) => SAYING.has(link.takes));
  state = apply(state, markers, reported);
  for (let index = 0; index < chain.links.length; index++) {
    const link = chain.links[index]!;
    if (link.reading !== null && link.takes !== "pass" && link.takes !== "report" && link.takes !== "claim")
      return { ...state, absorbedBy: link };
    const over = governorMarkers[index]!;
    if (link.takes === "denial" && over.negated) {
      state = apply(state, { ...over, negated: false, doubt: false }, reported);
      continue;
    }
    state = under(state, link);
    if (link.takes === "report" || link.takes === "claim") {
      if (over.negated && !said(state)) state = { ...state, factuality: "hypothetical" };
    } else state = apply(state, heard(link, over), reported);
  }
  if (chain.conditional && state.factuality === "actual") state = { ...state, factuality: "hypothetical" };
  return state;
}

/** The markers of a governor that count: "would like to" is a plan, "no proof that" still a doubt. */
function heard(link: Link, over: Markers): Markers {
  if (link.takes === "doubt") return { ...over, negated: false };
  return link.takes === "wish" ? { ...over, pastFuture: false } : over;
}

/** True for what is told as undone, whoever tells it. */
function said(state: Outcome): boolean {
  return state.factuality === "negation" || state.factuality === "historical";
}

function apply(state: Outcome, markers: Markers, reported: boolean): Outcome {
  let next = state;
  const future = markers.future || (markers.pastFuture && reported && !markers.perfectDoubt);
  if (markers.negated) {
    if (future && (COOPERATIVE.has(next.event) || YIELDING.has(next.event) || next.event === "AGREE")) {
      return { ...next, event: "REJECT", asContent: next.event !== "AGREE" };
    }
    return { ...next, factuality: "negation" };
  }
  if (future) {
    next = toCome(next);
    if (markers.doubt) next = { ...next, factuality: "hypothetical" };
  } else if (markers.pastFuture || markers.doubt) {
    next = { ...(markers.perfectDoubt ? next : toCome(next)), factuality: "hypothetical" };
  }
  const conditional = markers.conditional || (markers.consequence && !SAID.has(state.event));
  return conditional ? { ...next, factuality: "hypothetical" } : next;
}

function under(state: Outcome, link: Link): Outcome {
  switch (link.takes) {
    case "plan":
    case "promise":
    case "pledge":
    case "wish":
      return toCome(state);
    case "hope":
      return { ...toCome(state), factuality: "hypothetical" };
    case "doubt":
      return { ...state, factuality: "hypothetical" };
    case "past":
      return { ...state, factuality: "historical" };
    case "denial":
      return { ...state, factuality: "negation" };
    case "refusal":
    case "failure":
      if (COOPERATIVE.has(state.event) || YIELDING.has(state.event) || state.event === "AGREE") {
        return { ...state, event: "REJECT", asContent: true };
      }
      return { ...state, factuality: "negation" };
    case "end":
      return ended(state);
    default:
      return state;
  }
}

/** The act given up by who did it: help that ends is a sanction, force that ends a retreat. */
function ended(state: Outcome): Outcome {
  if (state.factuality !== "actual") return state;
  if (COOPERATIVE.has(state.event)) return { ...state, event: "SANCTION", asContent: true };
  if (FORCEFUL.has(state.event) || state.event === "MOBILIZE")
    return { ...state, event: "RETREAT", asContent: true };
  return { ...state, factuality: "negation" };
}

/** The act seen as one to come. Rejections stay what they are: they are said now. */
export function toCome(state: Outcome): Outcome {
  if (COOPERATIVE.has(state.event)) return { ...state, event: "AGREE", asContent: true };
  if (YIELDING.has(state.event)) return { ...state, event: "CONCEDE", asContent: true };
  if (FORCEFUL.has(state.event)) return { ...state, event: "THREATEN", asContent: true };
  if (PLANNED.has(state.event) && state.factuality === "actual") return { ...state, factuality: "future" };
  return state;
}

/** What a promise, threat or request becomes by the act that it is about. */
export function governingEvent(own: EventType, takes: string | undefined, content: EventType): EventType {
  if (takes !== "promise" && takes !== "pledge") return own;
  if (FORCEFUL.has(content) || content === "THREATEN") return "THREATEN";
  return takes === "pledge" && (YIELDING.has(content) || content === "CONCEDE") ? "CONCEDE" : own;
}
