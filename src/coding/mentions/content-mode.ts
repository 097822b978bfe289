/**
 * Modes of threats, requests and refusals by the act that they are about.
 *
 * In: the event and its content. Out: the mode that PLOVER 2.0 names for it, or
 * none. Source: PLOVER 2.0, modes of THREATEN, REQUEST and REJECT; CAMEO 10, 12, 13.
 */
import type { EventType, Mode } from "../../knowledge/types.ts";

const ASKED: Partial<Record<EventType, Mode>> = {
  AID: "assist",
  COOPERATE: "assist",
  SUPPORT: "assist",
  CONSULT: "meet",
  RETREAT: "yield",
  CONCEDE: "yield",
  SANCTION: "change",
  COERCE: "change",
  MOBILIZE: "change",
  ASSAULT: "change",
  ACCUSE: "change",
};

const THREATENED: Partial<Record<EventType, Mode>> = {
  ASSAULT: "violence",
  MOBILIZE: "violence",
  COERCE: "restrict",
  SANCTION: "relations",
  REJECT: "relations",
};

const THREATENED_BY_MODE: Partial<Record<Mode, Mode>> = {
  arrest: "arrest",
  expel: "expel",
  deport: "expel",
  seize: "territory",
  withdraw: "relations",
  discontinue: "restrict",
};

/** What ends where the act that ends is its content. */
const ENDED: Partial<Record<EventType, Partial<Record<EventType, Mode>>>> = {
  SANCTION: { AID: "discontinue", COOPERATE: "discontinue", SUPPORT: "discontinue", CONSULT: "discontinue" },
  RETREAT: { ASSAULT: "ceasefire" },
};

/** The mode of `event` that its content means; empty where PLOVER has none. */
export function contentMode(
  event: EventType,
  content: EventType,
  contentModes: readonly Mode[],
): readonly Mode[] {
  if (event === "REQUEST" || event === "REJECT") return list(ASKED[content]);
  if (event !== "THREATEN") return list(ENDED[event]?.[content]);
  for (const mode of contentModes) {
    const own = THREATENED_BY_MODE[mode];
    if (own !== undefined) return [own];
  }
  return list(THREATENED[content]);
}

function list(mode: Mode | undefined): readonly Mode[] {
  return mode === undefined ? [] : [mode];
}
