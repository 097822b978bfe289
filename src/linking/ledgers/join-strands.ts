/**
 * Strands in order of time in, groups out: each joins the entry that it fits
 * best, or begins a new one. A second founding on another day, or a founding
 * after the end, is another entry ("a revised agreement").
 */
import { addDays, dayNumber } from "../../base/day.ts";
import type { ClueDay, LedgerStep } from "../../coding/types.ts";
import { clueKeys } from "./clue-keys.ts";
import type { Strand } from "./strands.ts";
import type { LedgerLinkTools, LedgerSettings, PlacedClue } from "./types.ts";

interface Group {
  readonly strands: Strand[];
  /** Place among the groups: the earlier wins where two fit alike. */
  readonly order: number;
}

/** Steps that found an entry: each can be taken once. */
const FOUNDING: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "adopted",
  "announced",
  "signed",
  "agreed",
  "initialled",
  "passed",
  "proposed",
]);
/** Steps after which a founding is one of another entry. */
const CLOSING: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "in force",
  "rejected",
  "ended",
  "expired",
  "lifted",
  "withdrawn from",
]);
/** Steps that others than the parties take, too. */
const TAKEN: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["ratified", "rejected"]);
/** Contacts that are over. */
const OVER: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["held"]);

/** The strands of each entry. */
export function joinStrands(strands: readonly Strand[], tools: LedgerLinkTools): Strand[][] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group[]>();
  const left: Strand[] = [];
  for (const strand of strands) {
    const keys = new Set(strand.clues.flatMap((placed) => clueKeys(placed, tools)));
    const near = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
    const { best, score } = bestOf(strand, near, tools);
    let own = best !== null && score >= tools.settings.joinAt! ? best : null;
    if (own === null && strand.steps.length > 0 && isWhole(strand)) {
      own = { strands: [], order: groups.length };
      groups.push(own);
    }
    if (own === null) {
      left.push(strand);
      continue;
    }
    own.strands.push(strand);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [own]);
      else if (!known.includes(own)) known.push(own);
    }
  }
  return settled(groups, left, byKey, tools).map(({ strands: joined }) => joined);
}

/** Entries of one strand, and what began none, that fit another entry now that it is whole ("the court had heard both sides"
 * of a case whose order is told behind it) join it. */
function settled(
  groups: readonly Group[],
  left: readonly Strand[],
  byKey: ReadonlyMap<string, readonly Group[]>,
  tools: LedgerLinkTools,
): readonly Group[] {
  const gone = new Set<Group>();
  const join = (strand: Strand, own: Group | null): boolean => {
    const keys = strand.clues.flatMap((placed) => clueKeys(placed, tools));
    const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const isOther = (one: Group) => one !== own && !gone.has(one) && (own === null || one.strands.length > 1);
    const { best, score } = bestOf(strand, new Set([...near].filter(isOther)), tools);
    if (best === null || score < tools.settings.joinAt!) return false;
    best.strands.push(strand);
    return true;
  };
  for (const group of groups)
    if (group.strands.length === 1 && join(group.strands[0]!, group)) gone.add(group);
  for (const strand of left) join(strand, null);
  return groups.filter((group) => !gone.has(group));
}

/** An entry can begin with it: somebody or something is named. */
function isWhole({ ledger, steps, by, on, others, kind, words, instrument, names }: Strand): boolean {
  if (ledger === "contact") return by.size > 0;
  // Relations restored end the measure that broke them, where one is known.
  if (ledger === "measure" && kind === RELATIONS && steps.every((step) => step === LIFTED)) return false;
  const isLaw = instrument !== null && (names.size > 0 || (by.size > 0 && on.size > 0));
  if (ledger === "measure" && kind === null && !isLaw) return false;
  return by.size + on.size + others.size > 0 || words.size > 0;
}

const RELATIONS = "relations";
const LIFTED: LedgerStep = "lifted";

function bestOf(strand: Strand, groups: ReadonlySet<Group>, tools: LedgerLinkTools) {
  let best: Group | null = null as Group | null;
  let score = Number.NEGATIVE_INFINITY;
  for (const group of groups) {
    if (group.strands[0]!.ledger !== strand.ledger) continue;
    const own = scoreOf(strand, group.strands, tools);
    if (own > score || (own === score && best !== null && group.order < best.order))
      [best, score] = [group, own];
  }
  return { best, score };
}

