/** Mentions of a report by sentence and token: which mention a word heads, which stands around it. */
import type { Discourse, EntityMention } from "../../language/types.ts";

export interface MentionIndex {
  /** Indexes of the mentions of the sentence, in order of first token, outer before inner. */
  inSentence(sentence: number): readonly number[];
  /** The mention headed by the token, else the smallest that covers it; null where none does. */
  at(sentence: number, token: number): number | null;
  /** As `at`, with the further mentions of the same words ("US-Russia"). */
  allAt(sentence: number, token: number): readonly number[];
}

/** As `MentionIndex`. */
export function indexMentions(discourse: Discourse): MentionIndex {
  const bySentence = new Map<number, number[]>();
  for (const [index, mention] of discourse.mentions.entries()) {
    const list = bySentence.get(mention.sentence);
    if (list === undefined) bySentence.set(mention.sentence, [index]);
    else list.push(index);
  }
  const inSentence = (sentence: number) => bySentence.get(sentence) ?? [];
  const at = (sentence: number, token: number): number | null => {
    let found: number | null = null;
    let size = Infinity;
    for (const index of inSentence(sentence)) {
      const mention = discourse.mentions[index]!;
      if (token < mention.first || token >= mention.last) continue;
      const width = mention.last - mention.first - (mention.head === token ? 10_000 : 0);
      // Of two with this head the wider one says more.
      const rank = mention.head === token ? -10_000 - (mention.last - mention.first) : width;
      if (rank < size) {
        size = rank;
        found = index;
      }
    }
    return found;
  };
  return {
    inSentence,
    at,
    allAt: (sentence, token) => {
      const found = at(sentence, token);
      if (found === null) return [];
      const { first, last } = discourse.mentions[found]!;
      return inSentence(sentence).filter((index) => {
        const mention = discourse.mentions[index]!;
        return (
          index === found || (mention.first === first && mention.last === last && mention.form === "name")
        );
      });
    },
  };
}

/** True when the words of `inner` lie inside those of `outer`. */
export function liesInside(inner: EntityMention, outer: EntityMention): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
