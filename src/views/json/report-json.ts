/** The form of a report, a time and an account as every `--json` prints them, in snake_case. */
import type { TimeExpression } from "../../coding/types.ts";
import type { Account, QuarantineLine, ReportLine } from "../../record/types.ts";

/** The report as an object ready for JSON. */
export function reportJson(line: ReportLine) {
  return {
    id: line.id,
    given_id: line.givenId,
    url: line.url,
    outlet: line.outlet,
    title: line.title,
    date: line.date,
    date_basis: line.dateBasis,
    language: line.language,
    version: line.version,
    current: line.current,
    story_id: line.storyId,
    mentions: line.mentions,
    origin: line.origin,
    read_at: line.readAt,
    warnings: line.warnings,
    charset: line.charset,
  };
}

/** The time as an object ready for JSON. */
export function timeJson(time: TimeExpression) {
  const { start, end, text, type, value } = time;
  return { start, end, text, type, value };
}

/** The account of a run as an object ready for JSON. */
export function accountJson(account: Account) {
  const { read, stored, duplicate, refused, quarantined } = account;
  return { read, stored, duplicate, refused, quarantined };
}

/** What is quarantined, as an object ready for JSON. */
export function quarantineJson(line: QuarantineLine) {
  return {
    id: line.id,
    origin: line.origin,
    stage: line.stage,
    code: line.code,
    message: line.message,
    input_hash: line.inputHash,
    tries: line.tries,
    put_at: line.putAt,
  };
}
