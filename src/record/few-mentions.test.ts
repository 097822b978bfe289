/** Lists give the same lines whether few or many mentions pass: each filter against a plain walk through all mentions. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecord } from "./index.ts";
import { onEachBackend, withPlace } from "./testing/backends.ts";
import { entry, item, party } from "./testing/entries.ts";
import type { MentionFilter, MentionLine } from "./types.ts";

const CODES = ["USA", "RUS", "KEN", "GHA"];

function items() {
  return Array.from({ length: 60 }, (_, n) => {
    const text = `Report ${n} tells. The ${n % 7 === 0 ? "rare" : "usual"} thing happened. They met again.`;
    const date = `2020-01-${String((n % 28) + 1).padStart(2, "0")}`;
    const of = (at: number) => [party(CODES[at % CODES.length] ?? "USA", "x")];
    return item(
      entry(text, { date, givenId: `n${n}` }, [
        {
          word: "tells",
          at: 0,
          actor: of(n),
          recipient: of(n + 1),
          date,
          endDate: n % 5 === 0 ? "2020-02-10" : null,
        },
        { word: "happened", at: 1, actor: of(n), recipient: of(n + 2), date },
        { word: "met", at: 2, actor: [...of(n), ...of(n + 3)], date },
      ]),
    );
  });
}

const third = items()[3];
const REPORT_3 = third?.kind === "coded" ? third.entry.report.id : "";

const has = (actors: MentionLine["mention"]["actor"], code: string) =>
  actors.some((each) => each.code === code);

/** filter, what it lets through */
const FILTERS: readonly (readonly [MentionFilter, (line: MentionLine) => boolean])[] = [
  [{ actor: "KEN" }, ({ mention }) => has(mention.actor, "KEN")],
  [
    { actor: "State of KEN", recipient: "state/GHA" },
    ({ mention }) => has(mention.actor, "KEN") && has(mention.recipient, "GHA"),
  ],
  [
    { between: ["USA", "RUS"] },
    ({ mention: { actor, recipient } }) =>
      (has(actor, "USA") && has(recipient, "RUS")) ||
      (has(actor, "RUS") && has(recipient, "USA")) ||
      (has(actor, "USA") && has(actor, "RUS") && recipient.length === 0),
  ],
  [{ search: "rare" }, ({ text }) => text.includes("rare")],
  [
    { search: "rare", actor: "USA" },
    ({ text, mention }) => text.includes("rare") && has(mention.actor, "USA"),
  ],
  [
    { search: '"thing happened"', since: "2020-01-15" },
    ({ text, mention }) => text.includes("thing") && (mention.date ?? "") >= "2020-01-15",
  ],
  [{ since: "2020-01-20" }, ({ mention }) => (mention.endDate ?? mention.date ?? "") >= "2020-01-20"],
  [
    { since: "2020-02-01", until: "2020-01-10" },
    ({ mention }) =>
      (mention.endDate ?? mention.date ?? "") >= "2020-02-01" && (mention.date ?? "") <= "2020-01-10",
  ],
  [{ actor: "XYZ" }, () => false],
  [{ search: "nowhere" }, () => false],
  [{ search: "!!" }, () => false],
  [{ report: "n3" }, ({ reportId }) => reportId === REPORT_3],
  [{ report: "n3", search: "met" }, ({ reportId, text }) => reportId === REPORT_3 && text.includes("met")],
  [{ story: "s_none" }, () => false],
  [{ event: "e_none" }, () => false],
];

onEachBackend("few mentions", (backend) => {
  test("every filter, whole and page by page", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      try {
        await record.write(await record.startRun("read", []), items());
        const { lines: all } = await record.listMentions({}, { limit: 1_000 });
        assert.equal(all.length, 180);
        for (const [filter, passes] of FILTERS) {
          const expected = all.filter(passes).map(({ id }) => id);
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof record.listMentions>> = await record.listMentions(filter, {
              limit: 7,
              after,
            });
            seen.push(...page.lines.map(({ id }) => id));
            after = page.next;
          } while (after !== null);
          assert.deepEqual(seen, expected, JSON.stringify(filter));
        }
      } finally {
        await record.close();
      }
    }));
});
