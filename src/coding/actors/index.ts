/** Actors and places: the discourse of a report in, readings of its phrases out. */
export { type ActorSources, createActorReader } from "./create-actor-reader.ts";
export type { ActorReader, ActorReading, PlaceReading } from "./types.ts";
