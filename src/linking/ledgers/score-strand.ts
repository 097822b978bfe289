/**
 * How well a strand fits an entry.
 *
 * In: a strand, the strands of the entry. Out: a score of kinds, parties, names,
 * words, days and stories together; `NEVER` where something shuts the two apart.
 */
import type { LedgerStep } from "../../coding/types.ts";
import { founds, isAnother, isFoundedThen } from "./another-entry.ts";
import { apart, countriesOf, meet, overlap, union } from "./key-sets.ts";
import { mends } from "./mending.ts";
import { contactScore, contactTime, NEVER } from "./score-contact.ts";
import type { Strand } from "./strands.ts";
import type { LedgerLinkTools, LedgerSettings } from "./types.ts";

/** Steps that others than the parties take, too. */
const TAKEN: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["ratified", "rejected"]);

/** How well a strand fits an entry. */
export function scoreOf(strand: Strand, group: readonly Strand[], tools: LedgerLinkTools): number {
  const { settings, genericKinds } = tools;
  const kinds = new Set(group.flatMap(({ kind }) => (kind === null || genericKinds.has(kind) ? [] : [kind])));
  const own = strand.kind === null || genericKinds.has(strand.kind) ? null : strand.kind;
  const isContact = strand.ledger === "contact" || strand.ledger === "inquiry";
  const named = meet(strand.names, union(group, "names"));
  // What a resolution bans and what it limits are two measures.
  const isOne = named && strand.ledger !== "measure" && !isMadeBeside(strand, group);
  if (
    !isContact &&
    own !== null &&
    !isOne &&
    !isWholeOf(strand, group) &&
    !isLooselyCalled(own, kinds, strand, group, tools) &&
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
    const isMended = isMending(strand);
    if (isMended && (strand.by.size < 2 || [...strand.by].some((party) => !all.has(party)))) return NEVER;
    // Two sides that restore their relations end what broke them, however long ago.
    if (isMended) return settings.joinAt!;
    const isOnOthers = apart(strand.sureOn, union(group, "sureOn"));
    if (apart(strand.sureBy, union(group, "sureBy")) || isOnOthers) return NEVER;
    if (meet(strand.by, by)) score += settings.party!;
    if (meet(strand.on, on)) score += settings.party!;
  } else if (strand.ledger === "inquiry") {
    // Two persons of one state are two cases.
    if (apart(strand.persons, union(group, "persons"))) return NEVER;
    const sure = meet(strand.on, on) || isSamePerson(strand, group);
    if (
      !named &&
      apart(strand.sureOn, union(group, "sureOn")) &&
      !meet(strand.countries, on) &&
      !meet(strand.on, countriesOf(group))
    )
      return NEVER;
    if (sure) score += 2 * settings.party!;
    else if (meet(strand.countries, on) || meet(strand.on, countriesOf(group))) score += settings.party!;
    if (meet(strand.by, by)) score += settings.party!;
    else if (apart(strand.sureBy, union(group, "sureBy"))) return NEVER;
    const isOther = !sure || apart(strand.by, by);
    if (isOther && !strand.known && areApartWords(strand, group)) return NEVER;
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
  else if (strand.ledger === "agreement" && apart(strand.called, union(group, "called")))
    score -= settings.otherName!;
  score += wordScore(strand, group, settings);
  const first = group[0]!;
  if (group.some((one) => one.clues[0]!.reportId === strand.clues[0]!.reportId))
    score += settings.sameReport!;
  const stories = new Set(group.flatMap(({ clues }) => clues.flatMap(({ storyId }) => storyId ?? [])));
  if (strand.clues.some(({ storyId }) => storyId !== null && stories.has(storyId)))
    score += settings.sameStory!;
  if (meet(strand.ids, union(group, "ids"))) score += settings.sameOne!;
  if (strand.known) score += settings.known!;
  if (isLater(strand, mine, all)) score += settings.later!;
  if (strand.clues.some(({ clue }) => clue.founded !== null && isFoundedThen(clue.founded, group)))
    score += settings.founded!;
  if (strand.ledger === "contact") score += contactScore(strand, group, tools);
  score += timeScore(strand, group, settings);
  return isAnother(strand, group, first, settings) ? NEVER : score;
}

/** A person of one name and surname, whatever state the reports give him. */
function isSamePerson({ names }: Strand, group: readonly Strand[]): boolean {
  const whole = [...names].filter((name) => name.includes(" "));
  return whole.length > 0 && meet(new Set(whole), union(group, "names"));
}

/** One report that tells of the making of both, of two kinds, tells of two agreements, although both were made in one place. */
function isMadeBeside(strand: Strand, group: readonly Strand[]): boolean {
  return (
    strand.ledger === "agreement" &&
    founds(strand) &&
    group.some((one) => founds(one) && one.clues[0]!.reportId === strand.clues[0]!.reportId)
  );
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

/** A later step of "restrictions on Huawei" that were told as sanctions on it: by the same on the same firm or person. */
function isLooselyCalled(
  own: string,
  kinds: ReadonlySet<string>,
  strand: Strand,
  group: readonly Strand[],
  { looseKinds }: LedgerLinkTools,
): boolean {
  if (strand.ledger !== "measure" || !looseKinds.has(own)) return false;
  if (strand.steps.length === 0 || founds(strand)) return false;
  if (![...kinds].every((kind) => looseKinds.has(kind))) return false;
  const isBefore = (one: Strand) =>
    strand.day !== null && one.day !== null && one.day <= strand.day && founds(one);
  if (group.some(({ steps }) => steps.includes(LIFTED)) || !group.some(isBefore)) return false;
  if (!meet(strand.sureBy, union(group, "sureBy")) || !meet(strand.sureOn, union(group, "sureOn")))
    return false;
  return meet(struckByName(strand), new Set(group.flatMap((one) => [...struckByName(one)])));
}

/** Ids of firms and persons that it falls on. */
function struckByName({ clues }: Strand): Set<string> {
  const ids = clues.flatMap(({ clue }) => clue.on.flatMap(({ id }) => id ?? []));
  return new Set(ids.filter((id) => id.startsWith("org/") || id.startsWith("person/")));
}

const LIFTED: LedgerStep = "lifted";
const SANCTIONS = "sanctions";

/** A later step of what the words point back to, by parties of it alone. */
function isLater(strand: Strand, mine: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  if (strand.ledger === "contact" || !strand.known || mine.size === 0) return false;
  return !founds(strand) && [...mine].every((party) => all.has(party));
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
  // Those who met spoke of several things.
  const isTopic = strand.ledger === "contact" && strand.steps.length === 0;
  if (shared === 0) return isTopic ? 0 : -settings.otherWords!;
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
  if (gap <= settings.yearDays!) return 0;
  if (strand.known || !founds(strand)) return 0;
  // What is made anew after years says that it is the same by more than a kind and a state.
  return gap > settings.longDays! ? -2 * settings.far! : -settings.far!;
}

/** Steps of relations that two sides restore. */
export function isMending({ kind, steps, ledger }: Strand): boolean {
  return ledger === "measure" && steps.some((step) => mends(kind, step));
}
