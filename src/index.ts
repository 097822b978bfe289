/**
 * The library: the same stages and records that the commands use. Text goes in,
 * reports and mentions come out; a record keeps them. Printing them as PLOVER's
 * JSON is left to the commands.
 *
 * ```ts
 * import { loadStages } from "chancery";
 * const stages = await loadStages();
 * const report = stages.bareReport({ id: null, text: "Kenya met Ghana on Friday.", date: "2024-03-06" });
 * stages.code(report).coded.mentions[0]?.event; // "CONSULT"
 * ```
 */
export { Fault } from "./base/index.ts";
export type { Day, DayRange, Outcome, Refusal, Span } from "./base/types.ts";
export type { Actor, CodedReport, Factuality, Mention, MentionContent, Quantity } from "./coding/types.ts";
export { loadOntology } from "./knowledge/ontology.ts";
export type { Context, EventType, Mode, Ontology, Sector } from "./knowledge/types.ts";
export type { Sentence, Token } from "./language/types.ts";
export { loadStages, VERSION } from "./pipeline/index.ts";
export type { Stages } from "./pipeline/types.ts";
export type { Report, Section, SectionKind } from "./reading/types.ts";
export { openRecord } from "./record/index.ts";
