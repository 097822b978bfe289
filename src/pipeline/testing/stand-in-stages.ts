/**
 * Stages for the tests of the pipeline, made of nothing but full stops and a
 * few words, so that they run without models. HANG, THROW, MEMORY and EXIT in a
 * text make the coding do just that; FOREIGN makes the reading refuse.
 */
import { contentId, Fault, isDay, ok, refuse } from "../../base/index.ts";
import type { Mention } from "../../coding/types.ts";
import type { Sentence } from "../../language/types.ts";
import type { Report } from "../../reading/types.ts";
import type { BareReport, Stages } from "../types.ts";

export async function createStages(): Promise<Stages> {
  return {
    read(page, today) {
      const { content, given } = page;
      if (content.trim() === "")
        return refuse("reading/empty", `${page.origin} holds no text.`, "Leave it out.");
      if (content.includes("FOREIGN")) return refuse("reading/language", `${page.origin} is not English.`);
      const id = contentId("r", given.id ?? "", given.url ?? "", content);
      const stated = given.date?.slice(0, 10) ?? "";
      const isToCome = today !== null && stated > today;
      const day = isToCome || !isDay(stated) ? null : stated;
      const report = reportOf(id, content, day, { ...given, origin: page.origin, hash: page.bytesHash });
      const codes = [
        ...(isToCome ? ["reading/future-date"] : []),
        ...(day === null ? ["reading/no-date"] : []),
      ];
      const warnings = codes.map((code) => ({
        code,
        message: "As the code says.",
        advice: "Give the date.",
      }));
      return ok(warnings.length === 0 ? report : { ...report, warnings });
    },
    code(report) {
      const sentences = split(report.text);
      poison(report.text);
      const mentions = sentences.flatMap((sentence) => mentionsOf(report.text, sentence));
      return {
        sentences,
        coded: { mentions, times: [], setAside: [], statements: [], clues: [], skippedSentences: 0 },
      };
    },
    parse: (sentence) => sentence,
    split,
    bareReport: ({ id, text, date }: BareReport) => reportOf(id ?? contentId("r", text), text, date, {}),
    relate: () => ({ event: "CONSULT", mode: [], confidence: 0.5 }),
  };
}

function poison(text: string): void {
  if (text.includes("HANG")) for (;;);
  if (text.includes("THROW")) throw new Fault("coding/stand-in", "It was told to throw.");
  if (text.includes("EXIT")) process.exit(3);
  if (text.includes("MEMORY")) {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => `${n}-${kept.length}`));
  }
}

interface Extra {
  readonly id?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly hash?: string;
}

function reportOf(id: string, text: string, date: string | null, extra: Extra): Report {
  return {
    id,
    givenId: extra.id ?? null,
    url: extra.url ?? null,
    outlet: null,
    title: null,
    authors: [],
    date,
    dateBasis: date === null ? null : "given",
    dateSpan: null,
    language: "en",
    text,
    sections: [{ kind: "body", start: 0, end: text.length }],
    datelines: [],
    origin: extra.origin ?? "-",
    bytesHash: extra.hash ?? "",
  };
}

function split(text: string): Sentence[] {
  return [...text.matchAll(/[^.\s][^.]*\.?/g)].map((match, index) => ({
    index,
    paragraph: 0,
    start: match.index,
    end: match.index + match[0].length,
    tokens: [],
    depth: "words",
  }));
}

function mentionsOf(text: string, sentence: Sentence): Mention[] {
  const words = text.slice(sentence.start, sentence.end);
  return [...words.matchAll(/\b(?:met|spoke)\b/g)].map((match) => ({
    event: "CONSULT",
    mode: match[0] === "met" ? ["visit"] : ["phone"],
    context: [],
    cameo: "040",
    actor: [{ code: "KEN", sector: null, name: null, id: null, entityText: "Kenya" }],
    recipient: [],
    eventText: match[0],
    trigger: {
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    },
    content: null,
    date: null,
    endDate: null,
    dateText: null,
    dateBasis: null,
    factuality: "actual",
    attribution: [],
    quantity: [],
    place: null,
    section: "body",
    sentence: sentence.index,
    sentenceSpan: { start: sentence.start, end: sentence.end },
    rule: "coding/stand-in",
    confidence: 0.5,
  }));
}
