/**
 * `chancery parse`: text to CoNLL-U. Raw text is split into sentences and
 * words; with --tokenized the sentences and words of CoNLL-U input are kept.
 */
import { createReadStream } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { Fault } from "../../../base/index.ts";
import { loadLanguageModels } from "../../../knowledge/models.ts";
import type { Sentence } from "../../../language/types.ts";
import { openLanguage } from "../../../pipeline/language.ts";
import { EXIT } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export interface ParseOptions {
  readonly tokenized?: boolean;
}

export async function parseCommand(
  files: readonly string[],
  options: ParseOptions,
  terminal: Terminal,
): Promise<number> {
  const language = openLanguage(loadLanguageModels());
  for (const file of files.length === 0 ? ["-"] : files) {
    const content = await contentOf(file);
    const given = options.tokenized ? language.readTokenized(content, file) : null;
    const source = given?.text ?? content;
    const sentences = given?.sentences ?? language.split(content);
    for (const paragraph of paragraphs(sentences))
      await terminal.out(language.conllu(paragraph.map(language.parse), source));
  }
  return EXIT.ok;
}

/** The sentences of each paragraph together, so that output comes while the rest is parsed. */
function* paragraphs(sentences: readonly Sentence[]): Generator<Sentence[]> {
  let paragraph: Sentence[] = [];
  for (const sentence of sentences) {
    if (paragraph.length > 0 && paragraph[0]?.paragraph !== sentence.paragraph) {
      yield paragraph;
      paragraph = [];
    }
    paragraph.push(sentence);
  }
  if (paragraph.length > 0) yield paragraph;
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readAll(file === "-" ? process.stdin : createReadStream(file));
  } catch (error) {
    throw new Fault("sources/unreadable", `${file} cannot be read: ${(error as Error).message}`, {
      advice: "Name a file that is there, or - for standard input.",
      cause: error,
    });
  }
}
