/**
 * The form of an entry of a ledger as every `--json` prints it, in snake_case:
 * fields with the clues that say so, the steps of its life, ties, what reports
 * disagree on; for a measure also what joins it to lists of sanctions; in the
 * detail view the sentences of its clues.
 */
import type { ClueValue, EntryParty, LedgerEntry, LedgerTie, LifeStep } from "../../linking/types.ts";
import type { ClueLine } from "../../record/types.ts";
import { sanctionOf } from "./sanction-json.ts";

export type EntryJson = ReturnType<typeof entryJson>;

/** The entry as an object ready for JSON. */
export function entryJson(entry: LedgerEntry) {
  const { id, ledger, kind, life, reports, outlets, lines, date, endDate: enddate } = entry;
  const parties = (role: EntryParty["role"]) =>
    entry.parties.filter(({ value }) => value.role === role).map(partyJson);
  const sides =
    ledger === "measure" || ledger === "inquiry"
      ? { by: parties("by"), on: parties("on") }
      : ledger === "agreement"
        ? { parties: parties("party"), guarantors: parties("guarantor"), mediators: parties("mediator") }
        : { parties: parties("party") };
  return {
    id,
    ledger,
    kind,
    ...sides,
    about: entry.about.map(valueJson),
    instrument: entry.instrument === null ? null : valueJson(entry.instrument),
    place: entry.place === null ? null : valueJson(entry.place),
    figures: entry.figures.map(({ value, clues }) => ({ ...value, clues })),
    conditions: entry.conditions.map(valueJson),
    status: life.at(-1)?.step ?? null,
    life: life.map(stepJson),
    in_answer_to: entry.inAnswerTo.map(tieJson),
    answered_by: entry.answeredBy.map(tieJson),
    disagreements: entry.disagreements.map(({ field, values }) => ({ field, values })),
    date,
    enddate,
    reports,
    outlets,
    lines,
    ...(ledger === "measure" ? { sanction: sanctionOf(entry) } : {}),
  };
}

/** The entry with the sentences of its clues. */
export function entryDetailJson(entry: LedgerEntry, clues: readonly ClueLine[]) {
  return { ...entryJson(entry), sources: clues.map(sourceJson) };
}

function partyJson({ value: { code, sector, name, id, office }, clues }: ClueValue<EntryParty>) {
  return { code, sector, name, id, office, clues };
}

function valueJson({ value, clues }: ClueValue<string>) {
  return { text: value, clues };
}

function stepJson(step: LifeStep) {
  return {
    step: step.step,
    date: step.date,
    enddate: step.endDate,
    date_basis: step.basis,
    for_date: step.forDate,
    by: step.by,
    alleged_by: step.allegedBy,
    reports: step.reports,
    lines: step.lines,
    clues: step.clues,
  };
}

function tieJson({ to, basis, clues }: LedgerTie) {
  return { id: to, basis, clues };
}

function sourceJson({ id, reportId, clue, text, citation, mentions }: ClueLine) {
  const { start, end } = clue.sentenceSpan;
  const { url, title, outlet: publication, date } = citation;
  return {
    id,
    report_id: reportId,
    step: clue.step,
    text,
    text_info: { start, end },
    trigger: { start: clue.trigger.start - start, end: clue.trigger.end - start },
    mentions,
    rule: clue.rule,
    cite_info: { url, title, publication, date },
  };
}
