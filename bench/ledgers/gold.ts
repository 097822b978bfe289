/** The form of record.json, and entries in the form in which both sides are compared. */
import type { LedgerEntry, LifeStep } from "../../src/linking/ledgers/index.ts";

export const LEDGERS = ["measures", "agreements", "contacts", "inquiries"] as const;
export type LedgerList = (typeof LEDGERS)[number];

export interface GoldStep {
  readonly step: string;
  readonly date: string | null;
  readonly reports: readonly string[];
  readonly by?: readonly string[];
  readonly alleged_by?: readonly string[];
}

export interface GoldParty {
  readonly code: string;
  readonly name: string | null;
  readonly office: string | null;
}

export interface GoldEntry {
  readonly id: string;
  readonly kind?: string;
  readonly life: readonly GoldStep[];
  readonly imposes?: readonly string[];
  readonly on?: readonly string[];
  readonly target?: string | null;
  readonly instrument?: string | null;
  readonly figures?: readonly { readonly value: number; readonly unit: string }[];
  readonly conditions?: readonly string[];
  readonly in_answer_to?: readonly string[];
  readonly answered_by?: readonly string[];
  readonly parties?: readonly string[];
  readonly guarantors?: readonly string[];
  readonly mediators?: readonly string[];
  readonly subject?: string | null;
  readonly place?: string | null;
  readonly with?: readonly GoldParty[];
  readonly topics?: readonly string[];
  readonly by?: readonly string[];
  readonly of?: readonly string[];
  readonly of_name?: string | null;
  readonly for?: string | null;
}

export type GoldRecord = Readonly<Record<LedgerList, readonly GoldEntry[]>>;

const LIST: Readonly<Record<LedgerEntry["ledger"], LedgerList>> = {
  measure: "measures",
  agreement: "agreements",
  contact: "contacts",
  inquiry: "inquiries",
};

export interface FoundEntry {
  readonly list: LedgerList;
  readonly entry: GoldEntry;
}

/** An entry of ours in the form of the gold. */
export function toGoldForm(entry: LedgerEntry): FoundEntry {
  const { ledger, life, kind } = entry;
  const codes = (...roles: readonly string[]) => [
    ...new Set(entry.parties.flatMap(({ value }) => (roles.includes(value.role) ? (value.code ?? []) : []))),
  ];
  const about = entry.about[0]?.value ?? null;
  const common = { id: entry.id, life: life.map(stepForm), ...(kind === null ? {} : { kind }) };
  const figures = entry.figures.map(({ value }) => value);
  const place = entry.place?.value ?? null;
  const list = LIST[ledger];
  if (ledger === "measure")
    return {
      list,
      entry: {
        ...common,
        imposes: codes("by"),
        on: codes("on"),
        target: about,
        instrument: entry.instrument?.value ?? null,
        figures,
        conditions: entry.conditions.map(({ value }) => value),
        in_answer_to: entry.inAnswerTo.map(({ to }) => to),
        answered_by: entry.answeredBy.map(({ to }) => to),
      },
    };
  if (ledger === "agreement")
    return {
      list,
      entry: {
        ...common,
        parties: codes("party"),
        guarantors: codes("guarantor"),
        mediators: codes("mediator"),
        subject: about,
        place,
        figures,
      },
    };
  if (ledger === "contact")
    return {
      list,
      entry: {
        ...common,
        with: entry.parties.map(({ value }) => ({
          code: value.code ?? "",
          name: value.id === null || value.id.startsWith("person/") ? value.name : null,
          office: value.office,
        })),
        place,
        topics: entry.about.map(({ value }) => value),
      },
    };
  const of = entry.parties.filter(({ value }) => value.role === "on");
  const person =
    of.find(({ value }) => value.id?.startsWith("person/") === true) ??
    of.find(({ value }) => value.id === null && value.name !== null);
  return {
    list,
    entry: { ...common, by: codes("by"), of: codes("on"), of_name: person?.value.name ?? null, for: about },
  };
}

function stepForm(step: LifeStep): GoldStep {
  return {
    step: step.step,
    date: dateForm(step),
    reports: step.reports,
    by: step.by,
    alleged_by: step.allegedBy,
  };
}

/** As exact as it is known: a day, a month, a year. */
function dateForm({ date, endDate }: LifeStep): string | null {
  if (date === null || endDate === null || date === endDate) return date;
  if (date.endsWith("-01-01") && endDate.endsWith("-12-31") && date.slice(0, 4) === endDate.slice(0, 4))
    return date.slice(0, 4);
  if (date.endsWith("-01") && date.slice(0, 7) === endDate.slice(0, 7)) return date.slice(0, 7);
  return date;
}
