/** Events, stories, copies, contradictions and counts as columns of comma-separated values. */
import type { Party } from "../../linking/types.ts";
import type { ContradictionLine, CopyLine, CountLine, EventLine, StoryLine } from "../../record/types.ts";
import type { Scores } from "../json/mention-json.ts";
import type { Columns } from "./csv.ts";

function side(name: "actor" | "recipient"): Columns<EventLine> {
  const of = (pick: (party: Party) => string | null) => (line: EventLine) =>
    line.event.main[name].map((party) => pick(party) ?? "").join(";");
  return [
    [`${name}_code`, of((party) => party.code)],
    [`${name}_sector`, of((party) => party.sector)],
    [`${name}_name`, of((party) => party.name ?? party.entityText)],
  ];
}

/** Columns of events, in order. */
export function eventColumns(scores: Scores): Columns<EventLine> {
  return [
    ["id", ({ event }) => event.id],
    ["story_id", ({ event }) => event.storyId],
    ["date", ({ event }) => event.date?.value.date ?? null],
    ["enddate", ({ event }) => event.date?.value.endDate ?? null],
    ["event", ({ event }) => event.event.value],
    ["mode", ({ event }) => event.main.mode.join(";")],
    ["context", ({ event }) => event.main.context.join(";")],
    ["quad_code", ({ event }) => scores.quad(event.event.value)],
    ["event_scale", ({ event }) => scores.score(event.event.value, event.main.mode)],
    ["cameo", ({ event }) => event.cameo?.value ?? null],
    ...side("actor"),
    ...side("recipient"),
    ["factuality", ({ event }) => event.factuality.value],
    ["standing", ({ event }) => event.standing],
    ["mentions", ({ event }) => event.mentions.length],
    ["reports", ({ event }) => event.reports],
    ["outlets", ({ event }) => event.outlets],
    ["lines", ({ event }) => event.lines],
    ["quantity", ({ event }) => event.quantity.map(({ value }) => `${value.value} ${value.unit}`).join(";")],
    ["event_loc", ({ event }) => event.place?.value.name ?? null],
    ["event_loc_code", ({ event }) => event.place?.value.countryCode ?? null],
    ["first_report", ({ event }) => event.firstReport],
    ["last_report", ({ event }) => event.lastReport],
    ["event_text", ({ first }) => first.eventText],
    ["text", ({ first }) => first.text],
    ["confidence", ({ event }) => Math.round(event.confidence * 10_000) / 10_000],
  ];
}

export const STORY_COLUMNS: Columns<StoryLine> = [
  ["id", ({ story }) => story.id],
  ["title", ({ story }) => story.title],
  ["date", ({ story }) => story.date],
  ["enddate", ({ story }) => story.endDate],
  ["parties", ({ story }) => story.parties.join(";")],
  ["reports", ({ reports }) => reports.length],
  ["outlets", ({ story }) => story.outlets],
  ["lines", ({ story }) => story.lines],
  ["events", (line) => line.events],
  ["report_ids", ({ reports }) => reports.map(({ id }) => id).join(";")],
];

export const COPY_COLUMNS: Columns<CopyLine> = [
  ["id", ({ copy }) => copy.id],
  ["kind", ({ copy }) => copy.kind],
  ["share", ({ copy }) => Math.round(copy.share * 10_000) / 10_000],
  ["quotation", ({ copy }) => (copy.quotation ? 1 : 0)],
  ...(["earlier", "later"] as const).flatMap(
    (name): Columns<CopyLine> => [
      [`${name}_report_id`, ({ copy }) => copy[name].reportId],
      [`${name}_start`, ({ copy }) => copy[name].start],
      [`${name}_end`, ({ copy }) => copy[name].end],
      [`${name}_text`, (line) => line[name].text],
    ],
  ),
];

export const CONTRADICTION_COLUMNS: Columns<ContradictionLine> = [
  ["id", ({ contradiction }) => contradiction.id],
  ["event_id", ({ contradiction }) => contradiction.eventId],
  ["kind", ({ contradiction }) => contradiction.kind],
  ["about", ({ contradiction }) => contradiction.about],
  ["nature", ({ contradiction }) => contradiction.nature],
  ...(["a", "b"] as const).flatMap(
    (name): Columns<ContradictionLine> => [
      [`${name}_value`, ({ contradiction }) => contradiction[name].value],
      [`${name}_report_id`, ({ contradiction }) => contradiction[name].reportId],
      [`${name}_mention_id`, ({ contradiction }) => contradiction[name].mentionId],
      [`${name}_text`, ({ contradiction }) => contradiction[name].text],
    ],
  ),
];

/** Columns of counts: only those that are told apart. */
export function countColumns(names: readonly string[]): Columns<CountLine> {
  const groups: Columns<CountLine> = [
    ["period", (line) => line.period],
    ["actor", (line) => line.actor],
    ["recipient", (line) => line.recipient],
    ["type", (line) => line.type],
  ];
  return [
    ...groups.filter(([name]) => names.includes(name)),
    ["events", (line) => line.events],
    ["mentions", (line) => line.mentions],
    ["reports", (line) => line.reports],
    ["lines", (line) => line.lines],
  ];
}
