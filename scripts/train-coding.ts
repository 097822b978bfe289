/**
 * `npm run train:coding`: makes the models of the coding room anew from the gold
 * beside the checkout (../shared/data): `relation` and `mentions`, and the vectors
 * of words (`word-vectors`) that the first reads. `--only NAME` makes one. Seeded:
 * the same data, rules and parser give the same weights. Prints what 5-fold cross-validation says of each.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { openCodingTools } from "./coding-tools.ts";
import { GENERAL } from "./train/settings.ts";
import { makeMentionsModel } from "./train-coding/make-mentions-model.ts";
import { makeRelationModel } from "./train-coding/make-relation-model.ts";
import { makeWordVectors } from "./train-coding/make-word-vectors.ts";
import { DATA } from "./train-coding/write-model.ts";

const { values: options } = parseArgs({ options: { only: { type: "string" } } });
if (!existsSync(`${DATA}/plover/plv-train.jsonl`)) {
  console.error("train-coding: ../shared/data/plover is not beside this checkout; nothing done.");
  process.exit(2);
}
const tools = await openCodingTools(null);
const asked = (name: string) => options.only === undefined || options.only === name;
if (asked("word-vectors") && !makeWordVectors())
  console.error(`train-coding: ${GENERAL.package} is not installed; the vectors of words stay as they are.`);
if (asked("relation")) makeRelationModel(tools);
if (asked("mentions")) await makeMentionsModel(tools);
