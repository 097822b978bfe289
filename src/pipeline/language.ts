/** The language room for the filter `parse`: text or CoNLL-U in, sentences with trees and CoNLL-U out. */
import { Fault } from "../base/index.ts";
import { createLanguage, readConllu, toConllu } from "../language/index.ts";
import type { Language, Sentence } from "../language/types.ts";

export interface OpenLanguage extends Language {
  /** Sentences as CoNLL-U gives them, and the text that their words make.
   * @throws {@link Fault} with the code of the language room when the input is no CoNLL-U */
  readTokenized(content: string, origin: string): { text: string; sentences: readonly Sentence[] };
  /** CoNLL-U of the sentences. */
  conllu(sentences: readonly Sentence[], text: string): string;
}

/** The language over its models. */
export function openLanguage(models: Parameters<typeof createLanguage>[0]): OpenLanguage {
  return {
    ...createLanguage(models),
    readTokenized(content, origin) {
      const read = readConllu(content);
      if (read.ok) return read.value;
      const { code, message, advice } = read.refusal;
      throw new Fault(code, `${origin}: ${message}`, advice === undefined ? {} : { advice });
    },
    conllu: toConllu,
  };
}