const NEVER = Number.NEGATIVE_INFINITY;

/** How well a strand fits an entry. */
function scoreOf(strand: Strand, group: readonly Strand[], tools: LedgerLinkTools): number {
  const { settings, genericKinds } = tools;
  const kinds = new Set(group.flatMap(({ kind }) => (kind === null || genericKinds.has(kind) ? [] : [kind])));
  const own = strand.kind === null || genericKinds.has(strand.kind) ? null : strand.kind;
  const isContact = strand.ledger === "contact" || strand.ledger === "inquiry";
  const named = meet(strand.names, new Set(group.flatMap(({ names }) => [...names])));
  // What a resolution bans and what it limits are two measures.
  const isOne = named && strand.ledger !== "measure";
  if (
    !isContact &&
    own !== null &&
    !isOne &&
    !isWholeOf(strand, group) &&
    isOtherKind(own, kinds, strand.ledger, tools)
  )
    return NEVER;
  // A parliament of a third state ratifies what others made.
  const isThird =
    strand.ledger === "agreement" &&
    strand.on.size > 0 &&
    strand.steps.length > 0 &&
    strand.steps.every((step) => TAKEN.has(step));
  // A law is none of the acts that stand beside it.
  const isLaw = strand.kind === null && strand.instrument !== null;
  if (isLaw && kinds.size > 0 && [...kinds].every((kind) => tools.actKinds.has(kind))) return NEVER;
  const by = union(group, "by");
  const on = union(group, "on");
  const all = new Set([...by, ...on]);
  const mine = new Set(isThird ? strand.on : [...strand.by, ...strand.on]);
  let score = 0;
  if (own !== null && kinds.has(own)) score += settings.kind!;
  if (strand.ledger === "measure") {
    const isMended = strand.kind === RELATIONS && strand.steps.includes(LIFTED);
    if (isMended && (strand.by.size < 2 || [...strand.by].some((party) => !all.has(party)))) return NEVER;
    // Two sides that restore their relations end what broke them, however long ago.
    if (isMended) return settings.joinAt!;
    const isOnOthers = apart(strand.sureOn, union(group, "sureOn"));
    if (apart(strand.sureBy, union(group, "sureBy")) || isOnOthers) return NEVER;
    if (meet(strand.by, by)) score += settings.party!;
    if (meet(strand.on, on)) score += settings.party!;
  } else if (strand.ledger === "inquiry") {
    const sure = meet(strand.on, on);
    if (
      apart(strand.sureOn, union(group, "sureOn")) &&
      !meet(strand.countries, on) &&
      !meet(strand.on, countriesOf(group))
    )
      return NEVER;
    if (sure) score += 2 * settings.party!;
    else if (meet(strand.countries, on) || meet(strand.on, countriesOf(group))) score += settings.party!;
    if (meet(strand.by, by)) score += settings.party!;
    else if (apart(strand.sureBy, union(group, "sureBy"))) return NEVER;
    if (!sure && !strand.known && areApartWords(strand, group)) return NEVER;
  } else {
    // Who is only described ("the separatists") may be somebody else than it seems.
    const isDescribed = named && strand.sureBy.size + strand.sureOn.size === 0;
    if (apart(mine, all) && !isDescribed && !meet(strand.countries, all)) return NEVER;
    const shared = [...mine].filter((key) => all.has(key)).length;
    const whole = mine.size > 1 && all.size > 1;
    if (whole && shared * 2 <= Math.min(mine.size, all.size)) return NEVER;
    score += settings.party! * Math.min(2, shared);
    if (shared === 0 && meet(strand.countries, all)) score += 0.5 * settings.party!;
    if (shared === 0 && meet(mine, countriesOf(group))) score += 0.5 * settings.party!;
  }
  if (named) score += settings.name!;
  score += wordScore(strand, group, settings);
  const first = group[0]!;
  if (group.some((one) => one.clues[0]!.reportId === strand.clues[0]!.reportId))
    score += settings.sameReport!;
  const stories = new Set(group.flatMap(({ clues }) => clues.flatMap(({ storyId }) => storyId ?? [])));
  if (strand.clues.some(({ storyId }) => storyId !== null && stories.has(storyId)))
    score += settings.sameStory!;
  if (strand.known) score += settings.known!;
  if (isLater(strand, mine, all)) score += settings.later!;
  if (strand.clues.some(({ clue }) => clue.founded !== null && isFoundedThen(clue.founded, group)))
    score += settings.founded!;
  if (strand.ledger === "contact") score += contactScore(strand, group, tools);
  score += timeScore(strand, group, settings);
  return isAnother(strand, group, first, settings) ? NEVER : score;
}

