/**
 * The files of knowledge/ontology in, one frozen Ontology out.
 * Reads the disk on each call; callers keep what they get. Whether the files
 * keep their schemas is scripts/check-knowledge.ts's business.
 * Follows the PLOVER manual, draft 2.0, with the choices of decisions 0004 and 0005.
 */
import { Fault } from "../base/fault.ts";
import { KNOWLEDGE_FAULTS } from "./faults.ts";
import { deepFreeze } from "./freeze.ts";
import { EVENT_TYPES, type EventType, type Mode } from "./ontology.generated.ts";
import type {
  ActorCodeEntry,
  CameoContent,
  CameoEntry,
  ContextEntry,
  EventEntry,
  Ontology,
  QuadEntry,
  SectorEntry,
} from "./ontology-types.ts";
import { readJson, readJsonLines } from "./read-file.ts";

type StoredEvent = Omit<EventEntry, "requiresRecipient"> & { readonly requires_recipient: boolean };
type StoredCameo = Omit<CameoEntry, "goldsteinIcews"> & { readonly goldstein_icews?: number };

interface CameoChoice {
  readonly event: EventType;
  readonly mode: Mode | null;
  readonly content_event: EventType | null;
  readonly content_mode: Mode | null;
  readonly cameo: string;
}

/** The ontology, frozen.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed`
 * @example loadOntology().score("CONSULT", ["visit"]) // 4 */
export function loadOntology(): Ontology {
  const events = EVENT_TYPES.map(readEvent);
  const byType = new Map(events.map((entry) => [entry.type, entry]));
  const modes = new Map(events.map((entry) => [entry.type, entry.modes.map((each) => each.mode)]));
  const cameo = readJsonLines<StoredCameo>("ontology", "cameo.jsonl").map(readCameo);
  const byCode = new Map(cameo.map((entry) => [entry.code, entry]));
  const choices = new Map(
    readJsonLines<CameoChoice>("ontology", "cameo-choices.jsonl").map((each) => [
      choiceKey(each.event, each.mode, each.content_event, each.content_mode),
      each.cameo,
    ]),
  );
  const eventOf = (event: EventType): EventEntry => {
    const entry = byType.get(event);
    if (entry === undefined) throw unknown(`event type ${event}`);
    return entry;
  };
  return deepFreeze({
    events,
    contexts: readJsonLines<ContextEntry>("ontology", "contexts.jsonl"),
    sectors: readJsonLines<SectorEntry>("ontology", "sectors.jsonl"),
    quads: readJsonLines<QuadEntry>("ontology", "quads.jsonl"),
    actorCodes: readJsonLines<ActorCodeEntry>("ontology", "actor-codes.jsonl"),
    cameo,
    isEvent: (value: string): value is EventType => byType.has(value as EventType),
    isMode: (event: EventType, value: string): value is Mode =>
      modes.get(event)?.includes(value as Mode) ?? false,
    event: eventOf,
    modesOf: (event: EventType) => modes.get(event) ?? [],
    score: (event: EventType, given: readonly Mode[] = []) => strongest(eventOf(event), given),
    quad: (event: EventType) => eventOf(event).quad,
    cameoFor: (event: EventType, given: readonly Mode[] = [], content: CameoContent | null = null) =>
      chooseCameo(choices, event, given, content),
    cameoEntry: (code: string) => byCode.get(code) ?? null,
  });
}

function readEvent(type: EventType): EventEntry {
  const { requires_recipient, ...entry } = readJson<StoredEvent>(
    "ontology",
    "events",
    `${type.toLowerCase()}.json`,
  );
  return { ...entry, requiresRecipient: requires_recipient };
}

function readCameo({ goldstein_icews, ...entry }: StoredCameo): CameoEntry {
  return { ...entry, goldsteinIcews: goldstein_icews ?? null };
}

function strongest(entry: EventEntry, given: readonly Mode[]): number {
  let score: number | null = null;
  for (const { mode, score: each } of entry.modes) {
    if (given.includes(mode) && (score === null || Math.abs(each) > Math.abs(score))) score = each;
  }
  return score ?? entry.score;
}

/** From the narrowest key to the widest: mode and content with its mode, content alone, mode alone, event alone. */
function chooseCameo(
  choices: ReadonlyMap<string, string>,
  event: EventType,
  given: readonly Mode[],
  content: CameoContent | null,
): string {
  const modes: readonly (Mode | null)[] = [...given, null];
  const contents: readonly (readonly [EventType | null, Mode | null])[] = [
    ...(content?.mode ?? []).map((mode) => [content!.event, mode] as const),
    ...(content === null ? [] : [[content.event, null] as const]),
    [null, null],
  ];
  for (const mode of modes) {
    for (const [contentEvent, contentMode] of contents) {
      if (mode === null && given.length > 0 && contentEvent !== null) continue;
      const code = choices.get(choiceKey(event, mode, contentEvent, contentMode));
      if (code !== undefined) return code;
    }
  }
  throw unknown(`CAMEO code for ${event}`);
}

function choiceKey(event: string, mode: string | null, content: string | null, contentMode: string | null) {
  return `${event}/${mode ?? ""}/${content ?? ""}/${contentMode ?? ""}`;
}

function unknown(what: string): Fault {
  return new Fault(KNOWLEDGE_FAULTS.unknown, `The ontology holds no ${what}.`);
}
