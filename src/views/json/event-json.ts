/**
 * The form of an event as every `--json` and the filter `link` print it: fields
 * as those of a mention without spans, then who tells it. `evidence` has for
 * each field all values that are told, each with its mentions, most first.
 */
import type { BareEvent, LinkedEvent, Party, Sourced } from "../../linking/types.ts";
import type { Citation } from "../../record/types.ts";
import type { Scores } from "./mention-json.ts";

/** The mention that tells an event first. */
export interface FirstTold {
  readonly eventText: string;
  /** The sentence. */
  readonly text: string;
  readonly citation: Citation;
}

/** An event as JSON Lines hold it. */
export type EventJson = ReturnType<typeof eventJson>;

/** The event as an object ready for JSON. */
export function eventJson(event: LinkedEvent, first: FirstTold, scores: Scores) {
  const { main, content } = event;
  const type = event.event.value;
  return {
    id: event.id,
    story_id: event.storyId,
    event: type,
    mode: main.mode,
    context: main.context,
    quad_code: scores.quad(type),
    event_scale: scores.score(type, main.mode),
    cameo: event.cameo?.value ?? null,
    actor: main.actor.map(partyJson),
    recipient: main.recipient.map(partyJson),
    content: content && contentJson(content.value),
    date: event.date?.value.date ?? null,
    enddate: event.date?.value.endDate ?? null,
    factuality: event.factuality.value,
    quantity: event.quantity.map(({ value }) => value),
    event_loc: event.place && placeJson(event.place.value),
    standing: event.standing,
    ...told(event),
    ...firstJson(first),
    confidence: Math.round(event.confidence * 10_000) / 10_000,
    evidence: {
      event: sources([event.event], (value) => value),
      mode: sources(event.mode, (value) => value),
      context: sources(event.context, (value) => value),
      actor: sources(event.actor, partyJson),
      recipient: sources(event.recipient, partyJson),
      date: sources(listed(event.date), ({ date, endDate }) => ({ date, enddate: endDate })),
      event_loc: sources(listed(event.place), placeJson),
      quantity: sources(event.quantity, (value) => value),
    },
  };
}

/** An event of mentions that are words alone: what nobody has coded is null or empty. */
export function bareEventJson(event: BareEvent, first: FirstTold) {
  return {
    id: event.id,
    story_id: event.storyId,
    event: null,
    mode: [],
    actor: [],
    recipient: [],
    date: null,
    enddate: null,
    standing: event.standing,
    ...told(event),
    ...firstJson(first),
  };
}

function told(event: BareEvent) {
  return {
    mentions: event.mentions,
    reports: event.reports,
    outlets: event.outlets,
    lines: event.lines,
    first_report: event.firstReport,
    last_report: event.lastReport,
  };
}

function firstJson({ eventText, text, citation }: FirstTold) {
  const { url, title, outlet, date } = citation;
  return { event_text: eventText, text, cite_info: { url, title, publication: outlet, date } };
}

function contentJson({ event, mode, date, endDate }: NonNullable<LinkedEvent["content"]>["value"]) {
  return { event, mode, date, enddate: endDate };
}

function partyJson({ code, sector, name, id, entityText }: Party) {
  return { code, sector, name, id, entity_text: entityText };
}

function placeJson({ name, countryCode, id, lat, lon }: NonNullable<LinkedEvent["place"]>["value"]) {
  return { name, code: countryCode, id, lat, lon };
}

function listed<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

function sources<T, Out>(values: readonly Sourced<T>[], form: (value: T) => Out) {
  return values.map(({ value, mentions }) => ({ value: form(value), mentions }));
}
