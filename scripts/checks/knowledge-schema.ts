/**
 * The files of knowledge/ and their schemas in, what breaks a schema out:
 * a file without a schema, an entry that does not fit, an id that is malformed
 * or stands twice.
 */
import { Ajv } from "ajv";
import type { Finding } from "./finding.ts";
import { filesBelow, type KnowledgeEntry, readEntries, readSchemas } from "./knowledge-files.ts";

/** What a model holds beside its card is weights; schemas and notes are not data. */
const UNGOVERNED = /^knowledge\/schema\/|\.md$|^knowledge\/models\/(?!.*card\.json$)/;
/** Ids of rules and of the ontology last for ever; those of word lists may be the word itself. */
const ID = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/;
const WORD_ID = /^\S+$/;
const MOST_PER_FILE = 10;

export interface KnowledgeCheck {
  readonly files: number;
  readonly entries: readonly KnowledgeEntry[];
  readonly findings: readonly Finding[];
}

/** All entries of knowledge/ below `root`, and what is wrong with them. */
export function checkKnowledgeFiles(root: string): KnowledgeCheck {
  const ajv = new Ajv({ allErrors: false, allowUnionTypes: true, strict: false });
  const schemas = readSchemas(root).map((schema) => ({ ...schema, validate: ajv.compile(schema.document) }));
  const paths = filesBelow(root, "knowledge").filter((path) => !UNGOVERNED.test(path));
  const findings: Finding[] = [];
  const entries: KnowledgeEntry[] = [];
  for (const schema of schemas) {
    if (schema.governs.length === 0)
      findings.push(whole(schema.path, "its title names no file that it governs"));
  }
  for (const path of paths) {
    const governing = schemas.filter((schema) => schema.governs.some((pattern) => pattern.test(path)));
    if (governing.length !== 1) {
      const names = governing.map((schema) => schema.path).join(", ");
      findings.push(
        whole(path, governing.length === 0 ? "no schema governs it" : `governed twice: ${names}`),
      );
    }
    const read = readEntries(root, path);
    findings.push(...read.findings);
    entries.push(...read.entries);
    const validate = governing[0]?.validate;
    if (validate === undefined) continue;
    const misfits = read.entries.flatMap((entry) => {
      if (validate(entry.value)) return [];
      const error = validate.errors?.[0];
      return [{ path, line: entry.line, message: `${error?.instancePath || "entry"} ${error?.message}` }];
    });
    findings.push(...misfits.slice(0, MOST_PER_FILE));
    if (misfits.length > MOST_PER_FILE) findings.push(whole(path, `${misfits.length} entries do not fit`));
  }
  return { files: paths.length, entries, findings: [...findings, ...checkIds(entries)] };
}

/** Ids that are malformed or stand twice: with a slash in the whole tree, without one in their file. */
export function checkIds(entries: readonly KnowledgeEntry[]): Finding[] {
  const first = new Map<string, KnowledgeEntry>();
  return entries.flatMap((entry) => {
    const id = entry.value.id;
    if (id === undefined) return [];
    const at = { path: entry.path, line: entry.line };
    const form = entry.path.startsWith("knowledge/lexicon/") ? WORD_ID : ID;
    if (typeof id !== "string" || !form.test(id))
      return [{ ...at, message: `malformed id ${JSON.stringify(id)}` }];
    const key = id.includes("/") ? id : `${entry.path} ${id}`;
    const earlier = first.get(key);
    if (earlier !== undefined) {
      return [{ ...at, message: `id ${id} stands already at ${earlier.path}:${earlier.line}` }];
    }
    first.set(key, entry);
    return [];
  });
}

function whole(path: string, message: string): Finding {
  return { path, line: 0, message };
}
