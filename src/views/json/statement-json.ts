/**
 * The form of a statement as every `--json`, every filter and the API print it,
 * in snake_case. Spans are offsets into the text of its report.
 */
import type { Span } from "../../base/types.ts";
import type { Statement, StatementParty } from "../../coding/types.ts";
import type { Citation, StatementLine, StatementListLine } from "../../record/types.ts";

/** A statement as JSON Lines hold it. */
export type StatementJson = ReturnType<typeof statementJson>;

/** The statement as an object ready for JSON. */
export function statementJson({ id, reportId, statement, mentions }: StatementLine) {
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
    about: statement.about.map(partyJson),
    level: statement.level,
    mentions,
    section: statement.section,
    sentence: statement.sentence,
    rule: statement.rule,
    confidence: Math.round(statement.confidence * 10_000) / 10_000,
  };
}

/** A line of a list: the first statement of its words with all that give them. */
export type StatementListJson = ReturnType<typeof statementListJson>;

/** The statement with the reports that give its words. */
export function statementListJson(line: StatementListLine) {
  const { tellings, citation } = line;
  const distinct = (values: readonly (string | null)[]) => new Set(values.filter((one) => one !== null)).size;
  return {
    ...statementJson(line),
    cite_info: citationJson(citation),
    reports: distinct(tellings.map(({ reportId }) => reportId)),
    outlets: distinct(tellings.map(({ citation: { outlet } }) => outlet)),
    variants: distinct(tellings.map(({ text }) => text)),
    tellings: tellings.map((one) => ({
      id: one.id,
      report_id: one.reportId,
      kind: one.kind,
      text: one.text,
      cite_info: citationJson(one.citation),
    })),
  };
}

function citationJson({ url, title, outlet, date }: Citation) {
  return { url, title, publication: outlet, date };
}

function worded({ start, end, text }: Statement["content"]) {
  return { start, end, text };
}

function spanned({ start, end }: Span) {
  return { start, end };
}

function partyJson(party: StatementParty | null) {
  if (party === null) return null;
  const { start, end, entityText, code, sector, name, id, office } = party;
  return { start, end, entity_text: entityText, code, sector, name, id, office };
}
