/** The knowledge room's one entry: loads knowledge/ and hands out frozen tables. */
export { knowledgePath } from "./dir.ts";
export { KNOWLEDGE_FAULTS } from "./faults.ts";
export { deepFreeze } from "./freeze.ts";
export * from "./ontology.generated.ts";
export { loadOntology } from "./ontology.ts";
export type * from "./ontology-types.ts";
export { readJson, readJsonLines } from "./read-file.ts";
