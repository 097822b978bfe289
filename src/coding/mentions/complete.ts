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
import { timeAt } from "./time-of.ts";

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

/** Acts that are announced under their own name: on a day to come they are planned. */
const AHEAD: ReadonlySet<string> = new Set(["PROTEST", "MOBILIZE"]);

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
  const eventPrepositions = tools.index.cues.get("event-prepositions") ?? new Set<string>();
  const unused = () => around.times.filter((one) => !used.has(one));
  const dayOf = (clause: number, times: readonly TimeExpression[], not: number) =>
    timeAt(tree, clause, times, not, eventPrepositions);
  const saying = draft.chain.links.find((link) => link.takes === "report" || link.takes === "claim");
  const promise = inner !== undefined && !separate;
  const announced = promise && saying !== undefined ? dayOf(saying.index, around.times, best.clause) : null;
  if (announced !== null && !isAfter(announced.day, around.anchor, true)) used.add(announced);
  const contentTime = inner === undefined ? null : dayOf(inner.clause, unused(), separate ? best.clause : -1);
  if (contentTime !== null) used.add(contentTime);
  const time = promise ? announced : dayOf(best.clause, unused(), -1);
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
  const ahead =
    draft.factuality === "actual" &&
    AHEAD.has(draft.event) &&
    isAfter(dated?.day ?? null, around.anchor, true);
  const fronted =
    dated === null && around.times[0] !== undefined && opens(tree, around.times[0]) ? around.times[0] : null;
  const historical =
    draft.factuality === "actual" && (isLongAgo(dated, around.anchor) || isLongAgo(fronted, around.anchor));
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
    factuality: historical ? "historical" : ahead ? "future" : asked ? "hypothetical" : draft.factuality,
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
    draft.event === compiled.event &&
    (draft.mode.length === 0 || draft.mode === compiled.mode) &&
    (draft.content === null || draft.content.reading === draft.reading);
  if (plain && draft.content === null && compiled.rule.cameo !== undefined) return compiled.rule.cameo;
  const content = draft.content === null ? null : { event: draft.content.event, mode: draft.content.mode };
  return ontology.cameoFor(draft.event, draft.mode, content);
}

function isAfter(day: Day | null, anchor: Day | null, promised: boolean): boolean {
  return promised && day !== null && anchor !== null && day > anchor;
}

/** True for a time that opens the sentence ("In 1979 …"): it holds for all that the sentence tells. */
function opens(tree: Tree, time: TimeExpression): boolean {
  const first = tree.tokens.findIndex((token) => token.end > time.start);
  return first === 0 || (first === 1 && tree.tokens[0]!.upos === "ADP");
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
