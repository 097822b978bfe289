/**
 * The mentions of one event with their reports in, its canonical fields out:
 * each value with the mentions that say so, most mentions first; counts of
 * reports, outlets and independent lines; standing.
 */
import { contentId } from "../../base/ids.ts";
import type { Actor, EventPlace } from "../../coding/types.ts";
import { comesBefore } from "../copies/link-copies.ts";
import type { LinkedEvent, LinkMention, Party, Place, PlacedMention, Sourced, Standing } from "../types.ts";
import { mainParties, mostTold } from "./main-values.ts";

/** The event of these mentions. */
export function describeEvent(placed: readonly PlacedMention[], storyId: string | null): LinkedEvent {
  const sorted = placed.toSorted(byTime);
  const first = sorted[0]!;
  const actual = sorted.filter(({ mention }) => mention.factuality === "actual");
  const base = actual.length > 0 ? actual : sorted;
  const dated = base.filter(({ mention }) => mention.date !== null);
  const stated = dated.filter(({ mention }) => mention.dateBasis === "stated");
  const dates = tally(stated.length > 0 ? stated : dated, ({ mention }) => [
    { date: mention.date!, endDate: mention.endDate },
  ]);
  const mode = tally(base, ({ mention }) => mention.mode);
  const context = tally(base, ({ mention }) => mention.context);
  const actor = tally(base, ({ mention }) => mention.actor.map(bareActor));
  const recipient = tally(base, ({ mention }) => mention.recipient.map(bareActor));
  return {
    id: contentId("e", first.mention.id),
    storyId,
    main: {
      mode: mostTold(mode),
      context: mostTold(context),
      actor: mainParties(actor),
      recipient: mainParties(recipient),
    },
    event: tally(base, ({ mention }) => [mention.event])[0]!,
    cameo: tally(base, ({ mention }) => mention.cameo ?? [])[0] ?? null,
    content: tally(base, ({ mention }) => mention.content ?? [])[0] ?? null,
    factuality: tally(sorted, ({ mention }) => [mention.factuality])[0]!,
    mode,
    context,
    actor,
    recipient,
    date: dates[0] ?? null,
    place:
      tally(base, ({ mention }) => (mention.place === null ? [] : [barePlace(mention.place)]))[0] ?? null,
    quantity: tally(base, ({ mention }) => mention.quantity.map(({ value, unit }) => ({ value, unit }))),
    mentions: sorted.map(({ mention }) => mention.id),
    confidence: Math.max(...sorted.map(({ mention }) => mention.confidence)),
    reports: new Set(sorted.map(({ report }) => report.id)).size,
    outlets: new Set(sorted.flatMap(({ report }) => report.outlet ?? [])).size,
    lines: new Set(sorted.map(({ line }) => line)).size,
    firstReport: first.report.id,
    lastReport: sorted.at(-1)!.report.id,
    standing: standingOf(sorted),
  };
}

function byTime(a: PlacedMention, b: PlacedMention): number {
  if (a.report.id !== b.report.id) return comesBefore(a.report, b.report) ? -1 : 1;
  return a.mention.sentence - b.mention.sentence || (a.mention.id < b.mention.id ? -1 : 1);
}

function bareActor({ code, sector, name, id, entityText }: Actor): Party {
  return { code, sector, name, id, entityText: name === null ? entityText : null };
}

function barePlace({ name, countryCode, id, lat, lon }: EventPlace): Place {
  return { name, countryCode, id, lat, lon };
}

/** Distinct values with the mentions that say so, most first, then in order of time. */
function tally<T>(
  placed: readonly PlacedMention[],
  read: (each: PlacedMention) => readonly T[] | T,
): Sourced<T>[] {
  const found = new Map<string, { value: T; mentions: string[] }>();
  for (const each of placed) {
    for (const value of [read(each)].flat() as T[]) {
      const key = JSON.stringify(value);
      const known = found.get(key);
      if (known === undefined) found.set(key, { value, mentions: [each.mention.id] });
      else if (!known.mentions.includes(each.mention.id)) known.mentions.push(each.mention.id);
    }
  }
  return [...found.values()].sort((a, b) => b.mentions.length - a.mentions.length);
}

const LEAST_LINES = 2;

/** retracted: an outlet takes it back; denied: somebody denies it; done: first planned, then done; planned: not done
 * yet; confirmed: by two lines at least; reported: by one. */
export function standingOf(placed: readonly PlacedMention[]): Standing {
  const by = (...kinds: readonly LinkMention["factuality"][]) =>
    placed.filter(({ mention }) => kinds.includes(mention.factuality));
  if (placed.some(({ retracts }) => retracts)) return "retracted";
  if (by("negation").length > 0) return "denied";
  const done = by("actual", "historical").filter(({ mention }) => mention.content === null);
  const planned = placed.filter(
    ({ mention }) =>
      mention.factuality === "future" || mention.factuality === "hypothetical" || mention.content !== null,
  );
  if (done.length === 0 && by("actual").length === 0) return "planned";
  if (done.length > 0 && planned.length > 0) return "done";
  return new Set(by("actual", "historical").map(({ line }) => line)).size >= LEAST_LINES
    ? "confirmed"
    : "reported";
}
