/**
 * A chosen draft with its day, place, quantities and attribution: the mention.
 *
 * In: a draft of a parsed sentence, the times of the sentence, section and anchor
 * day. Out: one mention of the record.
 */
import type { Day, Span } from "../../base/types.ts";
import type { Ontology } from "../../knowledge/ontology-types.ts";
import type { SectionKind } from "../../reading/types.ts";
import type { PlaceReading } from "../actors/types.ts";
import type { PartyReader } from "../parties/party-reader.ts";
import { stepsUp, type Tree } from "../tree/tree.ts";
import type { EventPlace, Mention, MentionContent, TimeExpression } from "../types.ts";
import { attributionOf } from "./attribution.ts";
import type { Chosen } from "./choose.ts";
import type { Tools } from "./drafts.ts";
import { type CompiledCue, modeBeside } from "./mode-cues.ts";
import { type QuantityTools, quantitiesOf } from "./quantities.ts";

export interface Surroundings {
  readonly text: string;
  readonly section: SectionKind;
  /** Day that "today" means here, and whether a dateline or the publication sets it. */
  readonly anchor: Day | null;
  readonly anchorKind: "dateline" | "published";
  readonly times: readonly TimeExpression[];
  readonly ontology: Ontology;
  readonly quantityTools: QuantityTools;
  readonly modeCues: readonly CompiledCue[];
}

/** Days before the anchor from which an event counts as background: a year and a half. */
const HISTORICAL_DAYS = 548;

/** The mention of a chosen draft. */
export function completeMention(
  tree: Tree,
  chosen: Chosen,
  parties: PartyReader,
  tools: Tools,
  around: Surroundings,
): Mention {
  const { draft, confidence } = chosen;
  const { best } = draft.reading;
  const inner = draft.content?.reading.best;
  const separate = inner !== undefined && inner.trigger !== best.trigger;
  const used = new Set<TimeExpression>();
  const contentTime =
    inner === undefined ? null : timeAt(tree, inner.clause, around.times, separate ? best.clause : -1);
  if (contentTime !== null) used.add(contentTime);
  const time =
    inner !== undefined && !separate
      ? null
      : timeAt(
          tree,
          best.clause,
          around.times.filter((one) => !used.has(one)),
          -1,
        );
  const dated =
    time !== null && !isAfter(time.day, around.anchor, draft.factuality !== "future" && inner !== undefined)
      ? time
      : null;
  const content: MentionContent | null =
    draft.content === null
      ? null
      : {
          event: draft.content.event,
          mode: draft.content.mode,
          date: contentTime?.day ?? null,
          endDate: contentTime?.endDay ?? null,
        };
  const asked =
    draft.factuality === "actual" &&
    tools.cues.questionMarks.has(tree.tokens.at(-1)!.form) &&
    draft.chain.links.length === 0;
  const { mode } = draft;
  const historical = draft.factuality === "actual" && isLongAgo(dated, around.anchor);
  return {
    event: draft.event,
    mode: mode.length > 0 ? mode : modeBeside(tree, best.clause, draft.event, around.modeCues),
    context: best.indexed.compiled.rule.context ?? inner?.indexed.compiled.rule.context ?? [],
    cameo: cameoOf(draft, around.ontology),
    actor: draft.actor?.actors ?? [],
    recipient: draft.recipient?.actors ?? [],
    eventText: eventText(tree, chosen, around.text),
    trigger: { start: tree.tokens[best.trigger]!.start, end: tree.tokens[best.trigger]!.end },
    content,
    date: dated?.day ?? around.anchor,
    endDate: dated === null ? around.anchor : (dated.endDay ?? dated.day),
    dateText: dated?.text ?? null,
    dateBasis: dated !== null ? "stated" : around.anchor === null ? null : around.anchorKind,
    factuality: historical ? "historical" : asked ? "hypothetical" : draft.factuality,
    attribution: attributionOf(tree, draft, parties, tools.index, tools.cues),
    quantity: quantitiesOf(tree, draft, around.quantityTools, around.text),
    place: placeOf(tree, best.clause, parties.places()),
    section: around.section,
    sentence: tree.sentence.index,
    sentenceSpan: spanOf(tree.sentence),
    rule: best.indexed.compiled.rule.id,
    confidence,
  };
}

