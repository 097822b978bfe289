/** Writes knowledge/gazetteer/names.tsv anew from the tables: `node scripts/gazetteer/index.ts`. */
import { writeFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import { nameFile } from "../../src/knowledge/gazetteer/name-file.ts";

writeFileSync(knowledgePath("gazetteer", "names.tsv"), nameFile());
