/**
 * knowledge/ in, what is wrong with it out: files against their schemas, ids,
 * references, models against their cards, generated types, and every rule's examples and
 * counter-examples run.
 * Exits 1 where there is a finding.
 */
import { ROOT, report } from "./checks/finding.ts";
import { checkKnowledgeFiles } from "./checks/knowledge-schema.ts";
import { checkModelCards } from "./checks/model-cards.ts";
import { checkReferences } from "./checks/references.ts";
import { checkProofs } from "./checks/rule-proofs.ts";
import { RULE_RUNNERS } from "./checks/rule-runners.ts";
import { typesAreFresh } from "./generate-types.ts";

const files = checkKnowledgeFiles(ROOT);
const proofs = await checkProofs(files.entries, RULE_RUNNERS);
const stale = typesAreFresh(ROOT)
  ? []
  : [{ path: "src/knowledge/ontology.generated.ts", line: 0, message: "is stale: run npm run types" }];
report(
  "check-knowledge",
  [
    ...files.findings,
    ...checkReferences(files.entries),
    ...checkModelCards(ROOT),
    ...proofs.findings,
    ...stale,
  ],
  `${files.files} files, ${files.entries.length} entries, ${proofs.rules} rules run`,
);