function cameoOf(draft: Chosen["draft"], ontology: Ontology): string {
  const { compiled } = draft.reading.best.indexed;
  const plain =
    draft.event === compiled.event && (draft.content === null || draft.content.reading === draft.reading);
  if (plain && draft.content === null && compiled.rule.cameo !== undefined) return compiled.rule.cameo;
  const content = draft.content === null ? null : { event: draft.content.event, mode: draft.content.mode };
  return ontology.cameoFor(draft.event, draft.mode, content);
}

/** The time that hangs on the clause, nearest in the tree; `not` is a clause whose own times do not count. */
function timeAt(
  tree: Tree,
  clause: number,
  times: readonly TimeExpression[],
  not: number,
): TimeExpression | null {
  let best: TimeExpression | null = null;
  let least = 99;
  for (const time of times) {
    if (time.day === null) continue;
    const token = tree.tokens.findLast((one) => one.start < time.end && one.end > time.start);
    if (token === undefined) continue;
    const steps = distance(tree, token.index, clause, not);
    if (steps < least) [best, least] = [time, steps];
  }
  return best;
}

/** Relations of a time that only tells which thing is meant ("the 2016 elections"). */
const MODIFIERS = new Set(["nummod", "compound", "amod", "nmod:poss"]);

/** The noun that the time tells apart; the time word itself where it belongs to a longer date. */
function modified(tree: Tree, token: number): number {
  return tree.tokens[token]!.head;
}

/** Steps from a time to the clause: up through phrases, then (dearer) over verbs, then to the verb that it is joined
 * to or that says it; 99 where it hangs elsewhere. */
function distance(tree: Tree, token: number, clause: number, not: number): number {
  if (MODIFIERS.has(tree.relation[token]!) && modified(tree, token) !== clause) return 99;
  const direct = stepsUp(tree, token, clause, false);
  if (direct >= 0) return direct;
  const over = stepsUp(tree, token, clause, true);
  if (over >= 0) return over + 6;
  let at = clause;
  for (let up = 1; up < 4; up++) {
    const relation = tree.relation[at];
    if (relation !== "conj" && relation !== "xcomp" && relation !== "advcl" && relation !== "acl") return 99;
    at = tree.tokens[at]!.head;
    if (at < 0 || at === not) return 99;
    const outer = stepsUp(tree, token, at, false);
    if (outer >= 0) return outer + 10 * up;
  }
  return 99;
}

function isAfter(day: Day | null, anchor: Day | null, promised: boolean): boolean {
  return promised && day !== null && anchor !== null && day > anchor;
}

function isLongAgo(time: TimeExpression | null, anchor: Day | null): boolean {
  if (time === null || anchor === null) return false;
  const end = time.endDay ?? time.day;
  return end !== null && (Date.parse(anchor) - Date.parse(end)) / 86_400_000 > HISTORICAL_DAYS;
}

/** The place named under the clause behind a preposition of place. */
function placeOf(tree: Tree, clause: number, places: readonly PlaceReading[]): EventPlace | null {
  for (const place of places) {
    if (place.preposition === null) continue;
    const steps = stepsUp(tree, place.last - 1, clause, false);
    if (steps < 0 || steps > 4) continue;
    const { text, name, countryCode, id, lat, lon, start, end } = place;
    return { text, name, countryCode, id, lat, lon, start, end };
  }
  return null;
}

/** The words from auxiliary or governing event to trigger. */
function eventText(tree: Tree, chosen: Chosen, text: string): string {
  const { best } = chosen.draft.reading;
  const inner = chosen.draft.content?.reading.best;
  let first = Math.min(best.trigger, best.clause);
  let last = Math.max(best.trigger, best.clause, inner === undefined ? -1 : inner.trigger);
  for (const child of tree.children[best.clause]!) {
    const relation = tree.relation[child];
    if (relation === "aux" || relation === "compound") {
      if (child < first && first - child < 4) first = child;
      if (child > last && relation === "compound" && child - last < 4) last = child;
    }
  }
  if (last - first > 10) [first, last] = [best.trigger, best.trigger];
  return text.slice(tree.tokens[first]!.start, tree.tokens[last]!.end);
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}
