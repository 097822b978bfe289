/**
 * The language room's one entry: text to sentences, sentences to tags, lemmas
 * and trees. Every step is pure; what it knows is handed in as models. Entities
 * and coreference have entries of their own.
 */
import type { LanguageModels } from "../knowledge/models.ts";
import { createLemmatizer } from "./lemma/lemmatizer.ts";
import { attachedToken, taggedToken } from "./make-token.ts";
import { createParser } from "./parse/parser.ts";
import { splitText } from "./split/split-text.ts";
import { createTagger } from "./tag/tagger.ts";
import type { Language, Sentence, Token } from "./types.ts";

export { readConllu } from "./conllu/read-conllu.ts";
export { toConllu } from "./conllu/to-conllu.ts";

/** The three levels of analysis over these models. */
export function createLanguage(models: LanguageModels): Language {
  const tagger = createTagger(models.tagger, models.knownTags);
  const lemmatizer = createLemmatizer(models.lemmas);
  const parser = createParser(models.parser);
  // Apart from the models, so that their files are not held.
  const { tokenizing } = models;
  const split = (text: string) => splitText(text, tokenizing);
  const tag = (sentence: Sentence): Sentence => {
    const classes = tagger.tag(sentence.tokens.map((token) => token.form));
    const tokens = sentence.tokens.map((token, i): Token => {
      const upos = tagger.upos[classes[i] as number] as Token["upos"];
      const xpos = tagger.xpos[classes[i] as number] as string;
      const lemma = lemmatizer.lemma(token.form, upos, xpos);
      return taggedToken(token, lemma, upos, xpos);
    });
    return { ...sentence, tokens, depth: "tagged" };
  };
  const parse = (sentence: Sentence): Sentence => {
    const { tokens } = sentence.depth === "words" ? tag(sentence) : sentence;
    const tree = parser.parse(tokens);
    return {
      ...sentence,
      tokens: tokens.map((token, i) =>
        attachedToken(token, tree.heads[i] as number, tree.deprels[i] as string),
      ),
      depth: "parsed",
    };
  };
  return { split, tag, parse };
}
