/**
 * A sentence as the rules want it: parsed, with what tagger and parser are known
 * to get wrong put right. In: a sentence without its dateline. Out: tokens with a tree.
 */
import type { Language, Sentence, Token } from "../../language/types.ts";
import type { Cues } from "../rules/cues.ts";
import type { TriggerPos } from "../rules/pattern.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { repairClauses } from "./repair-clauses.ts";
import { repairCounts } from "./repair-counts.ts";
import { type DoingWords, repairDoing } from "./repair-doing.ts";
import { repairHeadlines } from "./repair-headlines.ts";
import { repairObjects } from "./repair-objects.ts";
import { repairSubjects } from "./repair-subjects.ts";
import { repairVerbs } from "./repair-verbs.ts";
import { type HeadlineWords, settleHeadline, withSubject } from "./settle-headlines.ts";

/** Classes of nouns for people, which no headline has as its verb ("rebels"). */
const PEOPLE = ["person", "actor-noun"];

/** The class of nouns for what is fired. */
const ARMS = "weapon";

/** What tells which words are verbs. */
export interface SentenceTools {
  readonly index: RuleIndex;
  readonly cues: Cues;
}

/** The parsed sentence; the same for the same words wherever it is coded, judged or trained on. */
export function parseSentence(language: Language, sentence: Sentence, tools: SentenceTools): Sentence {
  const words = wordsOf(tools);
  const tagged = sentence.depth === "words" ? language.tag(sentence) : sentence;
  const settled = settleHeadline(tagged.tokens, words);
  const parsed = language.parse({ ...tagged, tokens: settled });
  if (parsed.depth !== "parsed") return parsed;
  const verb = settled.findIndex((token, at) => isNewVerb(token, tagged.tokens[at]!));
  return withRepairs(verb < 0 ? parsed : { ...parsed, tokens: withSubject(parsed.tokens, verb) }, words);
}

function isNewVerb({ upos }: Token, before: Token): boolean {
  return upos === "VERB" && upos !== before.upos;
}

/** The sentence with its tree put right; the same sentence where there is nothing to mend. */
function withRepairs(sentence: Sentence, words: DoingWords): Sentence {
  const nouns = repairObjects(repairHeadlines(repairCounts(repairDoing(sentence.tokens, words))));
  const tokens = repairClauses(repairSubjects(repairVerbs(nouns)));
  return tokens === sentence.tokens ? sentence : { ...sentence, tokens };
}

function wordsOf({ index, cues }: SentenceTools): HeadlineWords & DoingWords {
  const triggers = ({ form }: Token, as: TriggerPos) =>
    index.byForm.get(form.toLowerCase())?.some(({ frame }) => frame.pos === as) === true;
  const governs = ({ lemma }: Token) => index.governors.get(lemma)?.some(({ pos }) => pos === "v") === true;
  return {
    isVerb: (token) => triggers(token, "v") || governs(token),
    isPeople: ({ lemma }) => PEOPLE.some((id) => index.classes.get(id)?.has(lemma) === true),
    isArms: ({ lemma }) => index.classes.get(ARMS)?.has(lemma) === true,
    isPhrase: ({ form }, particle) =>
      index.byForm.get(form)?.some(({ frame, rest }) => frame.pos === "v" && rest[0] === particle.form) ===
      true,
    isPlural: ({ form }) => cues.pluralNouns.has(form),
    opensClause: ({ form }) => cues.clauseOpeners.has(form),
    isEvent: (token) => triggers(token, "n"),
    modifiers: cues.nounModifiers,
    takesDoing: ({ lemma }) => cues.doingVerbs.has(lemma),
  };
}
