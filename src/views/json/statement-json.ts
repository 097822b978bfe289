/**
 * The form of a statement as every `--json`, every filter and the API print it,
 * in snake_case. Spans are offsets into the text of its report.
 */
import type { Span } from "../../base/types.ts";
import type { Statement, StatementParty } from "../../coding/types.ts";
import type { StatementLine } from "../../record/types.ts";

/** A statement as JSON Lines hold it. */
export type StatementJson = ReturnType<typeof statementJson>;

/** The statement as an object ready for JSON. */
export function statementJson({
  id,
  reportId,
  statement,
}: Pick<StatementLine, "id" | "reportId" | "statement">) {
  const { place, stance } = statement;
  return {
    id,
    report_id: reportId,
    kind: statement.kind,
    content: worded(statement.content),
    quoted: statement.quoted.map(spanned),
    parts: statement.parts.map(spanned),
    speaker: partyJson(statement.speaker),
    speakers: statement.speakers.map(partyJson),
    cue: statement.cue && worded(statement.cue),
    addressee: partyJson(statement.addressee),
    place: place && {
      text: place.text,
      name: place.name,
      code: place.countryCode,
      id: place.id,
      lat: place.lat,
      lon: place.lon,
      start: place.start,
      end: place.end,
    },
    outlet: partyJson(statement.outlet),
    date: statement.date,
    stance: stance && { side: stance.side, cue: worded(stance.cue), target: worded(stance.target) },
    section: statement.section,
    sentence: statement.sentence,
    confidence: Math.round(statement.confidence * 10_000) / 10_000,
  };
}

function worded({ start, end, text }: Statement["content"]) {
  return { start, end, text };
}

function spanned({ start, end }: Span) {
  return { start, end };
}

function partyJson(party: StatementParty | null) {
  if (party === null) return null;
  const { start, end, entityText, code, sector, name, id } = party;
  return { start, end, entity_text: entityText, code, sector, name, id };
}
