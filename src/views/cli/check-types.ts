/** Names of event types as a person gives them in, nothing out where there are such types. */
import type { Ontology } from "../../knowledge/ontology-types.ts";
import { typeSlip } from "../event-types.ts";
import { usageFault } from "./errors.ts";

/** A type that is none is a slip of the hand; an empty list would hide it.
 * @throws {@link Fault} `cli/usage` */
export function checkTypes(types: readonly string[], ontology: Pick<Ontology, "events">): void {
  const slip = typeSlip(types, ontology);
  if (slip !== null) throw usageFault(slip.message, slip.advice);
}
