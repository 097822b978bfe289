/**
 * The mentions of one event in, what they disagree about out: figures of one
 * unit, days that do not meet, other parties, done or denied. Each with both
 * sentences; nothing is averaged. A later and higher count of the same unit is
 * an update. Figures of one sentence or one line never contradict each other.
 */
import { contentId } from "../../base/ids.ts";
import type { Actor } from "../../coding/types.ts";
import type { Contradiction, ContradictionKind, PlacedMention, Version } from "../types.ts";

export interface ContradictionSettings {
  /** Share by which two figures may differ and still be one, roughly told. */
  readonly roughly: number;
  /** Days by which two stated days may differ (time zones). */
  readonly daysApart: number;
}

interface Claim {
  readonly value: string;
  readonly about: string;
  readonly placed: PlacedMention;
}

type Clash = (a: Claim, b: Claim) => boolean;

/** The contradictions among these mentions, one for each pair of values. */
export function contradictionsOf(
  eventId: string,
  placed: readonly PlacedMention[],
  settings: ContradictionSettings,
): Contradiction[] {
  const found: Contradiction[] = [];
  const search = (kind: ContradictionKind, claims: readonly Claim[], clash: Clash) => {
    const pairs = new Set<string>();
    for (const [at, b] of claims.entries()) {
      for (const a of claims.slice(0, at)) {
        if (a.about !== b.about || a.value === b.value || a.placed.mention.id === b.placed.mention.id)
          continue;
        const pair = [a.about, ...[a.value, b.value].sort()].join(" ");
        if (pairs.has(pair) || sameSentence(a.placed, b.placed) || !clash(a, b)) continue;
        pairs.add(pair);
        found.push(toContradiction(eventId, kind, a, b));
      }
    }
  };
  const told = placed.filter(({ mention }) => mention.factuality !== "hypothetical");
  search("figure", told.flatMap(figures), (a, b) =>
    apart(Number(a.value), Number(b.value), settings.roughly),
  );
  search("date", told.flatMap(days), (a, b) => daysBetween(a.value, b.value) > settings.daysApart);
  search("party", told.flatMap(parties), (a, b) => otherParty(a, b));
  search("denied", told.flatMap(denials), () => true);
  return found;
}

function sameSentence(a: PlacedMention, b: PlacedMention): boolean {
  return a.report.id === b.report.id && a.mention.sentence === b.mention.sentence;
}

/** The largest figure of each unit: smaller ones of a sentence are parts of it ("ten children among them"). */
const figures = (placed: PlacedMention): Claim[] => {
  const largest = new Map<string, number>();
  for (const { value, unit } of placed.mention.quantity) {
    largest.set(unit, Math.max(value, largest.get(unit) ?? Number.NEGATIVE_INFINITY));
  }
  return [...largest].map(([about, value]) => ({ value: String(value), about, placed }));
};

const days = (placed: PlacedMention): Claim[] => {
  const { date, dateBasis, endDate } = placed.mention;
  return date === null || dateBasis !== "stated" || endDate !== null
    ? []
    : [{ value: date, about: "", placed }];
};

const ROLES = ["actor", "recipient"] as const;

/** Promises and demands name who is to act, not who acted. */
const parties = (placed: PlacedMention): Claim[] =>
  ROLES.flatMap((about) => {
    if (placed.mention.content !== null) return [];
    const value = partiesOf(placed, about).sort().join(" ");
    return value === "" ? [] : [{ value, about, placed }];
  });

const denials = (placed: PlacedMention): Claim[] => {
  const { factuality, content } = placed.mention;
  if (factuality === "negation") return [{ value: "denied", about: "", placed }];
  return factuality === "actual" && content === null ? [{ value: "done", about: "", placed }] : [];
};

function partiesOf({ mention }: PlacedMention, role: string): string[] {
  const list: readonly Actor[] = role === "actor" ? mention.actor : mention.recipient;
  return [...new Set(list.flatMap(({ code }) => code ?? []))];
}

/** Other parties in one role where the act is the same and the other role agrees. */
function otherParty(a: Claim, b: Claim): boolean {
  if (a.placed.mention.event !== b.placed.mention.event) return false;
  const shares = (role: string) => {
    const others = partiesOf(b.placed, role);
    return partiesOf(a.placed, role).some((party) => others.includes(party));
  };
  const swapped = partiesOf(a.placed, "actor").some((party) =>
    partiesOf(b.placed, "recipient").includes(party),
  );
  return !shares(a.about) && shares(a.about === "actor" ? "recipient" : "actor") && !swapped;
}

function apart(a: number, b: number, roughly: number): boolean {
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1) > roughly;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function toContradiction(eventId: string, kind: ContradictionKind, a: Claim, b: Claim): Contradiction {
  const later = (b.placed.report.date ?? "") > (a.placed.report.date ?? "");
  const grew = kind === "figure" && later && Number(b.value) > Number(a.value);
  return {
    id: contentId("x", eventId, kind, a.about, a.placed.mention.id, b.placed.mention.id),
    eventId,
    kind,
    about: a.about,
    nature: grew ? "update" : "conflict",
    a: toVersion(a),
    b: toVersion(b),
  };
}

function toVersion({ value, placed }: Claim): Version {
  const { mention, report, text } = placed;
  const { start, end } = mention.sentenceSpan;
  return { value, mentionId: mention.id, reportId: report.id, sentence: { start, end }, text };
}