/** "the sanctions that the council had imposed on Monday": what a resolution of that day did, whatever its kind. */
function isWholeOf(strand: Strand, group: readonly Strand[]): boolean {
  if (strand.kind !== SANCTIONS || !strand.known || !strand.stated) return false;
  return group.some(
    (one) =>
      one.instrument !== null &&
      one.stated &&
      overlap(one, strand) &&
      meet(one.by, strand.by) &&
      meet(one.on, strand.on),
  );
}

const SANCTIONS = "sanctions";

/** A later step of what the words point back to, by parties of it alone. */
function isLater(strand: Strand, mine: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  if (strand.ledger === "contact" || !strand.known || mine.size === 0) return false;
  return !strand.steps.some((step) => FOUNDING.has(step)) && [...mine].every((party) => all.has(party));
}

/** Kinds that exclude each other; what only names the form of an agreement ("treaty") fits what names its subject. */
function isOtherKind(
  own: string,
  kinds: ReadonlySet<string>,
  ledger: Strand["ledger"],
  { formKinds }: LedgerLinkTools,
): boolean {
  if (kinds.size === 0 || kinds.has(own)) return false;
  return ledger !== "agreement" || ![...kinds].some((kind) => formKinds.has(kind) !== formKinds.has(own));
}

function wordScore(strand: Strand, group: readonly Strand[], settings: LedgerSettings): number {
  const words = new Set(group.flatMap((one) => [...one.words]));
  if (strand.words.size === 0 || words.size === 0) return 0;
  const shared = [...strand.words].filter((word) => words.has(word)).length;
  if (shared === 0) return -settings.otherWords!;
  return settings.words! * Math.min(1, shared / Math.min(strand.words.size, words.size, 3));
}

/** Both tell what they are about, and not a word is the same. */
function areApartWords(strand: Strand, group: readonly Strand[]): boolean {
  return apart(strand.words, new Set(group.flatMap(({ words }) => [...words])));
}

function timeScore(strand: Strand, group: readonly Strand[], settings: LedgerSettings): number {
  if (strand.day === null) return 0;
  const gap = Math.min(
    ...group.flatMap(({ day, forDay }) =>
      [day, forDay].flatMap((one) => (one === null ? [] : Math.abs(one - strand.day!))),
    ),
  );
  if (strand.ledger === "contact") return contactTime(strand, group, gap, settings);
  if (gap <= settings.nearDays!) return settings.near!;
  const later = strand.ledger !== "measure" && !strand.steps.some((step) => FOUNDING.has(step));
  return gap <= settings.yearDays! || strand.known || later ? 0 : -settings.far!;
}

/** A contact is one day: what was held on another is another contact; plans and delays lead to the next. */
function contactTime(
  strand: Strand,
  group: readonly Strand[],
  gap: number,
  settings: LedgerSettings,
): number {
  const held = group.filter(({ steps }) => steps.some((step) => OVER.has(step)));
  if (held.length > 0 && !strand.known) {
    const nearest = Math.min(...held.map(({ day }) => (day === null ? 999 : Math.abs(day - strand.day!))));
    if (nearest > settings.contactDays!) return NEVER;
  }
  if (gap <= settings.contactDays!) return settings.near!;
  return gap <= settings.yearDays! ? 0 : NEVER;
}

