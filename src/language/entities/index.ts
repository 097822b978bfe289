/** Entities and coreference: sentences in, mentions and chains out. */
export { readDiscourse } from "./read-discourse.ts";
