/** Where something was: what its words place, the nearest place behind its verb. A matched rule in, a place out. */
import { stepsUp, type Tree } from "../tree/tree.ts";
import type { LedgerClue } from "../types.ts";
import { entriesAt } from "./entries-at.ts";
import type { LedgerMatch } from "./match-frame.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** Where it was: what the thing's phrase names, what hangs on the clause, else the next place behind the trigger. */
export function placeOf(
  match: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): LedgerClue["place"] {
  const { tree } = sentence;
  const { ledger } = match.frame.rule;
  if (ledger === "measure") return null;
  const places = sentence.parties.places();
  const all = placesIn(sentence, tools);
  const told = (named: TextPlace | undefined) => {
    const place = townOf(named, all, tree);
    if (place === undefined) return null;
    const isState = place.id?.startsWith("state/") === true && place.text.endsWith(place.name ?? "");
    // "at the White House": the house stands in the capital.
    const house = place.text.toLowerCase().replaceAll(" ", "_");
    const town = tools.tables.list("seat-houses").has(house)
      ? tools.tables.capitals.get(place.countryCode ?? "")
      : undefined;
    if (town !== undefined) return { name: town, countryCode: place.countryCode };
    return { name: place.text, countryCode: place.countryCode, ...(isState ? { wide: true as const } : {}) };
  };
  if (match.place >= 0)
    return told(places.find(({ first, last }) => first <= match.place && match.place < last));
  const thing = match.thing;
  const subject = thing !== null && thing.head >= 0 && ledger !== "contact" ? thing.head : -1;
  if (ledger === "inquiry") return null;
  const at = tools.tables.list("at-prepositions");
  const standing = all
    .filter(({ first }) => at.has(wordsBefore(tree, first, tools)))
    // "in Syria's Idlib province": whose it is, not where.
    .filter(({ last }) => tree.tokens[last]?.xpos !== "POS");
  // "in Al-Ula in Saudi Arabia": the first of two is the nearer.
  const free = standing
    .filter((place, index) => !isNested(place, standing[index - 1], sentence))
    // "in the Black Sea resort": the name only says which.
    .filter(({ last }) => !tools.tables.list("place-nouns").has(tree.tokens[last]?.lemma.toLowerCase() ?? ""))
    // "…, lawyers said in London": where it was said.
    .filter(({ first }) => !isSaidThere(first, match.clause, sentence))
    // "discussed the war in A": where the topic is, not those who discuss it.
    .filter(({ last }) => match.aim < 0 || stepsUp(tree, last - 1, match.aim, false) < 0);
  const visited =
    thing?.kind === VISIT
      ? all.find(({ first, last }) => thing.places.some((one) => first <= one && one < last))
      : undefined;
  if (visited !== undefined) return told(visited);
  const own = free.find(
    ({ first, last }) =>
      thing?.kind !== TRUCE && thing?.places.some((place) => first <= place && place <= last + 2) === true,
  );
  if (own !== undefined) return told(own);
  const dated = free.find(
    ({ first, last }) => first > match.trigger && thing?.kind !== TRUCE && isBeforeTime(last, sentence),
  );
  if (dated !== undefined) return told(dated);
  const met = free.find(
    ({ first, last }) => ledger === "agreement" && isAtContact(tree, subject, first, last, tools),
  );
  if (met !== undefined) return told(met);
  const hanging = free.find(({ last }) => {
    const steps = stepsUp(tree, last - 1, match.clause, false);
    return steps >= 0 && steps <= 4 && (subject < 0 || stepsUp(tree, last - 1, subject, false) < 0);
  });
  if (hanging !== undefined) return told(hanging);
  const beside = free.find(
    ({ first, last }) =>
      first > match.trigger &&
      isBeside(tree, match.trigger, first) &&
      (subject < 0 || stepsUp(tree, last - 1, subject, false) < 0),
  );
  return told(beside);
}

/** Under a verb that the tree sets beside the clause, behind it. */
function isSaidThere(place: number, clause: number, { tree }: LedgerSentence): boolean {
  for (let at = place, steps = 0; at >= 0 && steps < 6; steps++) {
    if (tree.tokens[at]!.upos === "VERB")
      return at > clause && at < place && tree.relation[at] === "parataxis";
    at = tree.tokens[at]!.head;
  }
  return false;
}

/** "in Al-Ula | in Saudi Arabia": the second of two says where the first lies, unless it is a town of another country, which
 * the first cannot lie in ("on the sea in Istanbul on Monday"). */
function isNested(place: TextPlace, before: TextPlace | undefined, sentence: LedgerSentence): boolean {
  if (before === undefined || place.first - before.last > 2) return false;
  const isTown = place.id?.startsWith("place/") === true;
  return !(isTown && place.countryCode !== before.countryCode && isBeforeTime(place.last, sentence));
}

