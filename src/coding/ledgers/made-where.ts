/** Where a step was taken that the words do not place: where the report is datelined, if it tells what was just done there. */
import { childWith, type Tree } from "../tree/tree.ts";
import type { ClueDay, LedgerClue, LedgerStep } from "../types.ts";
import type { LedgerMatch } from "./match-frame.ts";
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** Laws and cases have no place; later steps of an agreement are taken in other places than the one where it was made. */
export function isElsewhere({ ledger, step, role, place }: LedgerMatch["frame"]["rule"]): boolean {
  if (ledger === "measure" || ledger === "inquiry") return true;
  return (
    ledger === "agreement" &&
    place !== HERE &&
    role === undefined &&
    step !== undefined &&
    !MADE.has(step) &&
    step !== NEGOTIATED
  );
}

/** "a summit on Libya in Berlin": the place is told by itself. A truce is about the place where it holds. */
export function withoutPlace(
  about: string | null,
  place: LedgerClue["place"],
  { thing }: LedgerMatch,
  tools: LedgerTools,
): string | null {
  if (about === null || place === null || thing?.kind === TRUCE || !about.endsWith(` ${place.name}`))
    return about;
  const words = about.slice(0, -place.name.length - 1).split(" ");
  const isPlaced = words.length > 1 && tools.cues.placePrepositions.has(words.at(-1)!);
  return isPlaced ? words.slice(0, -1).join(" ") : about;
}

const TRUCE = "ceasefire";
const NEGOTIATED: LedgerStep = "negotiated";
const HERE = "here";
const ANYWHERE = "anywhere";

/** Steps that are taken where the report is datelined, unless it says otherwise. */
const MADE: ReadonlySet<string> = new Set<LedgerStep>(["signed", "agreed", "initialled", "held"]);

/** The place of the dateline, where the report tells what was just done there ("TUNIS … signed", not "have agreed"). */
export function herePlace(
  { frame, thing, clause }: LedgerMatch,
  state: StepState,
  day: ClueDay | null,
  sentence: LedgerSentence,
  tools: LedgerTools,
): LedgerClue["place"] {
  const { dateline, anchor, tree } = sentence;
  const { step } = frame.rule;
  if (step === undefined || (!MADE.has(step) && frame.rule.place !== HERE)) return null;
  const capital = capitalNamed(clause, sentence, tools);
  if (capital !== null) return { name: capital, countryCode: null };
  if (dateline === null) return null;
  if (isPointedAt(clause, tree, tools)) return { name: placeName(dateline), countryCode: null };
  if (frame.rule.place === ANYWHERE) return null;
  const recent = day !== null && day.basis !== "published" && anchor !== null && isWithin(day.date, anchor);
  if (!recent || state.told !== "done" || !state.simplePast || state.saying >= 0) return null;
  if ((thing?.founded ?? null) !== null || frame.rule.kind === CALL || thing?.kind === CALL) return null;
  return { name: placeName(dateline), countryCode: null, here: true };
}

/** "in the Finnish capital": the town that the gazetteer knows; null where no state is named. */
function capitalNamed(clause: number, sentence: LedgerSentence, tools: LedgerTools): string | null {
  const { tree } = sentence;
  const { list, capitals } = tools.tables;
  for (const { index, form } of tree.tokens.slice(Math.max(0, clause - FARTHEST), clause + FARTHEST)) {
    if (!list("capital-nouns").has(form)) continue;
    const mark = childWith(tree, index, "case");
    if (mark < 0 || !list("at-prepositions").has(tree.lower[mark]!)) continue;
    const codes = tree.children[index]!.flatMap((child) =>
      child < index
        ? (sentence.parties.at(child)?.actors ?? []).flatMap(({ code, id }) =>
            id?.startsWith("org/") ? [] : (code ?? []),
          )
        : [],
    );
    const name = new Set(codes).size === 1 ? capitals.get(codes[0]!) : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** "in the Austrian capital", "here": where the report comes from. */
function isPointedAt(clause: number, tree: Tree, tools: LedgerTools): boolean {
  const { list } = tools.tables;
  return tree.tokens.some(({ index, lemma, form }) => {
    if (index <= clause || index - clause > FARTHEST) return false;
    if (list("here-words").has(tree.lower[index]!)) return true;
    if (!list("place-nouns").has(lemma.toLowerCase()) || /^\p{Lu}/u.test(form)) return false;
    const mark = childWith(tree, index, "case");
    const isNamed =
      /^\p{Lu}/u.test(tree.tokens[index + 1]?.form ?? "") || list("owner").has(tree.lower[index + 1] ?? "");
    return mark >= 0 && list("at-prepositions").has(tree.lower[mark]!) && !isNamed;
  });
}

const FARTHEST = 14;
const CALL = "call";
const HERE_DAYS = 3;

const isWithin = (day: string, anchor: string) =>
  day <= anchor && (Date.parse(anchor) - Date.parse(day)) / 86_400_000 <= HERE_DAYS;

/** "BRUSSELS" as "Brussels". */
export function placeName(dateline: string): string {
  if (dateline !== dateline.toUpperCase()) return dateline;
  return dateline.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
