/** Lists of events give the same whether few or many pass: each filter against a plain walk through all events. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecord } from "../../record/index.ts";
import { onEachBackend, withPlace } from "../../record/testing/backends.ts";
import { entry, item, party } from "../../record/testing/entries.ts";
import type { EventFilter, EventLine } from "../../record/types.ts";
import { linkRecord } from "./link-record.ts";

const CODES = ["USA", "RUS", "KEN", "GHA"];

function items() {
  return Array.from({ length: 40 }, (_, n) => {
    const words = n % 7 === 0 ? "rare" : "usual";
    const text = `Report ${n} of town ${n} tells. The ${words} thing happened in place ${n}. They met there.`;
    // A year apart: linking takes each for a happening of its own.
    const date = `${1970 + n}-01-05`;
    const of = (at: number) => [party(CODES[at % CODES.length] ?? "USA", "x")];
    const endDate = n % 5 === 0 ? `${1970 + n}-12-20` : null;
    return item(
      entry(text, { date, givenId: `n${n}`, outlet: `Outlet ${n % 3}` }, [
        { word: "tells", at: 0, event: "ACCUSE", actor: of(n), recipient: of(n + 1), date, endDate },
        { word: "happened", at: 1, event: "SANCTION", actor: of(n), recipient: of(n + 2), date },
        { word: "met", at: 2, actor: [...of(n), ...of(n + 3)], date },
      ]),
    );
  });
}

const coded = items().flatMap((each) => (each.kind === "coded" ? [each.entry.report.id] : []));
type Side = EventLine["event"]["main"]["actor"];
const has = (side: Side, code: string) => side.some((each) => each.code === code);
const main = ({ event }: EventLine) => event.main;

/** filter, what it lets through */
const FILTERS: readonly (readonly [EventFilter, (line: EventLine) => boolean])[] = [
  [{ actor: "KEN" }, (line) => has(main(line).actor, "KEN")],
  [
    { actor: "KEN", recipient: "GHA" },
    (line) => has(main(line).actor, "KEN") && has(main(line).recipient, "GHA"),
  ],
  [
    { between: ["USA", "RUS"] },
    ({
      event: {
        main: { actor, recipient },
      },
    }) =>
      (has(actor, "USA") && has(recipient, "RUS")) ||
      (has(actor, "RUS") && has(recipient, "USA")) ||
      (has(actor, "USA") && has(actor, "RUS") && recipient.length === 0),
  ],
  [{ types: ["SANCTION"] }, ({ event }) => event.event.value === "SANCTION"],
  [{ outlet: "Outlet 1" }, ({ first }) => first.citation.outlet === "Outlet 1"],
  [{ search: "rare" }, ({ first }) => first.text.includes("rare")],
  [
    { search: "rare", actor: "USA" },
    (line) => line.first.text.includes("rare") && has(main(line).actor, "USA"),
  ],
  [
    { search: "rare", outlet: "Outlet 2" },
    ({ first }) => first.text.includes("rare") && first.citation.outlet === "Outlet 2",
  ],
  [{ report: "n3" }, ({ event }) => event.firstReport === coded[3]],
  [
    { since: "1990-06-01" },
    ({ event }) => (event.date?.value.endDate ?? event.date?.value.date ?? "") >= "1990-06-01",
  ],
  [{ event: "e_none" }, () => false],
  [{ story: "s_none" }, () => false],
];

onEachBackend("lists of events", (backend) => {
  test("every filter, whole and page by page", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      try {
        await record.write(await record.startRun("read", []), items());
        await linkRecord(record);
        const { lines: all } = await record.listEvents({}, { limit: 1_000 });
        assert.ok(all.length > 100, `${all.length} events`);
        const [first] = all;
        const byId: (typeof FILTERS)[number] = [
          { event: first?.event.id ?? "" },
          ({ event }) => event.id === first?.event.id,
        ];
        for (const [filter, passes] of [...FILTERS, byId]) {
          const expected = all.filter(passes).map(({ event }) => event.id);
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof record.listEvents>> = await record.listEvents(filter, {
              limit: 7,
              after,
            });
            seen.push(...page.lines.map(({ event }) => event.id));
            after = page.next;
          } while (after !== null);
          assert.deepEqual(seen, expected, JSON.stringify(filter));
        }
      } finally {
        await record.close();
      }
    }));
});
