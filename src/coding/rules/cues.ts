/**
 * The closed lists that decide structure and modality, under the names that code
 * uses. In: the rule index. Out: sets of lower-case words. The words themselves
 * stand in knowledge/lexicon/en/coding-cues.jsonl.
 */
import { Fault } from "../../base/fault.ts";
import { CODING_FAULTS } from "../faults.ts";
import type { ClauseCues } from "../matching/clause-of.ts";
import type { RuleIndex } from "./rule-index.ts";

export interface Cues extends ClauseCues {
  readonly futureAuxiliaries: ReadonlySet<string>;
  readonly pastFutureAuxiliaries: ReadonlySet<string>;
  readonly doubtAuxiliaries: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly negativeDeterminers: ReadonlySet<string>;
  readonly conditionalMarks: ReadonlySet<string>;
  readonly plannedModifiers: ReadonlySet<string>;
  readonly possibleModifiers: ReadonlySet<string>;
  readonly doubtAdverbs: ReadonlySet<string>;
  /** "only" and its like behind "not". */
  readonly negationLifters: ReadonlySet<string>;
  /** Auxiliaries that stand for "if" where they open a clause. */
  readonly invertingAuxiliaries: ReadonlySet<string>;
  /** Words of conditions, without those that set only an end ("until"). */
  readonly conditionMarks: ReadonlySet<string>;
  /** Words that join a clause of content to a noun. */
  readonly contentMarks: ReadonlySet<string>;
  readonly stillAhead: ReadonlySet<string>;
  readonly negativeMarks: ReadonlySet<string>;
  readonly negativePronouns: ReadonlySet<string>;
  readonly goingForms: ReadonlySet<string>;
  readonly questionMarks: ReadonlySet<string>;
  readonly seek: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly reportPrepositions: ReadonlySet<string>;
  /** "defiance" and its like: who stands behind them is who the act is against. */
  readonly opposingNouns: ReadonlySet<string>;
  /** "blamed on", "attributed to": whom people hold to be the doer. */
  readonly imputingVerbs: ReadonlySet<string>;
  readonly imputingPrepositions: ReadonlySet<string>;
  /** "dismissed allegations that …": what the words say is denied. */
  readonly rebuttingVerbs: ReadonlySet<string>;
  /** Marks before what words are about ("a decision on sending troops"). */
  readonly topicMarks: ReadonlySet<string>;
  /** What a crowd gathers to do to whom it is against ("to denounce the king"). */
  readonly opposingVerbs: ReadonlySet<string>;
  /** Prepositions before the state whose authorities act where nobody is named ("arrested in", "expelled from"). */
  readonly authorityPrepositions: ReadonlySet<string>;
  /** Forms of verbs that tell, before a noun, mostly what kind of thing it is ("arms exports"). */
  readonly nounModifiers: ReadonlySet<string>;
  /** Nouns without an ending of many that take a verb of many. */
  readonly pluralNouns: ReadonlySet<string>;
  /** Words that open a clause of time or cause in a headline. */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Verbs behind which stands what somebody does ("stop shelling"). */
  readonly doingVerbs: ReadonlySet<string>;
}

/** The cues of an index. @throws Fault `coding/no-cue` where a list is absent */
export function cuesOf(index: RuleIndex): Cues {
  const list = (id: string): ReadonlySet<string> => {
    const words = index.cues.get(id);
    if (words === undefined) throw new Fault(CODING_FAULTS.noCue, `coding-cues.jsonl has no list "${id}".`);
    return words;
  };
  return {
    agent: list("agent"),
    objectControlMarks: list("object-control-marks"),
    subjectControl: list("subject-control"),
    lightVerbs: list("light-verbs"),
    happenVerbs: list("happen-verbs"),
    lightPrepositions: list("light-prepositions"),
    carriers: list("carriers"),
    containers: list("containers"),
    timeNouns: list("time-nouns"),
    futureAuxiliaries: list("future-auxiliaries"),
    pastFutureAuxiliaries: list("past-future-auxiliaries"),
    perfectAuxiliaries: list("perfect-auxiliaries"),
    passiveAuxiliaries: list("passive-auxiliaries"),
    doubtAuxiliaries: list("doubt-auxiliaries"),
    negations: list("negations"),
    negativeDeterminers: list("negative-determiners"),
    conditionalMarks: list("conditional-marks"),
    plannedModifiers: list("planned-modifiers"),
    possibleModifiers: list("possible-modifiers"),
    doubtAdverbs: list("doubt-adverbs"),
    negationLifters: list("negation-lifters"),
    invertingAuxiliaries: list("inverting-auxiliaries"),
    conditionMarks: list("condition-marks"),
    contentMarks: list("content-marks"),
    stillAhead: list("still-ahead"),
    negativeMarks: list("negative-marks"),
    negativePronouns: list("negative-pronouns"),
    goingForms: list("going-forms"),
    questionMarks: list("question-marks"),
    seek: list("seek"),
    placePrepositions: list("place-prepositions"),
    reportPrepositions: list("report-prepositions"),
    opposingNouns: list("opposing-nouns"),
    imputingVerbs: list("imputing-verbs"),
    imputingPrepositions: list("imputing-prepositions"),
    rebuttingVerbs: list("rebutting-verbs"),
    topicMarks: list("topic-marks"),
    opposingVerbs: list("opposing-verbs"),
    authorityPrepositions: list("authority-prepositions"),
    nounModifiers: list("noun-modifiers"),
    pluralNouns: list("plural-nouns"),
    clauseOpeners: list("clause-openers"),
    doingVerbs: list("doing-verbs"),
  };
}
