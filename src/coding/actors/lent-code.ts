/**
 * A code lent by what the sentence or the report is about, marked as implied; and whether a mention stands where
 * something happens ("in Moscow").
 */
import type { Sector } from "../../knowledge/types.ts";
import type { EntityMention } from "../../language/types.ts";
import { type ActorContext, CIVILIANS, type Identity } from "./identity.ts";
import { headAgent } from "./sector.ts";

/** The sector of ministers and ministries, which may be foreign ones of the state itself. */
const OFFICIALS: Sector = "GOV";

/** The one state that the report or the sentence is about lends its code, as implied. */
export function withFocus(identity: Identity, mention: EntityMention, context: ActorContext): Identity {
  // A name without a title says nothing of a state; an owner that is unknown says that it is another's.
  if (mention.agents.length === 0 || mention.owners.some((owner) => isPossessor(owner, context)))
    return identity;
  if (isOfOthers(identity, mention, context) || headAgent(mention, context)?.guest) return identity;
  // The unknown holder of a great office is where the office is; other officials travel.
  const sector = mention.form === "name" && mention.offices.length > 0 ? CIVILIANS : identity.sector;
  const focus = context.focus(mention.sentence, sector);
  if (focus === null) return identity;
  return {
    ...identity,
    code: focus.code,
    basis: "implied",
    confidence: focus.confidence,
    steps: [...identity.steps, "coding/actor-focus"],
  };
}

/** "European officials", "foreign troops" (not "the foreign minister"): of other states than the one that it is about. */
function isOfOthers(identity: Identity, mention: EntityMention, context: ActorContext): boolean {
  const { agents, words, discourse } = context;
  // "a delegation of European lawmakers" is theirs
  return [mention, ...mention.owners.map((owner) => discourse.mentions[owner]!)].some((one) =>
    words(one.sentence)
      .slice(one.first, one.head)
      .some(
        (word) =>
          agents.uses(word, "many-states") || (identity.sector !== OFFICIALS && agents.uses(word, "foreign")),
      ),
  );
}

/** "its emissaries", "Ortega's ministers": they are somebody's of whom nothing is known. */
function isPossessor(index: number, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  if (mention.form === "pronoun") return true;
  return context.agents.uses(context.words(mention.sentence)[mention.last] ?? "", "possessive");
}

/** True behind a word of place: "in Moscow". */
export function isInPlace(mention: EntityMention, context: ActorContext): boolean {
  const before = context.words(mention.sentence)[mention.first - 1];
  return before !== undefined && context.agents.uses(before, "inside");
}

/** An unknown place ("in Pando") lies in the one state that the report names. */
export function placedIn(identity: Identity, mention: EntityMention, context: ActorContext): Identity {
  const focus = context.focus(mention.sentence, identity.sector);
  if (focus === null) return identity;
  const { code, confidence } = focus;
  return {
    ...identity,
    code,
    basis: "implied",
    confidence,
    steps: [...identity.steps, "coding/actor-focus"],
  };
}
