/**
 * ecbplus and gvc of ../shared/data in, reports with gold event mentions on
 * parsed sentences out. Of ECB+ only mentions of validated sentences are read.
 */
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { createLanguage } from "../../src/language/index.ts";
import type { Language, Sentence, Token } from "../../src/language/types.ts";
import type { LinkReport } from "../../src/linking/types.ts";
import { bareReport, readGold } from "./readers.ts";

export interface GoldMention {
  readonly id: string;
  readonly reportId: string;
  /** Index into the report's sentences. */
  readonly sentence: number;
  /** Tokens of the mention. */
  readonly tokens: readonly number[];
  readonly chain: string;
}

export interface GoldDocument {
  readonly report: LinkReport;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly GoldMention[];
  /** The gold story: cluster or incident. */
  readonly gold: string;
  /** The topic within which gold is annotated. */
  readonly topic: string;
}

interface Row {
  readonly doc_id: string;
  readonly topic?: number;
  readonly cluster?: string;
  readonly incident_id?: string;
  readonly dct?: string;
  readonly sentences: Readonly<Record<string, readonly string[]>>;
  readonly mentions: readonly {
    readonly m_id: string;
    readonly kind?: string;
    readonly sent: number;
    readonly tok: readonly number[];
    readonly chain: string;
    readonly in_validated_sentence?: boolean;
  }[];
}

const LINE_ENDS = /^\/\/n$/;

/** The documents of one file; sentences with a gold mention are parsed. */
export function goldDocuments(data: string, file: string, language = openLanguage()): GoldDocument[] {
  return readGold<Row>(data, `coreference/${file}.jsonl.gz`).map((row) => toDocument(row, language));
}

export function openLanguage(): Language {
  return createLanguage(loadLanguageModels());
}

function toDocument(row: Row, language: Language): GoldDocument {
  const numbers = Object.keys(row.sentences)
    .map(Number)
    .sort((a, b) => a - b);
  const gold = row.mentions.filter(
    (mention) => (mention.kind ?? "event") === "event" && mention.in_validated_sentence !== false,
  );
  const parsed = new Set(gold.map((mention) => mention.sent));
  let text = "";
  const sentences: Sentence[] = [];
  for (const [index, number] of numbers.entries()) {
    if (text !== "") text += "\n";
    const start = text.length;
    const tokens: Token[] = [];
    for (const form of row.sentences[number]!) {
      const plain = LINE_ENDS.test(form) ? "." : form;
      if (tokens.length > 0) text += " ";
      tokens.push(bareToken(tokens.length, plain, text.length));
      text += plain;
    }
    const sentence: Sentence = { index, paragraph: index, start, end: text.length, tokens, depth: "words" };
    sentences.push(parsed.has(number) && tokens.length > 0 ? language.parse(sentence) : sentence);
  }
  const id = row.doc_id;
  const report = bareReport(id, text, row.dct?.slice(0, 10) ?? null, {
    sentences: sentences.map(({ start, end }) => ({ start, end })),
  });
  return {
    report,
    sentences,
    gold: row.cluster ?? row.incident_id!,
    topic: row.topic === undefined ? "" : String(row.topic),
    mentions: gold.map((mention) => ({
      id: `${id}#${mention.m_id}`,
      reportId: id,
      sentence: numbers.indexOf(mention.sent),
      tokens: mention.tok,
      chain: mention.chain,
    })),
  };
}

function bareToken(index: number, form: string, start: number): Token {
  return {
    index,
    form,
    lemma: form,
    upos: "X",
    xpos: "",
    head: -2,
    deprel: "",
    start,
    end: start + form.length,
  };
}
