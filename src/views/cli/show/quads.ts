/**
 * How an event is shown: its name with its modes, in the colour of its quad
 * class (verbal cooperation cyan, material cooperation green, verbal conflict
 * yellow, material conflict red), with what the words say of its factuality.
 */
import type { Actor, Factuality, Mention } from "../../../coding/types.ts";
import type { Paint } from "../terminal.ts";
import { printable } from "./printable.ts";

/** Paints words in the colour of a quad class, 1 to 4. */
export function quadPaint(paint: Paint, quad: number): (words: string) => string {
  return [paint.white, paint.cyan, paint.green, paint.yellow, paint.red][quad] ?? paint.white;
}

/** Such as `CONSULT/phone`, or `SANCTION/expel+seize`. */
export function eventName(event: string, mode: readonly string[]): string {
  return mode.length === 0 ? event : `${event}/${mode.join("+")}`;
}

const FACTUALITY: { readonly [Name in Factuality]: string } = {
  actual: "",
  future: "planned",
  hypothetical: "if",
  negation: "not",
  historical: "past",
};

/** One word for what is no fact of the day; empty for what is. */
export function factualityWord(mention: Pick<Mention, "factuality">): string {
  return FACTUALITY[mention.factuality];
}

/** Such as `RUS Vladimir Putin`, `USA`, or the words where nothing is known. */
export function partyName(actor: Actor): string {
  const words = printable(actor.name ?? actor.entityText);
  if (actor.code === null) return `“${words}”`;
  const isState = actor.id?.startsWith("state/") ?? false;
  const role = actor.sector === null ? "" : `:${actor.sector}`;
  return isState || words === "" ? `${actor.code}${role}` : `${actor.code}${role} ${words}`;
}

/** Both sides: `RUS → USA`; several of one side with commas. */
export function partiesLine(mention: Pick<Mention, "actor" | "recipient">): string {
  const side = (actors: readonly Actor[]) => actors.map(partyName).join(", ") || "?";
  if (mention.recipient.length === 0) return side(mention.actor);
  return `${side(mention.actor)} → ${side(mention.recipient)}`;
}
