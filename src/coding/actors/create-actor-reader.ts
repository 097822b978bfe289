/**
 * Sentences and discourse of one report in, a reader of actors out: `read` for the head of a phrase, `readSpan`
 * for given words, `readOwners` for whose act a noun names, `readPlaces` for places.
 *
 * A compound phrase gives one reading per actor; words that stand for no actor give none. Who a mention stands
 * for is mention-identity.ts; which phrases an event needs is left to coding/events.
 */
import type { Day, Span } from "../../base/types.ts";
import type { Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerEntry } from "../../knowledge/types.ts";
import type { Discourse, Sentence } from "../../language/types.ts";
import { findFocus } from "./focus.ts";
import { type ActorContext, covers } from "./identity.ts";
import { indexMentions } from "./mention-index.ts";
import { isBarred } from "./owners.ts";
import { readOwners } from "./read-owners.ts";
import { readPhrase } from "./read-phrase.ts";
import { readPlaces } from "./read-places.ts";
import { readSpan } from "./read-span.ts";
import type { ActorReader } from "./types.ts";

export interface ActorSources {
  readonly sentences: readonly Sentence[];
  readonly discourse: Discourse;
  readonly gazetteer: Gazetteer;
  readonly agents: Agents;
  /** Day by which offices are dated (of publication, or of a dateline); null where unknown. */
  readonly day: Day | null;
}

/** The reader of actors for one report. */
export function createActorReader(sources: ActorSources): ActorReader {
  const { sentences, discourse, gazetteer, agents } = sources;
  const entries = new Map<string, GazetteerEntry | null>();
  const entry = (id: string) => {
    let found = entries.get(id);
    if (found === undefined) {
      found = gazetteer.entry(id);
      entries.set(id, found);
    }
    return found;
  };
  const lower: (readonly string[] | undefined)[] = [];
  const words = (sentence: number) => {
    lower[sentence] ??= sentences[sentence]!.tokens.map((token) =>
      token.form.toLowerCase().replaceAll("’", "'"),
    );
    return lower[sentence];
  };
  const index = indexMentions(discourse);
  let focus: ActorContext["focus"] | null = null;
  const context: ActorContext = {
    ...sources,
    entry,
    words,
    mentionsOf: index.inSentence,
    focus: (sentence, sector) => {
      focus ??= findFocus(discourse, words, agents, entry, (mention) => isBarred(mention, context));
      return focus(sentence, sector);
    },
  };
  return {
    read: keptByHead((sentence, head) => readPhrase(sentence, head, index, context)),
    readSpan: (sentence: number, span: Span) => readSpan(sentence, span, index, context),
    readOwners: keptByHead((sentence, head) => readOwners(sentence, head, index, context)),
    officeOf: (personId: string) =>
      gazetteer.terms(personId).find((term) => covers(term, sources.day))?.title ?? null,
    readPlaces: (sentence: number) => readPlaces(sentence, context),
  };
}

/** The reading that keeps what it made, for events, statements and ledgers ask for the same heads. */
function keptByHead<Made>(
  read: (sentence: number, head: number) => Made,
): (sentence: number, head: number) => Made {
  const kept = new Map<number, Map<number, Made>>();
  return (sentence, head) => {
    let own = kept.get(sentence);
    if (own === undefined) {
      own = new Map();
      kept.set(sentence, own);
    }
    let made = own.get(head);
    if (made === undefined) {
      made = read(sentence, head);
      own.set(head, made);
    }
    return made;
  };
}
