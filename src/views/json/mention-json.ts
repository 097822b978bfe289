/**
 * The form of a mention as every `--json` and every filter prints it: a line of
 * a list in, the object of PLOVER 2.0 out, in snake_case. Spans count from the
 * beginning of the sentence; what lies outside of it has none.
 */
import type { Span } from "../../base/types.ts";
import type { Actor } from "../../coding/types.ts";
import type { Ontology } from "../../knowledge/ontology-types.ts";
import type { MentionLine } from "../../record/types.ts";

/** What the form needs of the ontology. */
export type Scores = Pick<Ontology, "quad" | "score">;

/** A mention as JSON Lines hold it. */
export type MentionJson = ReturnType<typeof mentionJson>;

/** The mention as an object ready for JSON. */
export function mentionJson(line: MentionLine, scores: Scores) {
  const { mention, citation } = line;
  const from = mention.sentenceSpan;
  const { content, place } = mention;
  return {
    id: line.id,
    report_id: line.reportId,
    event_id: line.eventId,
    event: mention.event,
    mode: mention.mode,
    context: mention.context,
    quad_code: scores.quad(mention.event),
    event_scale: scores.score(mention.event, mention.mode),
    cameo: mention.cameo,
    actor: mention.actor.map((actor) => actorJson(actor, from)),
    recipient: mention.recipient.map((actor) => actorJson(actor, from)),
    event_text: mention.eventText,
    trigger: within(mention.trigger, from),
    content: content && {
      event: content.event,
      mode: content.mode,
      date: content.date,
      enddate: content.endDate,
    },
    date: mention.date,
    enddate: mention.endDate,
    date_text: mention.dateText,
    date_basis: mention.dateBasis,
    factuality: mention.factuality,
    attribution: mention.attribution.map(({ kind, text, name, id, code, ...span }) => ({
      kind,
      text,
      name,
      id,
      code,
      ...within(span, from),
    })),
    quantity: mention.quantity.map(({ value, unit, text, ...span }) => ({
      value,
      unit,
      text,
      ...within(span, from),
    })),
    event_loc: place && {
      text: place.text,
      name: place.name,
      code: place.countryCode,
      id: place.id,
      lat: place.lat,
      lon: place.lon,
      ...within(place, from),
    },
    section: mention.section,
    sentence: mention.sentence,
    text: line.text,
    text_info: { start: from.start, end: from.end },
    cite_info: {
      url: citation.url,
      title: citation.title,
      publication: citation.outlet,
      date: citation.date,
    },
    rule: mention.rule,
    confidence: Math.round(mention.confidence * 10_000) / 10_000,
  };
}

function actorJson(actor: Actor, sentence: Span) {
  const { code, sector, name, id, entityText, start, end } = actor;
  const span = start === undefined || end === undefined ? {} : within({ start, end }, sentence);
  return { code, sector, name, id, entity_text: entityText, ...span };
}

function within(span: Span, sentence: Span): Span | Record<string, never> {
  if (span.start < sentence.start || span.end > sentence.end) return {};
  return { start: span.start - sentence.start, end: span.end - sentence.start };
}
