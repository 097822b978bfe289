/**
 * A mention as JSON Lines hold it in, the mention with spans in its report's
 * text out: the way back of mention-json.ts, for the filter `link`. What is
 * absent is empty. A mention without a type is a span of words and nothing else.
 */
import { isDay, type Span } from "../../base/index.ts";
import type { Actor, Factuality, Mention } from "../../coding/types.ts";
import type { GivenMention } from "../../pipeline/types.ts";

type Json = Readonly<Record<string, unknown>>;

/** The mention, or what is wrong with it.
 * @param types the event types that there are */
export function mentionOfJson(
  value: unknown,
  text: string,
  fallbackId: string,
  types: readonly string[],
): GivenMention | string {
  if (!isObject(value)) return "is no JSON object";
  const id = value.id === undefined || value.id === null ? fallbackId : String(value.id);
  const sentence = spanOf(value.text_info, 0);
  const from = sentence?.start ?? 0;
  const trigger = spanOf(value.trigger, from) ?? spanOf(value, from);
  if (sentence !== null && sentence.end > text.length) return "has a text_info outside of the text";
  if (trigger === null || trigger.end > text.length)
    return "needs a span inside the text: trigger {start, end} with text_info, or start and end";
  const event = value.event ?? null;
  if (event === null) return { id, trigger, mention: null };
  if (typeof event !== "string" || !types.includes(event)) return `has no event type ${String(event)}`;
  return { id, trigger, mention: codedMention(value, event, trigger, sentence, text) };
}

function codedMention(
  value: Json,
  event: string,
  trigger: Span,
  sentence: Span | null,
  text: string,
): Mention {
  const from = sentence?.start ?? 0;
  const date = dayOf(value.date);
  return {
    event: event as Mention["event"],
    mode: strings(value.mode) as Mention["mode"],
    context: strings(value.context) as Mention["context"],
    cameo: stringOf(value.cameo),
    actor: objects(value.actor).map(actorOf),
    recipient: objects(value.recipient).map(actorOf),
    eventText: stringOf(value.event_text) ?? text.slice(trigger.start, trigger.end),
    trigger,
    content: contentOf(value.content),
    date,
    endDate: date === null ? null : dayOf(value.enddate),
    dateText: stringOf(value.date_text),
    dateBasis: basisOf(value.date_basis, date),
    factuality: factualityOf(value.factuality),
    attribution: [],
    quantity: objects(value.quantity).flatMap((each) => quantityOf(each, from)),
    place: placeOf(value.event_loc, from),
    section: "body",
    sentence: 0,
    sentenceSpan: sentence ?? trigger,
    rule: stringOf(value.rule) ?? "",
    confidence: typeof value.confidence === "number" ? value.confidence : 1,
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function spanOf(value: unknown, from: number): Span | null {
  if (!isObject(value)) return null;
  const { start, end } = value;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
  const span = { start: (start as number) + from, end: (end as number) + from };
  return span.start >= 0 && span.start < span.end ? span : null;
}

const stringOf = (value: unknown) => (typeof value === "string" ? value : null);
const dayOf = (value: unknown) => (typeof value === "string" && isDay(value) ? value : null);
const strings = (value: unknown) =>
  (Array.isArray(value) ? value : []).filter((each): each is string => typeof each === "string");
const objects = (value: unknown) => (Array.isArray(value) ? value : []).filter(isObject);

function actorOf(value: Json): Actor {
  const name = stringOf(value.name);
  return {
    code: stringOf(value.code),
    sector: stringOf(value.sector) as Actor["sector"],
    name,
    id: stringOf(value.id),
    entityText: stringOf(value.entity_text) ?? name ?? "",
  };
}

function contentOf(value: unknown): Mention["content"] {
  if (!isObject(value) || typeof value.event !== "string") return null;
  const date = dayOf(value.date);
  return {
    event: value.event as Mention["event"],
    mode: strings(value.mode) as Mention["mode"],
    date,
    endDate: date === null ? null : dayOf(value.enddate),
  };
}

const BASES = ["stated", "dateline", "published"] as const;
const FACTUALITIES = ["actual", "future", "hypothetical", "negation", "historical"] as const;

function basisOf(value: unknown, date: string | null): Mention["dateBasis"] {
  return BASES.find((basis) => basis === value) ?? (date === null ? null : "stated");
}

function factualityOf(value: unknown): Factuality {
  return FACTUALITIES.find((each) => each === value) ?? "actual";
}

function quantityOf(value: Json, from: number): Mention["quantity"] {
  if (typeof value.value !== "number" || typeof value.unit !== "string") return [];
  const span = spanOf(value, from) ?? { start: from, end: from };
  return [{ value: value.value, unit: value.unit, text: stringOf(value.text) ?? "", ...span }];
}

function placeOf(value: unknown, from: number): Mention["place"] {
  if (!isObject(value) || typeof value.name !== "string") return null;
  const number = (each: unknown) => (typeof each === "number" ? each : null);
  return {
    text: stringOf(value.text) ?? value.name,
    name: value.name,
    countryCode: stringOf(value.code),
    id: stringOf(value.id),
    lat: number(value.lat),
    lon: number(value.lon),
    ...(spanOf(value, from) ?? { start: from, end: from }),
  };
}
