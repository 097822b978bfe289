/**
 * Which event, and who to whom? Measured on cases/tables/events.tsv, the halves
 * apart, and on cases/tables/parties.tsv. Run alone it prints the misses of the
 * `dev` half and of the parties by family; the `held` half is never shown.
 */
import type { Actor, Mention } from "../../src/coding/types.ts";
import type { Figure } from "../types.ts";
import { type CodeCase, openCases, printMisses, showMention } from "./code-cases.ts";
import { partiesRight, sectorsRight } from "./match-parties.ts";
import { EVENT_COLUMNS, type EventRow, PARTY_COLUMNS, type PartyRow, readTable } from "./read-table.ts";

interface Verdict<Row extends EventRow | PartyRow> {
  readonly row: Row;
  readonly mentions: readonly Mention[];
  /** The most confident mention of the row's event; null where the event is missed. */
  readonly best: Mention | null;
  /** The most confident mention of all has the row's event. */
  readonly first: boolean;
  readonly parties: boolean;
}

/** The tables that the figures rest on. */
export const corpus = ["cases/tables/events.tsv", "cases/tables/parties.tsv"];

/** Event type, false events, modes, parties, sectors and persons over both tables. */
export async function measure(): Promise<readonly Figure[]> {
  const code = await openCases();
  return figuresOf(judgeEvents(code), judgeParties(code));
}

function judgeEvents(code: CodeCase): Verdict<EventRow>[] {
  return readTable("events", EVENT_COLUMNS).map((row) => judgeRow(row, code(row.text)));
}

function judgeParties(code: CodeCase): Verdict<PartyRow>[] {
  return readTable("parties", PARTY_COLUMNS).map((row) => judgeRow(row, code(row.text, row.date)));
}

function judgeRow<Row extends EventRow | PartyRow>(row: Row, mentions: readonly Mention[]): Verdict<Row> {
  const events = row.event.split("|");
  const best = mentions.find((mention) => events.includes(mention.event)) ?? null;
  return {
    row,
    mentions,
    best,
    first: mentions.length > 0 && events.includes(mentions[0]!.event),
    parties: best !== null && partiesRight(row, best),
  };
}

function figuresOf(events: readonly Verdict<EventRow>[], parties: readonly Verdict<PartyRow>[]): Figure[] {
  const halves = ["dev", "held"].flatMap((half) => {
    const mine = events.filter((one) => one.row.half === half);
    const neutral = mine.filter((one) => one.row.event === "-");
    const coded = mine.filter((one) => one.row.event !== "-");
    const moded = coded.filter((one) => one.best !== null && one.row.mode !== "-");
    const mentions = coded.reduce((sum, one) => sum + one.mentions.length, 0);
    return [
      share(`cases/type-found-${half}`, coded, (one) => one.best !== null),
      share(`cases/type-first-${half}`, coded, (one) => one.first),
      share(`cases/type-and-parties-${half}`, coded, (one) => one.parties),
      share(`cases/mode-${half}`, moded, modeRight),
      {
        ...share(`cases/false-events-${half}`, neutral, (one) => one.mentions.length > 0),
        higherIsBetter: false,
      },
      {
        name: `cases/mentions-a-sentence-${half}`,
        value: coded.length === 0 ? 0 : mentions / coded.length,
        unit: "",
        higherIsBetter: false,
      },
    ];
  });
  const found = parties.filter((one) => one.best !== null);
  return [
    ...halves,
    share("cases/parties-found", parties, (one) => one.best !== null),
    share("cases/parties-both", parties, (one) => one.parties),
    share("cases/parties-both-of-found", found, (one) => one.parties),
    ratio("cases/sectors", sum([...events, ...parties], sectorsOf)),
    ratio("cases/persons", sum(parties, personsOf)),
  ];
}

interface Tally {
  readonly right: number;
  readonly judged: number;
}

function sectorsOf({ row, best }: Verdict<EventRow | PartyRow>): Tally {
  return best === null ? { right: 0, judged: 0 } : sectorsRight(row, best);
}

/** Persons named by their office on the day of the report: a missed event misses them too. */
function personsOf({ row, best }: Verdict<PartyRow>): Tally {
  const wanted = [row.actor_names, row.recipient_names]
    .flatMap((cell) => cell.split("|")[0]!.split("+"))
    .filter((name) => name !== "-" && name !== "?");
  const given: readonly Actor[] = best === null ? [] : [...best.actor, ...best.recipient];
  const right = wanted.filter((name) => given.some((one) => one.name !== null && sameName(one.name, name)));
  return { right: right.length, judged: wanted.length };
}

/** True where one name has all words of the other, accents and case aside. */
function sameName(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  return [...shorter].every((word) => longer.has(word));
}

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word !== ""),
  );
}

function modeRight({ row, best }: Verdict<EventRow>): boolean {
  return row.mode
    .split("|")
    .some((mode) => (mode === "-" ? best!.mode.length === 0 : best!.mode.some((one) => one === mode)));
}

function sum<T>(list: readonly T[], tallyOf: (one: T) => Tally): Tally {
  return list.map(tallyOf).reduce((a, b) => ({ right: a.right + b.right, judged: a.judged + b.judged }), {
    right: 0,
    judged: 0,
  });
}

function ratio(name: string, { right, judged }: Tally): Figure {
  return { name, value: judged === 0 ? 0 : right / judged, unit: "", higherIsBetter: true };
}

function share<T>(name: string, list: readonly T[], holds: (one: T) => boolean): Figure {
  return ratio(name, { right: list.filter(holds).length, judged: list.length });
}

function missOf({ row, mentions }: Verdict<EventRow | PartyRow>, family: string) {
  const want = `${row.event} ${row.actor_codes} > ${row.recipient_codes}`;
  const got = mentions.map(showMention).join("; ") || "nothing";
  return { family, line: `${row.id}: ${row.text}\n      want ${want}; got ${got}` };
}

if (import.meta.main) {
  const code = await openCases();
  const events = judgeEvents(code);
  const parties = judgeParties(code);
  const shown = events.filter((one) => one.row.half === "dev");
  printMisses([
    ...shown
      .filter((one) => (one.row.event === "-" ? one.mentions.length > 0 : !one.parties))
      .map((one) =>
        missOf(
          one,
          one.row.event === "-"
            ? "false event"
            : `${one.row.event}, ${one.best === null ? "type" : "parties"}`,
        ),
      ),
    ...parties
      .filter((one) => !one.parties)
      .map((one) => missOf(one, `parties ${one.row.family}, ${one.best === null ? "type" : "parties"}`)),
  ]);
  console.log("\nby event: rows, type found, type and parties right (both halves)");
  for (const [event, list] of Map.groupBy(events, (one) => one.row.event)) {
    const found = list.filter((one) => one.best !== null).length;
    console.log(
      `  ${event.padEnd(10)} ${list.length}  ${found}  ${list.filter((one) => one.parties).length}`,
    );
  }
  for (const figure of figuresOf(events, parties)) console.log(`${figure.name} ${figure.value.toFixed(3)}`);
}
