/**
 * What a clue tells beside itself: the members of a package, who agreed on what is
 * to begin, the meeting of those who signed.
 */
import type { Span } from "../../base/types.ts";
import { childWith } from "../tree/tree.ts";
import type { LedgerClue, LedgerStep } from "../types.ts";
import { daysOf } from "./days-of.ts";
import { placeName } from "./made-where.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { withNames } from "./names-of-met.ts";
import type { Parties } from "./parties.ts";
import { answerOf } from "./read-fields.ts";
import { partiesUnder } from "./read-parties.ts";
import { thingAt } from "./read-things.ts";
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";

/** What a package holds ("among them a ban on imports of coal"). */
export function membersOf(
  match: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): readonly Thing[] {
  const { thing: whole } = match;
  if (
    whole === null ||
    whole.head < 0 ||
    whole.earlier ||
    (whole.instrument === null && whole.kind !== SANCTIONS)
  )
    return [];
  const { tree } = sentence;
  const at = tree.tokens.findIndex(
    ({ index }) => index > whole.head && tools.tables.list("members").has(tree.lower[index]!),
  );
  if (at < 0) return [];
  // "among them A, in response to the expulsion of B": what is answered is no part of the package.
  const answer = answerOf(sentence, tools);
  const answered = (index: number) =>
    answer !== null && tree.tokens[index]!.start > answer.start && tree.tokens[at]!.start < answer.start;
  return tree.tokens.slice(at).flatMap(({ index }) => {
    if (answered(index)) return [];
    const thing = thingAt(index, "measure", null, sentence, tools);
    return thing !== null && thing.head === index && thing.instrument === null ? [thing] : [];
  });
}

const SANCTIONS = "sanctions";

/** "A truce is to begin on Sunday, the leaders agreed on Thursday": who agreed on it, when and where. */
export function agreedBy(
  clue: LedgerClue,
  state: StepState,
  sentence: LedgerSentence,
  tools: LedgerTools,
): LedgerClue {
  const { tree } = sentence;
  const own = childWith(tree, state.deciding, "nsubj");
  const beside = tree.children[tree.tokens[state.deciding]!.head]?.find(
    (child) => tree.relation[child] === "parataxis" && child < state.deciding,
  );
  const by = partiesUnder(own >= 0 ? own : (beside ?? -1), new Set(), sentence, tools);
  const { days } = daysOf(
    {
      clause: state.deciding,
      state: { ...state, deciding: -1 },
      planned: false,
      again: false,
      alleged: false,
      near: null,
      lasting: false,
      met: false,
    },
    sentence,
    tools,
  );
  const place = sentence.dateline === null ? null : { name: placeName(sentence.dateline), countryCode: null };
  return { ...clue, step: AGREED, by, day: days[0] ?? null, forDay: null, place };
}

const AGREED: LedgerStep = "agreed";

/** "imposed an embargo in resolution 661": the numbered instrument behind the verb; null for none. */
export function resolutionBeside(
  { frame, view, trigger }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): string | null {
  if (frame.rule.ledger !== "measure" || frame.rule.step === undefined || frame.noun) return null;
  for (const { head } of view.prepositions) {
    if (head < trigger) continue;
    const { instrument, entry } = thingAt(head, "measure", null, sentence, tools) ?? {};
    if (entry?.instrument === true && /\d/u.test(instrument ?? "")) return instrument ?? null;
  }
  return null;
}

/** "A and B expelled each other's envoys": two take the same step, each against the other; none where the words tell of no such. */
export function mirrored(
  clues: readonly LedgerClue[],
  sentence: LedgerSentence,
  tools: LedgerTools,
): LedgerClue[] {
  const thing = reciprocal(sentence, tools);
  return clues.flatMap((clue) => {
    const [one, other] = distinctBy(clue.by);
    const isPair = clue.by.length === 2 && one !== undefined && other !== undefined;
    if (thing === null || !isPair || clue.on.some(({ code, id }) => (code ?? id) !== null)) return [];
    return [
      { ...clue, by: [one], on: [other] },
      { ...clue, by: [other], on: [one], thing },
    ];
  });
}

/** The words "each other" of the sentence; null for none. */
export function reciprocal({ tree }: LedgerSentence, { tables }: LedgerTools): Span | null {
  const words = tables.list("reciprocals");
  const first = tree.tokens.find(({ index }) =>
    words.has(`${tree.lower[index]!}_${tree.lower[index + 1] ?? ""}`),
  );
  return first === undefined ? null : { start: first.start, end: tree.tokens[first.index + 1]!.end };
}

/** Who signs in person, by name, on two sides, has met. */
export function ceremonyOf(
  clue: LedgerClue,
  { by, on }: { readonly by: Parties; readonly on: Parties },
  sentence: LedgerSentence,
): LedgerClue[] {
  const words = sentence.text.slice(clue.sentenceSpan.start, clue.sentenceSpan.end);
  // Rebels who sign are of no state, whatever stands near.
  const isNamed = ({ id, name, sector }: Parties[number]) =>
    (id === null ? sector !== REBELS : id.startsWith("person/")) &&
    name !== null &&
    words.includes(name.split(" ").at(-1)!);
  const signers = distinctBy(withNames([...by, ...on], sentence).filter(isNamed));
  if (new Set(signers.map(({ code }) => code)).size < 2) return [];
  const bare = { about: null, instrument: null, figures: [], founded: null, known: false, another: false };
  return [
    { ...clue, ...bare, ledger: "contact", step: HELD, kind: MEETING, by: signers, on: [], thing: null },
  ];
}

function distinctBy(parties: Parties): Parties {
  return parties.filter(
    (party, index) => parties.findIndex(({ id, name }) => id === party.id && name === party.name) === index,
  );
}

const REBELS = "REB";
const HELD: LedgerStep = "held";
const MEETING = "meeting";
