/** Ledgers: measures, agreements, contacts and inquiries, each entry with its life and what says so. */
import type { EntryLine, LedgerFilter } from "../../../record/types.ts";
import type { Columns } from "../../cli/csv.ts";
import { ENTRY_COLUMNS } from "../../cli/entry-csv.ts";
import { entryDetailJson, entryJson } from "../../json/entry-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { entryDetailSchema, entrySchema, ledgerFilters } from "../schemas/ledger.ts";
import { given } from "./filters.ts";

/** Paths stand whole: the build of the pages reads them here. */
const LEDGERS = [
  {
    ledger: "measure",
    path: "/api/v1/measures",
    list: "listMeasures",
    get: "getMeasure",
    what: "Measures and what answered them",
  },
  {
    ledger: "agreement",
    path: "/api/v1/agreements",
    list: "listAgreements",
    get: "getAgreement",
    what: "Agreements with their guarantors",
  },
  {
    ledger: "contact",
    path: "/api/v1/contacts",
    list: "listContacts",
    get: "getContact",
    what: "Meetings, visits and calls, held and planned",
  },
  {
    ledger: "inquiry",
    path: "/api/v1/inquiries",
    list: "listInquiries",
    get: "getInquiry",
    what: "Inquiries",
  },
] as const;

const columns: Columns<EntryLine> = ENTRY_COLUMNS.map(([name, cell]) => [name, ({ entry }) => cell(entry)]);

export const LEDGER_ENDPOINTS: readonly Endpoint[] = LEDGERS.flatMap(({ ledger, path, list, get, what }) => [
  listEndpoint({
    name: list,
    path,
    group: "Ledgers",
    summary: what,
    query: ledgerFilters,
    line: entrySchema,
    page: ({ record }, { type, ...query }, request) => {
      const filter: LedgerFilter = given({ ...query, types: type });
      return record[list](filter, request);
    },
    json: ({ entry }: EntryLine) => entryJson(entry),
    columns: () => columns,
    entry: ({ entry }: EntryLine) => ({
      id: entry.id,
      title: [
        entry.kind ?? ledger,
        ...entry.parties.flatMap(({ value }) => value.name ?? value.code ?? []),
      ].join(", "),
      summary: entry.life.map(({ step, date }) => `${step} ${date ?? "?"}`).join("; "),
      link: `${path.slice("/api/v1".length)}/${entry.id}`,
      source: null,
      published: entry.date,
      updated: null,
    }),
  }),
  objectEndpoint({
    name: get,
    path: `${path}/{id}`,
    group: "Ledgers",
    summary: "One entry with the sentences that say so",
    description: "The beginning of its id is enough.",
    method: "GET",
    answer: entryDetailSchema,
    async run({ services: { record }, params }) {
      const { entry, clues } = await record.findEntry(ledger, params.id ?? "");
      return entryDetailJson(entry, clues);
    },
  }),
]);
