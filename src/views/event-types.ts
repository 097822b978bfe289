/**
 * Event types as people type them in filters (`SANCTION`, `SANCTION/expel`).
 * A type that is none is a slip of the hand; an empty list would hide it.
 */
import type { Ontology } from "../knowledge/ontology-types.ts";

/** What is wrong with the types and what would be right; null where each is one. */
export function typeSlip(
  types: readonly string[],
  { events }: Pick<Ontology, "events">,
): { readonly message: string; readonly advice: string } | null {
  for (const type of types) {
    const [name = "", mode] = type.split("/");
    const event = events.find((each) => each.type === name.toUpperCase());
    if (event === undefined)
      return {
        message: `${type} is no event type.`,
        advice: `The types: ${events.map((each) => each.type).join(", ")}.`,
      };
    if (mode === undefined || event.modes.some((each) => each.mode === mode)) continue;
    const modes = event.modes.map((each) => each.mode).join(", ");
    return {
      message: `${event.type} has no mode ${mode}.`,
      advice: modes === "" ? `${event.type} has no modes.` : `Its modes: ${modes}.`,
    };
  }
  return null;
}