/** "in Kigali on Tuesday": where and when it was done stand together, whatever the tree hangs them on. */
function isBeforeTime(last: number, { tree, times }: LedgerSentence): boolean {
  let at = last;
  while (tree.tokens[at]?.upos === "ADP" || tree.tokens[at]?.form === ",") at++;
  const next = tree.tokens[at];
  return (
    next !== undefined &&
    times.some(({ type, start, end }) => type === "DATE" && start <= next.start && next.start < end)
  );
}

/** "a ceasefire at talks in Putrajaya": where it was agreed, although the phrase hangs on it. */
function isAtContact(tree: Tree, thing: number, first: number, last: number, tools: LedgerTools): boolean {
  if (thing < 0 || first < thing || stepsUp(tree, last - 1, thing, false) < 0) return false;
  return tree.tokens
    .slice(thing + 1, first)
    .some(({ index }) => entriesAt(tree, index, tools.tables).some((entry) => entry.ledger === "contact"));
}

interface TextPlace {
  readonly text: string;
  readonly countryCode: string | null;
  readonly first: number;
  readonly last: number;
  readonly id: string | null;
  readonly name: string | null;
}

/** Places of the sentence, and other names behind a preposition of place ("at Lake Prespa") that are nobody. */
function placesIn({ tree, parties, text, times }: LedgerSentence, tools: LedgerTools): readonly TextPlace[] {
  const known = parties.places();
  const found: TextPlace[] = [...known];
  const at = tools.tables.list("at-prepositions");
  const isName = (index: number) =>
    (tree.tokens[index]?.upos === "PROPN" && tree.tokens[index]!.xpos !== "NNPS") ||
    // "in Beijing": a name that the tagger takes for a verb.
    (tree.tokens[index]?.xpos === "VBG" && /^\p{Lu}/u.test(tree.tokens[index]!.form));
  for (let first = 1; first < tree.tokens.length; first++) {
    if (!isName(first) || !at.has(wordsBefore(tree, first, tools))) continue;
    if (known.some((one) => one.first <= first && first < one.last)) continue;
    let last = first;
    while (isName(last) || (tree.tokens[last]?.form === "-" && isName(last + 1))) last++;
    const [start, end] = [tree.tokens[first]!.start, tree.tokens[last - 1]!.end];
    if (times.some((time) => time.start < end && time.end > start)) continue;
    const isSomebody = ({ id }: { readonly id: string | null }) => /^(?:person|org)\//u.test(id ?? "");
    if (parties.span(first, last).some(isSomebody) || tree.tokens[last]?.xpos === "POS") continue;
    if (tree.tokens[last]?.upos === "NOUN") continue;
    found.push({ text: text.slice(start, end), countryCode: null, first, last, id: null, name: null });
  }
  return found.sort((a, b) => a.first - b.first);
}

/** The town, where a building is named with it ("at the Moneda palace in Santiago"). */
function townOf(place: TextPlace | undefined, all: readonly TextPlace[], tree: Tree): TextPlace | undefined {
  if (place === undefined || place.id?.startsWith("place/") === true || place.text === place.name)
    return place;
  const next = all[all.indexOf(place) + 1];
  // "in Woodside, California": a town with its country.
  if (tree.tokens[place.last]?.form === ",") return place;
  return next?.id?.startsWith("place/") === true && next.first - place.last <= 2 ? next : place;
}

/** The preposition under which the name stands ("in Rabat", "in western Mali", "at the Turkish resort of Antalya"); empty for
 * none. */
function wordsBefore(tree: Tree, first: number, tools: LedgerTools): string {
  const nouns = tools.tables.list("place-nouns");
  let isPlaced = true;
  let at = first - 1;
  for (; at >= 0 && first - at <= FARTHEST; at--) {
    const { upos, lemma } = tree.tokens[at]!;
    if (upos === "DET" || upos === "ADJ") continue;
    if (tools.tables.list("owner").has(tree.lower[at]!) && nouns.has(tree.lower[at - 1] ?? "")) continue;
    if (upos === "NOUN" || upos === "PROPN") {
      if (nouns.has(lemma.toLowerCase())) isPlaced = true;
      else if (at === first - 1) isPlaced = false;
      continue;
    }
    break;
  }
  return isPlaced ? (tree.lower[at] ?? "") : "";
}

const FARTHEST = 7;

const TRUCE = "ceasefire";
const VISIT = "visit";

/** True where no finite verb and no comma stand between. */
function isBeside(tree: Tree, low: number, high: number): boolean {
  return !tree.tokens
    .slice(low + 1, high)
    .some(({ xpos, form }) => xpos === "VBD" || xpos === "VBZ" || xpos === "VBP" || form === ",");
}
