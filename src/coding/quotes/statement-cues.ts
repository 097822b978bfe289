/**
 * The knowledge of statements under the names that code uses.
 * In: StatementKnowledge. Out: sets of lower-case words, weights as numbers.
 */
import { Fault } from "../../base/fault.ts";
import { KNOWLEDGE_FAULTS } from "../../knowledge/faults.ts";
import type { StatementKnowledge, StatementSettings } from "../../knowledge/statement-knowledge.ts";
import { CODING_FAULTS } from "../faults.ts";
import type { CueWords } from "./candidates.ts";
import { BUCKETS } from "./hash.ts";
import type { StatementWeights } from "./score-site.ts";
import type { SpeakerCues } from "./speaker-words.ts";

export interface StatementCues extends SpeakerCues {
  readonly words: CueWords;
  readonly weights: StatementWeights;
  readonly settings: StatementSettings;
  readonly addresseeMarks: ReadonlySet<string>;
  readonly addresseeVerbs: ReadonlySet<string>;
  readonly placeMarks: ReadonlySet<string>;
  readonly selves: ReadonlySet<string>;
  /** "I", "we": who says it. */
  readonly firstPersons: ReadonlySet<string>;
  /** Verbs by which one quotes another. */
  readonly innerVerbs: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly stanceFor: ReadonlySet<string>;
  readonly stanceAgainst: ReadonlySet<string>;
  readonly stanceForNouns: ReadonlySet<string>;
  readonly stanceAgainstNouns: ReadonlySet<string>;
  /** Prepositions that take a side by themselves ("against"). */
  readonly stanceAgainstMarks: ReadonlySet<string>;
  /** Prepositions before what a stance is about. */
  readonly stanceTargetMarks: ReadonlySet<string>;
}

/** The cues. @throws Fault `coding/no-cue` where a list is absent, `knowledge/malformed` for other weights */
export function statementCues(knowledge: StatementKnowledge): StatementCues {
  const list = (id: string): ReadonlySet<string> => {
    const words = knowledge.lists[id];
    if (words === undefined)
      throw new Fault(CODING_FAULTS.noCue, `statement-cues.jsonl has no list "${id}".`);
    return new Set(words);
  };
  if (knowledge.weights.length !== BUCKETS)
    throw new Fault(
      KNOWLEDGE_FAULTS.malformed,
      "models/statements was trained for another number of weights.",
    );
  const credits = list("credits");
  const signatures = list("signatures");
  return {
    credits,
    signatures,
    words: { lemmas: new Set(knowledge.cueWords), credits, signatures },
    weights: scaled(knowledge.weights, knowledge.scale),
    settings: knowledge.settings,
    times: new Set(knowledge.timeWords),
    empties: list("empty-subjects"),
    doers: list("doers"),
    origins: list("origins"),
    addresseeMarks: list("addressee-marks"),
    addresseeVerbs: list("addressee-verbs"),
    placeMarks: list("place-marks"),
    selves: list("speakers-of-themselves"),
    firstPersons: list("first-persons"),
    innerVerbs: list("inner-verbs"),
    negations: list("negations"),
    stanceFor: list("stance-for"),
    stanceAgainst: list("stance-against"),
    stanceForNouns: list("stance-for-nouns"),
    stanceAgainstNouns: list("stance-against-nouns"),
    stanceAgainstMarks: list("stance-against-marks"),
    stanceTargetMarks: list("stance-target-marks"),
  };
}

/** The weights times the scale; a loop, for there are half a million and every start of a command waits for them. */
function scaled(weights: StatementKnowledge["weights"], scale: number): StatementWeights {
  const result = new Float32Array(weights.length);
  for (let at = 0; at < weights.length; at++) result[at] = weights[at]! * scale;
  return result;
}