/** A call is no meeting; another place told is another contact, the day that was planned the same. */
function contactScore(strand: Strand, group: readonly Strand[], tools: LedgerLinkTools): number {
  const { settings, callKind } = tools;
  const kinds = new Set(group.flatMap(({ kind }) => kind ?? []));
  if (strand.kind !== null && kinds.size > 0 && (strand.kind === callKind) !== kinds.has(callKind))
    return NEVER;
  const places = new Set(group.flatMap((one) => [...one.places]));
  let score = 0;
  if (strand.places.size > 0 && places.size > 0)
    score += meet(strand.places, places) ? settings.samePlace! : -settings.otherPlace!;
  const planned = (one: Strand) => (one.forDay === null ? [] : [one.forDay]);
  const held = (one: Strand) =>
    one.steps.some((step) => OVER.has(step)) && one.day !== null ? [one.day] : [];
  // What was held before the day for which the other was planned was another one.
  const isBefore = (one: Strand, other: Strand) =>
    planned(other).some((day) => held(one).some((past) => past < day - settings.planDays! / 2));
  if (group.some((one) => isBefore(one, strand) || isBefore(strand, one))) return NEVER;
  const own = [...planned(strand), ...held(strand)];
  const theirs = group.flatMap((one) => [...planned(one), ...held(one)]);
  if (own.length === 0 || theirs.length === 0) return score;
  const nearest = Math.min(...own.flatMap((one) => theirs.map((other) => Math.abs(one - other))));
  if (nearest <= settings.contactDays!) return score + settings.samePlace!;
  return nearest <= settings.planDays! ? score : score - settings.otherPlace!;
}

function isAnother(
  strand: Strand,
  group: readonly Strand[],
  first: Strand,
  settings: LedgerSettings,
): boolean {
  if (strand.ledger === "inquiry" || strand.ledger === "contact") return false;
  const founded = group.filter(({ steps }) => steps.some((step) => FOUNDING.has(step)));
  const founds = strand.steps.filter((step) => FOUNDING.has(step));
  if (founds.length === 0) return strand.another && !first.another && founded.length > 0 && !strand.known;
  const apartDays = (one: Strand) =>
    one.day !== null && strand.day !== null && Math.abs(one.day - strand.day) > settings.foundingDays!;
  const isSame = (one: Strand) => founds.some((step) => one.steps.includes(step));
  if (
    founded.some(
      (one) => isSame(one) && apartDays(one) && one.stated && strand.stated && !overlap(one, strand),
    )
  )
    return true;
  if (strand.another && !first.another && founded.some(apartDays)) return true;
  const closed = group.some(({ clues }) => clues.some((placed) => isClosed(placed, strand)));
  return (
    closed &&
    (founded.length === 0
      ? strand.stated
      : founded.some(apartDays) && !founded.some((one) => overlap(one, strand)))
  );
}

const LENT_DAYS = 3;

/** The day by which it is named is one of those on which the entry was made. */
function isFoundedThen(founded: ClueDay, group: readonly Strand[]): boolean {
  return group.some(({ clues }) =>
    clues.some(
      ({ clue: { step, day } }) =>
        step !== null &&
        FOUNDING.has(step) &&
        day !== null &&
        // A report that states no day tells of one before it appeared.
        addDays(day.date, day.basis === "stated" ? 0 : -LENT_DAYS) <= founded.endDate &&
        founded.date <= addDays(day.endDate, day.basis === "stated" ? 0 : LENT_DAYS),
    ),
  );
}

/** The entry was closed before what the strand founds; what a report says is still to come closes nothing. */
function isClosed({ clue: { step, day }, reportDay }: PlacedClue, strand: Strand): boolean {
  const isToCome = day !== null && reportDay !== null && day.date > reportDay;
  return (
    step !== null &&
    CLOSING.has(step) &&
    day !== null &&
    !isToCome &&
    strand.day !== null &&
    dayNumber(day.endDate) < strand.day
  );
}

/** True where a span of days of one holds the other's. */
function overlap(a: Strand, b: Strand): boolean {
  const spans = (strand: Strand) => strand.clues.flatMap(({ clue }) => (clue.day === null ? [] : [clue.day]));
  return spans(a).some((one) => spans(b).some((two) => one.date <= two.endDate && two.date <= one.endDate));
}

function countriesOf(group: readonly Strand[]): Set<string> {
  return new Set(group.flatMap(({ countries }) => [...countries]));
}

function union(group: readonly Strand[], side: "by" | "on" | "sureBy" | "sureOn"): Set<string> {
  return new Set(group.flatMap((strand) => [...strand[side]]));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key));
}

/** Both are known and have nothing in common. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !meet(a, b);
}
