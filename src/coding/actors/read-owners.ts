/** A noun that stands for an act in, whose act it is out: "Israel" for "Israel's decision", "a decision by Israel". */
import type { ActorContext } from "./identity.ts";
import type { MentionIndex } from "./mention-index.ts";
import { isBarred } from "./owners.ts";
import { readPhrase } from "./read-phrase.ts";
import type { ActorReading } from "./types.ts";

/** Relations by which an owner hangs on its noun, the plainest first. */
const OWNER_RELATIONS: readonly string[] = ["nmod:poss", "amod", "compound", "nmod", "det:poss", "obl"];

/** The actors that own or do what the noun names; empty where none is named. */
export function readOwners(
  sentence: number,
  head: number,
  index: MentionIndex,
  context: ActorContext,
): readonly ActorReading[] {
  const { tokens } = context.sentences[sentence]!;
  const { mentions } = context.discourse;
  let best: readonly ActorReading[] = [];
  let bestRank: number = OWNER_RELATIONS.length;
  for (const at of context.mentionsOf(sentence)) {
    const mention = mentions[at]!;
    const token = tokens[mention.head]!;
    if (mention.head === head || isBarred(mention, context)) continue;
    const rank = token.head === head ? OWNER_RELATIONS.indexOf(token.deprel) : -1;
    if (rank < 0 || rank >= bestRank) continue;
    if (rank >= 3 && !isAgentive(mention.first, sentence, context)) continue;
    const readings = readPhrase(sentence, mention.head, index, context);
    if (readings.length === 0) continue;
    best = [...readings, ...hyphenated(at, index, context)];
    bestRank = rank;
  }
  return best;
}

/** "US-China talks": the name behind the hyphen or the slash shares in the act. */
function hyphenated(at: number, index: MentionIndex, context: ActorContext): readonly ActorReading[] {
  const { mentions } = context.discourse;
  const mention = mentions[at]!;
  const words = context.words(mention.sentence);
  const next = context
    .mentionsOf(mention.sentence)
    .find((each) => mentions[each]!.first === mention.last + 1 && mentions[each]!.form === "name");
  if (next === undefined || !/^[-–/]$/.test(words[mention.last] ?? "")) return [];
  return readPhrase(mention.sentence, mentions[next]!.head, index, context);
}

function isAgentive(first: number, sentence: number, context: ActorContext): boolean {
  const before = context.words(sentence)[first - 1];
  return before !== undefined && context.agents.uses(before, "agentive");
}
